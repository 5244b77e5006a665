"""The files given as evidence: found, and packed into one zip for the assessment."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qjtask.core.evidence import Finding
from qjtask.core.problem import refuse, system_reason

if TYPE_CHECKING:
    import zipfile

_CHUNK = 1 << 20


class Found(NamedTuple):
    """What stands at a path: the files themselves, for a folder all in it."""

    finding: Finding
    files: tuple[Path, ...] = ()


def homes(folder: Path, here: Path) -> list[Path]:
    """The folders from which a path is looked for: the plan's `folder`, the one that holds its data/.

    So is `here`, where somebody works, if that is inside them.
    """
    found = [folder.parent, folder] if folder.name == "data" else [folder]
    return [*found, here] if here.is_relative_to(found[0]) and here not in found else found


def find(typed: str, homes: Sequence[Path]) -> Found:
    """Look for `typed` in each of `homes` in turn.

    What lies outside all of them, by `..`, by a link or as an absolute path, is not touched: a line
    in a log must not carry a private file into a package that leaves the office.
    """
    if "://" in typed:
        return Found(Finding.LINK)
    try:
        places = [home / typed for home in homes]
        there = next((place for place in places if place.exists()), None)
        if there is None:
            return Found(Finding.MISSING)
        inside = tuple(path for path in _files(there) if _is_inside(path, homes))
    except (OSError, ValueError):  # a name that no disk takes
        return Found(Finding.MISSING)
    return Found(Finding.THERE, inside) if inside else Found(_why_none(there, homes))


def _files(there: Path) -> list[Path]:
    if not there.is_dir():
        return [there] if there.is_file() else []
    return sorted(path for path in there.rglob("*") if path.is_file())


def _is_inside(path: Path, homes: Sequence[Path]) -> bool:
    actual = path.resolve()
    return any(actual.is_relative_to(home.resolve()) for home in homes)


def _why_none(there: Path, homes: Sequence[Path]) -> Finding:
    return Finding.MISSING if _is_inside(there, homes) else Finding.OUTSIDE


Digests = Mapping[str, Mapping[str, str]]
"""By item id the names in the package, and the SHA-256 of each file in hexadecimal."""


def write_zip(
    path: Path,
    shown: str,
    files: Mapping[str, Sequence[Path]],
    day: date,
    index: Callable[[Digests], Mapping[str, bytes]],
) -> Digests:
    """Pack `files` (by item id) at `path`, whole or not at all, then what `index` makes of their digests.

    Every member has the date `day`, so that the same files give the same package. SHA256SUMS is
    in the form that `sha256sum -c` reads. Refused when a file cannot be read or the disk is full.
    """
    import zipfile  # 7 ms

    made = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
    try:
        with zipfile.ZipFile(made, "x", zipfile.ZIP_DEFLATED) as package:
            digests = {item: _add_all(package, item, found, day) for item, found in files.items()}
            sums = "".join(f"{sha}  {name}\n" for names in digests.values() for name, sha in names.items())
            for name, content in {**index(digests), "SHA256SUMS": sums.encode()}.items():
                package.writestr(_member(name, day), content)
        _flushed(made)
        made.replace(path)
    except OSError as error:
        name = str(error.filename or shown) if not isinstance(error.filename, int) else shown
        raise refuse(name, f"没有装成：{system_reason(error)}", "请处理后再试") from error
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)
    return digests


def _add_all(package: zipfile.ZipFile, item: str, files: Iterable[Path], day: date) -> dict[str, str]:
    names: dict[str, str] = {}
    for file in files:
        name = _free_name(f"{item}/{file.name}", names)
        names[name] = _add(package, file, name, day)
    return names


def _free_name(name: str, taken: Mapping[str, str]) -> str:
    """`name`, or `name（2）` where two files of an item are called the same (case apart: Windows)."""
    stem, dot, ending = name.rpartition(".")
    free, number = name, 1
    while free.casefold() in {one.casefold() for one in taken}:
        number += 1
        free = f"{stem}（{number}）.{ending}" if dot else f"{name}（{number}）"
    return free


def _add(package: zipfile.ZipFile, file: Path, name: str, day: date) -> str:
    from hashlib import sha256

    digest = sha256()
    with file.open("rb") as source, package.open(_member(name, day), "w", force_zip64=True) as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            target.write(chunk)
    return digest.hexdigest()


def _member(name: str, day: date) -> zipfile.ZipInfo:
    from zipfile import ZIP_DEFLATED, ZipInfo

    member = ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    member.compress_type = ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    return member


def _flushed(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
