"""The shape of a table on paper: how wide its columns are, and which cells stand for several rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isqrt

from qjtask.core.layout.document import cell_words
from qjtask.core.layout.sheet import Sheet
from qjtask.core.text.width import width
from qjtask.render.one_line import one_line

_WIDEST_FIXED = 18  # terminal cells: a date; what is longer folds
_NARROWEST = 10  # of a column that folds: five Han characters, most units' names on two lines


def column_widths(sheet: Sheet, room: int) -> list[int]:
    """How many terminal cells of text each column gets, `room` in all.

    A column of weight 0 gets what its longest text takes. The others share the rest by weight and by
    how much text they hold, none more than it needs while another wants some, none less than a few.
    What nobody needs goes to those that fold, or to all.
    """
    needs = _needs(sheet)
    weights = [_share(sheet, at) for at in range(len(sheet.columns))]
    least = [
        min(need, _NARROWEST if weight else _WIDEST_FIXED)
        for need, weight in zip(needs, weights, strict=True)
    ]
    widths = _shrunk(least, room)
    folds = [at for at, weight in enumerate(weights) if weight]
    for at, cells in _shared(room - sum(widths), {at: weights[at] for at in folds}, widths, needs):
        widths[at] = cells
    return _spread(widths, folds or range(len(widths)), room)


def row_spans(sheet: Sheet) -> list[list[int]]:
    """For each row, how many rows each of its cells stands for: 1 as a rule, 0 for one drawn above.

    Only equal cells of a `merged` column are drawn as one; a blank one never is. A section's heading
    ends it, and so does the end of a merged cell further left: 1 under 甲 is not 1 under 乙.
    """
    spans = [[1] * len(sheet.columns) for _ in sheet.rows]
    merged = [at for at, column in enumerate(sheet.columns) if column.merged]
    tops: dict[int, int] = {}  # by column, the row where its cell begins
    for row, cells in enumerate(sheet.rows):
        joined = row > 0 and row not in sheet.sections
        for at in merged:
            joined = joined and bool(cells[at].text) and cells[at].value == sheet.rows[row - 1][at].value
            if joined:
                spans[row][at] = 0
                spans[tops[at]][at] += 1
            else:
                tops[at] = row
    return spans


def printed_width(text: str) -> int:
    """How many halves of a Han character `text` takes on paper.

    Where the wanted font is not there, figures and Latin letters may come out half as wide again: of
    DejaVu Sans they are a quarter wider, and LibreOffice puts a fifth of an em before and after them
    whatever it is told. 2021年12月31日 then is 9.1 em wide, and 18 halves are what keeps it whole.
    """
    text = one_line(text)
    return width(text) + (sum(map(str.isascii, text)) + 1) // 2


def _share(sheet: Sheet, at: int) -> int:
    """A column's part of the room: its weight, times the root of all its text; 0 for one of no weight.

    The root is what makes the lines of all columns together the fewest: a column of T cells of text
    has T/w lines, and the sum of T/w for a given sum of w is least where w is as the root of T.
    """
    weight = sheet.columns[at].weight
    total = sum(width(cell_words(row[at])) for row in sheet.rows)
    return max(isqrt(100 * weight**2 * total), 1) if weight else 0


def _needs(sheet: Sheet) -> list[int]:
    """The cells that each column's longest text takes."""
    return [
        max(
            printed_width(column.heading),
            max((printed_width(cell_words(row[at])) for row in sheet.rows), default=0),
            2,
        )
        for at, column in enumerate(sheet.columns)
    ]


def _shrunk(wanted: Sequence[int], room: int) -> list[int]:
    """The widths as wanted, or in proportion less where the room is short; two are left to each."""
    total, least = sum(wanted), 2 * len(wanted)
    if total <= max(room, least):
        return list(wanted)
    spare = max(0, room - least)
    return [2 + (cells - 2) * spare // (total - least) for cells in wanted]


def _shared(
    spare: int, weights: dict[int, int], least: Sequence[int], needs: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The folding columns' widths: what they have at least and what is to spare, shared by weight.

    As flexible boxes share a line (CSS Flexible Box Layout Level 1, 9.7): a share that is less than the
    least or more than the need is put right, those that are out in the direction of the whole are
    settled, and the others share anew.
    """
    weights = dict(weights)
    room = spare + sum(least[at] for at in weights)
    while weights:
        total = sum(weights.values())
        shares = {at: room * weight // total for at, weight in weights.items()}
        put_right = {at: min(max(share, least[at]), needs[at]) for at, share in shares.items()}
        out = sum(put_right.values()) - sum(shares.values())
        settled = {
            at: cells
            for at, cells in put_right.items()
            if out == 0 or (cells > shares[at] if out > 0 else cells < shares[at])
        }
        yield from settled.items()
        room -= sum(settled.values())
        weights = {at: weight for at, weight in weights.items() if at not in settled}


def _spread(widths: list[int], takers: Sequence[int], room: int) -> list[int]:
    """What is left of the room given to `takers`, in proportion to what they have."""
    left = room - sum(widths)
    if left <= 0 or not takers:
        return widths
    total = sum(widths[at] for at in takers)
    for at in takers:
        widths[at] += left * widths[at] // total
    widths[takers[-1]] += room - sum(widths)
    return widths
