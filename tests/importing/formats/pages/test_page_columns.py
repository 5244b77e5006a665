"""Pages set in two columns, and those that only look so."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import LEFT, RuledPdf

RIGHT = LEFT + 320
FULL = "推进政务服务事项标准化办理并形成可复制的经验做法"


def blocks(left: Sequence[str], right: Sequence[str], over: str = "") -> tuple[object, ...]:
    """What is read of a page with these lines beside each other, under one over both."""
    drawn = RuledPdf()
    if over:
        drawn.words(LEFT + 120, 570, over, 16)
    for x, lines in ((LEFT, left), (RIGHT, right)):
        for at, line in enumerate(lines):
            drawn.words(x, 530 - 18 * at, line)
    return read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None).blocks


def numbered(name: str, count: int) -> list[str]:
    return [f"{name}{at}{FULL}" for at in range(10, 10 + count)]


def test_the_left_column_is_read_before_the_right_one_and_a_title_over_both_first() -> None:
    left, right = numbered("左", 12), numbered("右", 9)
    title = "某市2026年政务服务重点工作任务分解表及其责任单位名单"
    assert blocks(left, right, title) == (title, *left, *right)


def test_a_table_without_rulings_is_no_page_of_two_columns() -> None:
    left = numbered("左", 12)
    right = [f"市财政局{'、市教育局' * (at % 4)}" for at in range(12)]
    assert len(blocks(left, right)) == 12


def test_a_few_lines_beside_each_other_are_no_columns() -> None:
    assert len(blocks(numbered("左", 5), numbered("右", 5))) == 5


def test_a_page_of_one_column_is_read_as_it_stands() -> None:
    lines = [f"{at}{FULL}{FULL}{FULL[:10]}" for at in range(10, 22)]
    assert list(blocks(lines, [])) == lines
