"""What becomes of a work's promises: the old text's reading, the plan's, the new print's."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.plan.plan import Milestone, Target
from qjtask.core.plan.promise_forms import STEPS, TARGETS
from qjtask.core.plan.three_way import Outcome, Readings, merged

OLD, NEW = "整治易涝点不少于15处", "整治易涝点不少于18处"
FIFTEEN, EIGHTEEN = Target("整治易涝点", "15", None, "处"), Target("整治易涝点", "18", None, "处")


def targets(
    base: list[Target], ours: list[Target], theirs: list[Target], elsewhere: set[Target] | None = None
) -> list[Outcome[Target]]:
    return merged(Readings(base, ours, theirs, elsewhere or set()), TARGETS, OLD, NEW)


def test_what_the_old_text_said_goes_with_it() -> None:
    assert targets([FIFTEEN], [FIFTEEN], [EIGHTEEN]) == [Outcome(FIFTEEN, EIGHTEEN)]
    assert targets([FIFTEEN], [FIFTEEN], []) == [Outcome(FIFTEEN, None)]
    assert targets([], [], [EIGHTEEN]) == [Outcome(None, EIGHTEEN)]


@pytest.mark.parametrize(
    ("own", "after", "doubtful"),
    [
        (FIFTEEN._replace(name="充电桩"), EIGHTEEN._replace(name="充电桩"), False),  # its name was corrected
        (FIFTEEN._replace(cumulative=True), EIGHTEEN._replace(cumulative=True), False),
        (FIFTEEN._replace(at_least="20"), FIFTEEN._replace(at_least="20"), True),
        (FIFTEEN._replace(at_least="18"), EIGHTEEN, False),  # the print says now what the person said
        (FIFTEEN._replace(at_least=None, at_most="15"), Target("整治易涝点", None, "15", "处"), True),
    ],
)
def test_what_a_person_corrected_stays_and_a_contradiction_is_told(
    own: Target, after: Target, doubtful: bool
) -> None:
    assert targets([FIFTEEN], [own], [EIGHTEEN]) == [
        Outcome(own, after, EIGHTEEN if doubtful else None, doubtful)
    ]
    assert targets([FIFTEEN], [own], [FIFTEEN]) == [Outcome(own, own)]


def test_a_corrected_one_that_the_new_text_does_not_have_stays_and_is_told() -> None:
    own = FIFTEEN._replace(at_least="20")
    assert targets([FIFTEEN], [own], []) == [Outcome(own, own, None, doubtful=True)]


def test_what_a_person_added_stays_and_is_told_when_its_number_is_no_longer_there() -> None:
    other = Target("排查小区", "40", None, "个")
    assert targets([], [other], []) == [Outcome(other, other)]
    assert targets([], [FIFTEEN], []) == [Outcome(FIFTEEN, FIFTEEN, None, doubtful=True)]
    assert targets([], [FIFTEEN], [EIGHTEEN]) == [Outcome(FIFTEEN, FIFTEEN, EIGHTEEN, doubtful=True)]
    assert targets([], [EIGHTEEN], [EIGHTEEN]) == [Outcome(EIGHTEEN, EIGHTEEN)]


def test_one_that_stands_in_a_column_of_its_own_is_the_prints() -> None:
    assert targets([], [FIFTEEN], [EIGHTEEN], {EIGHTEEN}) == [Outcome(FIFTEEN, EIGHTEEN)]


def test_what_a_person_took_out_stays_out_until_the_print_says_something_else() -> None:
    assert targets([FIFTEEN], [], [FIFTEEN]) == []
    assert targets([FIFTEEN], [], [EIGHTEEN]) == [Outcome(None, EIGHTEEN)]


def test_targets_of_other_units_or_things_are_not_the_same() -> None:
    share = Target("整治率", "90", None, "%")
    assert targets([FIFTEEN], [FIFTEEN], [share]) == [Outcome(FIFTEEN, None), Outcome(None, share)]


APRIL, AUGUST = Milestone(date(2021, 4, 30), "完成摸底"), Milestone(date(2021, 8, 31), "完成摸底")


def steps(base: list[Milestone], ours: list[Milestone], theirs: list[Milestone]) -> list[Outcome[Milestone]]:
    return merged(Readings(base, ours, theirs), STEPS, "4月底前完成摸底", "8月底前完成摸底")


def test_a_milestone_goes_on_under_another_day_or_in_other_words() -> None:
    other = Milestone(date(2021, 4, 30), "拿出方案")
    assert steps([APRIL], [APRIL], [AUGUST]) == [Outcome(APRIL, AUGUST)]
    assert steps([APRIL], [APRIL], [other]) == [Outcome(APRIL, other)]
    assert steps([APRIL], [APRIL], []) == [Outcome(APRIL, None)]
    assert steps([APRIL], [other], [AUGUST]) == [Outcome(other, AUGUST._replace(work="拿出方案"))]


def test_a_milestone_whose_day_a_person_corrected_stays_and_is_told() -> None:
    mine = APRIL._replace(by=date(2021, 5, 15))
    assert steps([APRIL], [mine], [AUGUST]) == [Outcome(mine, mine, AUGUST, doubtful=True)]
    assert steps([], [APRIL], []) == [Outcome(APRIL, APRIL, None, doubtful=True)]


def test_many_are_paired_only_where_they_are_equal() -> None:
    before = [Target(f"指标{at}", "1", None, "个") for at in range(150)]
    after = [one._replace(at_least="2") for one in before]
    found = merged(Readings(before, before, [*after, before[3]]), TARGETS, "", "")
    assert [one for one in found if one.before and one.after] == [Outcome(before[3], before[3])]


numbers = st.builds(
    Target, st.sampled_from("甲乙丙"), st.sampled_from("123"), st.none(), st.sampled_from("个处")
)
lists = st.lists(numbers, max_size=4, unique=True)


@given(lists, lists, lists)
def test_nothing_of_the_plan_is_lost_untold_and_a_second_reading_changes_nothing(
    base: list[Target], ours: list[Target], theirs: list[Target]
) -> None:
    found = targets(base, ours, theirs)
    assert [one.before for one in found if one.before] == ours
    after = [one.after for one in found if one.after]
    again = targets(theirs, after, theirs)
    assert [one.after for one in again if one.after] == after
