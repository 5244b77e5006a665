"""Pages on which characters and rulings are drawn, read into paragraphs and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import Budget, Grid, SourceDocument, numbered
from qjtask.importing.document.unshown import Run, Unshown, told
from qjtask.importing.formats.pages.centred_lines import with_whole_titles
from qjtask.importing.formats.pages.facing_pages import TableShape, joined_pages
from qjtask.importing.formats.pages.page_columns import in_columns
from qjtask.importing.formats.pages.page_frames import unframed
from qjtask.importing.formats.pages.pdf_bounds import FoundTables, find_tables
from qjtask.importing.formats.pages.pdf_cells import EDGE, columns_of, rows_of, table_cells
from qjtask.importing.formats.pages.pdf_marks import PageMarks, are_doubled, page_marks
from qjtask.importing.formats.pages.pdf_rulings import rules_alike
from qjtask.importing.formats.pages.pdf_spills import Spilled, spilled_under
from qjtask.importing.formats.pages.running_lines import PageBlocks, blocks_of, edge_lines
from qjtask.importing.formats.pages.spread_signs import unspread
from qjtask.importing.words.tidy_text import tidy

BY_RECOGNITION = "请先用文字识别转成 Word 或文本，核对后再导入"

_FIX = "请在 WPS 里转成 .docx，核对后再导入"
_FEW_CHARACTERS = 200  # beside a picture that is the page; a page of text has some 600
_LARGE = 0.25  # of a page; a seal takes a twentieth
_NEAR = 3  # points between characters of one line
_PARTED = 0.25  # of a character's height between words; programs set 0.2 beside Latin letters
_LOWER = 0.3  # of a character's height
# What a browser prints over and under each page: 2026/11/27 18:42 任务分解表; the page's address, 1/3.
_PRINTED_OVER = r"\d{1,4}/\d{1,2}/\d{1,4}[,，]? ?(?:[上下]午 ?)?\d{1,2}:\d{2}(?: ?[AP]M)?(?: .*)?"
_PRINTED_UNDER = r"(?:https?|file)://\S+(?: \d+/\d+)?"
_PAGE_NUMBER = r"[—\-–－ ·]*\d{1,4}[—\-–－ ·]*|第?\s*\d+\s*页.*"


class DrawnPages:
    """Gathers the paragraphs and tables of pages, each page with the columns of the table before it.

    A page is pdfplumber's, or one that gives the same: characters, rulings, pictures, and lines of text.
    """

    def __init__(self, budget: Budget, shown: str) -> None:
        self.doubts: list[Doubt] = []
        self.has_text = False
        self._budget = budget
        self._shown = shown
        self._frame: list[float] = []
        self._pages: list[PageBlocks] = []
        self._shapes: list[TableShape | None] = []
        self._is_unread = False  # the page before had one that could not be read
        self._is_bare = False  # the page before ended in a table without rulings
        self._is_half_ruled = False  # it ended in one that is ruled across alone, or down alone
        self._is_told = False  # that columns or rows were read by their places

    def document(self) -> SourceDocument:
        """The paragraphs and tables of all pages read, in order."""
        joined = joined_pages(self._pages, self._shapes)
        return SourceDocument(tuple(blocks_of(joined.pages)), (*self.doubts, *joined.doubts))

    def read(self, number: int, page: Any) -> None:
        """Read one page."""
        found = find_tables(page, self._frame, goes_on=self._is_bare or self._is_half_ruled)
        page = self._words_of(number, page, is_crowded=found is None)
        self._tell(number, page, found)
        page, tables, beside = unframed(page, found.tables if found else ())
        tables.sort(key=lambda table: table.bbox[1])
        under = spilled_under(page.chars, tables[-1]) if tables else {}
        lines = _above(found, _told_lines(_lines(_without(page, under), has_tables=bool(tables))))
        self.has_text = self.has_text or bool(page.chars)
        free = with_whole_titles(_outside(tables, lines), page.width) if tables else lines
        top, end = edge_lines(lines)
        made = PageBlocks(number, [*filter(None, map(tidy, beside))], [], [], top, end)
        self._fill(made, page, tables, free, under)
        self._pages.append(made)
        self._follow(found, made)
        is_one = len(tables) == sum(isinstance(block, Grid) for block in made.body) == 1
        self._shapes.append(_shape(tables[0]) if is_one else None)

    def _fill(
        self, made: PageBlocks, page: Any, tables: Sequence[Any], free: Sequence[Any], under: Spilled
    ) -> None:
        """Put the tables of a page, from above, and the lines around them where they stand."""
        for at, table in enumerate(tables, 1):
            above = [line for line in free if line["top"] < table.bbox[1]]
            (made.body if at > 1 else made.head).extend(_texts(above))
            free = free[len(above) :]
            name = f"第{made.number}页表" if len(tables) == 1 else f"第{made.number}页表{at}"
            cells = table_cells(page, table, self._budget, under)
            if cells:
                made.body.append(numbered(name, cells)._replace(page=made.number))
            self._frame = columns_of(table)
        (made.foot if tables else made.body).extend(_texts(free))

    def _follow(self, found: FoundTables | None, made: PageBlocks) -> None:
        """Remember what the next page may go on with; of rows behind some that were not read it is told."""
        is_after_unread = self._is_unread
        self._is_unread = found is not None and found.unread is not None
        self._is_half_ruled = found is not None and (found.is_across or found.is_down)
        self._is_bare = self._is_unread or (found is not None and found.is_bare)
        if is_after_unread and self._is_bare:
            self.doubts.extend(_on_rows(made, made.number))

    def _words_of(self, number: int, page: Any, *, is_crowded: bool) -> Any:
        """The page with the characters that are its words, each once."""
        if are_doubled(page.chars):
            page = page.dedupe_chars()
        marks = PageMarks() if is_crowded else page_marks(page.chars, page.edges)
        self.doubts.extend(told(f"第{number}页", [Run(text, Unshown.STRUCK) for text in marks.struck]))
        return page.filter(lambda one: id(one) not in marks.gone) if marks.gone else page

    def _tell(self, number: int, page: Any, found: FoundTables | None) -> None:
        """What of a page is not read."""
        what, fix = _not_read(number, page, found)
        if what:
            self.doubts.append(Doubt(self._shown, what, "略去", fix))
            if found and found.unread is not None and self._pages:
                self.doubts.extend(_on_last_row(self._pages[-1], number))
        elif found and not self._is_told:
            told = [*_on_places(number, found)]
            self._is_told = bool(told)
            self.doubts.extend(told)


def _not_read(number: int, page: Any, found: FoundTables | None) -> tuple[str, str]:
    """What of a page is not read, and what to do about it; twice "" where all is."""
    if found is None:
        return f"第{number}页的线条太多，像是图纸，没有在这一页找表格", _FIX
    if page.images and len(page.chars) < _FEW_CHARACTERS and _has_large_picture(page):
        return f"第{number}页是图片，里面的字没有读", BY_RECOGNITION
    if found.unread is not None and not rules_alike(found.edges):
        return f"第{number}页像是一张没有画线的表格，分不清各栏各行，这一页从表格起没有读", _FIX
    if not found.tables and page.chars and rules_alike(found.edges):
        return f"第{number}页的表格只有横线没有竖线，没有读成表格", _FIX
    return "", ""


def _on_places(number: int, found: FoundTables) -> Iterator[Doubt]:
    """That columns, or rows, were read by where the words of a table stand."""
    ways = (
        (found.is_bare, "没有画线", "各栏各行"),
        (found.unruled, "只有横线没有竖线", "各栏"),
        (found.is_down, "各行之间没有画线", "各行"),
    )
    for is_so, seen, read in ways:
        if is_so:
            yield Doubt(f"第{number}页表", f"表格{seen}", f"{read}按文字的位置分", f"请对照原文核对{read}")
            return


def _on_last_row(before: PageBlocks, number: int) -> Iterator[Doubt]:
    """That the last row of the page before may go on where nothing was read."""
    if before.body and isinstance(last := before.body[-1], Grid):
        place = last.rows[-1].place
        yield Doubt(
            place, f"这一行可能接到第{number}页，那一页没有读", "按这一页上的文字读", "请对照原文核对"
        )


def _on_rows(page: PageBlocks, number: int) -> Iterator[Doubt]:
    """That the rows of a page may belong to what stands on the page before, where nothing was read."""
    for block in page.body:
        if isinstance(block, Grid):
            places = tuple(row.place for row in block.rows)
            told = f"第{number - 1}页没有读，这一页的各行可能属于那一页的重点任务"
            yield Doubt(places[0], told, "按这一页上的文字读", "请对照原文核对", rows=places)


def _shape(table: Any) -> TableShape:
    return TableShape(tuple(map(round, rows_of(table))), tuple(map(round, columns_of(table))))


def _has_large_picture(page: Any) -> bool:
    area = sum((image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) for image in page.images)
    return bool(area > _LARGE * page.width * page.height)


def _lines(page: Any, *, has_tables: bool) -> list[Any]:
    """The lines of a page. Digits of another font stand lower in theirs, the more the larger they are."""
    sizes = Counter(round(char["size"]) for char in page.chars)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    near = max(_NEAR, _LOWER * usual)
    parts = [page] if has_tables else in_columns(page, near)
    apart = max(_NEAR, _PARTED * usual)
    return [
        line
        for part in parts
        for line in part.extract_text_lines(return_chars=False, y_tolerance=near, x_tolerance=apart)
    ]


def _told_lines(lines: list[Any]) -> list[Any]:
    """The lines that say something, their texts tidied: not the page's number, nor what a browser adds."""
    told = [{**line, "text": unspread(tidy(line["text"]))} for line in lines]
    if told and re.fullmatch(_PRINTED_OVER, told[0]["text"]):
        del told[0]
    if told and re.fullmatch(_PRINTED_UNDER, told[-1]["text"]):
        del told[-1]
    return [line for line in told if line["text"] and not re.fullmatch(_PAGE_NUMBER, line["text"])]


def _above(found: FoundTables | None, lines: list[Any]) -> list[Any]:
    """The lines of a page over the table that cannot be read."""
    end = found.unread if found else None
    return lines if end is None else [line for line in lines if line["top"] < end]


def _without(page: Any, spilled: Spilled) -> Any:
    """The page without the characters that ran out of its cells."""
    gone = {id(char) for characters in spilled.values() for char in characters}
    return page.filter(lambda one: id(one) not in gone) if gone else page


def _texts(lines: Sequence[Any]) -> list[str]:
    return [line["text"] for line in lines]


def _outside(tables: Sequence[Any], lines: Sequence[Any]) -> list[Any]:
    return [line for line in lines if not any(_is_inside(line, table.bbox) for table in tables)]


def _is_inside(line: Any, box: Any) -> bool:
    middle = (line["top"] + line["bottom"]) / 2
    return bool(box[1] - EDGE <= middle <= box[3] + EDGE)
