"""An entry's fields checked one by one: from what a line holds to an Entry, or to why it is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Any

from qjtask.core.log.digest import LogLine
from qjtask.core.log.entry import Do, Entry
from qjtask.core.text.quoting import quoted

CHINA = timezone(timedelta(hours=8))
"""The offset of a time of writing that a hand wrote without one."""

_CHINESE = (None, CHINA)
_LAST = time(23, 59, 59, tzinfo=CHINA)
"""The time of writing of a line that names none, on the day of its report: after that day's other lines.

It is made of the line alone, so that a merge may put the line anywhere.
"""
_KINDS = {do.value: do for do in Do}
_DIGEST = r"[0-9a-f]{64}"


class BadEntry(Exception):  # noqa: N818 - told with the line's place, never raised out of this folder
    """Why a line is no entry."""


class NewerEntry(BadEntry):
    """A line that a later version wrote: kept, told and passed over."""


def read_entry(fields: Mapping[str, Any], line: int) -> Entry:
    """Check the fields of a line, which a hand may have written without its id: that is the caller's part."""
    if not fields.keys() <= _READERS.keys():
        raise NewerEntry(f"有这个版本不认识的键{quoted(_unknown(fields))}，可能由更新的版本写入")
    found = {key: _READERS[key](key, value) for key, value in fields.items() if value is not None}
    if not found.get("do"):
        raise BadEntry("记录缺少种类“do”")
    if not found.get("on"):
        raise BadEntry("记录缺少日期“on”")
    if not found.get("at"):
        found["at"] = datetime.combine(found["on"], _LAST)
    entry = Entry(**{"id": "", "item": "", **found, "line": line})
    if entry.do is Do.EXTEND and entry.to is None:
        raise BadEntry("延期的记录缺少新期限“to”")
    if entry.do is Do.UNDO and not entry.undoes:
        raise BadEntry("撤销的记录缺少所撤销的编号“undoes”")
    return entry


def _unknown(fields: Mapping[str, Any]) -> str:
    return "、".join(key for key in fields if key not in _READERS)


def read_newer(fields: Mapping[str, Any], text: bytes) -> LogLine | None:
    """The line of an entry that a later version wrote; None where it has not even an id, a day and a time."""
    try:
        on, at = _day("on", fields.get("on")), _moment("at", fields.get("at"))
        line_id = _text("id", fields.get("id"))
    except BadEntry:
        return None
    return LogLine(line_id, on, at, text) if line_id and on and at else None


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise BadEntry(f"“{key}”应当是加引号的文字")
    return value


def _do(key: str, value: Any) -> Do | None:
    word = _text(key, value)
    if word and word not in _KINDS:
        raise NewerEntry(f"不认识的记录种类{quoted(word)}，可能由更新的版本写入")
    return _KINDS.get(word)


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise BadEntry(f"“{key}”应当是文字的列表")
    return tuple(value)


def _day(key: str, value: Any) -> date | None:
    text = _text(key, value)
    try:
        return day_of(text) if text else None
    except ValueError as error:
        raise BadEntry(f"“{key}”的日期{quoted(text)}不对，应写成 2021-06-30 的形式") from error


@lru_cache(maxsize=4096)
def day_of(text: str) -> date:
    """The day that a text says. ValueError where it says none."""
    return date.fromisoformat(text)


def _moment(key: str, value: Any) -> datetime | None:
    text = _text(key, value)
    if not text:
        return None
    try:
        return moment_of(text)
    except ValueError as error:
        form = "2021-06-20T09:12:33+08:00"
        raise BadEntry(f"“{key}”的时间{quoted(text)}不对，应写成 {form} 的形式") from error


def moment_of(text: str) -> datetime:
    """The moment that a text says. ValueError where it says none.

    Those of China share one offset: moments that do are compared in a fifth of the time.
    """
    at = datetime.fromisoformat(text)
    return datetime.combine(at, at.time(), CHINA) if at.tzinfo in _CHINESE else at


def _percent(key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 100:
        raise BadEntry(f"“{key}”应当是 0 到 100 的整数")
    return value


def _values(key: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise BadEntry(f"“{key}”应当是“指标: 数值”")
    for name, number in value.items():
        if not isinstance(number, str) or not number.removeprefix("-").replace(".", "", 1).isdecimal():
            raise BadEntry(f'“{key}”里{quoted(name)}的数值应当是加引号的数字，如 "86"')
    return value


def _digests(key: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise BadEntry(f"“{key}”应当是“佐证的路径: 校验值”")
    for path, digest in value.items():
        if not isinstance(digest, str) or not re.fullmatch(_DIGEST, digest):
            raise BadEntry(f"“{key}”里{quoted(path)}的校验值应当是 64 位十六进制数字")
    return value


_READERS: Mapping[str, Callable[[str, Any], Any]] = {
    "id": _text,
    "item": _text,
    "do": _do,
    "on": _day,
    "at": _moment,
    "by": _text,
    "unit": _text,
    "text": _text,
    "evidence": _texts,
    "percent": _percent,
    "to": _day,
    "undoes": _text,
    "values": _values,
    "batch": _text,
    "period": _day,
    "sha256": _digests,
    "grade": _text,
    "approved_by": _text,
    "doc": _text,
}
