"""Deadlines before a feast."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.time.deadline import DeadlineClass, read_deadline
from qjtask.core.time.feasts import before_feast

ISSUED = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“七一”前", "2026-06-30"),
        ("七一建党节前夕", "2026-06-30"),
        ("国庆节前", "2026-09-30"),
        ("十一前", "2026-09-30"),
        ("国庆假期前完成", "2026-09-30"),
        ("力争国庆前", "2026-09-30"),
        ("完成时限：国庆节之前", "2026-09-30"),
        ("教师节前", "2026-09-09"),
        ("五一前", "2026-04-30"),
        ("“五·一”国际劳动节前", "2026-04-30"),
        ("五四青年节前", "2026-05-03"),
        ("“三八”妇女节前", "2026-03-07"),
        ("六一儿童节前", "2026-05-31"),
        ("八一建军节前", "2026-07-31"),
        ("今年国庆前", "2026-09-30"),
        ("2027年国庆前", "2027-09-30"),
        ("二〇二七年国庆前", "2027-09-30"),
        ("元旦前", "2026-12-31"),
        ("明年元旦前", "2026-12-31"),
        ("2028年元旦前", "2027-12-31"),
    ],
)
def test_a_feast_with_a_day_of_its_own_ends_the_day_before(text: str, day: str) -> None:
    read = read_deadline(text, year=2026, issued=ISSUED)
    assert (read.kind, str(read.date), read.doubt) == (DeadlineClass.DATE, day, None)


@pytest.mark.parametrize("issued", [None, date(2025, 12, 20)])
def test_a_new_year_that_may_be_this_one_is_doubted(issued: date | None) -> None:
    read = read_deadline("元旦前", year=2026, issued=issued)
    assert read.date == date(2026, 12, 31)
    assert read.doubt is not None
    assert "也可能是今年的元旦" in read.doubt
    assert read_deadline("国庆前", year=2026, issued=issued).doubt is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "春节前",
            "清明节前",
            "端午节前",
            "中秋节前",
            "重阳节前",
            "国庆、中秋前",
            "元旦春节前",
            "国庆前后",
            "国庆期间",
        ),
        *("国庆节后", "国庆节前一周", "国庆前3天", "党代会前", "开学前", "节前", "一前"),
    ],
)
def test_other_feasts_and_times_around_them_have_no_day(text: str) -> None:
    assert read_deadline(text, year=2026, issued=ISSUED).kind is DeadlineClass.UNKNOWN


def test_what_is_asked_for_by_then_is_kept() -> None:
    read = read_deadline("教师节前召开表彰会", year=2026)
    assert (read.date, read.milestone) == (date(2026, 9, 9), "召开表彰会")
    ongoing = read_deadline("国庆节前完成，长期坚持", year=2026)
    assert (ongoing.kind, ongoing.date) == (DeadlineClass.DATE_THEN_ONGOING, date(2026, 9, 30))


def test_words_that_name_none_are_left_alone() -> None:
    assert before_feast("6月底前", year=2026, issued=None) is None
