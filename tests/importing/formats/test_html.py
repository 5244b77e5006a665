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
