"""Lengths of time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.time.span import Span, parse_span
from tests.core.plans import day, span


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30d", Span(30, "d")),
        ("2w", Span(2, "w")),
        ("1m", Span(1, "m")),
        ("1q", Span(1, "q")),
        ("1y", Span(1, "y")),
        ("0d", Span(0, "d")),
        (" 30D ", Span(30, "d")),
    ],
)
def test_reads(text: str, meant: Span) -> None:
    assert parse_span(text) == meant


@pytest.mark.parametrize("text", ["", "d", "30", "-1d", "1.5d", "30 d", "1h", "12345d", "30天", "2021-06-30"])
def test_refuses_what_is_no_span(text: str) -> None:
    assert parse_span(text) is None


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("06-10", "0d", "06-10"),
        ("06-10", "30d", "07-10"),
        ("06-10", "2w", "06-24"),
        ("01-31", "1m", "02-28"),
        ("01-31", "1q", "04-30"),
        ("06-10", "1y", "2022-06-10"),
        ("2024-02-29", "1y", "2025-02-28"),
    ],
)
def test_counts_forward_to_the_last_day_of_a_short_month(start: str, length: str, end: str) -> None:
    assert span(length).after(day(start)) == day(end)


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [("07-10", "30d", "06-10"), ("03-31", "1m", "02-28"), ("06-10", "1y", "2020-06-10")],
)
def test_counts_backward(start: str, length: str, end: str) -> None:
    assert span(length).before(day(start)) == day(end)


@given(st.dates(), st.integers(0, 9999), st.sampled_from("dwmqy"))
def test_stops_at_the_calendars_ends(start: date, n: int, unit: str) -> None:
    length = span(f"{n}{unit}")
    assert length.before(start) <= start <= length.after(start)


def test_the_calendars_ends_are_reached() -> None:
    assert span("9999y").after(day("06-10")) == date.max
    assert span("9999y").before(day("06-10")) == date.min
    assert span("9999d").after(date(9999, 1, 1)) == date.max


@pytest.mark.parametrize(
    ("text", "words"), [("30d", "30天"), ("2w", "2周"), ("1m", "1个月"), ("1q", "1个季度"), ("1y", "1年")]
)
def test_is_told_in_chinese(text: str, words: str) -> None:
    assert str(span(text)) == words
