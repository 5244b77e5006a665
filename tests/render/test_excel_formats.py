"""How a workbook looks: one style for each kind of cell, made once."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.core.layout.sheet import Tone
from qjtask.render.excel_formats import Formats, Look, size


class Book:
    """A workbook that remembers which formats it was asked for."""

    def __init__(self) -> None:
        self.made: list[dict[str, Any]] = []

    def add_format(self, properties: dict[str, Any]) -> dict[str, Any]:
        self.made.append(properties)
        return properties


@pytest.mark.parametrize("look", Look)
def test_every_look_has_its_style(look: Look) -> None:
    made = Formats(Book()).of(look, Tone.PLAIN, is_over_rows=False)
    assert made["font_size"] == size(look) >= 11
    assert made["font_charset"] == 134
    assert ("num_format" in made) is (look is Look.DAY)


def test_a_format_is_made_once() -> None:
    book = Book()
    formats = Formats(book)
    for _ in range(3):
        formats.of(Look.CELL, Tone.RED, is_over_rows=False)
    formats.of(Look.CELL, Tone.RED, is_over_rows=True)
    assert [made["valign"] for made in book.made] == ["vcenter", "top"]
    assert [(made["bold"], made["font_color"]) for made in book.made] == [(True, "#C00000")] * 2
