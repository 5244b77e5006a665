"""Tables of a page whose cells stand in no row, or all in one."""

from __future__ import annotations

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.grid import Grid
from qjtask.importing.formats.files import read_document

WORDS = ("序号", "具体工作", "牵头单位", "完成时限")
ROWS = (("1", "建园区。", "市经信局", "6月底前"), ("2", "修道路。", "市交通局", "9月底前"))
WHOLE = [list(WORDS), *map(list, ROWS)]


def cells(row: tuple[str, ...], tag: str = "td") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in row)


def tables(inside: str) -> list[Grid]:
    page = f"<html><body><table>{inside}</table></body></html>".encode()
    return read_document(page, "a.html", "a.html", lambda _: None).grids


def texts(inside: str) -> list[list[str]]:
    (grid,) = tables(inside)
    return [[cell.text for cell in row.cells] for row in grid.rows]


MARKED = cells(WORDS, "th")
BODY = "".join(map(cells, ROWS))


@pytest.mark.parametrize(
    "inside",
    [
        f"{MARKED}{BODY}",
        f"<tr>{MARKED}{BODY}</tr>",
        f"<tr>{cells(WORDS)}{BODY}</tr>",
        f"<tbody>{cells(WORDS)}{BODY}</tbody>",
        f"<tr>{MARKED}</tr>{cells(ROWS[0])}<tr>{cells(ROWS[1])}</tr>",
        f"<thead>{MARKED}</thead><tbody><tr>{cells(ROWS[0])}</tr><tr>{cells(ROWS[1])}</tr></tbody>",
    ],
)
def test_the_rows_that_the_cells_fill(inside: str) -> None:
    assert texts(inside) == WHOLE


def test_merged_cells_are_counted_in_each_of_their_rows() -> None:
    first = "<td>1</td><td>建园区。</td><td rowspan=2>市经信局</td><td>6月底前</td>"
    body = f"{first}<td>2</td><td>修道路。</td><td>9月</td>"
    assert texts(f"<tr>{MARKED}{body}</tr>")[2] == ["2", "修道路。", "市经信局", "9月"]


@pytest.mark.parametrize("missing", ["<td>1</td>", "<td>9月底前</td>"])
def test_what_fills_no_rows_is_refused_by_saying_so(missing: str) -> None:
    with pytest.raises(Refused, match="格没有分行"):
        tables(f"<tr>{MARKED}{BODY.replace(missing, '')}</tr>")


@pytest.mark.parametrize(
    "inside",
    [
        f"<tr>{cells(('索引号', '甲', '文号', '乙', '日期', '丙'))}</tr>",
        f"<tr>{cells((*WORDS, *WORDS))}</tr><tr>{cells((*ROWS[0], *ROWS[1]))}</tr>",
        f"<tr>{cells(WORDS)}</tr><tr>{cells(ROWS[0])}</tr>",
        "<tr><td>关于印发任务分解的通知</td></tr>",
    ],
)
def test_rows_of_their_own_stay(inside: str) -> None:
    assert len(texts(inside)) == inside.count("<tr>")
