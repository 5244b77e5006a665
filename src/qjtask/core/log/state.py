"""What the entries of one item add up to."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from qjtask.core.log.entry import Entry
from qjtask.core.log.order import latest
from qjtask.core.log.periods import Periods, next_period
from qjtask.core.named_tuple import NamedTuple


class Status(StrEnum):
    """Where an item stands. What is REPORTED is done in its unit's words, and waits for its acceptance."""

    TODO = "todo"
    DOING = "doing"
    REPORTED = "reported"
    DONE = "done"
    HELD = "held"
    DROPPED = "dropped"


CLOSED = frozenset({Status.DONE, Status.DROPPED})
"""Nothing more is wanted, until somebody reopens the item."""


class Extension(NamedTuple):
    """A date moved, of an item or, by its number, of a milestone; until then `before` was the date."""

    item: str
    on: date
    before: date | None
    to: date
    text: str
    by: str | None
    approved_by: str | None
    doc: str | None

    @property
    def is_late(self) -> bool:
        """Whether the date had gone by when it was moved."""
        return self.before is not None and self.on > self.before

    @property
    def is_later(self) -> bool:
        """Whether it puts off: a date brought forward is no extension."""
        return self.before is None or self.to > self.before


class State(NamedTuple):
    """What the entries of one item add up to; what does not build on what stood before comes first.

    `since` is the day the status began. `shares` are the units whose share is done, and when; `percents`
    the notes that said last how far each unit is with its part, where there are several, and under None
    how far the item is. `met` are the milestones met, by number; `moved` the milestones' new dates;
    `extended_to` the item's.

    Of recurring work `periods` are the due dates, `closed_on` those settled, and when; `shares` are those
    of the earliest open period, `period_shares` those of each.

    `claimed_on` is the day of a completion that waits for its acceptance, `claimants` are those who wrote
    what it is made of, `accepted` is the acceptance, `returns` what was sent back, `own_acceptances` are
    those by a claimant, which change nothing. `values` are the measurements by target: the latest, or
    their sum where the target is cumulative. `last` is the entry that happened last, `last_of` by the
    unit that it names.
    """

    status: Status = Status.TODO
    since: date | None = None
    periods: Periods = ()
    values: Mapping[str, str] = {}
    last: Entry | None = None
    last_of: Mapping[str | None, Entry] = {}
    done_on: date | None = None
    percents: Mapping[str | None, Entry] = {}
    shares: Mapping[str, date] = {}
    met: Mapping[int, date] = {}
    moved: Mapping[int, date] = {}
    extended_to: date | None = None
    extensions: tuple[Extension, ...] = ()
    closed_on: Mapping[date, date] = {}
    period_shares: Mapping[date, Mapping[str, date]] = {}
    claimed_on: date | None = None
    claimants: frozenset[str | None] = frozenset()
    accepted: Entry | None = None
    returns: tuple[Entry, ...] = ()
    own_acceptances: tuple[Entry, ...] = ()

    @property
    def percent(self) -> int | None:
        """How far the item is, as reported for the whole of it; None when a unit told of its part later."""
        told = self.percents.get(None)
        return told.percent if told and told is latest(self.percents.values()) else None

    @property
    def share_percents(self) -> dict[str, int]:
        """How far each unit is with its part, as it reported, where there are several units."""
        return {
            unit: told.percent for unit, told in self.percents.items() if unit and told.percent is not None
        }

    @property
    def closed(self) -> int:
        """How many periods of recurring work are settled."""
        return len(self.closed_on)

    @property
    def next_period(self) -> date | None:
        """The due date of the earliest open period of recurring work."""
        return next_period(self.periods, self.closed_on)

    def last_by(self, unit: str) -> Entry | None:
        """The latest that a unit reported, or that was reported for nobody in particular."""
        return latest(self.last_of[name] for name in (unit, None) if name in self.last_of)


EMPTY = State()
