"""The files given as evidence: found, and packed into one zip for the assessment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from qjtask.core.letters.evidence_list import Finding
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import refuse, system_reason
from qjtask.core.text.file_names import without_forbidden
from qjtask.storage.files.file_writer import create, replace

if TYPE_CHECKING:
    import zipfile

CHUNK = 1 << 20
"""Bytes read at a time."""

_OWN = re.compile(r"\.(ya?ml)(?![a-z])|\.lock$")
"""Files whose names have these endings, if only before ~ or .bak, may be a ledger's, or copies of them."""


class Found(NamedTuple):
    """What stands at a path: the files themselves, for a folder all in it; `root` is the file or folder."""

    finding: Finding
    files: tuple[Path, ...] = ()
    root: Path = Path()


def homes(folder: Path, here: Path) -> list[Path]:
    """The folders from which a path is looked for: the plan's `folder`, the one that holds its data/.

    So is `here`, where somebody works, if that is inside them.
    """
    above = folder.parent
    found = [above, folder] if folder.name == "data" and above != above.parent else [folder]
    return [*found, here] if here.is_relative_to(found[0]) and here not in found else found


def find(typed: str, homes: Sequence[Path]) -> Found:
    """Look for `typed` in each of `homes` in turn.

    What lies outside all of them, by `..`, by a link or as an absolute path, is not touched, nor are
    hidden files, YAML files (secrets.yaml is one, and so are its copies), and a folder that holds the
    ledger: a line in a log must not carry a private file into a package that leaves the office.
    """
    if "://" in typed:
        return Found(Finding.LINK)
    try:
        there = next((place for home in homes if (place := home / typed).exists()), None)
        return _found(there, homes) if there else Found(Finding.MISSING)
    except (OSError, ValueError):  # a name that no disk takes
        return Found(Finding.MISSING)


def _found(there: Path, homes: Sequence[Path]) -> Found:
    """What may be taken of a file or folder that is there; where nothing may, why not its first file."""
    if _is_too_wide(there, homes):
        return Found(Finding.TOO_WIDE)
    files = _files(there)
    findings = {path: _finding(path, homes) for path in files or [there]}
    kept = tuple(path for path in files if findings[path] is Finding.THERE)
    if kept:
        return Found(Finding.THERE, kept, there)
    wrong = (finding for finding in findings.values() if finding is not Finding.THERE)
    return Found(next(wrong, Finding.MISSING))


def _files(there: Path) -> list[Path]:
    if not there.is_dir():
        return [there] if there.is_file() else []
    return sorted(path for path in there.rglob("*") if path.is_file())


def _finding(path: Path, homes: Sequence[Path]) -> Finding:
    actual = path.resolve()
    inside = [home for home in (one.resolve() for one in homes) if actual.is_relative_to(home)]
    if not inside:
        return Finding.OUTSIDE
    is_hidden = any(part.startswith(".") for part in actual.relative_to(inside[0]).parts)
    is_own = _OWN.search(actual.name.lower()) is not None
    return Finding.PRIVATE if is_hidden or is_own else Finding.THERE


def _is_too_wide(there: Path, homes: Sequence[Path]) -> bool:
    """Whether a folder is somebody's home, or holds the ledger: then it holds more than evidence."""
    actual = there.resolve()
    if not actual.is_dir():
        return False
    own = [one.resolve() for one in (*homes, Path.home())]
    return any(one.is_relative_to(actual) for one in own)


Digests = Mapping[tuple[str, str], Mapping[str, str]]
"""By item id and path as typed: the names in the package, and the SHA-256 of each file in hexadecimal."""


def write_zip(
    path: Path,
    shown: str,
    files: Mapping[tuple[str, str], Sequence[Path]],
    day: date,
    index: Callable[[Digests], Mapping[str, bytes]],
    *,
    force: bool,
) -> Digests:
    """Pack `files` (by item id and path as typed) at `path`, and what `index` makes of their digests.

    Whole or not at all, and over another file with `force` only. Every member has the date `day`, so
    that the same files give the same package. SHA256SUMS is in the form that `sha256sum -c` reads.
    Refused when a file cannot be read or the disk is full.
    """
    digests: dict[tuple[str, str], dict[str, str]] = {}

    def write(out: BinaryIO) -> None:
        import zipfile  # 7 ms

        taken: set[str] = set()
        with zipfile.ZipFile(out, "w") as package:
            for (item, typed), found in files.items():
                others = [file for file in found if file.resolve() != path.resolve()]  # not an older package
                names = {file: _free_name(item, file.name, taken) for file in others}
                digests[item, typed] = {name: _add(package, file, name, day) for file, name in names.items()}
            contents = index(digests)
            for name, content in {**contents, "SHA256SUMS": _sums(digests, contents)}.items():
                package.writestr(_member(name, day), content)

    if force and path.exists():
        replace(path, shown, write)
    else:
        create(path, shown, write, "请换一个名字，或加 --force 覆盖")
    return digests


def _sums(digests: Digests, contents: Mapping[str, bytes]) -> bytes:
    """The list of all members with their digests."""
    sums = {name: sha for names in digests.values() for name, sha in names.items()}
    sums |= {name: sha256(content).hexdigest() for name, content in contents.items()}
    return "".join(f"{sha}  {name}\n" for name, sha in sums.items()).encode()


def _free_name(item: str, name: str, taken: set[str]) -> str:
    """A member's name that no other has (case apart: Windows) and that every system can take."""
    clean = Path(without_forbidden(name))
    stem, ending = clean.stem, clean.suffix
    free, number = f"{item}/{stem}{ending}", 1
    while free.casefold() in taken:
        number += 1
        free = f"{item}/{stem}（{number}）{ending}"
    taken.add(free.casefold())
    return free


def _add(package: zipfile.ZipFile, file: Path, name: str, day: date) -> str:
    digest = sha256()
    with package.open(_member(name, day), "w", force_zip64=True) as target:
        for chunk in _chunks(file):
            digest.update(chunk)
            target.write(chunk)
    return digest.hexdigest()


def _chunks(file: Path) -> Iterator[bytes]:
    try:
        with file.open("rb") as source:
            while chunk := source.read(CHUNK):
                yield chunk
    except OSError as error:
        raise refuse(str(file), f"读不出来：{system_reason(error)}", "请核对后再装包") from error


def _member(name: str, day: date) -> zipfile.ZipInfo:
    """A member's head. The format knows the years 1980 to 2107."""
    from zipfile import ZIP_DEFLATED, ZipInfo

    member = ZipInfo(name, (min(max(day.year, 1980), 2107), day.month, day.day, 0, 0, 0))
    member.compress_type = ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    return member
