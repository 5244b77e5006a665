"""Titles over a table that take two lines."""

from __future__ import annotations

import pytest

from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import RuledPdf

PAGE, MARGIN, LARGE = 842, 40, 20
ROWS = [("序号", "工作任务"), ("1", "新建学校2所"), ("2", "改造道路3条")]
FILLED = "某市二〇二六年深化放管服改革优化法治化营商环境促进民营企业高质量发展工"  # 36 of 38 characters


@pytest.mark.parametrize(
    ("first", "second", "indent", "are_one"),
    [
        (f"{FILLED}作计", "划任务分解表", None, True),
        (f"{FILLED}作任务台", "账", None, True),
        (FILLED, "作计划任务分解表", None, False),
        ("某市深化放管服改革", "任务分解表", None, False),
        (f"{FILLED}作计划", "（二〇二六年）", None, False),
        (f"{FILLED}作任务分", "解表填报说明", 0, False),
    ],
)
def test_a_title_that_fills_its_line_goes_on_in_the_middle_of_the_next(
    first: str, second: str, indent: float | None, are_one: bool
) -> None:
    drawn = RuledPdf()
    drawn.words(MARGIN, 560, "附件")
    for at, line in enumerate((first, second)):
        x = (PAGE - LARGE * len(line)) / 2 if indent is None or not at else MARGIN + indent
        drawn.words(x, 540 - 30 * at, line, LARGE)
    drawn.lower(100)
    drawn.table((60, 300), ROWS)
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    read = [block for block in document.blocks if isinstance(block, str)]
    assert read == ["附件", *([first + second] if are_one else [first, second])]
