"""Points by office: who gets them, in which role, and that they add up."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given

from qjtask.core.letters.score import OfficeScore, scores
from qjtask.core.letters.score_rules import ScoreEvent, ScoreRules
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Plan
from qjtask.core.standing.counts import Category, StatsBy, tallies
from qjtask.core.standing.roles import OfficeRole
from qjtask.core.standing.words import NOBODY
from tests.core.letter_samples import logs, plans
from tests.core.plans import entry, item, past, plan, standing
from tests.core.towns import COUNTY, TOWNS

LATE = item(
    "1.1", lead=("局办", "审批科"), units=("审批科", "建管科"), support=("养护科",), deadline="5月底前"
)
NOTED = entry("1.1", Do.NOTE, "06-09")
OWNERS_LATE = ScoreRules({ScoreEvent.OVERDUE: {OfficeRole.OWNER: Decimal(-2)}})


def of(on: Plan, rules: ScoreRules, *log: Entry, only: tuple[str, ...] = ()) -> list[OfficeScore]:
    return scores(on, standing(on, log), past(log, "06-10"), rules, only)


def totals(on: Plan, rules: ScoreRules, *log: Entry, only: tuple[str, ...] = ()) -> dict[str, str]:
    return {one.office: str(one.total) for one in of(on, rules, *log, only=only)}


def test_points_without_a_role_are_for_those_who_owe_the_work() -> None:
    assert totals(plan(LATE), OWNERS_LATE, NOTED) == {"审批科": "-2", "建管科": "-2"}
    assert totals(plan(LATE), OWNERS_LATE, NOTED, only=("建管科",)) == {"建管科": "-2"}


def test_points_by_role_are_for_the_first_of_an_office_s_roles_and_counted_once() -> None:
    rules = ScoreRules({ScoreEvent.OVERDUE: {OfficeRole.UNITS: Decimal(-1), OfficeRole.LEAD: Decimal(-3)}})
    assert totals(plan(LATE), rules, NOTED) == {"审批科": "-3", "建管科": "-1", "局办": "-3"}
    support = ScoreRules({ScoreEvent.OVERDUE: {OfficeRole.SUPPORT: Decimal("-0.5")}})
    assert totals(plan(LATE), support, NOTED) == {"养护科": "-0.5"}


def test_an_office_without_a_point_has_a_line_where_it_could_have_had_one() -> None:
    fine = item("1.2", units=("养护科",), deadline="2021年12月31日")
    log = (NOTED, entry("1.2", Do.NOTE, "06-09"))
    assert totals(plan(LATE, fine), OWNERS_LATE, *log) == {"审批科": "-2", "建管科": "-2", "养护科": "0"}


def test_a_collective_name_stands_for_its_members() -> None:
    log = (entry("1.2", unit=TOWNS[0], on="05-20"), entry("1.2", Do.NOTE, "06-09"))
    found = totals(COUNTY, OWNERS_LATE, *log)
    assert [found[town] for town in TOWNS] == ["0", "-2", "-2"]


@given(plans(), logs())
def test_every_point_is_in_the_table_and_the_sums_add_up(on: Plan, log: list[Entry]) -> None:
    rules = ScoreRules({event: {OfficeRole.OWNER: Decimal(at)} for at, event in enumerate(ScoreEvent, 1)})
    for one in of(on, rules, *log):
        assert one.total == sum(each.points for each in one.scored)
        for each in one.scored:
            assert one.office in each.row.owners
            assert each.points == rules.points[each.fact.event][OfficeRole.OWNER]
            assert each.fact.basis


@given(plans(), logs())
def test_what_is_late_costs_an_office_as_often_as_stats_counts_it(on: Plan, log: list[Entry]) -> None:
    rules = ScoreRules({ScoreEvent.OVERDUE: {OfficeRole.OWNER: Decimal(-1)}})
    counted = {line.name: line.counts[Category.OVERDUE] for line in tallies(standing(on, log), StatsBy.UNIT)}
    counted.pop(NOBODY, None)
    assert {one.office: -one.total for one in of(on, rules, *log)} == counted
