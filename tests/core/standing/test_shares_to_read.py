"""Which works are read for a letter and for who owes a report: the same is told as of all."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.letters.reminder import Letter, NotRead, letter_reach, reminder
from qjtask.core.letters.reminder_text import letter_sheet
from qjtask.core.log.entry import Entry
from qjtask.core.log.history import history
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.standing.due_asked import DueAsked
from qjtask.core.standing.query import owed
from qjtask.core.standing.rows import rows_of
from qjtask.core.standing.shares import Share, shares
from qjtask.core.standing.shares_to_read import letter_to_read, reports_to_read
from tests.core.outlooks import ASKED, ITEMS, TOLD, Made, Told, laid, outlooks
from tests.core.plans import day, entry, item, plan, span

DAYS = st.sampled_from(("04-15", "06-10", "07-20"))


def silent(of: Plan, told: list[Entry], asked: DueAsked, today: date, *, in_part: bool) -> list[Share]:
    """Who owes a report, of all rows or of those that are to be read."""
    rows = rows_of(of, history(told, today), today)
    if in_part:
        rows = [rows[place] for place in reports_to_read(asked, outlooks(of, told), today)]
    return [one for one in shares(owed(rows, leads=asked.leads), asked.units) if one.too_silent is not None]


@given(ITEMS, TOLD, ASKED, DAYS)
def test_whoever_owes_a_report_is_read(
    made: list[Made], told: list[Told], asked: DueAsked, today: str
) -> None:
    of, entries = laid(made, told)
    whole, part = (silent(of, entries, asked, day(today), in_part=in_part) for in_part in (False, True))
    assert part == whole


def letter(of: Plan, told: list[Entry], asked: DueAsked, today: date, *, in_part: bool) -> Letter:
    """The letter of a week, of all rows or of those that are to be read."""
    rows, beside = rows_of(of, history(told, today), today), None
    if in_part:
        horizon = letter_reach(of, today, span("7d"), None)[1]
        to_read = letter_to_read(asked._replace(until=horizon), outlooks(of, told), today)
        rows = [rows[place] for place in to_read.works]
        beside = NotRead(unit_names(of).offices(), to_read.owners)
    return reminder(of, owed(rows, leads=asked.leads), today, span("7d"), asked.units, None, beside)


@given(ITEMS, TOLD, ASKED, DAYS)
def test_a_letter_of_a_part_is_that_of_all(
    made: list[Made], told: list[Told], asked: DueAsked, today: str
) -> None:
    of, entries = laid(made, told)
    whole, part = (letter(of, entries, asked, day(today), in_part=in_part) for in_part in (False, True))
    assert part == whole
    assert letter_sheet(part) == letter_sheet(whole)


def test_no_more_is_read_than_a_letter_names() -> None:
    of = plan(
        item("9.1", deadline="2021年12月31日"),
        item("9.2", deadline="2021年6月12日"),
        item("9.3", deadline="2021年12月31日"),
        item("9.4", deadline="2021年6月12日"),
        item("9.5", deadline="持续推进"),
    )
    told = [entry("9.1", on="06-01"), entry("9.3", on="06-09"), entry("9.4", on="06-09")]
    asked = DueAsked(day("06-24"))
    assert letter_to_read(asked, outlooks(of, told), day("06-10")).works == [1, 4]
    assert reports_to_read(asked, outlooks(of, told), day("06-10")) == [4]
