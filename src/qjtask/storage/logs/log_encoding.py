"""A log saved in another encoding: refused as the plan is, with the encoding and what to do."""

from __future__ import annotations

import re

from qjtask.storage.logs.log_fields import FENCE
from qjtask.storage.texts.source import likely_encoding, save_as_utf8

_UTF16 = rb"\xff\xfe|\xfe\xff|[^\0]\0[^\0]\0|\0[^\0]\0[^\0]"
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_MOST_JUDGED = 1_000_000
"""Bytes of lines that are no UTF-8: enough to tell an encoding by."""


def refuse_other_encodings(data: bytes, shown: str) -> None:
    """Refuse a log in UTF-16, GBK or Big5. One in UTF-8 with some bad lines passes: they are told by line."""
    if (data[:2] in _BYTE_ORDER_MARKS or 0 in data[:4]) and re.match(_UTF16, data):
        raise save_as_utf8(f"{shown}:1:1", "UTF-16")
    try:
        data.decode()
    except UnicodeDecodeError:
        _judge(data, shown)


def _judge(data: bytes, shown: str) -> None:
    """Refuse when more lines are in another encoding than hold Chinese in UTF-8.

    A line that a writer did not finish may end within a character, and says nothing of the others.
    """
    good = first = size = 0
    bad: list[bytes] = []
    for number, line in enumerate(data.splitlines(), 1):
        if line.isascii() or line.endswith(FENCE):
            continue
        error = _error(line)
        if error is None:
            good += 1
        elif error.reason != "unexpected end of data":
            first = first or number
            size += len(line)
            if size <= _MOST_JUDGED or not bad:
                bad.append(line)
    likely = likely_encoding(b"\n".join(bad)) if len(bad) > good else None
    if likely:
        raise save_as_utf8(f"{shown}:{first}:1", likely)


def _error(line: bytes) -> UnicodeDecodeError | None:
    try:
        line.decode()
    except UnicodeDecodeError as error:
        return error
    return None
