"""Letters that chase: what is late, how often it was asked, and by when to answer."""

from __future__ import annotations

import pytest

from qjtask.core.letters.chases import chases, not_chased
from qjtask.core.log.digest import LogLine
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.fold import Status
from tests.core.chase_samples import AT, TABLE, letters, logged
from tests.core.plans import day, entry, item, milestone, past, plan, row, span, standing


def test_a_letter_for_each_unit_that_is_late_or_silent() -> None:
    found = letters()
    assert [one.unit for one in found] == ["审批科", "建管科"]
    assert [(one.id, one.what, one.times) for one in found[1].asked] == [
        ("1.1", "迟到", 1),
        ("1.2", "沉默", 1),
    ]


def test_only_the_units_named_are_chased_and_a_unit_that_did_its_share_is_not() -> None:
    assert [one.unit for one in letters(only=("建管科",))] == ["建管科"]
    assert [one.unit for one in letters(entry("1.1", unit="审批科"))] == ["建管科"]


def test_due_today_is_not_late() -> None:
    assert [one.unit for one in letters(today="05-31")] == ["建管科"]


def test_the_second_chase_says_it_is_the_second() -> None:
    log = logged(letters(only=("建管科",)))
    again = letters(*log, today="06-20")
    by_unit = {one.unit: one for one in again}
    assert by_unit["建管科"].times == 2
    assert by_unit["建管科"].last == day("06-10")
    assert by_unit["审批科"].times == 1


def test_an_item_is_counted_by_itself() -> None:
    log = [entry("1.2", Do.CHASE, "06-01", unit="建管科", to="06-05")]
    (_, letter) = letters(*log)
    assert [(one.id, one.times) for one in letter.asked] == [("1.1", 1), ("1.2", 2)]


def test_a_chase_under_another_name_of_the_unit_counts() -> None:
    log = [entry("1.1", Do.CHASE, "06-01", unit="行审批科", to="06-05")]
    assert letters(*log)[0].times == 2


def test_letters_are_numbered_by_the_year_and_keep_their_number_on_the_day() -> None:
    log = logged(letters(only=("建管科",)))
    assert [(one.unit, one.name) for one in letters(*log)] == [
        ("审批科", "催办〔2021〕第2号"),
        ("建管科", "催办〔2021〕第1号"),
    ]
    assert letters(*log)[1].times == 1
    assert [one.number for one in letters(*log, today="06-20")] == [2, 3]
    assert [one.number for one in letters(*log, today="2022-01-04")] == [1, 2, 3]


def test_a_number_is_never_given_twice() -> None:
    log = logged(letters())
    taken_back = [*log, *(entry(one.item, Do.UNDO, undoes=one) for one in log if one.unit == "审批科")]
    assert [(one.unit, one.number) for one in letters(*taken_back)] == [("审批科", 3), ("建管科", 2)]
    assert [one.number for one in letters(*log, today="06-01")] == [3, 4], "a later letter has the number"
    assert letters(*taken_back)[0].times == 1


def test_a_number_that_a_later_version_wrote_is_not_given_again() -> None:
    newer = [
        LogLine("x", day("06-01"), AT, f'- {{"text": "{name}"}}'.encode())
        for name in ("催办〔2021〕第7号", "催办〔2020〕第9号")
    ]
    found = chases(TABLE, standing(TABLE), past([]), [], day("06-10"), day("06-18"), newer=newer)
    assert [one.number for one in found] == [8, 9]


def test_what_was_answered_is_not_held_against_the_unit() -> None:
    monthly = plan(item("1.1", deadline="每月25日前", issued=day("01-01")), issued=day("01-01"))
    first = [entry("1.1", Do.CHASE, "01-28", unit="审批科", to="02-01")]
    assert letters(*first, today="02-01", on=monthly)[0].times == 2
    done = [*first, entry("1.1", Do.DONE, "01-29")]
    assert letters(*done, today="02-28", on=monthly)[0].times == 1


CHASED = entry("1.1", Do.CHASE, "06-01", unit="审批科", to="06-05")


@pytest.mark.parametrize(
    ("settled", "times"),
    [
        (entry("1.1", Do.EXTEND, "06-02", to="06-05"), 1),
        (entry("1.1", Do.NOTE, "06-02", text="在办"), 2),
        (entry("1.1", Do.DONE, "06-02", unit="建管科"), 2),
    ],
)
def test_a_date_is_settled_by_its_own_marks_alone(settled: Entry, times: int) -> None:
    (letter,) = letters(CHASED, settled, only=("审批科",))
    assert letter.times == times


def test_an_undated_thing_is_settled_by_any_report() -> None:
    chased = entry("1.2", Do.CHASE, "04-28", unit="建管科", to="05-05")
    reported = entry("1.2", Do.NOTE, "05-01", text="在办")
    (letter,) = letters(chased, reported, only=("建管科",))
    assert [(one.id, one.times) for one in letter.asked] == [("1.1", 1), ("1.2", 1)]


def test_what_no_letter_holds_is_told() -> None:
    nobodys = plan(item("1.1", units=(), deadline="2021年5月31日"), item("1.2", deadline="2021年12月31日"))
    rows = standing(nobodys)
    (told,) = map(str, not_chased(rows, [], ()))
    assert told.startswith("1项逾期或久无进展，但没有写责任单位：1.1；")
    (told,) = map(str, not_chased(rows, [], ("审批科",)))
    assert told == "审批科: 没有逾期和久无进展的工作，不用催办"
    (told,) = map(str, not_chased(rows[1:], [], ()))
    assert told == "没有逾期和久无进展的工作，不用催办"


def test_logging_twice_on_a_day_writes_once() -> None:
    log = logged(letters())
    assert [one.do for one in log] == [Do.CHASE] * 3
    assert {(one.item, one.unit, one.text, one.to) for one in log} == {
        ("1.1", "审批科", "催办〔2021〕第1号", day("06-18")),
        ("1.1", "建管科", "催办〔2021〕第2号", day("06-18")),
        ("1.2", "建管科", "催办〔2021〕第2号", day("06-18")),
    }
    assert logged(letters(*log), *log) == log


def test_a_chase_taken_back_was_none() -> None:
    chase = entry("1.2", Do.CHASE, "06-01", unit="建管科", to="06-05")
    assert letters(chase, entry("1.2", Do.UNDO, "06-02", undoes=chase))[1].times == 1


def test_a_chase_is_no_progress() -> None:
    silent = item("1.2", deadline="持续推进")
    chased = row(silent, [entry("1.2", Do.CHASE, "06-09", unit="审批科", to="06-15")])
    assert chased.status is Status.TODO
    assert chased.is_silent
    assert chased.state.last is None


@pytest.mark.parametrize(
    ("over", "asked"), [("9d", ["1.1", "1.1.1"]), ("10d", ["1.1.1"]), ("20d", ["1.1.1"]), ("21d", [])]
)
def test_only_what_is_late_by_more_than_that_is_chased(over: str, asked: list[str]) -> None:
    """1.1 is late by 10 days and its milestone by 21; 1.2 is silent, and not late."""
    late = item("1.1", deadline="2021年5月31日", milestones=(milestone("05-20"),))
    on = plan(late, item("1.2", deadline="持续推进"))
    found = letters(on=on, over=span(over))
    assert sorted(one.id for letter in found for one in letter.asked) == asked


def test_who_is_not_late_by_so_much_is_told_so() -> None:
    nobodys = standing(plan(item("1.1", units=(), lead=(), deadline="2021年5月31日")))
    (told,) = map(str, not_chased(nobodys, [], (), span("9d")))
    assert told.startswith("1项逾期超过9天，但没有写责任单位：1.1；")
    (told,) = map(str, not_chased(nobodys, [], (), span("10d")))
    assert told == "没有逾期超过10天的工作，不用催办"
