"""Every form of a scalar: what is written is read, and what is read is what the schema describes."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.plan.plan import Owner
from qjtask.core.plan.plan_form import Form
from qjtask.core.time.span import Span
from qjtask.storage.texts.scalar_forms import SCALAR_FORMS

COUNTS = st.integers(1, 9999)
SPANS = st.builds(Span, st.integers(1, 9999), st.sampled_from("dwmqy"))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": st.text(),
    "term": st.text(),
    "filled": st.text().filter(str.strip),
    "name": st.text().map(str.strip).filter(bool),
    "day": st.dates(),
    "year": st.integers(1900, 2999),
    "number": st.from_regex(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", fullmatch=True).filter(str.isascii),
    "span": SPANS,
    "rhythm": SPANS,
    "points": st.integers(0, 100),
    "flag": st.booleans(),
    "owner": st.sampled_from(Owner),
    "group id": COUNTS.map(str),
    "item id": st.tuples(COUNTS, COUNTS).map(lambda pair: f"{pair[0]}.{pair[1]}"),
}
forms = pytest.mark.parametrize("form", VALUES)


def test_every_form_is_a_scalars_or_is_read_apart() -> None:
    apart = {"names", "keys", "part", "parts", "some parts", "units"}
    assert {*VALUES} == {*SCALAR_FORMS} == {*get_args(Form)} - apart


@forms
@given(data=st.data())
def test_what_is_written_is_read_back(form: Form, data: st.DataObject) -> None:
    value = data.draw(VALUES[form])
    read, write, _, _ = SCALAR_FORMS[form]
    assert read(write(value).strip('"') if write else value) == value


CLOSE = st.text("0123456789.-:dwmqyDW一零０truefalsunitledaTRUE \u3000年月", max_size=12)


@forms
@given(data=st.data())
def test_the_schema_takes_the_texts_that_the_reader_takes(form: Form, data: st.DataObject) -> None:
    read, write, schema, _ = SCALAR_FORMS[form]
    drawn = VALUES[form].map(lambda value: write(value).strip('"') if write else value)
    text = data.draw(st.one_of(drawn, CLOSE, st.text(max_size=12)))
    checker = jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
    if text != text.rstrip("\n"):
        return  # a $ of Python's lets a line end pass
    assert checker.is_valid(text) is (read(text) is not None), text


@pytest.mark.parametrize(
    ("form", "text", "told"),
    [
        ("filled", " ", ("这里是空的", "请写出内容")),
        ("name", "\u3000", ("这里是空的", "请写出内容")),
        ("day", "2021-02-30", ("没有{}这一天", "请核对日期")),
        ("day", "2021-6-3", ("日期{}写法不对", "请写成 2021-06-30 的形式")),
        ("day", "20210630", ("日期{}写法不对", "请写成 2021-06-30 的形式")),
        ("day", "2021-W26-3", ("日期{}写法不对", "请写成 2021-06-30 的形式")),
        ("year", "21", ("年份{}写法不对", "请写四位数字，如 2021")),
        ("number", "80%", ("数字{}写法不对", "单位请写在 unit 里，如 {at_least: 80, unit: 项}")),
        ("span", "30天", ("时长{}写法不对", "请写成 30d、2w、1m、1q 或 1y")),
        ("rhythm", "0m", ("时长{}写法不对", "请写成 30d、2w、1m、1q 或 1y")),
        ("points", "101", ("百分点{}写法不对", "请写 0 到 100 的整数")),
        ("points", "020", ("百分点{}写法不对", "请写 0 到 100 的整数")),
        ("flag", "yes", ("{}既不是 true 也不是 false", "请写 true（是）或 false（否）")),
        (
            "owner",
            "办公室",
            ("没有{}这种承办方", "请写 units（责任单位）、lead（牵头单位）或 all（两者都是）"),
        ),
        ("group id", "（九）", ("重点任务的编号{}不对", '请写成表中的序号，如 "9"')),
        ("item id", "9.01", ("编号{}不对", '请写成“重点任务编号.序号”，如 "9.2"，并加引号')),
    ],
)
def test_what_has_not_the_form_is_told(form: Form, text: str, told: tuple[str, str]) -> None:
    assert SCALAR_FORMS[form].read(text) is None
    assert SCALAR_FORMS[form].told(text) == told


@pytest.mark.parametrize("text", ["2021-06-30", "0001-01-01", "9999-12-31", "2020-02-29"])
def test_a_day_that_exists_is_read(text: str) -> None:
    assert SCALAR_FORMS["day"].read(text) == date.fromisoformat(text)


def test_a_span_may_be_of_no_length_a_rhythm_may_not() -> None:
    assert SCALAR_FORMS["span"].read("0d") == Span(0, "d")
    assert SCALAR_FORMS["span"].read("2W") == SCALAR_FORMS["rhythm"].read("2W") == Span(2, "w")
    assert SCALAR_FORMS["rhythm"].read("000W") is None
