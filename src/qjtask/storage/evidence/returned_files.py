"""The workbooks that come back: one by one, by a pattern, in a folder, in a zip.

The shells of Windows hand a pattern over as it was typed, and units send what they have.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from glob import glob
from pathlib import Path, PurePosixPath

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, Refused, refuse, system_reason
from qjtask.core.text.signs import is_blank
from qjtask.storage.texts.source import LARGEST, read_bytes

_WORKBOOK, _ZIP = ".xlsx", ".zip"
_MOST_MEMBERS = 10_000
_LARGEST_ZIP = 4 * LARGEST  # bytes unpacked, of all workbooks in one
_UTF_8 = 0x800  # the flag of a member whose name is UTF-8
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class ReturnedFile(NamedTuple):
    """A workbook's bytes; `shown` is how messages name it."""

    shown: str
    data: bytes


def returned_files(names: Sequence[str]) -> Iterator[ReturnedFile | Problem]:
    """The files that are meant, each once, or what is wrong with one, in the order of the names.

    What Excel and WPS lay beside an open workbook (~$审批科.xlsx) is passed over.
    """
    seen: set[Path] = set()
    for name in names:
        try:
            for path, shown in _meant(name):
                real = path.resolve()
                if real not in seen:
                    seen.add(real)
                    yield from _members(path, shown) if path.suffix.lower() == _ZIP else [_file(path, shown)]
        except Refused as refused:
            yield from refused.problems


def _meant(name: str) -> list[tuple[Path, str]]:
    """The paths that a name means, and how messages name each. Refused when it means none."""
    if is_blank(name):  # an empty path is the folder worked in
        raise refuse("FILE", "没有写是哪个文件", "请写填报表、放着它们的文件夹或压缩包")
    path = Path(name).expanduser()
    if path.is_dir():
        inside = [one for one in path.iterdir() if one.suffix.lower() == _WORKBOOK]
        return _kept(name, inside, "文件夹里没有填报表（.xlsx）", "请核对文件夹")
    if not path.exists() and any(sign in name for sign in "*?["):
        matching = map(Path, glob(str(path)))  # noqa: PTH207 - a pattern as typed, folders and all
        return _kept(name, matching, "没有合这个写法的文件", "请核对文件夹和文件名")
    return _kept(name, [path], "这是打开工作簿时的临时文件", "请关闭工作簿，写它本来的文件名")


def _kept(name: str, paths: Iterator[Path] | Sequence[Path], what: str, fix: str) -> list[tuple[Path, str]]:
    kept = sorted(path for path in paths if not path.name.startswith("~$"))
    if not kept:
        raise refuse(name, what, fix)
    return [(path, name if len(kept) == 1 and Path(name).name == path.name else str(path)) for path in kept]


def _file(path: Path, shown: str) -> ReturnedFile:
    return ReturnedFile(shown, read_bytes(path, shown))


def _members(path: Path, shown: str) -> list[ReturnedFile]:
    """The workbooks in a zip. What it says of their sizes is not believed. Refused when it cannot be read."""
    try:
        with zipfile.ZipFile(path) as package:
            if len(package.infolist()) > _MOST_MEMBERS:
                raise refuse(shown, f"压缩包里的文件超过{_MOST_MEMBERS}个，不像是填报表", "请核对文件来源")
            members = [one for one in package.infolist() if _is_workbook(one)]
            if not members:
                raise refuse(shown, "压缩包里没有填报表（.xlsx）", "请核对压缩包")
            return [*_unpacked(package, members, shown)]
    except _BROKEN as error:
        reason = system_reason(error) if isinstance(error, OSError) else "压缩包已损坏"
        raise refuse(shown, f"打不开这个压缩包（{reason}）", "请重新压缩，或解压后写文件夹") from error


def _unpacked(
    package: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo], shown: str
) -> Iterator[ReturnedFile]:
    left = _LARGEST_ZIP
    for member in members:
        name = f"{shown}/{_name(member)}"
        if member.flag_bits & _ENCRYPTED:
            raise refuse(name, "压缩包加了密码", "请解压后写文件夹")
        with package.open(member) as file:
            data = file.read(min(LARGEST, left) + 1)
        left -= len(data)
        if len(data) > LARGEST or left < 0:
            raise refuse(name, "解压后太大，不像是填报表", "请核对文件来源")
        yield ReturnedFile(name, data)


def _is_workbook(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a workbook that a unit sent, and no leaving of a system: __MACOSX/._审批科.xlsx."""
    path = PurePosixPath(_name(member))
    return path.suffix.lower() == _WORKBOOK and not path.name.startswith(("~$", "._")) and not member.is_dir()


def _name(member: zipfile.ZipInfo) -> str:
    """A member's name. Chinese Windows writes it in GBK, and zip knows only CP437 and UTF-8."""
    if member.flag_bits & _UTF_8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename
