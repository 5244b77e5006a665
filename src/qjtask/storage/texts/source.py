"""A text file's bytes made into text, with a word on what encoding it is when it is not UTF-8."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from qjtask.core.problem import Refused, refuse, system_reason

LARGEST = 64 * 1024 * 1024
"""Bytes. A plan of 100,000 items is smaller; what is larger is not a plan."""

_BOM = b"\xef\xbb\xbf"
_PAIR = rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]"
_BIG5_SHARE = 0.15  # of the characters whose second byte is below A1: a third in Big5, hardly any in GBK


def read_text(path: Path, shown: str) -> str:
    """The text of a UTF-8 file, without its byte-order mark; `shown` is how messages name it.

    Raises Refused when it cannot be opened, is larger than 64 MiB, or is not UTF-8.
    """
    return decode(read_bytes(path, shown), shown)


def read_bytes(path: Path, shown: str) -> bytes:
    """The bytes of a file of at most 64 MiB; Refused when it cannot be had, and of what is none (a pipe)."""
    try:
        if stat.S_IFMT(path.stat().st_mode) not in {stat.S_IFREG, stat.S_IFDIR}:
            raise refuse(shown, "这是管道或设备，不是文件", "请核对是不是选错了文件")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise refuse(shown, f"打不开这个文件（{system_reason(error)}）", "请检查路径和读取权限") from error
    if len(data) > LARGEST:
        raise refuse(shown, "文件超过 64 MiB，不像是一份计划", "请检查是不是选错了文件")
    return data


def decode(data: bytes, shown: str) -> str:
    """UTF-8 bytes as text; Refused with the first bad byte's place and the likely encoding."""
    data = data.removeprefix(_BOM)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, shown) from error


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> Refused:
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode()) + 1
    where = f"{shown}:{line}:{column}"
    likely = likely_encoding(data)
    if likely:
        return save_as_utf8(where, likely)
    return refuse(where, "这里有不是 UTF-8 的字节", "文件可能损坏或混入了别的编码，请改好这里再存为 UTF-8")


def save_as_utf8(where: str, encoding: str) -> Refused:
    """The refusal of a file in another encoding, with what to do."""
    return refuse(where, f"文件不是 UTF-8 编码，看来是 {encoding}", "请在编辑器里“另存为”UTF-8 编码")


def likely_encoding(data: bytes) -> str | None:
    """The encoding that a whole file seems to be in; None for a UTF-8 one with some bad bytes."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") < sum(char >= "\u0800" for char in text) / 2:
        return None
    pairs = re.findall(_PAIR, data)
    low = sum(pair[1] < 0xA1 for pair in pairs)
    is_big5 = low > len(pairs) * _BIG5_SHARE and _is(data, "big5")
    return "Big5" if is_big5 else "GBK/GB18030" if _is(data, "gb18030") else None


def _is(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
