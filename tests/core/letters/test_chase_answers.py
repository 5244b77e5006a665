"""Whether a chase was answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.letters.chase_answers import unanswered, unanswered_words
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.unit_names import unit_names
from tests.core.plans import day, entry, item, past, plan
from tests.core.towns import ALL_TOWNS, TOWNS

TABLE = plan(
    item("1.1", units=("审批科", "建管科")),
    item("1.2", units=(ALL_TOWNS,)),
    units={"审批科": ("行审批科",)},
    members={ALL_TOWNS: TOWNS},
)
NAMES = unit_names(TABLE)


def chase(marked: str = "1.1", unit: str | None = "审批科", on: str = "06-10") -> Entry:
    return entry(marked, Do.CHASE, on, unit=unit, to="06-18", text="催办〔2021〕第1号")


def left(*log: Entry, today: str = "12-31") -> list[Entry]:
    return unanswered(past(log, today), NAMES)


def note(marked: str = "1.1", unit: str | None = "审批科", do: Do = Do.NOTE, on: str = "06-12") -> Entry:
    return entry(marked, do, on, unit=unit, text="在办", to="06-30" if do is Do.EXTEND else None)


@pytest.mark.parametrize("do", [Do.START, Do.NOTE, Do.DONE, Do.HOLD, Do.DROP, Do.EXTEND])
def test_a_report_of_that_unit_on_that_work_after_it_is_an_answer(do: Do) -> None:
    asked = chase()
    assert left(asked) == [asked]
    assert left(asked, note(do=do)) == []


def test_what_another_unit_says_or_of_another_work_or_before_is_none() -> None:
    before = note()
    asked = chase()
    assert left(before, asked, note(unit="建管科"), note("1.2")) == [asked]


@pytest.mark.parametrize("do", [Do.REOPEN, Do.RETURN, Do.ACCEPT, Do.CHASE])
def test_what_the_office_itself_does_is_no_answer(do: Do) -> None:
    asked = chase()
    assert asked in left(asked, entry("1.1", do, "06-12", unit="审批科"))


def test_what_was_written_after_it_is_an_answer_on_whatever_day_it_happened() -> None:
    """The unit tells only now that it had finished before it was chased."""
    assert left(chase(), note(do=Do.DONE, on="06-01")) == []


def test_a_report_under_another_name_of_the_unit_and_one_for_nobody_in_particular_answer() -> None:
    assert left(chase(), note(unit="行审批科")) == []
    assert left(chase(), chase(unit="建管科"), note(unit=None)) == []


def test_a_report_on_a_milestone_answers_for_its_work() -> None:
    assert left(chase("1.1"), note("1.1.1")) == []
    assert left(chase("1.1.1"), note("1.1")) == []


def test_an_answer_taken_back_or_to_come_is_none() -> None:
    asked, answer = chase(), note()
    assert left(asked, answer, entry("1.1", Do.UNDO, "06-13", undoes=answer)) == [asked]
    assert left(asked, answer, today="06-11") == [asked]


def test_a_chase_taken_back_wants_no_answer() -> None:
    asked = chase()
    assert left(asked, entry("1.1", Do.UNDO, "06-13", undoes=asked)) == []


def test_several_offices_under_one_name_have_each_to_answer() -> None:
    asked = chase("1.2", ALL_TOWNS)
    first = [note("1.2", name) for name in TOWNS[:-1]]
    assert left(asked, *first) == [asked]
    assert left(asked, *first, note("1.2", TOWNS[-1])) == []
    own = chase("1.2", TOWNS[0])
    assert left(own, note("1.2", ALL_TOWNS)) == []


def test_a_chase_that_a_hand_wrote_to_nobody_is_answered_by_anybody() -> None:
    asked = chase(unit=None)
    assert left(asked) == [asked]
    assert left(asked, note()) == []


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), "没有未答复的催办"),
        (("06-10", None), "共2条催办没有答复"),
        (("06-09", "06-10"), "共2条催办没有答复，其中1条已过答复日期"),
    ],
)
def test_they_are_counted_with_those_past_their_day(days: tuple[str | None, ...], words: str) -> None:
    assert unanswered_words([entry(do=Do.CHASE, to=to) for to in days], day("06-10")) == words


UNITS = st.sampled_from([None, "审批科", "行审批科", "建管科", *TOWNS, ALL_TOWNS])
MARKS = st.builds(
    lambda marked, do, unit: note(marked, unit, do) if do is not Do.CHASE else chase(marked, unit),
    st.sampled_from(["1.1", "1.2", "1.1.1"]),
    st.sampled_from([Do.CHASE, Do.CHASE, Do.NOTE, Do.DONE, Do.REOPEN]),
    UNITS,
)


@given(st.lists(MARKS, max_size=12))
def test_each_chase_by_itself_is_answered_as_among_the_others(log: list[Entry]) -> None:
    """Told chase by chase from the definition."""

    def is_answered(at: int) -> bool:
        asked = log[at]
        work = asked.item[:3]
        after = [one for one in log[at + 1 :] if one.item[:3] == work and one.do in (Do.NOTE, Do.DONE)]
        said = {office for one in after for office in (NAMES.each((one.unit,)) if one.unit else (None,))}
        wanted = NAMES.each((asked.unit,)) if asked.unit else ()
        return None in said or (bool(said) and all(office in said for office in wanted))

    expected = [one for at, one in enumerate(log) if one.do is Do.CHASE and not is_answered(at)]
    assert left(*log) == expected
