"""PDF pages with tables ruled line by line, so that a test can leave out rulings as Word and WPS do."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from typing import Any

import pytest

SIZE = 10
HEIGHT = 21
LEFT, TOP = 40, 50

Missing = tuple[int, int, str]
"""A row, a column, and the side of the cell whose ruling is not drawn: t, b, l, r."""


class RuledPdf:
    """A document of landscape pages; each table begins where the last text ended."""

    def __init__(self) -> None:
        pytest.importorskip("pdfplumber", reason="the extra pdf is not installed")
        canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab draws the PDF of this test")
        from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]

        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self._made = io.BytesIO()
        self._canvas: Any = canvas.Canvas(self._made, pagesize=(842, 595))
        self._y = 595 - TOP

    def line(self, text: str) -> None:
        """A line of text."""
        self.words(LEFT, self._y - SIZE, text)
        self._y -= 24

    def words(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        """Words at a place, counted from the lower left corner."""
        self._canvas.setFont("STSong-Light", size)
        self._canvas.drawString(x, y, text)

    def watermark(self, x: float, y: float, text: str, *, degrees: float = 0) -> None:
        """Large grey words at a place, turned by so many degrees."""
        self._canvas.saveState()
        self._canvas.translate(x, y)
        self._canvas.rotate(degrees)
        self._canvas.setFillGray(0.85)
        self.words(0, 0, text, 4 * SIZE)
        self._canvas.restoreState()

    def width(self, text: str) -> float:
        """How wide words are."""
        return float(self._canvas.stringWidth(text, "STSong-Light", SIZE))

    def stroke(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A line from a place to another."""
        self._canvas.line(x0, y0, x1, y1)

    def rule(self, x0: float, x1: float, y: float) -> None:
        """A line across."""
        self._canvas.line(x0, y, x1, y)

    def dots(self, x0: float, y0: float, x1: float, y1: float, size: float = 0.75) -> None:
        """A line from a place to another, drawn as squares of so many points and as much between them."""
        count = int(max(abs(x1 - x0), abs(y1 - y0)) / size / 2)
        for at in range(count + 1):
            x, y = (begin + (end - begin) * at / count for begin, end in ((x0, x1), (y0, y1)))
            self._canvas.rect(x, y, size, size, stroke=0, fill=1)

    def fill(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A grey area without an edge of its own."""
        self._canvas.saveState()
        self._canvas.setFillGray(0.85)
        self._canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=0, fill=1)
        self._canvas.restoreState()

    def lower(self, points: int) -> None:
        """Go on further down."""
        self._y -= points

    def page(self) -> None:
        """Begin a page."""
        self._canvas.showPage()
        self._y = 595 - TOP

    def table(
        self, widths: Sequence[int], rows: Sequence[Sequence[str | None]], missing: Collection[Missing] = ()
    ) -> float:
        """A table; None is a cell that goes on from above. Gives the height of its upper edge."""
        across = [LEFT + sum(widths[:at]) for at in range(len(widths) + 1)]
        upper = self._y
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                top = upper - row * HEIGHT
                goes_on = row + 1 < len(rows) and rows[row + 1][column] is None
                sides = {
                    "t": (across[column], top, across[column + 1], top),
                    "b": (across[column], top - HEIGHT, across[column + 1], top - HEIGHT),
                    "l": (across[column], top, across[column], top - HEIGHT),
                    "r": (across[column + 1], top, across[column + 1], top - HEIGHT),
                }
                drawn = {"l", "r", *("t" if text is not None else ""), *("" if goes_on else "b")}
                for side in drawn:
                    if (row, column, side) not in missing:
                        self._canvas.line(*sides[side])
                if text:
                    self.words(across[column] + 3, top - 15, text)
        self._y -= HEIGHT * len(rows) + 20
        return upper

    def picture(self, share: float) -> None:
        """A picture over a share of the page."""
        from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]

        plain = ImageReader(io.BytesIO(_PIXEL))
        self._canvas.drawImage(plain, 0, 0, width=842, height=595 * share)

    def made(self) -> bytes:
        """The file's bytes."""
        self._canvas.save()
        return self._made.getvalue()


# A portable pixmap of one grey pixel.
_PIXEL = b"P6 1 1 255\n\x80\x80\x80"
