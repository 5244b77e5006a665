"""A whole document: its works, the lines over them, what is told of it, and what never happens."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.importing.works.documents import read, works


def test_the_lines_over_the_first_number_may_hold_the_title() -> None:
    found = read("工作方案", "各镇：", "一、城建", "1.建桥。（县住建局负责）")
    assert found.above == ("各镇：", "工作方案")


def test_where_the_works_stand() -> None:
    found = read("一、城建", "1.建桥。（县住建局负责）", "2.建路。（县交通局负责）")
    assert (found.where, found.mentions) == ("第2段至第3段", 2)


@pytest.mark.parametrize(
    ("paragraphs", "seen"),
    [
        (("一、提高认识。",), "也没有写明责任单位的段落"),
        (
            ("各责任单位要抓好落实。", "牵头单位要负总责。"),
            "有2段提到责任单位或牵头单位，却读不出是哪项工作的",
        ),
    ],
)
def test_what_is_seen_where_nothing_is_shared_out(paragraphs: tuple[str, ...], seen: str) -> None:
    found = read(*paragraphs)
    assert (found.tasks, found.seen) == ((), seen)


def test_a_bracket_like_a_clause_outside_works_is_told() -> None:
    found = read("一、城建", "1.建桥。（县住建局负责）", "二、其他（含责任单位自查）")
    assert [doubt.read for doubt in found.doubts if "像是责任单位" in doubt.read] == [
        "括号里的“含责任单位自查”像是责任单位，没有读懂"
    ]


PIECES = st.sampled_from(
    [
        *(
            "一、",
            "（一）",
            "1.",
            "2.",
            "（1）",
            "①",
            "第一章",
            "# ",
            "- ",
            "——",
            "、",
            "，",
            "。",
            "；",
            "：",
            "\n",
        ),
        *("（", "）", "(", ")", "〔", "〕", "【", "】", "“", "”", "《", "》"),
        *("责任单位：", "牵头单位：", "完成时限：", "工作内容：", "项目名称：", "牵头领导："),
        *(
            "县住建局",
            "县财政局",
            "各镇（街道）",
            "各县、市、区政府",
            "张三",
            "副县长",
            "见附件",
            "等部门",
            "及",
        ),
        *("牵头", "配合", "负责", "会同", "由", "按职责分工负责", "以上任务", "下同", "列第一位者为牵头单位"),
        *("6月底前", "完成", "持续推进", "2021年", "新建天桥2座", "改造小区", "县住建局：", " "),
    ]
)
DOCUMENTS = st.lists(st.lists(PIECES, max_size=14).map("".join), max_size=12)


@settings(deadline=None)
@example(["一、一、责任单位：县住建局", "1.", "修路"])
@example(["# ", "责任单位：（一）下同 一、"])
@example(["一、（一）列第一位者为牵头单位县住建局：（一）一、"])
@given(DOCUMENTS)
def test_nothing_is_invented(paragraphs: list[str]) -> None:
    found = read(*paragraphs)
    source = "".join("".join(paragraphs).split())
    for task in found.tasks:
        assert task.work
        for name in (*task.lead, *task.units, *task.support):
            assert "".join(name.split()) in source
        assert set(task.work) <= set(source) | set(" 。；一二三四五六七八九十（）、第章1234567890.①")


@settings(deadline=None)
@given(DOCUMENTS, st.integers(0, 11))
def test_blank_paragraphs_change_nothing(paragraphs: list[str], at: int) -> None:
    """Readers leave them out; a document with only these has no works."""
    kept = [one for one in paragraphs if one.strip()]
    assert works(*kept) == works(*kept[:at], *kept[at:])
    assert works("", " ") == []


def test_the_lines_over_the_works_of_an_annex_come_before_those_of_the_letter() -> None:
    letter = ("关于征集意见的公告", "一、征集的时间", "即日起。", "附件：")
    assert read(*letter, "2023年实事项目", "一、教育", "1.建校。（县教育局负责）").above == (
        "2023年实事项目",
        "关于征集意见的公告",
    )
    # Without a title of its own, and where the works come first, the letter's lines stand alone.
    assert read(*letter, "1.建校。（县教育局负责）").above == ("关于征集意见的公告",)
    assert read("要点", "1.建校。（县教育局负责）", "附件：", "名单").above == ("要点",)


def test_a_clause_of_nothing_is_told() -> None:
    doubts = read("责任单位：县财政局、县水利局", "1.建桥。（县住建局负责，6月底前完成）").doubts
    assert [(doubt.place, doubt.read) for doubt in doubts] == [
        ("第1段", "责任单位“县财政局、县水利局”前面没有工作")
    ]


def test_brackets_that_resemble_clauses_are_told_of_their_own_works() -> None:
    made = read("2021年分工", "建桥（含责任单位自查）。（县住建局负责）", "建路。（县交通局负责）")
    assert [len(task.told) for task in made.tasks] == [1, 0]


def test_a_paragraph_that_says_who_and_was_not_read_is_told() -> None:
    found = read("一、城建", "1.建桥。（县住建局负责）", "二、其他", "责任单位为张三李四王五赵六，抓紧办。")
    assert [one.read for one in found.doubts if "没有读懂" in one.read] == [
        "“责任单位为张三李四王五赵六，抓紧办。”写了责任单位，没有读懂"
    ]
    assert not [
        one for one in read("各责任单位：", "1.建桥。（县住建局负责）").doubts if "没有读懂" in one.read
    ]


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("1.县教体局牵头，县公安局配合，6月底前完成。", True),
        ("1.由县教体局牵头，会同县公安局、县卫健局负责，6月底前完成。", True),
        ("1.县教体局牵头，县公安局配合，6月底前完成高考保障方案。", False),
        ("1.县教体局、县公安局", False),
        ("（一）县教体局牵头，县公安局配合", False),
    ],
)
def test_a_number_that_only_says_who_is_told(line: str, *, is_told: bool) -> None:
    found = read(
        "一、教育", line, "1.建桥。（县住建局负责）" if line[0] == "（" else "2.建桥。（县住建局负责）"
    )
    assert bool([one for one in found.doubts if "没有写做什么" in one.read]) is is_told


def test_a_number_that_only_says_who_is_told_once() -> None:
    found = read(
        "一、县教体局牵头，县公安局配合", "做好保障，6月底前完成。", "二、城建", "1.建桥。（县住建局负责）"
    )
    assert [one.place for one in found.doubts] == ["第1段"]


def test_offices_that_carry_out_all_works_below_are_given_to_these() -> None:
    made = read(
        "1.建园。（县林业局负责）",
        "2.建桥。（县住建局牵头，各镇（街道）负责。以下各项工作均需各镇（街道）负责落实，不再列出）",
        "3.建路。（县交通局牵头，县公安局配合）",
        "4.修渠。（县水利局、各镇（街道）负责）",
    )
    assert [task.units for task in made.tasks] == [
        ("县林业局",),
        ("各镇（街道）",),
        ("各镇（街道）",),
        ("县水利局", "各镇（街道）"),
    ]
    doubts = [(one.place, one.read, one.assumed) for one in made.doubts if "以下" in one.read]
    assert doubts == [("第2段", "写明以下各项都由“各镇（街道）”落实", "记入后面2项的责任单位")]


def test_what_is_said_of_all_works_below_and_not_understood_is_told() -> None:
    made = read("1.建桥。（县住建局负责。以下均按国家规定执行，不再列出）", "2.建路。（县交通局负责）")
    assert [task.units for task in made.tasks] == [("县住建局",), ("县交通局",)]
    assert any("没有记" in told.assumed for task in made.tasks for told in task.told)
