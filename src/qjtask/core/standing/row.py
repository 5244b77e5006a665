"""A row: one item as it stands on a day. Machines get rows; people get sheets made of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from qjtask.core.log.fold import CLOSED, State, Status
from qjtask.core.plan.plan import Group, Item, Owner
from qjtask.core.standing.dues import Due, DueKind
from qjtask.core.standing.light import Clock, Light


class Row(NamedTuple):
    """One item as it stands on the day of the clock `at`.

    `lead`, `units` and `support` are the names to show, `members` the offices of those that are collective.
    `owners` are the offices whose shares count, members one by one; `owner` says in which role they owe it.
    `dues` is all that it wants by some day, met or not; `open_dues` what is open, nearest first, and of
    recurring work only the period that is. `silent_days` is how long an open undated item has had no entry.
    """

    at: Clock
    item: Item
    group: Group
    lead: tuple[str, ...]
    units: tuple[str, ...]
    support: tuple[str, ...]
    members: Mapping[str, tuple[str, ...]]
    owner: Owner
    owners: tuple[str, ...]
    state: State
    dues: tuple[Due, ...]
    open_dues: tuple[Due, ...]
    light: Light | None
    why: str
    days_left: int | None
    silent_days: int | None

    @property
    def deadline(self) -> date | None:
        """The item's own date after extensions; of recurring work the next period's, or the last's."""
        own = [due for due in self.dues if due.kind is not DueKind.MILESTONE]
        return next((due.by for due in own if due.done_on is None), own[-1].by if own else None)

    @property
    def extended_from(self) -> date | None:
        """The item's printed date where it was moved."""
        is_moved = self.state.extended_to and not self.item.deadline.milestone
        return self.item.deadline.date if is_moved else None

    @property
    def next_due(self) -> date | None:
        """The earliest unmet date, None when nothing dated is open."""
        return self.open_dues[0].by if self.open_dues else None

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
    def finished_late(self) -> bool:
        """Done after the day that the item itself was held to."""
        return bool(self.deadline and self.state.done_on and self.state.done_on > self.deadline)

    @property
    def owner_names(self) -> tuple[str, ...]:
        """The owners as the table prints them, a collective name as one."""
        if self.owner is Owner.ALL:
            return tuple(dict.fromkeys((*self.lead, *self.units)))
        return self.lead if self.owner is Owner.LEAD else self.units

    @property
    def open_units(self) -> tuple[str, ...]:
        """The owners whose share is still to be done."""
        return tuple(filter(self.is_open_to, self.owners))

    def is_open_to(self, unit: str) -> bool:
        """Whether an owner's share is still to be done."""
        return self.is_open and unit not in self.state.shares

    @property
    def milestones(self) -> tuple[Due, ...]:
        """All milestones in their order, met ones too: the first is number 1."""
        return tuple(due for due in self.dues if due.kind is DueKind.MILESTONE)

    @property
    def periods(self) -> tuple[Due, ...]:
        """All periods of recurring work in their order, those that are done too."""
        return tuple(due for due in self.dues if due.kind is DueKind.PERIOD)

    @property
    def percent(self) -> int | None:
        """How far it is: 100 when done, else as last reported, else the mean of the owners' parts."""
        if self.status is Status.DONE:
            return 100
        if self.state.percent is not None:
            return self.state.percent
        told = self.state.share_percents
        if self.owners and (self.state.shares or told):
            parts = [self.percent_of(unit) or 0 for unit in self.owners]
            return min(round(sum(parts) / len(parts)), 99)
        return None

    @property
    def is_mean(self) -> bool:
        """Whether the percentage is the mean of the owners' parts, and nobody's report of the whole."""
        return self.status is not Status.DONE and self.state.percent is None and self.percent is not None

    def percent_of(self, unit: str) -> int | None:
        """How far an owner is with its part: 100 when that is done, else as it reported."""
        if unit in self.state.shares or self.status is Status.DONE:
            return 100
        return self.state.percent if len(self.owners) == 1 else self.state.share_percents.get(unit)
