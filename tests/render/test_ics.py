"""The calendar file: held against RFC 5545 byte by byte, and read back by icalendar's own parser."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from qjtask.core.letters.calendar_events import Agenda, Event, agenda
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.periods import occurrences
from qjtask.core.plan.plan import Plan
from qjtask.core.problem import Refused
from qjtask.render.ics import ics
from qjtask.render.one_line import one_line
from tests.core.plans import ISSUED, YEAR, day, entry, item, milestone, past, plan, shipped, standing

EVENT = Event(
    uid="1@qjtask",
    day=date(2021, 6, 30),
    summary="〔未启动〕9.1 梳理清单",
    description=("梳理清单", "责任单位：审批科"),
    category="（九）网上办事",
    sequence=2,
    changed=datetime(2021, 4, 2, 8, 20, tzinfo=UTC),
    alarms=(30, 1),
)

# The byte check ---------------------------------------------------------------------------------

ONCE = {
    "UID",
    "DTSTAMP",
    "DTSTART",
    "SUMMARY",
    "DESCRIPTION",
    "SEQUENCE",
    "LAST-MODIFIED",
    "STATUS",
    "TRANSP",
}
"""What each event must have once; RFC 5545, 3.6.1 wants the first three."""
FORMS = {
    "UID": r"[0-9a-f-]{36}@qjtask|1@qjtask",
    "DTSTAMP": r"\d{8}T\d{6}Z",
    "LAST-MODIFIED": r"\d{8}T\d{6}Z",
    "DTSTART;VALUE=DATE": r"\d{8}",
    "RECURRENCE-ID;VALUE=DATE": r"\d{8}",
    "RRULE": r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY);UNTIL=\d{8}(;[A-Z]+=[-0-9A-Z,]+)*",
    "SEQUENCE": r"\d+",
    "STATUS": r"CONFIRMED|CANCELLED",
    "TRANSP": r"TRANSPARENT",
    "TRIGGER": r"-?P(?:\d+D)?(?:T\d+H)?",
    "ACTION": r"DISPLAY",
    "VERSION": r"2\.0",
    "PRODID": r"-//qjtask//qjtask//ZH",
    "BEGIN": r"VCALENDAR|VEVENT|VALARM",
    "END": r"VCALENDAR|VEVENT|VALARM",
    **dict.fromkeys(
        ("SUMMARY", "DESCRIPTION", "CATEGORIES", "X-WR-CALNAME"), r"(?:[^\\;,\x00-\x1f\x7f]|\\[\\;,n])*"
    ),
}


def lines_of(data: bytes) -> list[str]:
    """The content lines unfolded; each physical line is checked (3.1)."""
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    for line in physical:
        assert len(line) <= 75
        assert b"\r" not in line
        assert b"\n" not in line
        line.decode()  # no character is cut
    return re.sub("\r\n ", "", data.decode()).split("\r\n")[:-1]


def check(data: bytes) -> None:
    """Hold a file against the grammar: which lines there are, in which component, of which form."""
    open_ones: list[str] = []
    seen: list[str] = []
    for line in lines_of(data):
        name, colon, value = line.partition(":")
        assert colon, line
        assert re.fullmatch(FORMS[name], value), line
        if name == "BEGIN":
            open_ones.append(value)
            assert open_ones == ["VCALENDAR", "VEVENT", "VALARM"][: len(open_ones)]
            seen = [] if value == "VEVENT" else seen
        elif name == "END":
            assert open_ones.pop() == value
            if value == "VEVENT":
                found = [one.partition(";")[0] for one in seen]
                assert set(found) >= ONCE
                assert len(found) == len(set(found))
        elif open_ones[-1] == "VEVENT":
            seen.append(name)
    assert open_ones == []


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def written(*made: Event) -> bytes:
    data = ics(Agenda("任务", made, 0))
    check(data)
    return data


def whole(of: Plan, *told: Entry, today: str = "06-10") -> bytes:
    return ics(agenda(of, standing(of, told, today), past(told, today)))


# What is written --------------------------------------------------------------------------------


def test_an_event_reads() -> None:
    assert lines_of(written(EVENT)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//qjtask//qjtask//ZH",
        "X-WR-CALNAME:任务",
        "BEGIN:VEVENT",
        "SUMMARY:〔未启动〕9.1 梳理清单",
        "DTSTART;VALUE=DATE:20210630",
        "DTSTAMP:20210402T082000Z",
        "UID:1@qjtask",
        "SEQUENCE:2",
        "CATEGORIES:（九）网上办事",
        "DESCRIPTION:梳理清单\\n责任单位：审批科",
        "LAST-MODIFIED:20210402T082000Z",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:〔未启动〕9.1 梳理清单",
        "TRIGGER:-P29DT15H",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:〔未启动〕9.1 梳理清单",
        "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_a_cancelled_event_without_an_alarm() -> None:
    data = written(EVENT._replace(is_cancelled=True, alarms=()))
    assert b"\r\nSTATUS:CANCELLED\r\n" in data
    assert b"VALARM" not in data


@pytest.mark.parametrize("days", [0, 1, 36500])
def test_an_alarm_rings_at_nine_days_before(days: int) -> None:
    (event,) = events(written(EVENT._replace(alarms=(days,))))
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=9) - timedelta(days=days)


def test_one_of_a_series_names_its_day() -> None:
    series = EVENT._replace(rule="FREQ=MONTHLY;BYMONTHDAY=-1", until=day("12-31"))
    first, second = events(written(series, EVENT._replace(one_of_series=True)))
    assert first["rrule"].to_ical() == b"FREQ=MONTHLY;UNTIL=20211231;BYMONTHDAY=-1"
    assert second.decoded("recurrence-id") == second.decoded("dtstart") == day("06-30")


def test_the_shipped_plan_passes() -> None:
    data = whole(shipped(), entry("9.2", Do.NOTE, percent=60), entry("1.3", Do.DROP))
    check(data)
    assert len(events(data)) == 27


def test_the_same_ledger_and_day_give_the_same_bytes() -> None:
    told = entry("9.2", Do.NOTE, percent=60)
    assert whole(shipped(), told) == whole(shipped(), told)


def test_a_calendar_without_an_event_is_refused() -> None:
    with pytest.raises(Refused, match="没有一项工作有日期"):
        whole(plan(item(deadline="持续推进")))


# Series -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "deadline",
    [
        "每日",
        "每周五",
        "每旬",
        "每半月",
        "每月25日前",
        "每月30日前",
        "每月底前",
        "次月10日前",
        "每季度末",
        "每季度首月15日前",
        "每半年",
        "每年6月底前",
    ],
)
@pytest.mark.parametrize("today", ["03-26", "07-01"])
def test_a_series_has_the_ledgers_own_days(deadline: str, today: str) -> None:
    """Every series starts on one of its days, as RFC 5545, 3.8.5.3 wants."""
    repeated = item(deadline=deadline)
    wanted = occurrences(repeated.deadline.recurrence, YEAR, ISSUED)
    data = whole(plan(repeated), today=today)
    check(data)
    series, *others = events(data)
    start = datetime.combine(series.decoded("dtstart"), datetime.min.time())
    days = [moment.date() for moment in rrulestr(series["rrule"].to_ical().decode(), dtstart=start)]
    assert tuple(days) == wanted
    assert start.date() == wanted[0]
    assert [event.decoded("recurrence-id") for event in others] == [by for by in wanted if by < day(today)]


# Texts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("甲；乙;丙,丁\\n戊", r"甲；乙\;丙\,丁\\n戊"),
        ("甲\r\nATTENDEE:mailto:a@b.c\r\n乙", "甲 ATTENDEE:mailto:a@b.c 乙"),
        ("甲\nEND:VEVENT\n乙", "甲 END:VEVENT 乙"),
        ("甲\x85乙\u2028丙\x0b丁", "甲 乙 丙 丁"),
        ("甲\x00\x07\x1b[31m乙\u202e丙", "甲���[31m乙�丙"),
        ("\ud800", "�"),
        ('甲":;,乙', r'甲":\;\,乙'),
        ("C:\\New\\notes", r"C:\\New\\notes"),  # icalendar's own escaping breaks the line at \N
    ],
)
def test_text_stays_text(text: str, line: str) -> None:
    lines = lines_of(written(EVENT._replace(summary=text, category=text, description=(text, "终"))))
    assert f"SUMMARY:{line}" in lines
    assert f"CATEGORIES:{line}" in lines
    assert f"DESCRIPTION:{line}\\n终" in lines
    assert len(lines) == len(lines_of(written(EVENT)))


@pytest.mark.parametrize("char", ["a", "é", "中", "𠮷", "👨‍👩‍👧"])
def test_long_lines_are_folded_between_characters(char: str) -> None:
    for length in range(50, 150):
        (event,) = events(written(EVENT._replace(description=(char * length,), alarms=())))
        assert str(event["description"]) == char.replace("\u200d", "�") * length


TEXTS = st.text(max_size=120) | st.text(',;:\\nN"\r\n 中；，\t', max_size=120)


def plain(value: str) -> str:
    """A text as RFC 5545, 3.3.11 reads it; icalendar's own reader mistakes an escaped backslash before n."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_passes_and_comes_back(summary: str, category: str, description: str) -> None:
    data = written(
        EVENT._replace(summary=summary, category=category, description=(description, "终"), alarms=())
    )
    found = {name: plain(value) for name, _, value in (line.partition(":") for line in lines_of(data))}
    assert found["SUMMARY"] == one_line(summary)
    assert found["CATEGORIES"] == one_line(category)
    assert found["DESCRIPTION"] == f"{one_line(description)}\n终"
    assert len(events(data)) == 1


@given(TEXTS.filter(str.strip), TEXTS, st.lists(TEXTS.filter(str.strip), max_size=2))
def test_any_plan_passes(work: str, document: str, units: list[str]) -> None:
    hostile = plan(item(work=work, units=tuple(units), milestones=(milestone("05-01", work),)))
    data = whole(hostile._replace(title=work, document=document), entry(do=Do.EXTEND, to="07-01", text=work))
    check(data)
    assert len({str(event["uid"]) for event in events(data)}) == 2
