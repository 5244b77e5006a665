"""A notice in one paragraph."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.run_together import numbers_apart
from tests.importing.works.documents import works

WHO = "（县住建局牵头，县财政局、县交通局、县水利局、县公安局、县民政局配合）"


@pytest.mark.parametrize("space", [" ", ""])
def test_headings_and_numbers_begin_paragraphs(space: str) -> None:
    text = (
        f"现提出以下意见：{space}一、抓实城建{space}1.建桥。{WHO}{space}2.建路，年底前通车。{WHO}"
        f"{space}二、抓实交通{space}3.修路。{WHO}"
    )
    assert list(numbers_apart(text)) == [
        "现提出以下意见：",
        "一、抓实城建",
        f"1.建桥。{WHO}",
        f"2.建路，年底前通车。{WHO}",
        "二、抓实交通",
        f"3.修路。{WHO}",
    ]
    names = "县住建局||县财政局、县交通局、县水利局、县公安局、县民政局|"
    assert works(text) == [
        f"抓实城建|1|建桥。|{names}",
        f"抓实城建|2|建路，年底前通车。|{names}",
        f"抓实交通|3|修路。|{names}",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一、建桥 1.完成设计 2.完成招标。（县住建局负责）",
        f"1.做好两件事：（一）建桥。{WHO}（二）建路。{WHO}" + "长期坚持。" * 10,
        f"一、建桥 1.设计。{WHO} 5.招标。{WHO} 二、建路 2.设计。{WHO}",
        f"1.建桥。{WHO}2.建路。{WHO}3.修渠。{WHO}",
        "县住建局要会同各镇抓好落实。" * 20,
        "",
    ],
)
def test_what_is_no_such_paragraph_stays_whole(text: str) -> None:
    assert "".join(numbers_apart(text)) == text
    assert len(list(numbers_apart(text))) <= 1
