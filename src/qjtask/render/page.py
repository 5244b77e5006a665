"""Documents as web pages (.html): one file that loads nothing, runs nothing, and prints on A4."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from qjtask.core.document import Document, Heading, cell_words
from qjtask.core.sheet import Sheet
from qjtask.render.clean_xml import xml_text
from qjtask.render.table_shape import row_spans

if TYPE_CHECKING:
    from jinja2 import Template

# A page's size cannot be asked for by a class, and a style sheet allowed by its hash has no attributes.
_PAPER = """@page {{
  size: A4 {turn}; margin: {margin};
  @bottom-center {{ content: "— " counter(page) " —"; }}
}}
main {{ max-width: {width}; }}
"""
_UPRIGHT = _PAPER.format(turn="portrait", margin="25mm 22mm", width="56rem")
_LYING = _PAPER.format(turn="landscape", margin="18mm 15mm", width="90rem")


def page(document: Document) -> str:
    """The page of a document. Its policy lets no browser load or run anything, whatever a text says."""
    style = _file("page.css") + (_LYING if document.is_wide else _UPRIGHT)
    return _template().render(document=document, style=style, style_hash=_hash(style))


def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters |= {
        "clean": xml_text,
        "words": cell_words,
        "row_spans": row_spans,
        "zip": zip,
        "is_day": lambda value: isinstance(value, date),
        "is_sheet": lambda block: isinstance(block, Sheet),
        "is_heading": lambda block: isinstance(block, Heading),
    }
    return environment.from_string(_file("page.html.j2"))


def _file(name: str) -> str:
    return files("qjtask.render").joinpath(name).read_text(encoding="utf-8")


def _hash(style: str) -> str:
    """What the page's policy knows its only style sheet by (Content Security Policy Level 2, 4.2.4)."""
    return b64encode(hashlib.sha256(style.encode()).digest()).decode()
