"""What every reader gives: the document's paragraphs and its tables, cell by cell, merges resolved."""

from collections.abc import Collection, Iterator, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import refuse
from qjtask.importing.document.doubts import Doubt

MOST_CELLS = 2_000_000
"""Cells of one document: 100,000 rows of 20 columns. A file that claims more is not a plan."""

LONGEST_TEXT = 4000
"""Characters of one cell or paragraph. The longest work met has some 1,500; what is longer is no work."""

# What a file may make of its bytes: merged cells and shared texts are there many times for the price of one.
_FREE_CELLS, _CELLS_PER_BYTE = 300_000, 10
_FREE_CHARACTERS, _CHARACTERS_PER_BYTE = 1_000_000, 20

MOST_COLUMNS = 300
"""Columns of one table; the widest plan met has 19."""


class GridCell(NamedTuple):
    """A cell's text. `up` and `left` say that it goes on from its neighbour, whose text it repeats.

    The last line of one that is drawn on a page `is_full` where no more had room in it.
    """

    text: str
    up: bool = False
    left: bool = False
    is_full: bool = False


class GridRow(NamedTuple):
    """A table's row, as wide as its table. `place` is how messages name it: 表2第5行.

    `ragged` rows came with fewer cells than the table has columns, so the columns are a guess. A row laid
    from several of the source begins at its place; `further` are the others.
    """

    cells: tuple[GridCell, ...]
    place: str
    ragged: bool = False
    further: tuple[str, ...] = ()


class Grid(NamedTuple):
    """One table; `name` is how messages name it, `headed` how many first rows are marked as headings.

    `page` is the number of the page on which it is drawn, 0 where a file has none: a page may end in the
    middle of a row.
    """

    name: str
    rows: tuple[GridRow, ...]
    headed: int = 0
    page: int = 0

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0].cells) if self.rows else 0


class SourceDocument(NamedTuple):
    """Paragraphs and tables in the document's order; `doubts` are the reader's own: what it left out."""

    blocks: tuple[str | Grid, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def grids(self) -> list[Grid]:
        """The tables."""
        return [block for block in self.blocks if isinstance(block, Grid)]


class CellSpan(NamedTuple):
    """A cell as a file describes it: its text and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


class Budget:
    """Counts the cells and characters of a whole document of `size` bytes, lest it make very many of few."""

    def __init__(self, shown: str, size: int) -> None:
        self._shown = shown
        self._most_cells = min(MOST_CELLS, _FREE_CELLS + _CELLS_PER_BYTE * size)
        self._most_characters = _FREE_CHARACTERS + _CHARACTERS_PER_BYTE * size
        self._cells = self._characters = 0

    def take(self, cells: int) -> None:
        """Refused when the document has more cells than such a file may have."""
        self._cells += cells
        if self._cells > self._most_cells:
            told = f"表格超过{self._most_cells // 10000}万格，不像任务分解表"
            raise refuse(self._shown, told, "请只留下任务分解表再导入")

    def characters(self, count: int) -> None:
        """Refused when the document's texts, each as often as it is used, are too long for such a file."""
        self._characters += count
        if self._characters > self._most_characters:
            told = f"文字超过{self._most_characters // 10000}万字，不像任务分解表"
            raise refuse(self._shown, told, "请只留下任务分解表再导入")

    def line(self, texts: Collection[str]) -> None:
        """Take a row's texts; one that is longer than any is refused by its address, later."""
        self.take(len(texts))
        self.characters(sum(min(len(text), LONGEST_TEXT) for text in texts))

    def columns(self, count: int) -> None:
        """Refused when a table is wider than any plan."""
        if count > MOST_COLUMNS:
            raise refuse(
                self._shown, f"表格超过{MOST_COLUMNS}列，不像任务分解表", "请删去表格右边的空列再导入"
            )


def lay(rows: Sequence[Sequence[CellSpan]], budget: Budget) -> list[tuple[GridCell, ...]]:
    """Cells with spans laid on a grid as browsers do: each takes the first free place of its row."""
    # By column: rows still to cover, the cell, its first column.
    hanging: dict[int, tuple[int, CellSpan, int]] = {}
    laid: list[dict[int, GridCell]] = []
    for spans in rows:
        line: dict[int, GridCell] = {}
        for column, (left, span, first) in list(hanging.items()):
            line[column] = GridCell(span.text, up=True, left=column > first)
            if left == 1:
                del hanging[column]
            else:
                hanging[column] = (left - 1, span, first)
        column = 0
        for span in spans:
            text, rows_covered, columns = span
            while column in line:
                column += 1
            end = column + columns
            budget.columns(end)
            for at in range(column, end):
                line[at] = GridCell(text, left=at > column)
                if rows_covered > 1:
                    hanging[at] = (rows_covered - 1, span, column)
            column = end
        budget.take(len(line))
        laid.append(line)
    return squared(laid, budget)


def squared(lines: Sequence[dict[int, GridCell]], budget: Budget) -> list[tuple[GridCell, ...]]:
    """Rows made equally wide: places that no cell covers are blank."""
    width = max((max(line) + 1 for line in lines if line), default=0)
    budget.columns(width)
    budget.take(sum(width - len(line) for line in lines))
    blank = GridCell("")
    places = range(width)
    return [tuple([line.get(at, blank) for at in places]) for line in lines]


def numbered(name: str, rows: Sequence[tuple[GridCell, ...]]) -> Grid:
    """A table whose rows are named by their count."""
    return Grid(name, tuple(GridRow(cells, f"{name}第{number}行") for number, cells in enumerate(rows, 1)))


def anchors(row: GridRow) -> Iterator[tuple[int, GridCell]]:
    """The cells that begin in this row, with their columns."""
    for at, cell in enumerate(row.cells):
        if not cell.up and not cell.left:
            yield at, cell
