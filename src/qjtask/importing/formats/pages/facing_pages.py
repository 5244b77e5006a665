"""Tables wider than their paper: the columns that had no room stand on pages of their own, row beside row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import Grid
from qjtask.importing.formats.pages.running_lines import PageBlocks
from qjtask.importing.words.tidy_text import flow

_FEWEST, _FEWEST_ROWS = 2, 2  # parts that stand beside each other, and their rows
_NUMBERS = ("序号", "编号", "序")  # a table that has them is one of its own
_FIX = "请对照原文核对，或在 Excel 里把各栏打印在一页上"


class TableShape(NamedTuple):
    """Where the rows and the columns of a page's only table begin and end, in whole points."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]


class JoinedPages(NamedTuple):
    """A document's pages, those that hold columns of others put beside these, and what to tell of that."""

    pages: list[PageBlocks]
    doubts: list[Doubt]


def joined_pages(pages: Sequence[PageBlocks], shapes: Sequence[TableShape | None]) -> JoinedPages:
    """Put columns beside the rows to which they belong, where as many pages hold the one as the other."""
    alike: dict[tuple[int, ...], dict[tuple[int, ...], list[int]]] = {}
    for at, shape in enumerate(shapes):
        if shape is not None and len(shape.rows) > _FEWEST_ROWS:
            alike.setdefault(shape.rows, {}).setdefault(shape.columns, []).append(at)
    beside = sorted(chain(*(_beside_each_other(list(parts.values()), pages) for parts in alike.values())))
    made = dict(enumerate(pages))
    for first, *others in beside:
        made[first] = _joined(pages[first], [made.pop(at) for at in others])
    return JoinedPages([*made.values()], _told(pages, beside))


def _told(pages: Sequence[PageBlocks], beside: Sequence[tuple[int, ...]]) -> list[Doubt]:
    """That columns were put beside others, said once."""
    if not beside:
        return []
    first, *others = (f"第{pages[at].number}页" for at in beside[0])
    more = "等" if len(beside) > 1 else ""
    read = f"表格的各栏分印在几页上：{'、'.join(others)}{more}接在{first}{more}的右边"
    return [Doubt(f"{first}表", read, "按一样高的行拼成一张表读", _FIX)]


def _beside_each_other(
    parts: Sequence[Sequence[int]], pages: Sequence[PageBlocks]
) -> Iterator[tuple[int, ...]]:
    """The pages that make one each, of parts that stand at one height: left, right, and further right."""
    if len(parts) < _FEWEST or len(set(map(len, parts))) > 1:
        return
    grids = [_grid_of(pages[part[0]]) for part in parts]
    names = [[flow(cell.text) for cell in grid.rows[0].cells] for grid in grids if grid.rows]
    if len(names) == len(parts) and _are_of_one_table(names):
        yield from zip(*parts, strict=True)


def _are_of_one_table(names: Sequence[Sequence[str]]) -> bool:
    """Whether the headings of parts are all different, and none but the first begins with a number's."""
    whole = [*chain(*names)]
    return len(set(whole)) == len(whole) and not any(one[0] in _NUMBERS for one in names[1:])


def _grid_of(page: PageBlocks) -> Grid:
    return next(block for block in page.body if isinstance(block, Grid))


def _joined(first: PageBlocks, others: Sequence[PageBlocks]) -> PageBlocks:
    """Pages that hold one table's columns as one page."""
    grids = [_grid_of(page) for page in (first, *others)]
    rows = tuple(
        row._replace(cells=tuple(chain(*(grid.rows[at].cells for grid in grids))))
        for at, row in enumerate(grids[0].rows)
    )
    foot = [*first.foot, *chain(*([*page.head, *page.foot] for page in others))]
    return first._replace(body=[grids[0]._replace(rows=rows)], foot=foot)
