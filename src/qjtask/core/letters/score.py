"""考核计分: the office's own points, given to each office by the events of its works."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from qjtask.core.letters.score_facts import ScoreFact, Sight, score_facts
from qjtask.core.letters.score_rules import SCORED_ROLES, ScoreRules
from qjtask.core.log.history import History
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import UnitNames, unit_names
from qjtask.core.standing.roles import Role, offices
from qjtask.core.standing.row import Row


class Scored(NamedTuple):
    """The points of one event of one work."""

    row: Row
    fact: ScoreFact
    points: Decimal


class OfficeScore(NamedTuple):
    """One office's points, in the order of its works."""

    office: str
    scored: tuple[Scored, ...]

    @property
    def total(self) -> Decimal:
        """Their sum."""
        return sum((one.points for one in self.scored), Decimal())


def scores(
    plan: Plan, rows: Sequence[Row], past: History, rules: ScoreRules, only: Collection[str] = ()
) -> list[OfficeScore]:
    """Every office that the rules may give points in one of the rows, in the plan's order.

    Of the offices in `only`, if any are named. A collective name stands for its members. An event of a
    work counts once for an office: where the rules give points by role, in the first of its roles for
    which there are any.
    """
    names = unit_names(plan)
    found: dict[str, list[Scored]] = {}
    for row in rows:
        for office in dict.fromkeys((*row.owners, *offices(row, (*row.lead, *row.units, *row.support)))):
            is_asked = not only or office in only
            if is_asked and not rules.roles.isdisjoint(_roles(row, office)):
                found.setdefault(office, []).extend(_scored(row, past, rules, names, office))
    return [OfficeScore(name, tuple(found[name])) for name in names.offices() if name in found]


def _scored(row: Row, past: History, rules: ScoreRules, names: UnitNames, office: str) -> Iterator[Scored]:
    roles = _roles(row, office)
    for fact in score_facts(Sight(row, past.by_item.get(row.item.id, ()), names, office)):
        points = _points(rules.points.get(fact.event, {}), roles)
        if points is not None:
            yield Scored(row, fact, points)


def _roles(row: Row, office: str) -> list[Role]:
    """The roles that an office has, as printed, and OWNER where it owes the work."""
    printed = zip(SCORED_ROLES, (row.lead, row.units, row.support), strict=True)
    found = [role for role, named in printed if office in offices(row, named)]
    return [Role.OWNER, *found] if office in row.owners else found


def _points(by_role: Mapping[Role, Decimal], roles: Sequence[Role]) -> Decimal | None:
    return next((by_role[role] for role in roles if role in by_role), None)
