"""An entry's fields checked one by one: from what a line holds to an Entry, or to why it is none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any

from qjtask.core.log.entry import Do, Entry

CHINA = timezone(timedelta(hours=8))
"""The offset of a time of writing that a hand wrote without one."""

_KINDS = {do.value: do for do in Do}
_KEYS = frozenset(Entry._fields) - {"line"}
_LONGEST_SHOWN = 40


class BadEntry(Exception):  # noqa: N818 - told with the line's place, never raised out of this folder
    """Why a line is no entry."""


def read_entry(fields: Mapping[str, Any], line: int, after: datetime) -> Entry:
    """Check the fields of a line. `after` stands in for a time of writing that is not given.

    An entry that a hand wrote may lack its id; giving it one is the caller's part.
    """
    if not fields.keys() <= _KEYS:
        unknown = "、".join(key for key in fields if key not in _KEYS)
        raise BadEntry(f"有这个版本不认识的键{quoted(unknown)}，可能由更新的版本写入")
    entry = Entry(
        id=_text(fields, "id") or "",
        item=_text(fields, "item") or "",
        do=_do(fields),
        on=_required_day(fields, "on"),
        at=_moment(fields, after),
        by=_text(fields, "by"),
        unit=_text(fields, "unit"),
        text=_text(fields, "text") or "",
        evidence=_texts(fields, "evidence"),
        percent=_percent(fields),
        to=_day(fields, "to"),
        undoes=_text(fields, "undoes"),
        values=_values(fields),
        line=line,
    )
    if entry.do is Do.EXTEND and entry.to is None:
        raise BadEntry("延期的记录缺少新期限“to”")
    if entry.do is Do.UNDO and not entry.undoes:
        raise BadEntry("撤销的记录缺少所撤销的编号“undoes”")
    return entry


def quoted(text: str) -> str:
    """What a file holds, quoted in a message: of a long text, the start."""
    return f"“{text}”" if len(text) <= _LONGEST_SHOWN else f"“{text[:_LONGEST_SHOWN]}……”"


def _do(fields: Mapping[str, Any]) -> Do:
    value = _text(fields, "do")
    if not value:
        raise BadEntry("记录缺少种类“do”")
    if value not in _KINDS:
        raise BadEntry(f"不认识的记录种类{quoted(value)}，可能由更新的版本写入")
    return _KINDS[value]


def _text(fields: Mapping[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is not None and not isinstance(value, str):
        raise BadEntry(f"“{key}”应当是加引号的文字")
    return value


def _texts(fields: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = fields.get(key)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise BadEntry(f"“{key}”应当是文字的列表")
    return tuple(value)


def _day(fields: Mapping[str, Any], key: str) -> date | None:
    value = _text(fields, key)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise BadEntry(f"“{key}”的日期{quoted(value or '')}不对，应写成 2021-06-30 的形式") from error


def _required_day(fields: Mapping[str, Any], key: str) -> date:
    day = _day(fields, key)
    if day is None:
        raise BadEntry(f"记录缺少日期“{key}”")
    return day


def _moment(fields: Mapping[str, Any], after: datetime) -> datetime:
    value = _text(fields, "at")
    try:
        at = datetime.fromisoformat(value) if value else after
    except ValueError as error:
        form = "2021-06-20T09:12:33+08:00"
        raise BadEntry(f"“at”的时间{quoted(value or '')}不对，应写成 {form} 的形式") from error
    return at if at.tzinfo else at.replace(tzinfo=CHINA)


def _percent(fields: Mapping[str, Any]) -> int | None:
    value = fields.get("percent")
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 100:
        raise BadEntry("“percent”应当是 0 到 100 的整数")
    return value


def _values(fields: Mapping[str, Any]) -> dict[str, str]:
    value = fields.get("values")
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise BadEntry("“values”应当是“指标: 数值”")
    for name, number in value.items():
        if not isinstance(number, str) or not number.removeprefix("-").replace(".", "", 1).isdecimal():
            raise BadEntry(f'“values”里{quoted(name)}的数值应当是加引号的数字，如 "86"')
    return value
