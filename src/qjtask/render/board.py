"""The board as one HTML file that loads nothing: style and script are allowed by their hashes alone."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

from qjtask.core.board import LAMP_WORDS, Board, Lamp
from qjtask.core.document import date_words
from qjtask.core.timeline import (
    STANDING_SIGNS,
    STANDING_WORDS,
    Standing,
    line_heading,
    timeline_notes,
)
from qjtask.render.board_chart import chart_of, narrow_months
from qjtask.render.clean import one_line

_NARROW_BAR = 130
_SHADES = 4


def board_page(board: Board) -> str:
    """The page. The same board gives the same text; every text in it is data, escaped by the template."""
    from jinja2 import Environment, StrictUndefined  # 40 ms

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["clean"] = one_line
    style, script = _source("board.css"), _source("board.js")
    template = environment.from_string(_source("board.html.j2"))
    units = [load.name for load in board.loads]
    return template.render(
        board=board,
        style=_inline(style),
        script=_inline(script),
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
        chart=chart_of(board.chart),
        narrow=narrow_months(board.chart, _NARROW_BAR),
        notes=timeline_notes(board.chart),
        line_heading=line_heading(board.chart),
        lamps=LAMP_WORDS,
        most=max((count for load in board.loads for count in load.counts.values()), default=0),
        standings=[(one, STANDING_SIGNS[one], STANDING_WORDS[one]) for one in Standing],
        unit_numbers={name: number for number, name in enumerate(units)},
        letters={lamp: lamp.value[:2] for lamp in Lamp},
        shade=_shade,
        day=date_words(board.today),
    )


def _source(name: str) -> str:
    return files("qjtask.render").joinpath(name).read_text("utf-8")


def _inline(source: str) -> Any:
    from markupsafe import Markup

    return Markup(source)  # noqa: S704 - our own style and script, not the ledger's


def _harmless(value: Any) -> Any:
    """Every text that the template writes, without breaks and what is not seen; our own markup as it is."""
    return one_line(value) if type(value) is str else value


def _hash(source: str) -> str:
    """A source's hash as a Content-Security-Policy has it (CSP Level 3, section 2.3.1)."""
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"


def _shade(count: int, most: int) -> int:
    """How deep a cell of the heat map is, 0 to 4; by the root, so that small counts show."""
    return -int(-_SHADES * (count / most) ** 0.5 // 1) if count else 0
