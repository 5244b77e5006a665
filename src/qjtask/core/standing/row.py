"""A row: one item as it stands on a day. Machines get rows; people get sheets made of them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from qjtask.core.log.fold import CLOSED, State, Status
from qjtask.core.plan.plan import Group, Item


class Light(StrEnum):
    """红 overdue, 黄 due soon or silent too long, 绿 otherwise open. Finished items have none."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


class Due(NamedTuple):
    """One thing wanted by one day: an item (9.2), or a milestone of one (9.4.1); the light is its own."""

    id: str
    by: date
    what: str
    light: Light


class MilestoneRow(NamedTuple):
    """A milestone with its date after extensions and the day it was met, if it was."""

    id: str
    by: date
    work: str
    done_on: date | None


class Row(NamedTuple):
    """One item as it stands today.

    `units` and `lead` are the names to show; `dues` the unmet dates, nearest first; `deadline`
    the item's own date after extensions, `extended_from` the printed one where it was moved;
    `silent_days` how long an open undated item has had no entry.
    """

    item: Item
    group: Group
    lead: tuple[str, ...]
    units: tuple[str, ...]
    state: State
    dues: tuple[Due, ...]
    deadline: date | None
    extended_from: date | None
    light: Light | None
    why: str
    days_left: int | None
    silent_days: int | None
    finished_late: bool

    @property
    def next_due(self) -> date | None:
        """The earliest unmet date, None when nothing dated is open."""
        return self.dues[0].by if self.dues else None

    @property
    def status(self) -> Status:
        """Where the item stands."""
        return self.state.status

    @property
    def is_open(self) -> bool:
        """Neither finished nor dropped."""
        return self.state.status not in CLOSED

    @property
    def is_overdue(self) -> bool:
        """Open, with a date gone by: due today is not overdue."""
        return self.light is Light.RED

    @property
    def is_silent(self) -> bool:
        """Open, undated, and without an entry for longer than the review rhythm."""
        return self.silent_days is not None and self.light is Light.YELLOW

    @property
    def open_units(self) -> tuple[str, ...]:
        """The responsible units whose share is still to be done."""
        if not self.is_open:
            return ()
        return tuple(unit for unit in self.units if unit not in self.state.shares)

    @property
    def milestones(self) -> tuple[MilestoneRow, ...]:
        """All milestones, met ones too."""
        return tuple(
            MilestoneRow(
                f"{self.item.id}.{number}",
                self.state.moved.get(number, milestone.by),
                milestone.work,
                self.state.met.get(number),
            )
            for number, milestone in enumerate(self.item.all_milestones, 1)
        )

    @property
    def percent(self) -> int | None:
        """How far it is: 100 when done, else as last reported, else the mean of the units' parts."""
        if self.status is Status.DONE:
            return 100
        if self.state.percent is not None:
            return self.state.percent
        told = self.state.share_percents
        if self.units and (self.state.shares or told):
            parts = [100 if unit in self.state.shares else told.get(unit, 0) for unit in self.units]
            return min(round(sum(parts) / len(parts)), 99)
        return None


class DueState(StrEnum):
    """How something stands that is wanted by a day. Due today is not overdue."""

    OVERDUE = "overdue"
    OPEN = "open"
    DONE = "done"
