"""A text file's bytes made into text, with a word on what encoding it is when it is not UTF-8."""

from __future__ import annotations

from pathlib import Path

from qjtask.core.problem import Refused, refuse

LARGEST = 64 * 1024 * 1024
"""Bytes. A plan of 100,000 items is smaller; what is larger is not a plan."""

_GUESSES = {"gb18030": "GBK/GB18030", "big5": "Big5"}


def read_text(path: Path, shown: str) -> str:
    """The text of a UTF-8 file, without its byte-order mark; `shown` is how messages name it.

    Raises Refused when it cannot be opened, is larger than 64 MiB, or is not UTF-8.
    """
    return decode(read_bytes(path, shown), shown)


def read_bytes(path: Path, shown: str) -> bytes:
    """The bytes of a file of at most 64 MiB; Refused when it cannot be had."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise refuse(shown, f"打不开这个文件（{error.strerror}）", "请检查路径和读取权限") from error
    if len(data) > LARGEST:
        raise refuse(shown, "文件超过 64 MiB，不像是一份计划", "请检查是不是选错了文件")
    return data


def decode(data: bytes, shown: str) -> str:
    """UTF-8 bytes as text; Refused with the first bad byte's place and the likely encoding."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, shown) from error


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> Refused:
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    likely = _likely_encoding(data)
    what = f"文件不是 UTF-8 编码{f'，看来是 {likely}' if likely else ''}"
    return refuse(f"{shown}:{line}:{column}", what, "请在编辑器里“另存为”UTF-8 编码")


def _likely_encoding(data: bytes) -> str | None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    for codec, name in _GUESSES.items():
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        return name
    return None
