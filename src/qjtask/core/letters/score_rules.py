"""An office's own table of points: for which event how many, to whom."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.standing.roles import OfficeRole
from qjtask.core.standing.words import ROLE_WORDS


class ScoreEvent(StrEnum):
    """What can be given points, or cost some. The values are the codes that a table may write."""

    DONE_IN_TIME = "done_in_time"
    DONE_BY_EXTENSION = "done_by_extension"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    SILENT = "silent"
    CHASED = "chased"
    RETURNED = "returned"
    EXTENDED = "extended"
    EXTENDED_LATE = "extended_late"
    TARGET_MISSED = "target_missed"


EVENT_WORDS: Mapping[ScoreEvent, str] = {
    ScoreEvent.DONE_IN_TIME: "按期完成",
    ScoreEvent.DONE_BY_EXTENSION: "延期后按期",
    ScoreEvent.DONE_LATE: "逾期完成",
    ScoreEvent.OVERDUE: "逾期",
    ScoreEvent.SILENT: "久无进展",
    ScoreEvent.CHASED: "被催办",
    ScoreEvent.RETURNED: "被退回",
    ScoreEvent.EXTENDED: "延期",
    ScoreEvent.EXTENDED_LATE: "逾期后延期",
    ScoreEvent.TARGET_MISSED: "指标未达标",
}

SCORED_ROLES = (OfficeRole.LEAD, OfficeRole.UNITS, OfficeRole.SUPPORT)
"""The roles for which a table may give points apart, in the order in which an office's is looked for."""


class ScoreRules(NamedTuple):
    """The points of each event by role; under OWNER alone where they are for those who owe the work."""

    points: Mapping[ScoreEvent, Mapping[OfficeRole, Decimal]]

    @property
    def roles(self) -> frozenset[OfficeRole]:
        """The roles in which an office may get points."""
        return frozenset(role for by_role in self.points.values() for role in by_role)

    @property
    def words(self) -> str:
        """按期完成+2；逾期：牵头-2、责任-1."""
        return "；".join(f"{EVENT_WORDS[event]}{_roles(by_role)}" for event, by_role in self.points.items())


def _roles(by_role: Mapping[OfficeRole, Decimal]) -> str:
    if OfficeRole.OWNER in by_role:
        return points_words(by_role[OfficeRole.OWNER])
    told = (f"{ROLE_WORDS[role]}{points_words(points)}" for role, points in by_role.items())
    return f"：{'、'.join(told)}"


def points_words(points: Decimal) -> str:
    """+2, -0.5, 0: without the zeros that say nothing."""
    text = f"{points:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"+{text}" if points > 0 else text if points else "0"
