"""The SHA-256 of evidence: taken when it is reported, and compared later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from qjtask.core.letters.evidence_list import Finding
from qjtask.core.log.bounds import MOST
from qjtask.core.log.evidence import Reported, inner
from qjtask.core.problem import Objection, system_reason
from qjtask.storage.evidence.evidence_files import CHUNK, Found

LARGEST = 1 << 30
"""Bytes of one piece of evidence, a folder's files together: a report must not read for minutes."""

DigestOf = Callable[[Path], str]
"""How the digest of a file is had: read, or remembered by a command that meets the file again."""

_UNKEPT = "没有记下校验值，以后改了看不出来"


def file_digest(file: Path) -> str:
    """The SHA-256 of a file in hexadecimal, read in blocks."""
    growing = sha256()
    with file.open("rb") as source:
        while chunk := source.read(CHUNK):
            growing.update(chunk)
    return growing.hexdigest()


def take_digests(
    typed: str, found: Found, room: int = MOST, digest: DigestOf = file_digest
) -> dict[str, str]:
    """The digest of each file that stands at a path, by its name in the log; none of what is not there.

    Raises Objection where a file cannot be read, and where there is too much: `room` is how many files
    the report can still keep.
    """
    if found.finding is not Finding.THERE:
        return {}
    if len(found.files) > room:
        fix = f"一条记录最多记{MOST}个，请分开登记"
        raise Objection(f"“{typed}”有{len(found.files)}个文件，{_UNKEPT}", fix)
    digests: dict[str, str] = {}
    left = LARGEST
    for name, file in _named(typed, found):
        try:
            left -= file.stat().st_size
            if left < 0:
                raise Objection(f"“{typed}”超过 1 GB，{_UNKEPT}", "请分开登记，或只登记要紧的")
            digests[name] = digest(file)
        except OSError as error:
            told = f"“{name}”读不出来（{system_reason(error)}），{_UNKEPT}"
            raise Objection(told, "请核对后再登记一次") from error
    return digests


def compared(reported: Reported, found: Found, digest: DigestOf = file_digest) -> dict[str, Found]:
    """What stands at a reported path now, against its digests.

    A path without a digest, and one that is not there, is as `found`. What is as it was stays together
    under the path; each file that was changed, lost or added since stands by its own name.
    """
    if not reported.digests or found.finding is not Finding.THERE:
        return {reported.path: found}
    there = dict(_named(reported.path, found))
    findings = {name: _against(file, reported.digests.get(name), digest) for name, file in there.items()}
    wrong = {
        name: Found(finding, (there[name],))
        for name, finding in findings.items()
        if finding is not Finding.THERE
    }
    gone = {there[name] for name in wrong}
    kept = tuple(file for file in found.files if file not in gone)
    lost = {name: Found(Finding.MISSING) for name in reported.digests if name not in there}
    return {**({reported.path: found._replace(files=kept)} if kept else {}), **wrong, **lost}


def _against(file: Path, known: str | None, digest: DigestOf) -> Finding:
    if known is None:
        return Finding.ADDED
    try:
        is_same = file.stat().st_size <= LARGEST and digest(file) == known
    except OSError:
        return Finding.UNREADABLE
    return Finding.THERE if is_same else Finding.CHANGED


def _named(typed: str, found: Found) -> Iterator[tuple[str, Path]]:
    """The files with their names in the log: the path as typed, of a folder's file with the way to it.

    A name that is no text on this disk cannot stand in a log; such a file is passed over.
    """
    for file in found.files:
        name = typed if file == found.root else f"{inner(typed)}{file.relative_to(found.root).as_posix()}"
        if _is_text(name):
            yield name, file


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
