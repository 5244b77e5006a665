"""The year of a plan: where it comes from, and what is told of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qjtask.importing.document.head import Head
from tests.importing.document.heads import NOBODY, head, told

PROGRAMS = ("word-2003.doc", "excel-97-2003.xls", "97-2003.xls", "WPS2019.docx", "Office 2019.docx")


@pytest.mark.parametrize(
    ("source", "year", "doubt"),
    [
        ({"above": ("2021年任务分解表",)}, 2021, ""),
        (
            {"above": ("2021—2022年任务分解表",)},
            2021,
            "标题里有几个年份（2021、2022）；按 2021 年记",
        ),
        ({"headings": ("序号", "2019年目标")}, 2019, "标题里没有年份；各列的标题写着2019年，按这一年记"),
        (
            {"above": ("任务分解表", "截至2019年8月")},
            2019,
            "标题里没有年份；前面的文字写着2019年，按这一年记",
        ),
        ({"above": ("任务分解表", "根据《某方案》（某发〔2012〕3号）要求，制定本表")}, None, ""),
        ({"names": ("2019年任务.xlsx",)}, 2019, "标题里没有年份；文件名写着2019年，按这一年记"),
        (
            {"deadlines": ("2019年6月", "2020年1月", "2019年8月")},
            2019,
            "标题里没有年份；完成时限写着2019年，按这一年记",
        ),
        ({"deadlines": ("2019年6月", "持续推进", "2019年8月")}, 2019, ""),
        ({"deadlines": ("2019年6月",)}, 2019, "标题里没有年份；完成时限写着2019年，按这一年记"),
        ({"deadlines": ("2019年6月", "8月")}, 2019, "标题里没有年份；完成时限写着2019年，按这一年记"),
        ({"deadlines": ("2019年6月", "2019年8月"), "above": ("任务分解表", "截至2018年8月")}, 2019, ""),
        (
            {"works": ("2019年起建桥2000座", "2019年底前通车")},
            2019,
            "没有写明年份；正文里只写了2019年，按这一年记",
        ),
        ({"works": ("2019年建桥", "2020年通车")}, None, ""),
        ({"works": ("公开2019年度部门决算", "整改2018年审计发现的问题")}, None, ""),
        (
            {"works": ("比2015年增加2处，2020年底前通车", "2019年6月底前开工")},
            2019,
            "没有写明年份；正文里有几个年份（2019、2020），按最早的2019年记",
        ),
        (
            {"works": ("到2023年底和2030年两个节点，分段通水",)},
            2023,
            "没有写明年份；正文里期限写着2023年，按这一年记",
        ),
        *(({"names": (name,)}, None, "") for name in PROGRAMS),
        *(
            ({"names": (name,)}, 2019, "标题里没有年份；文件名写着2019年，按这一年记")
            for name in ("任务2019.docx", "word-2003/2019-3-1.docx", "97-2003 office2019年任务.doc")
        ),
        ({"above": ("2022年度审计发现问题整改任务分解表",)}, None, ""),
        ({"above": ("2022年度审计发现问题2023年整改任务分解表",)}, 2023, ""),
        ({"above": ("2022年审计发现问题整改清单",), "deadlines": ("2023年6月", "2023年8月")}, 2023, ""),
        ({"headings": ("序号", "2023年度完成情况")}, None, ""),
        ({}, None, ""),
    ],
)
def test_the_year_comes_from(source: dict[str, Any], year: int | None, doubt: str) -> None:
    made = head(given=NOBODY._replace(title="" if "above" in source else "任务分解表"), **source)
    assert made.year == year
    assert told(made) == ([doubt] if doubt else [])


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("某村2021年工作总结及2022年工作计划", 2022),
        ("县林业局2021年工作总结暨2022年重点工作安排", 2022),
        ("县林业局关于2021年工作情况和2022年工作打算的报告", 2022),
        ("2021年度工作总结与2022年度工作要点", 2022),
        ("2022年工作计划及2021年工作总结", 2022),
        ("2021年工作总结和2022—2023年工作安排", 2022),
        ("2021年和2022年工作计划", 2021),
        ("2021—2022年工作计划", 2021),
    ],
)
def test_of_what_was_done_and_what_is_planned_the_year_is_the_plans(title: str, year: int) -> None:
    made = head(given=NOBODY._replace(title=title))
    assert made.year == year
    assert [one.read.startswith("标题里有几个年份（2021、2022") for one in made.doubts] == [True]


def test_a_year_that_a_title_says_twice_is_no_other_one() -> None:
    made = head(given=Head(title="2021年任务分解表（2021—2023年）"))
    assert [(one.read, one.other) for one in made.doubts] == [("标题里有几个年份（2021、2023）", "2023")]


@pytest.mark.parametrize(
    ("title", "issued", "year"),
    [
        ("2021-2022学年度第十次校长办公会纪要", date(2022, 3, 7), 2022),
        ("2021—2022学年工作计划", date(2021, 9, 1), 2021),
        ("2021学年工作计划", date(2022, 2, 20), 2022),
        ("2021-2022学年第一学期工作计划", date(2022, 1, 4), 2021),
    ],
)
def test_of_a_school_year_without_a_term_the_year_of_issue_is_the_plans(
    title: str, issued: date, year: int
) -> None:
    made = head(given=Head(title=title, issued=issued))
    assert (made.year, made.doubts) == (year, ())


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_programs_year_in_a_files_name_that_becomes_the_title_is_no_year(name: str) -> None:
    assert head(names=(name,)).year is None


@pytest.mark.parametrize(
    ("blocks", "deadlines", "year", "doubt"),
    [
        (("2020年12月30日",), ("2021年6月底", "长期", "2021年9月"), 2021,
         "发文在2020年，写了年份的时限都是2021年；按 2021 年记"),
        (("某政办〔2020〕5号",), ("2021年6月底", "2021年9月"), 2021,
         "发文在2020年，写了年份的时限都是2021年；按 2021 年记"),
        (("2020年12月30日",), ("2021年6月底", "9月底"), 2020, ""),
        (("2020年12月30日",), ("2021年6月底", "2020年12月31日"), 2020, ""),
        (("2020年12月30日",), ("2021年6月底",), 2020, ""),
        (("2020年3月1日",), ("2021年6月底", "2021年9月"), 2020, ""),
        (("2020年12月30日",), ("2022年6月底", "2022年9月"), 2020, ""),
    ],
)  # fmt: skip
def test_a_notice_at_the_end_of_a_year_may_be_of_the_next(
    blocks: tuple[str, ...], deadlines: tuple[str, ...], year: int, doubt: str
) -> None:
    made = head("关于印发工作要点的通知", "某局", *blocks, deadlines=deadlines)
    assert made.year == year
    assert told(made) == ([doubt] if doubt else [])
    assert [one.other for one in made.doubts] == (["2020"] if doubt else [])


def test_a_day_of_issue_and_a_number_give_the_year_in_silence() -> None:
    assert head("关于印发工作要点的通知", "某局", "2020年3月1日").year == 2020
    made = head("关于印发工作要点的通知", "某政办〔2019〕5号")
    assert (made.year, made.doubts) == (2019, ())


@pytest.mark.parametrize(
    ("block", "year"),
    [
        ("2010年5月底到9月底全县秸秆禁烧。", 2010),
        ("2010年5月底前发动，2011年1月底前总结。", None),  # nobody can say which is the plan's
        ("2010年5月，省政府召开会议。", None),
    ],
)
def test_a_time_beside_the_works_tells_the_year_where_nothing_else_does(block: str, year: int | None) -> None:
    made = head("秸秆禁烧工作实施方案", block, works=("5月20日前签订责任状",))
    assert made.year == year
    assert told(made)[-1:] == ([f"没有写明年份；正文里期限写着{year}年，按这一年记"] if year else [])


def test_the_day_on_which_a_ledger_was_filled_in_is_none_of_issue_but_tells_the_year() -> None:
    made = head("填报时间：2023年8月15日", above=["填报时间：2023年8月15日", "督查事项台账"])
    assert (made.issued, made.year, made.doubts) == (None, 2023, ())
    assert head("县政府办公室 2023年8月15日").issued == date(2023, 8, 15)


@pytest.mark.parametrize(
    ("number", "deadline", "is_told"),
    [
        ("院办发〔2023〕31号", "2024年6月底", False),
        ("院办发〔2023〕31号", "6月底", True),
        ("院办发〔2024〕31号", "2024年6月底", True),
        ("", "2024年6月底", True),
        ("院办发〔2023〕31号", "每年10月底前", False),
    ],
)
def test_a_plan_of_years_is_of_the_first_where_it_was_issued_then(
    number: str, deadline: str, is_told: bool
) -> None:
    title = "行动方案（2023—2025年）"
    made = head(title, number, "县医院", above=(title,), deadlines=(deadline,))
    assert made.year == 2023
    assert bool(made.doubts) == is_told


def test_years_that_are_not_the_plans_are_named_where_the_title_has_no_other() -> None:
    audited, done = "2022年度审计发现问题整改任务分解表", ("2021年度完成数",)
    assert head(above=(audited,)).others == ("2022年度审计发现",)
    assert head(above=(audited,), headings=done).others == (
        "2022年度审计发现",
        "2021年度完成数",
    )
    assert head(above=(audited, "2023年3月印发"), headings=done).others == ("2022年度审计发现",)
    assert head(above=("2024年任务分解表",), headings=("2023年度完成数",)).others == ()
    assert head(above=(audited,), given=NOBODY._replace(year=2023)).others == ()


@pytest.mark.parametrize(
    "line",
    [
        "本政策自2022年1月1日起施行，有效期至2024年12月31日。",
        "本办法从2022年3月1日起正式实施。",
        "本意见自2022年3月1日起执行，由市财政局负责解释。",
        "本措施有效期为2022年1月1日至2024年12月31日。",
        "本方案于2022年3月1日起生效。",
    ],
)
def test_the_day_from_which_on_a_document_is_in_force_tells_its_year(line: str) -> None:
    works = ("到2025年底上市企业达到12家",)
    made = head("关于加快发展的若干政策", line, works=works)
    assert (made.year, told(made)) == (2022, ["标题里没有年份；施行的日期写着2022年，按这一年记"])


def test_a_law_that_is_cited_is_in_force_without_telling_the_year() -> None:
    law = "《青禾县供水条例》自2020年1月1日起施行。"
    assert head("关于加快发展的若干政策", law, works=("到2025年底上市企业达到12家",)).year == 2025


@pytest.mark.parametrize(
    ("title", "blocks", "year"),
    [
        ("某规划纲要（2016—2030年）实施分工方案", ("某局", "2017年2月10日"), 2017),
        ("某规划纲要（2016－2030年）实施分工方案", ("某政办〔2018〕5号",), 2018),
        ("某规划纲要（2016年-2030年）实施分工方案", ("某政办〔2018〕5号",), 2018),
        ("三年行动计划（2016～2018年）分工", ("某局", "2018年1月3日"), 2018),
        ("某规划纲要（2016—2030年）实施分工方案", ("某局", "2016年2月10日"), 2016),
        ("某规划纲要（2016—2030年）实施分工方案", ("某局", "2015年12月10日"), 2016),
        ("某规划纲要（2016—2020年）实施分工方案", ("某局", "2021年12月10日"), 2016),
        ("某规划纲要（2016—2030年）2019年分工方案", ("某局", "2020年1月3日"), 2016),
        ("某规划纲要（2016—2030年）实施分工方案", (), 2016),
        ("《某规划（2016—2020年）》重点任务分工", ("某局", "2017年2月10日"), 2017),
        ("三年行动计划（2016—2018年）", ("某局", "2017年2月10日"), 2016),
        ("2016—2018年行动计划", ("某局", "2017年2月10日"), 2016),
        ("2016年和2018年任务分工", ("某局", "2017年2月10日"), 2016),
        ("某规划纲要（2016—2030年）分工方案", ("某政办〔2017〕5号", "某局", "2018年1月3日"), 2016),
    ],
)
def test_a_share_out_of_an_outline_is_of_the_year_of_its_issue(
    title: str, blocks: tuple[str, ...], year: int
) -> None:
    assert head(title, *blocks, given=Head(title=title)).year == year


def test_the_year_of_issue_within_an_outline_is_told_where_a_deadline_lacks_one() -> None:
    title = "某规划纲要（2016—2030年）实施分工方案"
    made = head(title, "某局", "2017年2月10日", given=Head(title=title), deadlines=("6月底前",))
    assert told(made) == ["标题里有几个年份（2016、2030）；按 2017 年记"]
    assert head(title, "某局", "2017年2月10日", given=Head(title=title)).doubts == ()
