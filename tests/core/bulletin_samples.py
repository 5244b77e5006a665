"""What the tests of the bulletin's sections share: the reports of a log, and a section's words and table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qjtask.core.layout.document import Paragraph
from qjtask.core.layout.sheet import Sheet
from qjtask.core.letters.bulletin_reports import Reports
from qjtask.core.plan.unit_names import unit_names
from tests.core.plans import YEAR, past, texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qjtask.core.layout.document import Block
    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.plan import Plan


def reports(on: Plan, log: Iterable[Entry], *only: str, today: str = "06-10") -> Reports:
    return Reports(past(log, today), unit_names(on), YEAR, only)


def told(blocks: Iterable[Block]) -> tuple[str, list[list[str]]]:
    """The words over a section's table, and its cells."""
    words, lines = "", []
    for block in blocks:
        if isinstance(block, Paragraph):
            words += block.text
        elif isinstance(block, Sheet):
            lines += texts(block)
    return words, lines
