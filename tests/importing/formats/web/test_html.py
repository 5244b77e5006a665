"""What a page's table says of its own rows."""

from __future__ import annotations

import pytest

from qjtask.importing.formats.files import read_document

ROW = "<tr><td>做一。</td><td>甲局</td></tr>"


@pytest.mark.parametrize(
    ("rows", "headed"),
    [
        (f"<thead><tr><td>任务</td><td>谁做</td></tr></thead><tbody>{ROW}</tbody>", 1),
        (f"<tr><th>任务</th><th>谁做</th></tr>{ROW}", 1),
        (f"<tr><th>1</th><td>做一。</td></tr>{ROW}", 0),
        (f"{ROW}<tr><th>任务</th><th>谁做</th></tr>", 0),
        (f"<thead><tr hidden><th>甲</th><th>乙</th></tr><tr><th>丙</th><th>丁</th></tr></thead>{ROW}", 0),
    ],
)
def test_the_rows_that_a_page_marks_as_headings(rows: str, headed: int) -> None:
    page = f"<html><body><table>{rows}</table></body></html>".encode()
    (grid,) = read_document(page, "a.html", "a.html", lambda _: None).grids
    assert grid.headed == headed


@pytest.mark.parametrize(
    "hidden",
    [
        "<tr hidden><td>旧组</td><td>旧的。</td><td>丙局</td></tr>",  # a browser's merged cell passes it over
        "<tr hidden><td>旧的。</td><td>丙局</td></tr>",  # Excel counts it among the rows that are merged
    ],
)
def test_a_hidden_row_among_those_that_a_cell_is_merged_over(hidden: str) -> None:
    merged = 2 + (hidden.count("<td>") == 2)
    rows = (
        f"<tr><td rowspan={merged}>组</td><td>做一。</td><td>甲局</td></tr>{hidden}"
        "<tr><td>做二。</td><td>乙局</td></tr><tr><td>别组</td><td>做三。</td><td>丁局</td></tr>"
    )
    document = read_document(f"<table>{rows}</table>".encode(), "a.html", "a.html", lambda _: None)
    (grid,) = document.grids
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["组", "做一。", "甲局"],
        ["组", "做二。", "乙局"],
        ["别组", "做三。", "丁局"],
    ]
    assert [row.cells[0].up for row in grid.rows] == [False, True, False]
    assert [doubt.place for doubt in document.doubts] == ["表1第2行"]
