"""Documents: what leaves the office, laid out but not yet drawn. As with sheets, no renderer knows a rule."""

from __future__ import annotations

from datetime import date

from qjtask.core.layout.sheet import Cell, Sheet, Tone
from qjtask.core.named_tuple import NamedTuple


class Heading(NamedTuple):
    """A section's heading, with its number: 一、总体情况."""

    text: str


class Paragraph(NamedTuple):
    """Running text, its first line indented by two characters where a format can.

    The one that names whom a letter is for (主送机关) `is_flush` with the margin (GB/T 9704-2012, 7.3.3).
    """

    text: str
    tone: Tone = Tone.PLAIN
    is_flush: bool = False


Block = Heading | Paragraph | Sheet


class Part(NamedTuple):
    """What begins on a fresh page: a title, centred lines under it, the blocks, and who signs at the right.

    `below` stands under the signature: whom to ask (附注), a slip to send back. Its pages are numbered
    from 1 where a format can. A sheet's title stands over its table, notes beneath.
    """

    title: str
    blocks: tuple[Block, ...]
    head: tuple[str, ...] = ()
    sign: tuple[str, ...] = ()
    below: tuple[Block, ...] = ()

    @property
    def on_paper(self) -> Part:
        """The part as a page has it: its tables without the columns that are for workbooks alone."""
        blocks = (block.on_paper if isinstance(block, Sheet) else block for block in self.blocks)
        return self._replace(blocks=tuple(blocks))


class Document(NamedTuple):
    """One or several parts on A4, upright or (`is_wide`) lying; `title` is for the file's properties."""

    title: str
    parts: tuple[Part, ...]
    is_wide: bool = False


def date_words(day: date) -> str:
    """A day as a document writes it, without leading zeros (GB/T 9704-2012, 7.3.5.4): 2021年6月3日."""
    return f"{day.year}年{day.month}月{day.day}日"


def cell_words(cell: Cell) -> str:
    """A cell's value as a document writes it."""
    return date_words(cell.value) if isinstance(cell.value, date) else cell.text


def signature(issuer: str, day: date) -> tuple[str, ...]:
    """Who signs, where that is known, and when."""
    return (issuer, date_words(day)) if issuer else (date_words(day),)
