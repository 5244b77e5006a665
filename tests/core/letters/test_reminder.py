"""The weekly letter: each unit's open share, nothing counted twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from qjtask.core.letters.reminder import Letter, ReminderLine, reminder, unknown_years
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.standing.light import Reason
from qjtask.core.standing.shares import Share
from qjtask.core.standing.words import NOBODY
from qjtask.core.time.workdays import Calendar
from tests.core.letter_samples import (
    LATE,
    LATER,
    NATIONAL,
    SILENT,
    SOON,
    TABLE,
    UNITS,
    letter,
    logs,
    on_workdays,
    plans,
)
from tests.core.plans import day, entry, item, milestone, plan, shipped, span, standing

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Plan


def asked(found: Letter) -> dict[str, dict[str, list[str]]]:
    """The numbers that each unit is asked about, by the heading they stand under."""
    return {
        section.unit: {name: [line.id for line in lines] for name, lines in section.parts}
        for section in found.sections
    }


def counts(found: Letter) -> tuple[int, int, int, int]:
    return found.late, found.soon, found.later, found.silent


def test_each_unit_is_asked_for_its_own_in_the_plans_order() -> None:
    assert asked(letter(TABLE)) == {
        "审批科": {LATE: ["1.1"], SOON: ["1.2"], SILENT: ["1.5"]},
        "建管科": {LATE: ["1.1"], LATER: ["1.3"]},
        "养护科": {SILENT: ["1.5"]},
        NOBODY: {LATE: ["1.6"]},
    }


def test_units_stand_in_the_order_of_the_plans_names() -> None:
    named = TABLE._replace(units={"养护科": (), "建管科": (), "审批科": ()})
    assert list(asked(letter(named))) == ["养护科", "建管科", "审批科", NOBODY]


def test_a_unit_whose_share_is_done_is_asked_no_more() -> None:
    found = asked(letter(TABLE, entry("1.1", unit="审批科"), entry("1.5", unit="养护科")))
    assert found["审批科"] == {SOON: ["1.2"], SILENT: ["1.5"]}  # silent itself, whatever another reported
    assert found["建管科"][LATE] == ["1.1"]
    assert "养护科" not in found


@pytest.mark.parametrize("do", [Do.DONE, Do.DROP])
def test_finished_work_is_not_asked_for(do: Do) -> None:
    told = [entry(f"1.{n}", do) for n in range(1, 7)]
    assert letter(TABLE, *told).is_quiet


def test_a_milestone_is_asked_for_under_its_own_number() -> None:
    staged = plan(item("9.4", deadline="持续推进", milestones=(milestone("06-15", "完成初稿"),)))
    ((_, (line,)),) = letter(staged).sections[0].parts
    assert (line.id, line.by, line.days, line.what) == ("9.4.1", day("06-15"), "剩5天", "完成初稿")


def test_a_line_holds_number_day_days_work_and_lead() -> None:
    late = letter(plan(item("9.1", work="梳理清单", lead=("区司法局", "区财政局"))), today="07-03")
    assert late.sections[0].parts[0][1][0] == ReminderLine(
        "9.1", day("06-30"), "逾期3天", "梳理清单", "区司法局、区财政局", Reason.OVERDUE
    )


def test_a_deadline_that_nobody_understands_is_asked_for() -> None:
    unread = letter(plan(item("9.1", deadline="待班子会后")))
    assert asked(unread) == {"审批科": {"时限读不懂，请报来确切日期": ["9.1"]}}
    assert (unread.unread, unread.silent) == (1, 0)  # told once
    assert unread.sections[0].parts[0][1][0].days == "“待班子会后”"
    assert "时限读不懂1项" in unread.total


def test_silent_works_are_told_by_their_first_words_so_that_a_letter_stays_short() -> None:
    silent = letter(plan(item("9.1", work="很长的工作" * 20, deadline="2021年12月31日", report_every="30d")))
    (line,) = silent.sections[0].parts[0].lines
    assert line.what.endswith("…")
    assert len(line.what) == 20


def test_a_silent_line_has_no_day_but_its_silence() -> None:
    silent = letter(plan(item("9.1", deadline="持续推进")))
    line = silent.sections[0].parts[0][1][0]
    assert (line.by, line.days) == (None, "静默76天")


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("05-30", {}),
        ("05-31", {"6月30日前到期": ["9.1"]}),  # 30 days before
        ("06-22", {"7月22日前到期": ["9.1"]}),
        ("06-23", {"本周到期": ["9.1"]}),  # 7 days before
        ("06-30", {"本周到期": ["9.1"]}),
        ("07-01", {"已逾期": ["9.1"]}),
    ],
)
def test_a_date_moves_from_later_to_this_week_to_late(today: str, found: dict[str, list[str]]) -> None:
    assert asked(letter(plan(item("9.1")), today=today)) == ({"审批科": found} if found else {})


def test_this_week_is_as_long_as_wanted() -> None:
    assert asked(letter(TABLE, within="2w"))["审批科"]["6月24日前到期"] == ["1.2"]
    assert asked(letter(TABLE, within="6d"))["审批科"][LATER] == ["1.2"]


def test_later_reaches_to_the_plans_warning_window() -> None:
    assert letter(plan(item("9.1"), warn="2w"), today="06-10").is_quiet
    assert letter(plan(item("9.1"), warn="20d"), today="06-10").later == 1


def test_a_window_longer_than_the_warning_leaves_nothing_for_later() -> None:
    found = letter(plan(item("9.1"), warn="7d"), within="60d")
    assert counts(found) == (0, 1, 0, 0)


def test_an_item_of_several_units_is_counted_once() -> None:
    assert counts(letter(TABLE)) == (2, 1, 1, 1)


def test_the_letter_to_one_unit_holds_and_counts_its_own_only() -> None:
    found = letter(TABLE, only={"建管科"})
    assert list(asked(found)) == ["建管科"]
    assert counts(found) == (1, 0, 1, 0)


def alone(found: Letter) -> dict[str, Letter]:
    """Each unit's own letter, cut from that of all."""
    return {section.unit: found.alone(section) for section in found.sections}


@pytest.mark.parametrize("today", ["03-26", "06-10", "06-30", "12-25", "2022-01-10"])
@pytest.mark.parametrize("calendar", [None, Calendar()])
def test_a_letter_cut_from_the_shipped_plans_is_the_units_own(today: str, calendar: Calendar | None) -> None:
    rows = standing(shipped(), today=today)

    def made(*only: str) -> Letter:
        return reminder(shipped(), rows, day(today), span("7d"), only, calendar)

    units = (*unit_names(shipped()).shown(), NOBODY)
    own = {unit: made(unit) for unit in units}
    assert alone(made()) == {unit: one for unit, one in own.items() if not one.is_quiet}


def test_the_letter_to_some_units_keeps_to_them() -> None:
    assert list(asked(letter(TABLE, only={"养护科", "建管科"}))) == ["建管科", "养护科"]


# Any log ----------------------------------------------------------------------------------------


@given(plans(), logs())
def test_the_totals_count_each_work_once_and_its_days_beside_it(of: Plan, told: list[Entry]) -> None:
    found = letter(of, *told)
    things = {line.id for section in found.sections for _, lines in section.parts for line in lines}
    assert sum(counts(found)) == len(set(map(item_id_of, things)))
    assert sum(found.times) + found.silent == len(things)
    assert found.is_quiet == (not things)


@given(plans(), logs())
def test_a_letter_cut_from_the_whole_is_the_units_own(of: Plan, told: list[Entry]) -> None:
    own = {unit: letter(of, *told, only={unit}) for unit in (*UNITS, NOBODY)}
    assert alone(letter(of, *told)) == {unit: one for unit, one in own.items() if not one.is_quiet}


@given(plans(), logs())
def test_every_open_share_that_is_due_or_silent_is_asked_for(of: Plan, told: list[Entry]) -> None:
    horizon = day("07-10")
    wanted = {
        (unit, row.item.id)
        for row in standing(of, told)
        for unit in row.open_units or (NOBODY,)
        if row.next_due and row.next_due <= horizon
    }
    wanted |= {
        (unit, row.item.id)
        for row in standing(of, told)
        for unit in (row.open_units or (NOBODY,) if row.is_open else ())
        if Share(row, (unit,)).too_silent is not None
    }
    found = asked(letter(of, *told))
    assert {(unit, number) for unit in found for ids in found[unit].values() for number in ids} == wanted


# Working days -----------------------------------------------------------------------------------


def test_a_week_that_ends_on_a_day_off_is_made_longer() -> None:
    assert on_workdays(TABLE, "06-10").until == day("06-17")
    stretched = on_workdays(plan(item(deadline="2021年10月10日")), "09-27")
    assert stretched.until == day("10-11")
    assert asked(stretched) == {"审批科": {"10月11日前到期": ["9.1"]}}
    assert "10月11日前到期1项" in stretched.total


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        ("2021年9月30日", "剩3天"),
        ("2021年10月3日", "剩6天（休息日，之前最后一个工作日是9月30日）"),
        ("2021年10月9日", "剩12天"),  # a Saturday, made up
        ("2021年10月24日", "剩27天（休息日，之前最后一个工作日是10月22日）"),
        ("2021年9月26日", "逾期1天"),
        ("2021年9月25日", "逾期2天"),  # off, and gone by
    ],
)
def test_a_day_off_is_told_with_the_last_working_day_before_it(deadline: str, words: str) -> None:
    found = on_workdays(plan(item(deadline=deadline)), "09-27")
    assert found.sections[0].parts[0][1][0].days == words
    assert "（" not in letter(plan(item(deadline=deadline)), today="09-27").sections[0].parts[0][1][0].days


def test_the_years_that_are_guessed() -> None:
    far = plan(item(deadline="2998年1月3日"), item("9.2"), warn="1y")
    assert unknown_years(on_workdays(far, "2997-12-20"), NATIONAL) == [2997, 2998]
    assert unknown_years(on_workdays(far, "09-27"), NATIONAL) == []
    named = Calendar(off=frozenset({day("2998-01-01")}))
    assert unknown_years(on_workdays(far, "2997-12-20", named), named) == [2997]
    late = plan(item(deadline="1999年1月3日"))
    assert unknown_years(on_workdays(late, "09-27"), NATIONAL) == []  # gone by: nothing was counted
