"""What a document holds and its page does not show: struck and hidden words and rows, footnote marks."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.signs import is_blank
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import Grid, GridCell, GridRow
from qjtask.importing.words.tidy_text import tidy

_NOTE_MARK = r"\s*[\[［（(〔【]?(?:注|脚注)?[0-9０-９①-⑳*＊※†‡,，、-]{1,5}[\]］）)〕】]?\s*"
_NUMBER = (
    r"[（(]?[\d一二三四五六七八九十.]{1,6}[）)、.]?"  # of a row: what is left of one whose words are struck
)
_DATE_AT_END = r"[0-9]{4}[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?\s*$"
_LONGEST_DATE = 12  # characters
_SHOWN = 20  # characters


class Unshown(StrEnum):
    """Why words are not read: the page strikes them out, or does not show them."""

    STRUCK = "划掉了（有删除线）"
    HIDDEN = "是隐藏的"
    PROMPT = "是表单里还没有填的提示"


_FIXES = {
    Unshown.STRUCK: "要保留请去掉删除线再导入",
    Unshown.HIDDEN: "要保留请取消隐藏再导入",
    Unshown.PROMPT: "请填好再导入",
}


class Run(NamedTuple):
    """A piece of text of one look; `look` is None for what is read, `is_raised` for a superscript."""

    text: str
    look: Unshown | None = None
    is_raised: bool = False


class ShownText(NamedTuple):
    """A text as its page shows it, and the pieces that it does not show."""

    text: str
    unshown: tuple[Run, ...] = ()


def text_shown(runs: Iterable[Run]) -> ShownText:
    """The text of runs, tidied: without what is struck or hidden, and without footnote marks.

    A superscript number behind a Chinese character or sign is a footnote's; behind a letter or a digit
    (m², 10³) it is part of the words, but not behind a whole date.
    """
    whole = tuple(runs)
    if len(whole) == 1 and not (whole[0].look or whole[0].is_raised):  # as most are
        return ShownText(tidy(whole[0].text))
    if not [run for run in whole if run.look or run.is_raised]:
        return ShownText(tidy("".join([run.text for run in whole])))
    return _without_unshown(whole)


def _without_unshown(runs: Sequence[Run]) -> ShownText:
    """The text of runs some of which are raised, or not shown."""
    pieces: list[str] = []
    unshown: list[Run] = []
    for (look, is_raised), same in groupby(runs, lambda run: (run.look, run.is_raised)):
        text = "".join(run.text for run in same)
        if look is not None:
            if not is_blank(text):
                unshown.append(Run(tidy(text), look))
        elif not (is_raised and _is_note_mark(text, pieces)):
            pieces.append(text)
    return ShownText(tidy("".join(pieces)), tuple(unshown))


def _is_note_mark(text: str, before: Sequence[str]) -> bool:
    last = next((piece[-_LONGEST_DATE:] for piece in reversed(before) if piece), "")
    is_word = last[-1:].isascii() and last[-1:].isalnum() and not re.search(_DATE_AT_END, last)
    return not is_word and re.fullmatch(_NOTE_MARK, text) is not None


def told(place: str, runs: Iterable[Run]) -> Iterator[Doubt]:
    """The words left out at a place, each look by itself."""
    by_look: dict[Unshown, list[str]] = {}
    for run in runs:
        if run.look is not None:
            by_look.setdefault(run.look, []).append(run.text)
    for look, texts in by_look.items():
        words = "”“".join(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……" for text in texts[:3])
        yield Doubt(place, f"“{words}”{look}", "略去", _FIXES[look])


class UnshownRows:
    """What a table's reader found that its page does not show, by the row's place in the grid."""

    def __init__(self) -> None:
        self._words: dict[int, list[Run]] = {}
        self._rows: dict[int, Unshown] = {}

    def add(self, row: int, runs: Iterable[Run]) -> None:
        """Words of a row that are not shown."""
        self._words.setdefault(row, []).extend(runs)

    def hide(self, row: int) -> None:
        """A row that is not shown at all."""
        self._rows[row] = Unshown.HIDDEN

    def judge(self, row: int, own: Iterable[str]) -> None:
        """Take a row out whose `own` cells, those not merged with others, keep at most their number."""
        words = self._words.get(row)
        if words and all(is_blank(text) or re.fullmatch(_NUMBER, text) for text in own):
            self._rows.setdefault(row, words[0].look or Unshown.HIDDEN)

    def taken_out(self, grid: Grid) -> tuple[Grid, tuple[Doubt, ...]]:
        """The table without the rows that are not shown, and what was left out."""
        doubts: list[Doubt] = []
        for row in sorted({*self._words, *self._rows}):
            place = grid.rows[row].place
            if row in self._rows:
                look = self._rows[row]
                is_empty = not (self._words.get(row) or any(cell.text for cell in grid.rows[row].cells))
                if look is Unshown.HIDDEN and is_empty:
                    continue  # a row of no height
                doubts.append(Doubt(place, f"这一行{look}", "略去", _FIXES[look]))
            else:
                doubts.extend(told(place, self._words[row]))
        return grid._replace(rows=without_rows(grid.rows, self._rows.keys())), tuple(doubts)


def without_rows(rows: Sequence[GridRow], gone: Collection[int]) -> tuple[GridRow, ...]:
    """A table's rows without some; what is merged over one of these begins in the next row that is left."""
    if not gone:
        return tuple(rows)
    kept: list[GridRow] = []
    beginning: set[int] = set()  # columns whose merged cell began in a row that is gone
    for at, row in enumerate(rows):
        if at in gone:
            beginning |= {column for column, cell in enumerate(row.cells) if not cell.up}
            continue
        cells = tuple(
            cell._replace(up=False) if cell.up and column in beginning else cell
            for column, cell in enumerate(row.cells)
        )
        beginning.clear()
        kept.append(row._replace(cells=cells))
    return tuple(kept)


def hidden_column(grid: Grid, at: int) -> Doubt | None:
    """What to tell of a hidden column; None of one that holds nothing of its own."""
    own = [row for row in grid.rows if _is_of_one_column(row.cells, at)]
    if not own:
        return None
    words = own[0].cells[at].text[:_SHOWN]
    read = f"这一列（“{words}”）{Unshown.HIDDEN}"
    rows = tuple(row.place for row in own)
    place = f"“{grid.name}”第{at + 1}列"
    return Doubt(place, read, "略去", _FIXES[Unshown.HIDDEN], rows=rows, columns=(words,))


def _is_of_one_column(cells: Sequence[GridCell], at: int) -> bool:
    """Whether a cell says something, and covers no other column."""
    goes_on = at + 1 < len(cells) and cells[at + 1].left
    return bool(cells[at].text) and not cells[at].left and not goes_on


def without_columns(rows: Sequence[GridRow], gone: Collection[int]) -> tuple[GridRow, ...]:
    """A table's rows without some columns; what is merged over one of these begins in the next."""
    return tuple(row._replace(cells=tuple(_kept_cells(row.cells, gone))) for row in rows)


def _kept_cells(cells: Sequence[GridCell], gone: Collection[int]) -> Iterator[GridCell]:
    begins = False  # whether the merged cell that goes on here began in a column that is gone
    for at, cell in enumerate(cells):
        begins = (begins or not cell.left) if at in gone else begins and cell.left
        if at not in gone:
            yield cell._replace(left=False) if begins else cell
            begins = False
