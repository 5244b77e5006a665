"""How a paragraph begins."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.levels import BULLET, DASH, rank, read_level, unmarked, with_number_apart
from qjtask.importing.words.numbering import Printed


@pytest.mark.parametrize(
    ("text", "style", "number", "rest"),
    [
        ("一、抓实城建", "一、", 1, "抓实城建"),
        ("（十二）优化服务", "（一）", 12, "优化服务"),
        ("(三)优化服务", "（一）", 3, "优化服务"),
        ("3.新建公路", "1.", 3, "新建公路"),
        ("３、新建公路", "1.", 3, "新建公路"),
        ("2.2021年底前建成", "1.", 2, "2021年底前建成"),
        ("1.10月底前建成天桥", "1.", 1, "10月底前建成天桥"),
        ("2.6月底前完成招标", "1.", 2, "6月底前完成招标"),
        ("3.5G基站建成300个", "1.", 3, "5G基站建成300个"),
        ("4.12345热线按期办结", "1.", 4, "12345热线按期办结"),
        ("1.2加快推进", "1.1", 2, "加快推进"),
        ("1-2 加快推进", "1.1", 2, "加快推进"),
        ("（2）制定方案", "（1）", 2, "制定方案"),
        ("③制定方案", "①", 3, "制定方案"),
        ("第二章 重点任务", "第一章", 2, "重点任务"),
        ("第一部分：总体要求", "第一部分", 1, "总体要求"),
        ("任务三：建设平台", "任务一", 3, "建设平台"),
        ("## 一、抓实城建", "一、", 1, "抓实城建"),
        ("# 2021年任务分解", "#1", 0, "2021年任务分解"),
        ("- 责任单位：县住建局", BULLET, 0, "责任单位：县住建局"),
        ("-综合组：负责统筹", BULLET, 0, "综合组：负责统筹"),
        ("——坚持创新", DASH, 0, "坚持创新"),
    ],
)
def test_a_number_or_bullet_is_read_with_its_style(text: str, style: str, number: int, rest: str) -> None:
    assert tuple(read_level(text) or ()) == (style, number, rest)


@pytest.mark.parametrize(
    "text", ["2.5万人参加培训", "1.5公里道路", "县住建局牵头", "2021年6月底前完成", "12月底前", ""]
)
def test_running_text_and_amounts_are_no_numbers(text: str) -> None:
    assert read_level(text) is None


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("督办事项一：建桥", "任务一", 1),
        ("交办事项2：建桥", "任务一", 2),
        ("重点任务（三）：建桥", None, 0),
        ("民生实事四：建桥", "任务一", 4),
        ("工作十二：建桥", "任务一", 12),
        ("【事项一】建桥", "任务一", 1),
        ("［重点项目2］：建桥", "任务一", 2),
        ("第一件：建桥", "第一", 1),
        ("第二件实事：建桥", "第一", 2),
        ("第3个问题：建桥", "第一", 3),
        ("议题一：建桥", "问题一", 1),
        ("反馈问题2：建桥", "问题一", 2),
        ("问题一直存在：建桥", None, 0),
        ("重点工作：建桥", None, 0),
        ("【会议】建桥", None, 0),
        ("第一件事情办好了", None, 0),
    ],
)
def test_a_matter_is_counted_by_its_kind(text: str, style: str | None, number: int) -> None:
    printed = read_level(text)
    assert (printed and (printed.style, printed.number, printed.text)) == (style and (style, number, "建桥"))


def test_wider_numbers_stand_over_narrower_ones() -> None:
    order = ["第一部分", "第一章", "一、", "（一）", "1.", "（1）", "①", BULLET]
    assert sorted(order, key=rank) == order


def test_markdown_marks_go() -> None:
    assert unmarked("**责任单位**：县住建局") == "责任单位：县住建局"
    assert unmarked("责任单位：县住建局") == "责任单位：县住建局"


@pytest.mark.parametrize(
    ("text", "last", "apart"),
    [
        ("11.121人才项目", 10, "11. 121人才项目"),
        ("3.365天在线", 2, "3. 365天在线"),
        ("1.365天在线", 0, "1. 365天在线"),
        ("1.5公里道路", 0, "1.5公里道路"),
        ("11.121人才项目", 8, "11. 121人才项目"),
        ("11.121人才项目", 5, "11.121人才项目"),
        ("2.建桥", 1, "2.建桥"),
        ("2.1加快建桥", 1, "2.1加快建桥"),
        ("3.2023-2025年累计修桥5座", 2, "3. 2023-2025年累计修桥5座"),
        ("1.2023—2025年累计修桥5座", 0, "1. 2023—2025年累计修桥5座"),
        ("5.100%完成整改", 4, "5. 100%完成整改"),
        ("1.5%的企业", 0, "1.5%的企业"),
        ("7.3岁以下婴幼儿托位", 6, "7. 3岁以下婴幼儿托位"),
        ("7.2小时内赶到现场", 6, "7. 2小时内赶到现场"),
        ("9.0-3岁婴幼儿托位", 8, "9. 0-3岁婴幼儿托位"),
        ("7.3个项目开工", 6, "7. 3个项目开工"),
        ("7.3项目建设", 6, "7.3项目建设"),
        ("4.3.5万亩高标准农田", 3, "4. 3.5万亩高标准农田"),
        ("7.3岁以下婴幼儿托位", 2, "7.3岁以下婴幼儿托位"),
    ],
)
def test_figures_after_a_number_that_goes_on_with_a_run(text: str, last: int, apart: str) -> None:
    assert with_number_apart(text, Printed("1.", last, "")) == apart


@pytest.mark.parametrize(
    ("text", "last", "ahead", "apart"),
    [
        ("1.5号楼外架拆除", 0, 2, "1. 5号楼外架拆除"),
        ("1.1号楼外架拆除", 6, 2, "1. 1号楼外架拆除"),
        ("1.5号楼外架拆除", 6, 1, "1. 5号楼外架拆除"),
        ("1.1号召捐款", 6, 1, "1.1号召捐款"),
        ("1、3号加工中心检修", 0, 2, "1、 3号加工中心检修"),
        ("3.2#泵站安装", 2, 0, "3. 2#泵站安装"),
        ("2.3号楼水电安装", 1, 3, "2. 3号楼水电安装"),
        ("4、10千伏线路迁改", 3, 5, "4、 10千伏线路迁改"),
        ("5、110kV变电站", 4, 6, "5、 110kV变电站"),
        ("1、3号楼已完工", 0, 0, "1、3号楼已完工"),
        ("3、4号楼已完工", 2, 3, "3、4号楼已完工"),
        ("1.1建设天桥", 0, 2, "1.1建设天桥"),
        ("1.2建设天桥", 0, 2, "1.2建设天桥"),
        ("1.5公里道路", 6, 2, "1.5公里道路"),
    ],
)
def test_a_work_that_begins_with_a_number(text: str, last: int, ahead: int, apart: str) -> None:
    assert with_number_apart(text, Printed("1.", last, ""), None, ahead) == apart


def test_a_number_of_the_second_level_that_counts_on_stays_one() -> None:
    assert with_number_apart("3.2名校建设", Printed("1.", 2, ""), Printed("1.1", 1, "")) == "3.2名校建设"


def test_a_range_of_years_is_no_number() -> None:
    assert read_level("3-5年内建成") is None
