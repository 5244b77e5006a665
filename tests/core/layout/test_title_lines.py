"""The lines of a title: the fewest that hold it, of like length, broken between words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.layout.title_lines import title_lines
from qjtask.core.layout.title_words import pieces
from qjtask.core.text.width import width

ROOM = 40
LINES = """
关于2021年重庆市黔江区交通局|政务服务工作任务分解进展情况的通报
关于2026年县委县政府|重点工作推进情况的通报
关于2026年青禾县重点工作|任务分解进展情况的通报
青禾县人民政府办公室关于印发2026年|《政府工作报告》重点任务分工的通知
关于县住房和城乡建设局2026年|工作要点任务分解进展情况的通报
关于市生态环境局落实中央生态环境|保护督察整改任务分工方案（审批科、|区司法局牵头）进展情况的通报
"""


@pytest.mark.parametrize("lines", LINES.split())
def test_a_title_is_broken_where_the_sense_allows(lines: str) -> None:
    assert title_lines(lines.replace("|", ""), ROOM, width) == lines.split("|")


def test_what_fits_is_one_line_and_what_cannot_be_broken_is_left_whole() -> None:
    assert title_lines("催办单", ROOM, width) == ["催办单"]
    assert title_lines("测" * 20, ROOM, width) == ["测" * 20]
    assert title_lines("测" * 21, ROOM, width) == ["测" * 21]
    assert title_lines("重点工作" * 50, ROOM, width) == ["重点工作" * 50]


@given(
    st.lists(
        st.sampled_from(["关于", "工作任务", "2021年", "黔江区", "交通局", "的", "进展情况"]), max_size=24
    ),
    st.integers(20, 60),
)
def test_the_lines_are_the_title_and_as_few_as_hold_it(words: list[str], room: int) -> None:
    title = "".join(words)
    lines = title_lines(title, room, width)
    assert "".join(lines) == title
    sizes = [width(piece.text) for piece in pieces(title)]
    if max(sizes, default=0) <= room:
        assert all(width(line) <= room for line in lines)
        needed, used = 1, 0
        for size in sizes:
            needed, used = (needed + 1, size) if used + size > room else (needed, used + size)
        assert len(lines) == needed


def test_no_line_is_a_waist() -> None:
    """Three lines are a trapezium or a rhombus, and no hourglass, were it of more like lengths."""
    lines = ["2021年经济社会发展", "交通局县委县政府乡村振兴", "2021年交通局政务服务"]
    assert title_lines("".join(lines), 30, width) == lines
