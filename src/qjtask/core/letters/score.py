"""考核计分: the office's own points, given to each office by the events of its works."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from qjtask.core.letters.score_entries import work_entries
from qjtask.core.letters.score_facts import ScoreFact, Sight, score_facts
from qjtask.core.letters.score_rules import SCORED_ROLES, ScoreRules
from qjtask.core.log.history import History
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.standing.roles import OfficeRole, offices
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share


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
        entries = work_entries(row, past.by_item.get(row.item.id, ()), names)
        for office, roles in _roles(row).items():
            if (not only or office in only) and not rules.roles.isdisjoint(roles):
                share = Share(row, (office,)) if OfficeRole.OWNER in roles else None
                scored = _scored(Sight(row, entries, office, share), roles, rules)
                found.setdefault(office, []).extend(scored)
    return [OfficeScore(name, tuple(found[name])) for name in names.offices() if name in found]


def _scored(sight: Sight, roles: Sequence[OfficeRole], rules: ScoreRules) -> Iterator[Scored]:
    for fact in score_facts(sight):
        by_role = rules.points.get(fact.event, {})
        points = next((by_role[role] for role in roles if role in by_role), None)
        if points is not None:
            yield Scored(sight.row, fact, points)


def _roles(row: Row) -> dict[str, list[OfficeRole]]:
    """The roles that each office of a row has: OWNER where it owes the work, and those printed."""
    found: dict[str, list[OfficeRole]] = {office: [OfficeRole.OWNER] for office in row.owners}
    for role, named in zip(SCORED_ROLES, (row.lead, row.units, row.support), strict=True):
        for office in offices(row, named):
            found.setdefault(office, []).append(role)
    return found
