"""Offices alone on a line, over works or under them."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.lines.offices_alone import with_office_headings
from qjtask.importing.lines.paragraphs import Passage

HEAD = ("某校工作安排", "2015年3月30日")


def read(*lines: str) -> list[tuple[str, tuple[str, ...]]]:
    """The lines under a title and a day, each with the offices that it heads."""
    passages = [Passage(line, "") for line in (*HEAD, *lines)]
    return [(one.text, one.heads) for one in with_office_headings(passages, Vocabulary(()))][len(HEAD) :]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("【教务处】", "【总务处】"),
        ("（教务处）", "（总务处）"),
        ("[教务处]", "[总务处]"),
        ("〔教务处〕：", "〔总务处〕："),
        ("教务处", "总务处"),
        ("教务处：", "总务处："),
        ("教务处工作职责", "总务处职责："),
        ("■ 教务处", "■ 总务处"),
    ],
)
def test_offices_over_works_head_them_and_works_without_numbers_are_points(first: str, second: str) -> None:
    assert read(first, "召开教研会。", "评选教案。", second, "更换滤芯24个。") == [
        ("教务处", ("教务处",)),
        ("• 召开教研会。", ()),
        ("• 评选教案。", ()),
        ("总务处", ("总务处",)),
        ("• 更换滤芯24个。", ()),
    ]


def test_a_week_in_brackets_under_the_title_is_no_work_of_the_first_office() -> None:
    passages = [Passage(line, "") for line in ("某校第五周安排", "（2015年3月30日—4月3日）")]
    passages += [Passage(line, "") for line in ("【教务处】", "1.召开教研会。", "【总务处】", "1.更换滤芯。")]
    heads = [one.heads for one in with_office_headings(passages, Vocabulary(())) if one.heads]
    assert heads == [("教务处",), ("总务处",)]


def test_a_label_over_numbered_works_heads_them_with_its_number_or_without() -> None:
    with_number = read("一、责任单位：市教育局", "1.新建学校。", "二、责任单位：市卫健委", "2.新建医院。")
    assert [text for text, _ in with_number] == [
        "一、市教育局",
        "1.新建学校。",
        "二、市卫健委",
        "2.新建医院。",
    ]
    without = read("责任单位：市教育局", "1.新建学校。", "责任单位：市卫健委、市医保局", "2.新建医院。")
    assert [heads for _, heads in without if heads] == [("市教育局",), ("市卫健委", "市医保局")]


def test_a_name_in_the_same_brackets_that_is_no_office_heads_its_own_works() -> None:
    lines = read("【教务处】", "甲。", "【安全工作】", "乙。", "【总务处】", "丙。")
    heads = [heads for _, heads in lines if heads]
    assert heads == [("教务处",), ("安全工作",), ("总务处",)]


def test_what_closes_a_notice_is_no_point() -> None:
    closing = ("请各处室抓好落实。", "办公室", "2015年4月1日")
    lines = read("教务处", "甲。", "总务处", "乙。", *closing)
    assert tuple(text for text, _ in lines[-3:]) == closing


def test_a_wish_among_works_ends_them_only_under_the_last_office() -> None:
    lines = read("教务处", "甲。", "请各班配合。", "乙。", "总务处", "丙。", "请各班配合。", "丁。")
    points = [text for text, _ in lines if text.startswith("•")]
    assert points == ["• 甲。", "• 乙。", "• 丙。"]


@pytest.mark.parametrize(
    "lines",
    [
        ("新建桥梁2座。", "（县住建局）", "改造小区3个。", "（县民政局）"),
        ("1.新建桥梁2座。", "县住建局", "2.改造小区3个。", "县民政局", "请各单位落实。"),
        ("新建桥梁2座。", "县住建局", "改造小区3个。", "县民政局", "加强领导。"),
        ("一、重点任务", "新建桥梁2座", "（县住建局）", "改造小区3个", "（县民政局）", "二、工作要求"),
        (
            "1.新建桥梁2座。",
            "（1）责任单位：县住建局",
            "（2）完成时限：6月",
            "2.清淤。",
            "（1）责任单位：县水利局",
        ),
        ("一、抓好城建", "（县住建局）", "1.建桥。", "二、抓好民政", "（县民政局）", "1.助老。"),
        ("一、新建桥梁", "责任单位：县住建局", "1.设计。", "二、清淤", "责任单位：县水利局", "1.招标。"),
        ("1.清淤", "领导：张三", "责任单位：县水利局", "2.建桥", "责任单位：县住建局", "二、工作要求"),
        ("【教务处】", "召开教研会。"),
        ("各镇人民政府：", "县住建局：", "现将安排通知如下。"),
        ("县住建局", "2015年3月1日", "县民政局", "2015年3月2日"),
    ],
)
def test_offices_under_works_a_single_one_and_signatures_head_nothing(lines: tuple[str, ...]) -> None:
    assert read(*lines) == [(line, ()) for line in lines]


def test_what_is_called_as_a_place_is_an_office_among_others_and_minutes_end_there() -> None:
    lines = ("技术室", "1.张贴标识。", "审管办", "1.追缴欠款。", "执行局", "1.归档资料。", "分送：立案庭。")
    heads = [("技术室", ("技术室",)), ("审管办", ("审管办",)), ("执行局", ("执行局",))]
    assert [one for one in read(*lines) if one[1]] == heads
    assert read(*lines)[-1] == ("分送：立案庭。", ())


@pytest.mark.parametrize(
    "lead_in", ["考务组由教导主任任组长，成员为教导处人员。其职责为：", "负责考试的组织，具体工作如下："]
)
def test_a_sentence_may_lead_in_the_works_of_an_office(lead_in: str) -> None:
    assert read("考务组职责", lead_in, "1.安排考场。", "保密组职责", "1.保管试卷。") == [
        ("考务组", ("考务组",)),
        (lead_in, ()),
        ("1.安排考场。", ()),
        ("保密组", ("保密组",)),
        ("1.保管试卷。", ()),
    ]
