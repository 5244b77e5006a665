"""A row: one item as it stands on a day. Machines get rows; people get sheets made of them."""

from collections.abc import Mapping
from datetime import date

from qjtask.core.log.fold import CLOSED, State, Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Group, Item, Owner
from qjtask.core.plan.plan_address import HERE, PlanAddress
from qjtask.core.standing.dues import Due, DueKind, dues_of, own_date
from qjtask.core.standing.light import Clock, Facts, Light, Reason, why
from qjtask.core.standing.pace import Pace, term_gone

_REPORTED = Status.REPORTED  # read once: on Python 3.11 each costs as much as a function's call
_NOT_PENDING = CLOSED | {_REPORTED}
_UNITS, _LEAD = Owner.UNITS, Owner.LEAD
_OVERDUE, _UNREAD, _SILENT = Reason.OVERDUE, Reason.UNREAD, Reason.SILENT


class Row(NamedTuple):
    """One item as it stands on the day of the clock `at`.

    `lead`, `units` and `support` are the names to show, `members` the offices of those that are collective.
    `owners` are the offices whose shares count, members one by one; `owner` says in which role they owe it.
    `open_dues` is what is open of all that it wants by some day, nearest first; of recurring work the
    earliest open period. An open item has a `light` with `reasons`, which go by `facts`, and `silent_days`
    since it was last reported on. `percent` is how far it is, where that is known.
    `address` says how commands that are told are typed; the ids are here as they are typed.
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
    open_dues: tuple[Due, ...]
    light: Light | None
    reasons: tuple[Reason, ...]
    facts: Facts
    days_left: int | None
    silent_days: int | None
    percent: int | None
    pace: Pace | None
    address: PlanAddress = HERE

    @property
    def deadline(self) -> date | None:
        """The item's own date after extensions; of recurring work the next period's, or the last's."""
        return own_date(self.item, self.state)

    @property
    def dues(self) -> tuple[Due, ...]:
        """All that it wants by some day, met or not: itself or its periods in order, then its milestones."""
        return dues_of(self.item, self.state, self.at)

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
    def is_claimed(self) -> bool:
        """Done in its owners' words, and waiting for its acceptance: nothing more is wanted of them."""
        return self.state.status is _REPORTED

    @property
    def is_pending(self) -> bool:
        """Neither finished nor dropped, nor claimed to be done: something is wanted of its owners."""
        return self.state.status not in _NOT_PENDING

    @property
    def claimed_late(self) -> bool:
        """Claimed after the day that the item itself is held to."""
        claimed_on = self.state.claimed_on
        return bool(claimed_on and self.deadline and claimed_on > self.deadline)

    @property
    def term_gone(self) -> int | None:
        """The part of an open item's term that is gone, in whole per cents; None where it has none."""
        if not self.is_pending or self.item.deadline.recurrence:
            return None
        return term_gone(self.deadline, self.at.counted_from, self.at.today)

    @property
    def why(self) -> str:
        """The reasons for an open item's light in Chinese; "" of one that has none."""
        return why(self.facts, self.reasons, self.at) if self.light else ""

    @property
    def is_overdue(self) -> bool:
        """Open, with a date gone by: due today is not overdue."""
        return _OVERDUE in self.reasons

    @property
    def is_overdue_as_printed(self) -> bool:
        """Open, with a date gone by as the notice printed it, whether it was put off or not."""
        return self.is_overdue or any(due.printed and due.printed < self.at.today for due in self.open_dues)

    @property
    def is_unread(self) -> bool:
        """Open, with a deadline that nobody has understood."""
        return _UNREAD in self.reasons

    @property
    def is_undated(self) -> bool:
        """Open, without a date, and not because one could not be read."""
        return not self.open_dues and self.is_pending and not self.is_unread

    @property
    def is_silent(self) -> bool:
        """Open, and without an entry for longer than the review rhythm."""
        return _SILENT in self.reasons

    @property
    def finished_late(self) -> bool:
        """Done after the day that the item itself was held to."""
        return bool(self.deadline and self.state.done_on and self.state.done_on > self.deadline)

    @property
    def finished_by_extension(self) -> bool:
        """Done after the printed day, and in time only because that was put off."""
        done_on, printed = self.state.done_on, self.extended_from
        return bool(done_on and printed and done_on > printed and not self.finished_late)

    @property
    def owner_names(self) -> tuple[str, ...]:
        """The owners as the table prints them, a collective name as one."""
        owner = self.owner
        if owner is _UNITS:
            return self.units
        return self.lead if owner is _LEAD else tuple(dict.fromkeys((*self.lead, *self.units)))

    @property
    def open_units(self) -> tuple[str, ...]:
        """The owners whose share is still to be done."""
        return self.open_among(self.owners)

    def open_among(self, offices: tuple[str, ...]) -> tuple[str, ...]:
        """Those of some owners whose share is still to be done; none while the whole waits for acceptance."""
        if not self.is_pending:
            return ()
        done = self.state.shares
        return tuple(one for one in offices if one not in done) if done else offices

    @property
    def milestones(self) -> tuple[Due, ...]:
        """All milestones in their order, met ones too: the first is number 1."""
        return tuple(due for due in self.dues if due.kind is DueKind.MILESTONE)

    @property
    def periods(self) -> tuple[Due, ...]:
        """All periods of recurring work in their order, those that are done too."""
        return tuple(due for due in self.dues if due.kind is DueKind.PERIOD)

    @property
    def is_mean(self) -> bool:
        """Whether the percentage is the mean of the owners' parts, and nobody's report of the whole."""
        is_told = self.state.shares or self.state.share_percents
        return not self._is_all_done and self.state.percent is None and bool(is_told)

    @property
    def _is_all_done(self) -> bool:
        """Whether its owners have nothing left to do: it is finished, or claimed to be."""
        return self.status is Status.DONE or self.is_claimed

    def percent_of(self, unit: str) -> int | None:
        """How far an owner is with its part: 100 when that is done, else as it reported."""
        if unit in self.state.shares or self._is_all_done:
            return 100
        return self.state.percent if len(self.owners) == 1 else self.state.share_percents.get(unit)
