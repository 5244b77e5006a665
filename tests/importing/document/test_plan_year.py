"""The year of a plan: where it comes from, and what is told of it."""

from __future__ import annotations

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
        ({}, None, ""),
    ],
)
def test_the_year_comes_from(source: dict[str, Any], year: int | None, doubt: str) -> None:
    made = head(given=NOBODY._replace(title="" if "above" in source else "任务分解表"), **source)
    assert made.year == year
    assert told(made) == ([doubt] if doubt else [])


def test_a_year_that_a_title_says_twice_is_no_other_one() -> None:
    made = head(given=Head(title="2021年任务分解表（2021—2023年）"))
    assert [(one.read, one.other) for one in made.doubts] == [("标题里有几个年份（2021、2023）", "2023")]


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
