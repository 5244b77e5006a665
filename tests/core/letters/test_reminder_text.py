"""The weekly letter to read: narrow lines, nothing cut, and the same as a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from qjtask.core.letters.reminder import Letter
from qjtask.core.letters.reminder_text import WIDTH, letter_sheet, letter_text
from qjtask.core.standing.words import NOBODY
from qjtask.core.text.width import width
from tests.core.letter_samples import LATE, LATER, SILENT, SOON, TABLE, letter, logs, on_workdays, plans
from tests.core.plans import column, item, milestone, plan, shipped, standing

if TYPE_CHECKING:
    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.plan import Plan


def text(found: Letter) -> list[str]:
    return list(letter_text(found))


def test_the_letter_reads() -> None:
    assert text(letter(TABLE, only={"审批科"})) == [
        "2021年工作任务分解：工作提醒",
        "2021-06-10（2021年第23周），提醒范围至 2021-06-17",
        "",
        "【审批科】",
        "  已逾期（1项）",
        "  - 1.1  2021-05-31  逾期10天",
        "      迟到的事（牵头：区行政服务中心）",
        "  本周到期（1项）",
        "  - 1.2  2021-06-17  剩7天",
        "      本周的事（牵头：区行政服务中心）",
        "  超过30天没有进展记录（1项）",
        "  - 1.5  静默76天",
        "      长期的事（牵头：区行政服务中心）",
        "",
        "合计：逾期1项，本周到期1项，之后到期0项，久无进展1项（同一项工作涉及几个",
        "单位的只计一次）。",
    ]


def test_a_week_belongs_to_the_year_of_its_thursday() -> None:
    assert "（2020年第53周）" in text(letter(TABLE, today="01-01"))[1]


def test_work_without_a_lead_agency_has_none_in_brackets() -> None:
    assert "牵头" not in "".join(text(letter(plan(item("9.1", lead=())))))


def test_a_quiet_week_says_so() -> None:
    quiet = letter(plan(item("9.1")), today="04-01")
    assert quiet.is_quiet
    assert text(quiet)[2:] == ["", "本周没有逾期、到期和久无进展的工作，请各单位按计划继续推进。"]


@pytest.mark.parametrize("today", ["03-26", "06-10", "12-25", "2022-01-10"])
def test_no_line_of_the_shipped_plans_letter_is_too_wide(today: str) -> None:
    assert max(map(width, text(letter(shipped(), today=today)))) <= WIDTH


def test_a_long_name_of_a_unit_is_folded() -> None:
    assert max(map(width, text(letter(plan(item("9.1", units=("很长的名称" * 20,))))))) <= WIDTH


def test_nothing_is_cut() -> None:
    """With a window of a year everything is asked for, the longest works and leads among it."""
    year = shipped()._replace(rules=plan(item(), warn="1y").rules)
    written = "".join(line.strip() for line in text(letter(year)))
    for found in standing(year):
        for due in found.open_dues:
            assert due.what in written
        assert "、".join(found.lead) in written
        assert found.open_dues or found.item.work[:18] in written  # silence needs the beginning only


@given(plans(), logs())
def test_lines_are_narrow_and_whole(of: Plan, told: list[Entry]) -> None:
    found = letter(of, *told)
    lines = text(found)
    assert max(map(width, lines)) <= WIDTH
    written = re.sub(r"\s", "", "".join(lines))
    for section in found.sections:
        for _, asked_for in section.parts:
            assert all(re.sub(r"\s", "", line.what) in written for line in asked_for)


def test_a_line_with_the_longest_number_stays_narrow() -> None:
    long = item("9999.9999", deadline="持续推进", milestones=(milestone("12-26"),))
    lines = text(on_workdays(plan(long), "12-20"))
    assert max(map(width, lines)) <= WIDTH
    assert lines[5] == "  - 9999.9999.1  2021-12-26  剩6天（休息日，之前最后一个工作日是12月24"
    assert lines[6] == "    日）"


# The letter as a table --------------------------------------------------------------------------


def test_the_table_has_one_line_per_unit_and_thing() -> None:
    sheet = letter_sheet(letter(TABLE))
    assert column(sheet, "责任单位") == ["审批科"] * 3 + ["建管科"] * 2 + ["养护科", NOBODY]
    assert column(sheet, "类别") == [LATE, SOON, SILENT, LATE, LATER, SILENT, LATE]
    assert column(sheet, "编号") == ["1.1", "1.2", "1.5", "1.1", "1.3", "1.5", "1.6"]
    assert column(sheet, "期限")[1:3] == ["2021-06-17", ""]


def test_the_table_closes_with_the_letters_total() -> None:
    found = letter(TABLE)
    assert letter_sheet(found).notes == (found.total,)
