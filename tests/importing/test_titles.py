"""Which text is a title."""

from __future__ import annotations

import pytest

from qjtask.importing.titles import is_line, plain_title, title_in, worth_of_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("2018年度民生实事1—9月份完成情况", "2018年度民生实事1—9月份完成情况"),
        ("2018年区政府重点项目推进情况（1-11月）", "2018年区政府重点项目推进情况（1-11月）"),
        ("青禾县2018年政务公开实施方案任务细化", "青禾县2018年政务公开实施方案任务细化"),
        ("2018年城乡环境整治行动责任书", "2018年城乡环境整治行动责任书"),
        ("附件1：重点任务分解表", "重点任务分解表"),
        ("附表\n2021年工作要点", "2021年工作要点"),
        ("附件22021年工作要点", "2021年工作要点"),
        ("附件二 2021年工作要点", "2021年工作要点"),
        ("附件12：工作要点", "工作要点"),
        ("标题：2021年工作要点", "2021年工作要点"),
        ("# 2021年工作要点", "2021年工作要点"),
        ("2021年重点任务进展情况表", "2021年重点任务"),
        ("附件1", ""),
        ("一、重点任务", ""),
        ("请认真抓好工作。", ""),
        ("各镇人民政府：", ""),
        ("填报单位：县教育局工作", ""),
        ("2021年3月26日", ""),
        ("禾政办〔2021〕5号", ""),
        ("今天天气很好", ""),
        ("工作" * 50, ""),
        ("", ""),
    ],
)
def test_a_title(text: str, title: str) -> None:
    assert plain_title(text) == title


@pytest.mark.parametrize(
    "text",
    ["发布日期：2021", "来源 本站", "（此件公开发布）", "主动公开", "浏览次数 12", "二〇二一年三月二十六日"],
)
def test_lines_that_are_no_titles(text: str) -> None:
    assert not is_line(text)


@pytest.mark.parametrize(
    ("above", "texts", "title"),
    [
        (("2021年任务分解表", "青禾县人民政府"), (), "2021年任务分解表"),
        (("单位：万元", "2021年任务分解表"), (), "2021年任务分解表"),
        (("计划》实施方案", "青禾县贯彻《五年行动"), (), "青禾县贯彻《五年行动计划》实施方案"),
        (
            ("措施实施方案", "青禾县稳住经济"),
            ("现将《青禾县稳住 经济措施实施方案》印发",),
            "青禾县稳住经济措施实施方案",
        ),
        (("措施实施方案", "青禾县稳住经济"), ("现将方案印发给你们。",), "措施实施方案"),
        (("措施实施方案", "2021年3月1日"), (), "措施实施方案"),
        (("各镇：", "请认真落实。"), (), ""),
    ],
)
def test_a_title_on_several_lines(above: tuple[str, ...], texts: tuple[str, ...], title: str) -> None:
    assert title_in(above, texts) == title


def test_what_a_title_says_for_the_table_under_it() -> None:
    assert worth_of_title(("2021年重点任务分解表",)) == 1
    assert worth_of_title(("2021年重点项目清单",)) == -1
    assert worth_of_title(("今天天气很好", "2021年重点任务分解表")) == 1
    assert worth_of_title(()) == 0
