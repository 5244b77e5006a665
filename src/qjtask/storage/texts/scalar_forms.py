"""What each scalar of a plan may be: how it is read from a text, written, described, told when wrong."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Owner
from qjtask.core.plan.plan_form import Form
from qjtask.core.time.span import Span, parse_span

_COUNT = "[1-9][0-9]{0,3}"
_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_YEAR = "(19|2[0-9])[0-9]{2}"
_NUMBER = r"-?[0-9]{1,15}(\.[0-9]{1,15})?"
_SPAN = "[0-9]{1,4}[dwmqyDWMQY]"
_RHYTHM = f"(?!0+[a-zA-Z]){_SPAN}"
_POINTS = "100|[1-9]?[0-9]"
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_OWNERS = {owner.value: owner for owner in Owner}


class ScalarForm(NamedTuple):
    """A kind of scalar.

    `read` gives the value of a text, None where the text has not this form; `write` the text of a value,
    None for what is a text itself; `schema` describes it to editors; `told` says of a text at fault,
    {} in its place, what is wrong and what to write instead.
    """

    read: Callable[[str], Any]
    write: Callable[[Any], str] | None
    schema: Mapping[str, Any]
    told: Callable[[str], tuple[str, str]]


def _always(what: str, fix: str) -> Callable[[str], tuple[str, str]]:
    return lambda _: (what, fix)


def _matching(form: str, make: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda text: make(text) if re.fullmatch(form, text) else None


def _is_digits(text: str, most: int) -> bool:
    """Whether a text is digits, one at least. Patterns say it too; they wait for their compiler."""
    return 0 < len(text) <= most and text.isascii() and text.isdigit()


def _group_id(text: str) -> str | None:
    return text if _is_digits(text, 4) and text[0] != "0" else None


def _item_id(text: str) -> str | None:
    group, _, number = text.partition(".")
    is_one = group.isdigit() and number.isdigit() and text.isascii() and max(len(group), len(number)) <= 4
    return text if is_one and "0" not in (group[0], number[0]) else None


def _year(text: str) -> int | None:
    return int(text) if len(text) == 4 and _is_digits(text, 4) and "1900" <= text <= "2999" else None


def _number(text: str) -> str | None:
    whole, point, part = text.removeprefix("-").partition(".")
    is_number = _is_digits(whole, 15) and (_is_digits(part, 15) if point else True)
    return text if is_number else None


def _filled(text: str) -> str | None:
    return text if text.strip() else None


def _name(text: str) -> str | None:
    return text.strip() or None


def _day(text: str) -> date | None:
    """A day written YYYY-MM-DD; `fromisoformat` takes weeks and 20210630 too."""
    try:
        return date.fromisoformat(text) if text[4:8:3] == "--" else None
    except ValueError:
        return None


def _day_told(text: str) -> tuple[str, str]:
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return "没有{}这一天", "请核对日期"
    return "日期{}写法不对", "请写成 2021-06-30 的形式"


def _span_text(span: Span) -> str:
    return f"{span.n}{span.unit}"


def _flag_text(flag: bool) -> str:
    return str(flag).lower()


def _or_number(kind: str, text_form: str, **bounds: int) -> Mapping[str, Any]:
    """What an editor sees as a number, and the reader as its digits."""
    return {"oneOf": [{"type": kind, **bounds}, {"type": "string", "pattern": f"^({text_form})$"}]}


_TEXT = {"type": "string"}
_NOT_BLANK = {"type": "string", "pattern": r"\S"}
_BLANK = _always("这里是空的", "请写出内容")
_NO_SPAN = _always("时长{}写法不对", "请写成 30d、2w、1m、1q 或 1y")

SCALAR_FORMS: Mapping[Form, ScalarForm] = {
    "text": ScalarForm(str, None, _TEXT, _BLANK),
    "term": ScalarForm(str, None, _TEXT, _BLANK),
    "filled": ScalarForm(_filled, None, _NOT_BLANK, _BLANK),
    "name": ScalarForm(_name, None, {"type": ["string", "number"], "pattern": r"\S"}, _BLANK),
    "day": ScalarForm(
        _day, date.isoformat, {"type": "string", "format": "date", "pattern": f"^{_DAY}$"}, _day_told
    ),
    "year": ScalarForm(
        _year,
        str,
        _or_number("integer", _YEAR, minimum=1900, maximum=2999),
        _always("年份{}写法不对", "请写四位数字，如 2021"),
    ),
    "number": ScalarForm(
        _number,
        str,
        _or_number("number", _NUMBER),
        _always("数字{}写法不对", "单位请写在 unit 里，如 {at_least: 80, unit: 项}"),
    ),
    "span": ScalarForm(
        _matching(_SPAN, parse_span), _span_text, {"type": "string", "pattern": f"^{_SPAN}$"}, _NO_SPAN
    ),
    "rhythm": ScalarForm(
        _matching(_RHYTHM, parse_span), _span_text, {"type": "string", "pattern": f"^{_RHYTHM}$"}, _NO_SPAN
    ),
    "points": ScalarForm(
        _matching(_POINTS, int),
        str,
        _or_number("integer", _POINTS, minimum=0, maximum=100),
        _always("百分点{}写法不对", "请写 0 到 100 的整数"),
    ),
    "flag": ScalarForm(
        _FLAGS.get,
        _flag_text,
        {"type": ["boolean", "string"], "pattern": f"^({'|'.join(_FLAGS)})$"},
        _always("{}既不是 true 也不是 false", "请写 true（是）或 false（否）"),
    ),
    "owner": ScalarForm(
        _OWNERS.get,
        str,
        {"enum": list(_OWNERS)},
        _always("没有{}这种承办方", "请写 units（责任单位）、lead（牵头单位）或 all（两者都是）"),
    ),
    "group id": ScalarForm(
        _group_id,
        lambda text: f'"{text}"',
        {"type": "string", "pattern": f"^{_COUNT}$"},
        _always("重点任务的编号{}不对", '请写成表中的序号，如 "9"'),
    ),
    "item id": ScalarForm(
        _item_id,
        lambda text: f'"{text}"',
        {"type": "string", "pattern": rf"^{_COUNT}\.{_COUNT}$"},
        _always("编号{}不对", '请写成“重点任务编号.序号”，如 "9.2"，并加引号'),
    ),
}
