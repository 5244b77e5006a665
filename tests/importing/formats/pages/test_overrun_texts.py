"""Texts that are wider than their box."""

from __future__ import annotations

from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import LEFT, RuledPdf


def cells(*texts: tuple[float, str], widths: tuple[int, ...]) -> list[str]:
    """What the cells of a row say over which texts are drawn, each so far from the left."""
    drawn = RuledPdf()
    upper = drawn.table(widths, [[""] * len(widths)] * 2)
    for at, text in texts:
        drawn.words(LEFT + at, upper - 15, text)
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    return [cell.text for cell in document.grids[0].rows[0].cells]


def test_a_text_is_its_own_cells_where_it_runs_over_that_of_the_next() -> None:
    read = cells((3, "县住建局"), (63, "2023年12月20日"), (119, "袁海"), widths=(60, 55, 60))
    assert read == ["县住建局", "2023年12月20日", "袁海"]


def test_texts_that_touch_are_two() -> None:
    assert cells((1, "县住建局财政"), (61, "每月"), widths=(60, 55)) == ["县住建局财政", "每月"]
