"""The tables of formats: every line of them draws."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.cli.documents import OutputOption
from qjtask.cli.formats import DOCUMENT_FORMATS, SCREEN_FORMATS, Format, View, drawn
from qjtask.core.layout.document import Document, Paragraph, Part
from qjtask.core.layout.sheet import Cell, Column, Sheet

SHEET = Sheet("表", (Column("编号"),), ((Cell("9.2"),),))


@pytest.mark.parametrize("form", Format)
def test_every_format_of_a_screen_shows_the_same(form: Format, capfd: pytest.CaptureFixture[str]) -> None:
    SCREEN_FORMATS[form](View(date(2021, 6, 10), lambda: [SHEET], lambda: {"items": ["9.2"]}))
    assert "9.2" in capfd.readouterr().out


def test_only_the_side_that_is_shown_is_made() -> None:
    def never() -> list[Sheet]:
        pytest.fail("it was made")

    SCREEN_FORMATS[Format.JSON](View(date(2021, 6, 10), never, dict))


@pytest.mark.parametrize("ending", DOCUMENT_FORMATS)
def test_every_format_of_a_document_is_drawn_and_named_in_the_help(ending: str) -> None:
    document = Document("通报", (Part("通报", (Paragraph("正文"), SHEET)),))
    assert len(drawn(document, ending)) > 10
    assert ending in str(OutputOption.__metadata__[0].help)  # type: ignore[attr-defined] # of Annotated
