"""A Word table as its rows come, laid on the grid: what is merged goes on from the cell above or before."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.importing.document.grid import Budget, GridCell, squared
from qjtask.importing.document.unshown import ShownText, UnshownRows

FRAME_ROWS = 3
"""The rows of a table that only lays out a page."""
_FRAME_CELLS = 9  # of such a table


class DocxTable:
    """Rows as they come, laid on the grid."""

    def __init__(self, budget: Budget) -> None:
        self.lines: list[dict[int, GridCell]] = []
        self.inner: list[DocxTable] = []
        self.around: list[str] = []  # the paragraphs of its first cells, without those of inner tables
        self.unshown = UnshownRows()
        self.slivers: frozenset[int] = frozenset()  # places of the grid that are too narrow for words
        self.carried: dict[int, str] = {}  # by its place, what a deleted row merged with those below
        self._budget = budget
        self._at = 0

    @property
    def is_frame(self) -> bool:
        """Whether it only lays out the page: around a larger table, or around any in its only cell."""
        size = sum(map(len, self.lines))
        largest = max((sum(map(len, inner.lines)) for inner in self.inner), default=0)
        is_around = largest > size or (size == 1 and largest == 1)
        return len(self.lines) <= FRAME_ROWS and size <= _FRAME_CELLS and is_around

    def begin(self, before: int) -> None:
        """Begin a row that leaves `before` places free on its left."""
        self._budget.columns(before)
        self.lines.append({})
        self._at = before

    def end(self, own: Sequence[str], *, is_hidden: bool) -> None:
        """End the row; `own` are the texts of the cells that are not merged with those of other rows."""
        row = len(self.lines) - 1
        self.unshown.judge(row, own)
        if is_hidden:
            self.unshown.hide(row)

    def add(self, cell: ShownText, span: int, *, goes_on: bool) -> None:
        """Add the row's next cell; one that goes on repeats the text above it."""
        at, end = self._at, self._at + span
        self._budget.columns(end)
        self._budget.take(span)
        carried = self.carried.pop(at, None) if self.carried else None
        above = self._above() if goes_on and carried is None else None
        if above is not None:
            text = above.text
        else:
            text = cell.text or (carried if carried and goes_on else "")
            if cell.unshown:
                self.unshown.add(len(self.lines) - 1, cell.unshown)
        line, is_up = self.lines[-1], above is not None
        for column in range(at, end):
            line[column] = GridCell(text, is_up, column > at)
        self._at = end

    def _above(self) -> GridCell | None:
        return self.lines[-2].get(self._at) if len(self.lines) > 1 else None

    def widen(self, span: int) -> None:
        """Let the cell before go on to the right, as older programs merge cells."""
        self._budget.columns(self._at + span)
        self._budget.take(span)
        before = self.lines[-1].get(self._at - 1, GridCell(""))
        for column in range(self._at, self._at + span):
            self.lines[-1][column] = before._replace(left=True)
        self._at += span

    def cells(self) -> list[tuple[GridCell, ...]]:
        """The rows, equally wide.

        Where edges were dragged by hand, a cell begins a sliver before or behind that of the row above:
        a place of the grid so narrow, in which no row has a cell of its own, is none.
        """
        laid = squared(self.lines, self._budget)
        gone = [at for at in sorted(self.slivers) if laid and at < len(laid[0]) and _is_shared(laid, at)]
        for at in reversed(gone):
            laid = [_without(row, at) for row in laid]
        return laid


def _is_shared(rows: Sequence[tuple[GridCell, ...]], at: int) -> bool:
    """Whether in each row the cell at a place reaches into another place, or holds nothing."""
    return all(row[at].left or not row[at].text or (at + 1 < len(row) and row[at + 1].left) for row in rows)


def _without(row: tuple[GridCell, ...], at: int) -> tuple[GridCell, ...]:
    """A row without one place; a cell that began there begins behind it."""
    begins = not row[at].left and at + 1 < len(row) and row[at + 1].left
    behind = (row[at + 1]._replace(left=False), *row[at + 2 :]) if begins else row[at + 1 :]
    return (*row[:at], *behind)
