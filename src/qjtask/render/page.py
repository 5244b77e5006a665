"""Documents as web pages (.html): one file that loads nothing, runs nothing, and prints on A4."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from qjtask.core.layout.document import Document, Heading, cell_words
from qjtask.core.layout.sheet import Sheet
from qjtask.core.layout.title_words import pieces
from qjtask.render.one_line import one_line
from qjtask.render.table_shape import row_spans
from qjtask.render.web_page import inline, policy, render, source

# A page's size cannot be asked for by a class, and a style sheet allowed by its hash has no attributes.
_PAPER = """@page {{
  size: A4 {turn}; margin: {margin};
  @bottom-center {{ content: "— " counter(page) " —"; }}
}}
main {{ max-width: {width}; }}
"""
_UPRIGHT = _PAPER.format(turn="portrait", margin="25mm 22mm", width="56rem")
_LYING = _PAPER.format(turn="landscape", margin="18mm 15mm", width="90rem")


_FILTERS: dict[str, Callable[..., Any]] = {
    "words": cell_words,
    "row_spans": row_spans,
    "zip": zip,
    "pieces": lambda title: [piece.text for piece in pieces(one_line(title))],
    "is_day": lambda value: isinstance(value, date),
    "is_sheet": lambda block: isinstance(block, Sheet),
    "is_heading": lambda block: isinstance(block, Heading),
}


def page(document: Document) -> str:
    """The page of a document. Its policy lets no browser load or run anything, whatever a text says."""
    style = source("page.css") + (_LYING if document.is_wide else _UPRIGHT)
    return render("page.html.j2", _FILTERS, document=document, style=inline(style), policy=policy(style))
