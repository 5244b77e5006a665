"""Titles come apart between words, and never inside one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.layout.title_words import pieces

TITLES = """
关于2021年|重庆市|黔江区|交通局|政务服务|工作任务|分解|进展情况的通报
2021年|重庆市|黔江区|交通局|政务服务|工作任务|进展情况表
关于2026年|县委县政府|重点工作|推进情况的通报
青禾县|人民政府|办公室|关于印发2026年|《政府工作报告》|重点任务|分工的通知
关于“十四五”|规划|纲要|主要|目标任务|分工|（2023—2025年）|进展情况的通报
关于县住房|和城乡建设局|2026年|工作要点|任务分解|进展情况的通报
关于市生态环境局|落实|整改任务|分工方案|（审批科、|区司法局牵头）|进展情况的通报
督办单|（第三次催办）
关于公众|参与|以及普及|和谐|发展|工作任务|进展情况的通报
关于市发展改革委|市场监管|和城乡建设|工作机制|落实情况的通报
"""


@pytest.mark.parametrize("title", TITLES.split())
def test_a_title_comes_apart_between_words(title: str) -> None:
    assert [piece.text for piece in pieces(title.replace("|", ""))] == title.split("|")


def test_a_sense_begins_with_what_the_title_is_about() -> None:
    found = pieces("青禾县人民政府办公室关于印发2026年重点任务进展情况的通报")
    assert [piece.text for piece in found if piece.is_sense] == ["关于印发2026年", "进展情况的通报"]


SIGNS = st.text("关于工作任务分解局市区的和、（）《》“”2021年表情况通报测试A -", max_size=90)


@given(SIGNS)
def test_nothing_is_lost_and_no_line_begins_or_ends_with_a_sign_that_may_not(title: str) -> None:
    found = [piece.text for piece in pieces(title)]
    assert "".join(found) == title
    assert all(found)
    assert not [text for text in found[1:] if text[0] in "、）》”的"]
    assert not [text for text in found[:-1] if text[-1] in "（《“"]


@given(SIGNS)
def test_no_word_of_the_vocabulary_is_torn_by_itself(title: str) -> None:
    """工作 is whole wherever a title has it, unless a longer word takes a part of it."""
    found = [piece.text for piece in pieces(f"{title}、工作、{title}")]
    assert any("工作、" in text for text in found)


def test_what_is_too_long_for_a_title_is_left_whole() -> None:
    long = "重点工作" * 26
    assert [piece.text for piece in pieces(long)] == [long]


def test_blanks_part_words() -> None:
    assert [piece.text for piece in pieces("Annual plan 2021 进展情况")] == [
        "Annual ",
        "plan ",
        "2021 ",
        "进展情况",
    ]
