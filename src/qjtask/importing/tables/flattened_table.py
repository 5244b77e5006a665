"""A table that a page gave as text with one cell a line, laid on a grid again where that is certain."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import Grid, GridCell, GridRow, SourceDocument
from qjtask.importing.tables.cell_alignment import (
    MOST_CELLS,
    CellKind,
    PlacedCell,
    aligned,
    fits,
    kinds_of_columns,
    kinds_of_first,
)
from qjtask.importing.tables.flattened_heading import FlatHeading, flat_headings, ordinal_of
from qjtask.importing.words.numbering import read_number
from qjtask.importing.words.office_words import looks_like_offices
from qjtask.importing.words.vocabulary import words

_NAME = "正文表格"
_AHEAD = 60  # lines in which the next number is looked for
_FURTHEST = 20  # how far numbers may jump
_SHORTEST_WORK = 4  # signs
_BARS = "|｜ \n\t"  # what a page's cells leave around their text


class _Line(NamedTuple):
    """A line of the text, without bars, and its place among the document's blocks."""

    text: str
    at: int


class _Laid(NamedTuple):
    """The rows of a table, the doubts on them, the line after its last; or the row that is uncertain."""

    rows: tuple[GridRow, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    end: int = 0
    uncertain: str = ""


class _Parted(NamedTuple):
    """The lines from a number to the next: rows, headings below them, cells of the row after, lines taken."""

    rows: tuple[PlacedCell, ...]
    headings: tuple[str, ...] = ()
    following: tuple[str, ...] = ()
    taken: int = 0


def with_flattened_table(document: SourceDocument, shown: str) -> SourceDocument:
    """A document without a table that has a heading, its lines of one cell each laid on a grid.

    The heading's words stand as lines, the numbers of the rows follow each other, and each row's cells
    fit its columns in one way only. Where they do not, a doubt says so, and nothing is laid.
    """
    lines = list(_lines(document))
    texts = [line.text for line in lines]
    uncertain = ""
    for flat in flat_headings(texts):
        laid = _laid(flat, texts, most=_FURTHEST)
        laid = laid if laid.rows else _laid(flat, texts, most=1)
        if laid.rows:
            return _replaced(document, lines[flat.start].at, lines[laid.end - 1].at, laid)
        uncertain = uncertain or laid.uncertain
    if not uncertain:
        return document
    told = f"正文里像有一个拆成一格一行的表格，序号{uncertain}那一行分不清哪一格在哪一列"
    fix = "请从网页上把表格整个复制到 Word 或 Excel 里，看到格线了再存好导入"
    return document._replace(doubts=(*document.doubts, Doubt(shown, told, "没有读", fix)))


def _lines(document: SourceDocument) -> Iterator[_Line]:
    for at, block in enumerate(document.blocks):
        if isinstance(block, str) and (text := block.strip(_BARS)):
            yield _Line(text, at)


def _replaced(document: SourceDocument, first: int, last: int, laid: _Laid) -> SourceDocument:
    """The document with the table in the place of its lines, and with a doubt that says so."""
    blocks = document.blocks
    while first and isinstance(above := blocks[first - 1], str) and not above.strip(_BARS):
        first -= 1
    told = f"表格拆成了一格一行，没有格线：按标题和序号重新排成{len(laid.rows) - 1}行"
    rows = tuple(row.place for row in laid.rows)
    doubt = Doubt(f"{_NAME}第1行", told, "按这样的各列读", "请对照原表核对", rows=rows)
    return SourceDocument(
        (*blocks[:first], Grid(_NAME, laid.rows), *blocks[last + 1 :]),
        (*document.doubts, doubt, *laid.doubts),
    )


def _laid(flat: FlatHeading, texts: Sequence[str], *, most: int) -> _Laid:
    """The table under a heading, when each of its rows is certain; its numbers go on by `most` at most."""
    kinds = kinds_of_columns(flat.names)
    if not flat.before:
        kinds = kinds_of_first(kinds, flat.names, texts[flat.first : flat.first + len(flat.names)])
    rows = [GridRow(tuple(map(GridCell, flat.names)), f"{_NAME}第1行")]
    doubts: list[Doubt] = []
    left = tuple(texts[flat.first - flat.before : flat.first])
    end = flat.first
    for start, stop in pairwise(chain(_numbers(flat, texts, most), [len(texts)])):
        if start < end:
            continue  # a figure in the row before, where no row follows
        parted = _parted(texts[start:stop], flat, kinds, is_last=stop == len(texts))
        parted = parted or _with_figure(texts[start : start + _AHEAD], stop - start, kinds[flat.before :])
        if parted is None:
            return _Laid(uncertain=texts[start])
        for placed in parted.rows:
            rows.append(_row(placed, left, rows, flat, kinds))
            doubts.extend(_on_missing(placed, rows[-1], flat, kinds))
        rows.extend(_wide(text, flat, len(rows) + at) for at, text in enumerate(parted.headings, 1))
        left, end = parted.following, start + (parted.taken or stop - start)
    return _Laid(tuple(rows), tuple(doubts), end)


def _numbers(flat: FlatHeading, texts: Sequence[str], most: int) -> Iterator[int]:
    """The lines with the numbers of the rows, each one more than the one before it.

    The one that stands where a whole row ends is taken before a figure that is a cell. Where there is none,
    as in an extract of a longer table, the first that goes on by `most` at most is.
    """
    width = len(flat.names)
    at: int | None = flat.first
    number = ordinal_of(texts[flat.first]) or 0
    while at is not None:
        yield at
        places = (at + width, at + width - flat.before, *range(at + 2, at + _AHEAD))
        found = [(k, own) for k in places if k < len(texts) and (own := ordinal_of(texts[k])) is not None]
        ours = [one for one in found if one[1] == number + 1] or [
            (k, own)
            for k, own in found
            if own in range(number + 1, number + most + 1) and _is_work(texts, k + 1)
        ]
        at, number = ours[0] if ours else (None, number)


def _is_work(texts: Sequence[str], at: int) -> bool:
    """Whether a line may be what is to be done, as it stands behind a number: no figure and no office."""
    text = texts[at] if at < len(texts) else ""
    return len(text) >= _SHORTEST_WORK and ordinal_of(text) is None and not looks_like_offices(text)


def _parted(
    cells: Sequence[str], flat: FlatHeading, kinds: Sequence[CellKind], *, is_last: bool
) -> _Parted | None:
    """The lines from a number to the next given to columns; None when that is not certain."""
    own = kinds[flat.before :]
    if is_last:
        return _last(cells, flat, own)
    rest, headings = _without_headings(cells, flat)
    if len(rest) - len(own) in {0, flat.before} and fits(rest[: len(own)], own):
        whole = PlacedCell(tuple(rest[: len(own)]), frozenset())
        return _Parted((whole,), headings, tuple(rest[len(own) :]))
    rows = () if flat.before else aligned(rest, kinds)
    return _Parted(rows, headings) if rows and len(rows[0].missing) <= 1 else None


def _last(cells: Sequence[str], flat: FlatHeading, own: Sequence[CellKind]) -> _Parted | None:
    """The last row, under which the text may go on: an office more belongs to it, other lines do not."""
    cells = list(takewhile(lambda cell: not cell.startswith(words().tables.page), cells))
    width = len(own)
    is_longer = own[-1] is CellKind.OFFICES and any(map(looks_like_offices, cells[width : width + 1]))
    if fits(cells[:width], own) and not is_longer:
        return _Parted((PlacedCell(tuple(cells[:width]), frozenset()),), taken=width)
    for length in () if flat.before else range(min(len(cells), MOST_CELLS), 1, -1):
        rows = aligned(cells[:length], own)
        if rows and (_is_whole(rows[-1], own) or (len(rows) == 1 and length == len(cells))):
            return _Parted(rows, taken=length)
    return None


def _with_figure(cells: Sequence[str], figure: int, own: Sequence[CellKind]) -> _Parted | None:
    """The last row, when it is whole and the cell `figure` in it only looks like the next number."""
    whole, below = cells[: len(own)], cells[len(own) :]
    is_row = figure < len(own) and fits(whole, own) and cells[figure] not in below
    return _Parted((PlacedCell(tuple(whole), frozenset()),), taken=len(own)) if is_row else None


def _without_headings(cells: Sequence[str], flat: FlatHeading) -> tuple[Sequence[str], tuple[str, ...]]:
    """The cells of a row without what stands below it: numbered headings, and the table's own once more."""
    if tuple(cells[-len(flat.names) :]) == flat.names:
        cells = cells[: -len(flat.names)]
    count = 0
    while not flat.before and len(cells) - count > len(flat.names) and read_number(cells[-count - 1]):
        count += 1
    return (cells[:-count], tuple(cells[-count:])) if count else (cells, ())


def _row(
    placed: PlacedCell,
    left: Sequence[str],
    rows: Sequence[GridRow],
    flat: FlatHeading,
    kinds: Sequence[CellKind],
) -> GridRow:
    """A row of the grid: left of its number, under a heading, and where both have one number it goes on."""
    above = rows[-1].cells
    own = [
        GridCell(above[at].text, up=True)
        if at in placed.missing and (_goes_on(placed) or kinds[at] is CellKind.HEADING)
        else GridCell(text)
        for at, text in enumerate(placed.cells)
    ]
    begun = [GridCell(text) for text in left] or [cell._replace(up=True) for cell in above[: flat.before]]
    return GridRow((*begun, *own), f"{_NAME}第{len(rows) + 1}行")


def _is_whole(placed: PlacedCell, kinds: Sequence[CellKind]) -> bool:
    """Whether a row has all its cells, but for a heading's that goes on from above."""
    return all(kinds[at] is CellKind.HEADING for at in placed.missing)


def _goes_on(placed: PlacedCell) -> bool:
    return bool(placed.missing) and not placed.cells[0]


def _on_missing(
    placed: PlacedCell, row: GridRow, flat: FlatHeading, kinds: Sequence[CellKind]
) -> Iterator[Doubt]:
    lacking = [at for at in sorted(placed.missing) if kinds[at] is not CellKind.HEADING]
    names = [flat.names[at] for at in lacking if at or not _goes_on(placed)]
    if names:
        told = f"这一行没有“{'”“'.join(names)}”一格"
        assumed = "当作与上一行合并" if _goes_on(placed) else "空着"
        yield Doubt(row.place, told, assumed, "请对照原表核对")


def _wide(text: str, flat: FlatHeading, number: int) -> GridRow:
    cells = tuple(GridCell(text, left=at > 0) for at in range(len(flat.names)))
    return GridRow(cells, f"{_NAME}第{number}行")
