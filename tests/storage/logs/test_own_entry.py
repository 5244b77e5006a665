"""An entry in the program's own words is what the reader of JSON makes of it, or is left to that."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.storage.logs.entry_fields import CHINA, BadEntry, read_entry
from qjtask.storage.logs.entry_line import format_entry
from qjtask.storage.logs.log_fields import read_fields
from qjtask.storage.logs.own_entry import own_entry

AT = datetime(2021, 6, 10, 9, 12, 33, tzinfo=CHINA)
NOTE = Entry("0f", "9.2", Do.NOTE, date(2021, 6, 10), AT, "张三", None, "开了会")
LINE = format_entry(NOTE._replace(percent=40, batch="b", unit="审批科"))

texts = st.text(st.sampled_from("甲 a\"\\'{}[]#:,\n\t\x7f\u2028\U0001f600"), max_size=4)
days = st.none() | st.dates()
entries = st.builds(
    Entry,
    id=st.sampled_from(("0f", "a b")),
    item=st.sampled_from(("9.2", "9.4.1", "甲")),
    do=st.sampled_from(Do),
    on=st.dates(),
    at=st.datetimes(timezones=st.just(CHINA)),
    by=st.none() | texts,
    unit=st.none() | texts,
    text=texts,
    evidence=st.sampled_from(((), ("证明.pdf",))),
    percent=st.none() | st.integers(0, 100),
    to=days,
    batch=st.none() | texts,
    period=days,
)


def general(line: bytes) -> Entry | None:
    try:
        return read_entry(read_fields(line).values, 7)
    except BadEntry:
        return None


@given(entries)
def test_what_it_reads_is_what_json_says(entry: Entry) -> None:
    line = format_entry(entry).encode()
    read = own_entry(line, 7)
    assert read in (None, general(line))


@settings(max_examples=400)
@given(
    st.integers(0, len(LINE)), st.integers(0, 4), st.text(st.sampled_from('"\\{}, :0a甲\t\nn'), max_size=3)
)
def test_what_it_reads_of_a_marred_line_is_what_json_says(at: int, gone: int, more: str) -> None:
    line = f"{LINE[:at]}{more}{LINE[at + gone :]}".encode()
    read = own_entry(line, 7)
    assert read in (None, general(line))


@pytest.mark.parametrize(
    "entry",
    [
        NOTE,
        NOTE._replace(by=None, text=""),
        NOTE._replace(percent=0),
        NOTE._replace(percent=100, unit="审批科", batch="b"),
        NOTE._replace(do=Do.DONE, period=date(2021, 5, 25)),
        NOTE._replace(do=Do.EXTEND, to=date(2021, 7, 1)),
    ],
)
def test_what_most_lines_say_it_reads(entry: Entry) -> None:
    assert own_entry(format_entry(entry).encode(), 3) == entry._replace(line=3)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"note"', '"undo"'),
        ('"note"', '"extend"'),
        ('"note"', '"meet"'),
        ('"0f"', '""'),
        ("2021-06-10T", "2021-06-31T"),
        ('"on": "2021-06-10"', '"on": ""'),
        ("40", "101"),
        ("40", "040"),
        ("开了会", "开了\\n会"),
        ("开了会", "开了\t会"),
        ('"evidence": []', '"evidence": ["甲"]'),
        ('"by": "张三"', '"by": 1'),
        ('"item"', '"id": "1", "item"'),
        ("}", ', "doc": "甲"}'),
        ("}", "} # 未写完"),
    ],
)
def test_what_says_more_or_is_at_fault_is_left_to_others(before: str, after: str) -> None:
    assert before in LINE
    assert own_entry(LINE.encode(), 1) is not None
    assert own_entry(LINE.replace(before, after, 1).encode(), 1) is None


def test_bytes_that_are_no_text_are_left_to_others() -> None:
    assert own_entry(LINE.encode("gbk"), 1) is None
