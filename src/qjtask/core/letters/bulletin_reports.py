"""What was reported on a work, for the short column of the bulletin that says so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from qjtask.core.letters.progress_words import progress_words
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import History
from qjtask.core.log.order import latest
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.unit_names import UnitNames
from qjtask.core.standing.dues import Due, DueKind
from qjtask.core.standing.row import Row
from qjtask.core.text.width import shorten

_CELLS = 100
"""Of what was reported on one work: what matters stands first, and the ledger has the rest."""

_MOVES = frozenset((Do.START, Do.NOTE, Do.DONE))


class Reports(NamedTuple):
    """The log's reports by the units in `only`, or by nobody in particular; by all, if none are named."""

    past: History
    names: UnitNames
    year: int
    only: Collection[str] = ()

    def since(self, row: Row, day: date) -> str | None:
        """What was reported on a row from that day on, 已启动 for a bare start; None where nothing was."""
        told = [entry for entry in self.of(row) if entry.on >= day]
        if not any(entry.do in _MOVES for entry in told):
            return None
        is_started = any(entry.do is Do.START for entry in told)
        return self._words(row, told) or ("已启动" if is_started else "")

    def of_work(self, row: Row) -> str:
        """What was reported last on a row as a whole."""
        return self._words(row, [one for one in self.of(row) if milestone_number(one.item) is None])

    def of_due(self, row: Row, due: Due) -> str:
        """What was said when a milestone or a period was done, or of the milestone before."""
        told = [one for one in self.of(row) if one.item == due.id and one.do in _MOVES]
        if due.kind is DueKind.PERIOD:
            told = [one for one in told if one.do is Do.DONE and one.on == due.done_on]
        last = latest(one for one in told if one.text.strip())
        return shorten(last.text, _CELLS, 1)[0] if last else ""

    def of(self, row: Row) -> list[Entry]:
        """A row's entries by these units, in the order of their writing."""
        entries = self.past.by_item.get(row.item.id, ())
        return list(filter(self.is_asked_for, entries))

    def is_asked_for(self, entry: Entry) -> bool:
        """Whether an entry is one of these units', or of nobody in particular."""
        if not self.only or entry.unit is None:
            return True
        return not set(self.names.each((entry.unit,))).isdisjoint(self.only)

    def _words(self, row: Row, told: list[Entry]) -> str:
        return shorten(progress_words(row, told, self.year), _CELLS, 1)[0]
