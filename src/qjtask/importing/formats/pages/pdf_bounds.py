"""What reading a PDF may cost, in proportion to its length: pdfminer and pdfplumber know no bounds."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from io import BytesIO
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import refuse
from qjtask.importing.formats.packed.allowance import Allowance
from qjtask.importing.formats.pages.bare_tables import BareTable, bare_table
from qjtask.importing.formats.pages.dotted_rulings import dotted_rulings, without_dots
from qjtask.importing.formats.pages.pdf_borders import cut_row_rulings, end_rulings, side_rulings
from qjtask.importing.formats.pages.pdf_cells import columns_of
from qjtask.importing.formats.pages.pdf_rulings import Edge, missing_rulings
from qjtask.importing.formats.pages.striped_rows import striped_rulings
from qjtask.importing.formats.pages.unruled_columns import UnruledColumns, unruled_columns
from qjtask.importing.formats.pages.unruled_rows import UnruledRows, unruled_rows

_Again = Callable[[Any, Sequence[Edge]], Any]
"""What finds the tables once more, with some rulings added."""

_FREE = 4 << 20  # bytes that any file may unpack to
_PIECE = 1 << 14  # bytes; unpacked they are a thousand times as many at most
_CHECKSUM = 4  # bytes at the end of packed data; many programs leave them out
# In numbers read, 2 µs each. A page takes about 15,000, 5 for each byte; what is drawn again counts again.
_FREE_WORK, _WORK_PER_BYTE = 150_000, 30
_WORK_OF_AN_OPERATOR, _WORK_OF_A_CHARACTER = 3, 20
_SIDES = 2  # of the only column of a table
_MOST_PAIRS = 4_000_000  # of lines across and lines down, each tried with each
_MOST_CROSSINGS = 6_000  # of one page; a table of 100 rows and 30 columns has 3,131


@contextmanager
def bounded(packed: int, shown: str) -> Iterator[Callable[[], None]]:
    """While this lasts, pdfminer unpacks and draws no more than a file of `packed` bytes may hold.

    It unpacks a stream whole, through as many layers as the file says, and draws what a form holds
    as often as it is called. Refused when that is too much; the refusal may be swallowed or wrapped
    on its way, and what is given here raises it again.
    """
    from pdfminer import pdfinterp, pdftypes

    allowance = Allowance(packed, shown, _FREE)
    unpacking = _Unpacking(allowance)
    drawn = _Drawn(packed, shown)

    class Counted(pdfinterp.PDFContentParser):
        """The operands and operators of a page, counted as they are read."""

        def nextobject(self) -> Any:
            found = super().nextobject()
            drawn.take(found[1])
            return found

    def again() -> None:
        allowance.take(0)
        drawn.take(0)

    with ExitStack() as undo:
        for module, name, stand_in in (
            (pdftypes, "zlib", unpacking),
            (pdftypes, "lzwdecode", unpacking.lzw),
            (pdftypes, "rldecode", unpacking.runs),
            (pdfinterp, "PDFContentParser", Counted),
        ):
            undo.callback(setattr, module, name, getattr(module, name))
            setattr(module, name, stand_in)
        yield again


class FoundTables(NamedTuple):
    """The ruled tables of a page, and all its rulings.

    They are `is_across` where only rules across were drawn, `unruled` where the columns are where the words
    stand since those do not show them, `is_down` where only rules down were drawn and the rows are where the
    numbers are, and `is_bare` where nothing was drawn, and the rows are where the numbers or the room between
    them are. What stands from the height `unread` on is a table without rulings
    that cannot be read.
    """

    tables: list[Any]
    edges: list[Edge]
    unruled: bool = False
    is_bare: bool = False
    is_across: bool = False
    is_down: bool = False
    unread: float | None = None


def find_tables(page: Any, frame: Sequence[float] = (), *, goes_on: bool = False) -> FoundTables | None:
    """The ruled tables of a page; None when it has more lines than tables have, as maps and drawings do.

    `frame` are the columns of the last table before, which may go on here with fewer rulings. A table
    without any `goes_on` here where the page before ended in one.
    """
    added = dotted_rulings(page.edges)
    if added:
        page = without_dots(page)
    finder = _finder(added)

    def again(found: Any, more: Sequence[Edge]) -> Any:
        added.extend(more)
        return finder(page) if more else found

    try:
        found = finder(page)
        edges = found.edges
        found = again(found, [] if found.tables else cut_row_rulings(edges, frame, page))
        is_open = not any(len(columns_of(table)) > _SIDES for table in found.tables)
        columns = unruled_columns(edges, frame, page, goes_on=goes_on) if is_open else UnruledColumns([])
        found = again(found, columns.edges)
        found = again(found, side_rulings(edges, page))
        found = again(found, end_rulings(found.edges, found.tables, page))
        found = again(found, striped_rulings(found.tables, page))
        found = again(found, missing_rulings(found.edges, found.tables, frame, page))
        if is_open:
            bare = None if columns.edges else bare_table(page, edges, goes_on=goes_on)
            return _open_tables(found, columns, edges, bare, again)
        return _ruled_tables(found, unruled_rows(found.tables, page, goes_on=goes_on), edges, again)
    except _Crowded:
        return None


def _open_tables(
    found: Any, columns: UnruledColumns, edges: list[Edge], bare: BareTable | None, again: _Again
) -> FoundTables:
    """The tables of a page on which no columns are ruled, or the one without rulings."""
    if bare and bare.edges:
        return FoundTables(again(found, bare.edges).tables, edges, is_bare=True)
    if bare:
        return FoundTables([], edges, unread=bare.top)
    is_unruled = bool(columns.edges) and not columns.is_drawn
    return FoundTables(found.tables, edges, is_unruled, is_across=bool(columns.edges))


def _ruled_tables(found: Any, rows: UnruledRows, edges: list[Edge], again: _Again) -> FoundTables:
    """The tables of a page on which columns are ruled; none where their rows cannot be parted."""
    if rows.is_unread:
        return FoundTables([], edges, unread=min(table.bbox[1] for table in found.tables))
    return FoundTables(again(found, rows.edges).tables, edges, is_down=bool(rows.edges))


class _Crowded(Exception):  # noqa: N818 - an answer
    """More lines than are worth looking at."""


def _finder(added: Sequence[Edge]) -> Any:
    """What finds the tables of a page by its rulings and those that were `added`."""
    from pdfplumber.table import TableFinder, edges_to_intersections

    class Finder(TableFinder):
        """Tries each line with each other, and each crossing with each: not when there are very many."""

        def get_edges(self) -> list[Edge]:
            edges = [*super().get_edges(), *added]
            across = sum(edge["orientation"] == "h" for edge in edges)
            if across * (len(edges) - across) > _MOST_PAIRS:
                raise _Crowded
            if len(edges_to_intersections(edges)) > _MOST_CROSSINGS:
                raise _Crowded
            return edges

    return Finder


class _Drawn:
    """Counts what pages and forms draw."""

    def __init__(self, packed: int, shown: str) -> None:
        self._left = _FREE_WORK + _WORK_PER_BYTE * packed
        self._shown = shown

    def take(self, found: Any) -> None:
        """Refused when there is more to draw than such a file may hold. Takes an operand or operator."""
        self._left -= _work(found)
        if self._left < 0:
            raise refuse(
                self._shown, "画出来比文件本身大得太多，不像文档", "这不像任务分解表，请核对文件来源"
            )


def _work(found: Any) -> int:
    if isinstance(found, bytes):
        return 1 + _WORK_OF_A_CHARACTER * len(found)
    if isinstance(found, list):
        return 1 + sum(map(_work, found))
    return 1 if isinstance(found, (int, float)) else _WORK_OF_AN_OPERATOR


class _Unpacking:
    """Stands for the unpackers of pdfminer, zlib first: the same bytes, in linear time, counted."""

    error = zlib.error

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance

    def decompress(self, data: bytes) -> bytes:
        """What Deflate packed. Data cut short, or wrong in its checksum alone, is given as far as it goes."""
        unpacker = zlib.decompressobj()
        pieces = []
        body = max(0, len(data) - _CHECKSUM)
        for at in [*range(0, body, _PIECE), body]:
            try:
                pieces.append(unpacker.decompress(data[at : min(at + _PIECE, body) if at < body else None]))
            except zlib.error:
                if at < body:
                    raise
            self._allowance.take(len(pieces[-1]) if pieces else 0)
        return b"".join(pieces)

    def decompressobj(self) -> Any:
        """Refuse the second try at what `decompress` has given up, byte by byte, in vain and slow."""
        raise zlib.error

    def lzw(self, data: bytes) -> bytes:
        """What LZW packed."""
        from pdfminer.lzw import LZWDecoder

        pieces = []
        for piece in LZWDecoder(BytesIO(data)).run():
            self._allowance.take(len(piece))
            pieces.append(piece)
        return b"".join(pieces)

    def runs(self, data: bytes) -> bytes:
        """What run lengths packed (ISO 32000-1, 7.4.5)."""
        pieces = []
        at = 0
        while at < len(data) and (length := data[at]) != 128:
            if length < 128:
                pieces.append(data[at + 1 : at + 2 + length])
                at += length + 2
            else:
                pieces.append(data[at + 1 : at + 2] * (257 - length))
                at += 2
            self._allowance.take(len(pieces[-1]))
        return b"".join(pieces)
