"""Arguments read: what they mean, and all that is wrong with them at once."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.cli.arguments import Arguments
from qjtask.cli.faults import Misused
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.problem import Refused
from qjtask.core.standing.words import STATUS_WORDS
from qjtask.core.time.span import Span
from tests.core.plans import item, milestone, plan

TODAY = date(2021, 6, 10)
PLAN = plan(item("9.1", milestones=(milestone("04-30"),)), item("9.2", units=("建管科",)))
NAMES = unit_names(PLAN)


def arguments() -> Arguments:
    return Arguments(TODAY, 2021)


def test_what_is_not_typed_is_the_default() -> None:
    with arguments() as given:
        assert given.day("--to", None, TODAY) == TODAY
        assert given.past_day("--on", None, date(2021, 5, 1)) == date(2021, 5, 1)
        assert given.units("--unit", None, NAMES) == frozenset()
        assert given.words("--status", None, STATUS_WORDS) == frozenset()
        assert given.groups(None, PLAN) == frozenset()


def test_what_is_typed_is_understood() -> None:
    with arguments() as given:
        assert given.day("--to", "6月底", TODAY) == date(2021, 6, 30)
        assert given.day("--to", " 今天 ", date.max) == TODAY
        assert given.span("--within", "2w") == Span(2, "w")
        assert given.until("--within", "5d") == date(2021, 6, 15)
        assert given.until("--within", "2021-09-30") == date(2021, 9, 30)
        assert given.unit("--unit", "建管", NAMES) == "建管科"
        assert given.items(["9.1-9.2"], PLAN) == {"9.1", "9.2"}
        assert [one for one, _ in given.marked(["9.1.1", "9.2"], PLAN)] == ["9.1.1", "9.2"]


def test_all_faults_are_told_at_once_and_no_value_gets_out() -> None:
    got_out = False
    with pytest.raises(Misused) as misused:  # noqa: PT012 - what is read stands in the block
        with arguments() as given:
            values = (
                given.day("--to", "二月三十", TODAY),
                given.past_day("--on", "2021-06-11", TODAY),
                given.span("--within", "三天"),
                given.until("--by", "胡说"),
                given.words("--status", ["好"], STATUS_WORDS),
                given.unit("--unit", "没有科", NAMES),
                given.items(["8.8"], PLAN),
                given.marked(["8.9"], PLAN),
            )
        got_out = bool(values)
    assert not got_out
    assert [str(problem.where) for problem in misused.value.problems] == [
        "--to", "--on", "--within", "--by", "--status", "--unit", "8.8", "8.9",
    ]  # fmt: skip


def test_what_the_ledger_does_not_have_is_no_fault_of_usage() -> None:
    with pytest.raises(Refused) as refused, arguments() as given:
        given.items(["8.8"], PLAN)
    assert not isinstance(refused.value, Misused)


def test_another_failure_in_the_block_goes_out_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError), arguments() as given:  # noqa: PT012 - the block is what is tried
        given.fault("--x", "写错了", "请改")
        raise ZeroDivisionError
