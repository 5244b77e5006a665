"""Whose a row is, and what of it is open to them: one rule for every --unit, letter, workbook and count."""

from collections.abc import Collection, Iterable
from datetime import date

from qjtask.core.log.fold import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.standing.dues import Due, DueKind
from qjtask.core.standing.roles import concerns
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import NOBODY


class Share(NamedTuple):
    """What of a row is some units' own: of those asked for, or of all its owners.

    `units` are these owners in the row's order; NOBODY alone where none is written.
    """

    row: Row
    units: tuple[str, ...]

    @property
    def open_units(self) -> tuple[str, ...]:
        """Those of the units whose share is still to be done."""
        return self.row.open_among(self.units)

    @property
    def is_open(self) -> bool:
        """Whether something is still wanted of one of the units."""
        return bool(self.open_units)

    @property
    def is_ahead(self) -> bool:
        """Whether the row is open though each of the units has done its share.

        Of a recurring one, the share of the open period. Of one that waits for its acceptance none is.
        """
        return self.row.is_pending and not self.is_open

    @property
    def too_silent(self) -> int | None:
        """The days for which one of the units, the longest silent, owes a report; None where none does.

        They run from the latest day on which it reported, or somebody did for nobody in particular,
        whatever other units said meanwhile; without a report, from the notice's day.
        """
        row = self.row
        if not row.is_open or self.units == (NOBODY,):
            return row.silent_days if row.is_silent else None
        since = min(map(self._reported, filter(self.is_silent, self.open_units)), default=None)
        return None if since is None else (row.at.today - since).days

    @property
    def since(self) -> date | None:
        """The day from which the silence of the longest silent unit with an open share counts."""
        return min(map(self._reported, self.open_units), default=None)

    @property
    def silent_days(self) -> int:
        """Days since the longest silent of the units with an open share reported; 0 where none is open."""
        today = self.row.at.today
        return max((today - (self.since or today)).days, 0)

    def is_silent(self, unit: str) -> bool:
        """Whether a unit has not reported for longer than the rhythm; NOBODY as the row itself."""
        if unit == NOBODY:
            return self.row.is_silent
        return self._reported(unit) < self.row.at.silent_before(self.row.item)

    def _reported(self, unit: str) -> date:
        """The day from which a unit's silence counts."""
        last = self.row.state.last_by(unit)
        return last.on if last else self.row.at.counted_from

    @property
    def done_on(self) -> date | None:
        """The day on which the last of the units had done its share; None where one has not."""
        state = self.row.state
        whole = state.done_on if state.status is Status.DONE else None
        if self.row.is_claimed:
            whole = state.claimed_on
        days = [day for unit in self.units if (day := state.shares.get(unit, whole))]
        return max(days) if len(days) == len(self.units) else None

    @property
    def percent(self) -> int | None:
        """How far the units are with their parts, the mean of what they reported; None if none did."""
        told = [self.row.percent_of(unit) for unit in self.units]
        known = [percent for percent in told if percent is not None]
        return round(sum(known) / len(told)) if known else None

    @property
    def dues(self) -> tuple[Due, ...]:
        """All that the row wants by some day, as it stands for the units: done when their shares are."""
        dues = self.row.dues
        if not self.is_ahead:
            return dues
        period = next((due for due in self.row.open_dues if due.kind is DueKind.PERIOD), None)
        return tuple(due if due.kind is DueKind.PERIOD and due != period else due.done_with() for due in dues)


def share(row: Row, only: Collection[str] = ()) -> Share | None:
    """The share of the units in `only`, of all owners if none are named; None where they have none."""
    owners = _owners(row)
    units = tuple(unit for unit in owners if unit in only) if only else owners
    return Share(row, units) if units else None


def shares(rows: Iterable[Row], only: Collection[str] = ()) -> list[Share]:
    """The `share` of each row that has one."""
    return [found for row in rows if (found := share(row, only))]


def open_rows(rows: Iterable[Row], only: Collection[str] = ()) -> list[Row]:
    """The rows of which something is still wanted of the units in `only`, of anybody if none are named."""
    return [found.row for found in shares(rows, only) if found.is_open]


def rows_asked_for(rows: Iterable[Row], offices: Collection[str] = ()) -> list[Row]:
    """`open_rows`, and the open rows that the offices do not owe but only lead or support."""
    found = []
    for row in rows:
        mine = share(row, offices)
        if mine.is_open if mine else row.is_pending and concerns(row, offices):
            found.append(row)
    return found


def by_unit(
    rows: Iterable[Row], names: Iterable[str] = (), only: Collection[str] = ()
) -> dict[str, list[Share]]:
    """Each unit's own shares, in the order of the rows; of the units in `only`, if any are named.

    The units in `names` stand first and in their order, those without a share too. What names no unit
    is NOBODY's.
    """
    wanted = frozenset(only)
    found: dict[str, list[Share]] = {name: [] for name in names if not wanted or name in wanted}
    for row in rows:
        for unit in _owners(row):
            if not wanted or unit in wanted:
                found.setdefault(unit, []).append(Share(row, (unit,)))
    return found


def _owners(row: Row) -> tuple[str, ...]:
    return row.owners or (NOBODY,)
