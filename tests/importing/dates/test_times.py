"""Dates hidden in a work's text: steps, the deadline that a column lacks, and what is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.time.deadline import DeadlineClass
from qjtask.importing.dates.times import (
    deadline_in,
    gives_way,
    is_period,
    moments,
    passed_over,
    step_lines,
    steps_of,
)
from tests.core.time.written import blocks, rows_under

ISSUED = date(2021, 3, 26)


class Row(NamedTuple):
    """A sentence, its steps and its passed-over times, as a clerk reads them."""

    text: str
    steps: str
    passed: str
    year: int = 2021
    issued: date = ISSUED


def rows() -> Iterator[Row]:
    for text, steps, passed in rows_under("具体工作", "时间节点"):
        yield Row(text, steps, passed)
    for block in blocks(Path(__file__).with_name("dates.tsv")):
        for text, steps, passed in block.rows:
            yield Row(text, steps, passed, block.year, block.issued)


def days(text: str, issued: date | None = ISSUED) -> list[str]:
    return [str(one.day) for one in moments(text, year=2021, issued=issued)]


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: row.text)
def test_reads_what_the_page_and_the_table_say(row: Row) -> None:
    steps = moments(row.text, year=row.year, issued=row.issued)
    passed = passed_over(row.text, year=row.year, issued=row.issued)
    assert "；".join(f"{one.day} {one.work}" for one in steps) == row.steps
    assert "；".join(f"{one.words} {one.sense.value}" for one in passed) == row.passed


def test_what_lies_before_the_issue_is_nobodys_step_and_is_told_where_it_is_asked_for() -> None:
    text = "3月15日前摸底，6月底前整改，较2020年底下降5%。"
    assert days(text) == ["2021-06-30"]
    assert days(text, issued=None) == ["2021-03-15", "2021-06-30"]
    assert [one.words for one in passed_over(text, year=2021, issued=ISSUED)] == ["3月15日前"]
    assert list(passed_over("已于3月15日前摸底，6月底前整改。", year=2021, issued=ISSUED)) == []


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("一季度完成立项，三季度开工建设。", "三季度", date(2021, 9, 30)),
        ("完成改造（完成时限：6月底）。", "6月底", date(2021, 6, 30)),
        ("完成改造（6月底前）。", "6月底前", date(2021, 6, 30)),
        ("施工期限：4月10日—11月30日。", "4月10日—11月30日", date(2021, 11, 30)),
        ("到2025年实现全覆盖。", "2025年", date(2025, 12, 31)),
        ("6月、9月、12月底前分别完成40%、70%、100%。", "12月底前", date(2021, 12, 31)),
        ("7月10日和次年1月10日前报送。", "次年1月10日前", date(2022, 1, 10)),
        ("2022年3月底前开工，9月底前完工。", "2022-09-30", date(2022, 9, 30)),
        ("上半年完成投资3亿元，全年完成8亿元。", "全年", date(2021, 12, 31)),
        ("6月底前完成主体工程，全年持续推进。", "6月底前", date(2021, 6, 30)),
    ],
)
def test_the_deadline_that_a_column_lacks(text: str, words: str, day: date) -> None:
    """The words are the text's own where they alone say the day."""
    found = deadline_in(text, year=2021, issued=ISSUED)
    assert found is not None
    deadline, earlier = found
    assert (deadline.text, deadline.date) == (words, day)
    assert all(one.day < day for one in earlier)


def test_a_step_ends_before_what_is_asked_of_the_year() -> None:
    found = deadline_in("6月底前新建公厕5座，全年不少于10座。", year=2021, issued=ISSUED)
    assert found is not None
    assert [one.work for one in found[1]] == ["新建公厕5座"]


def test_a_step_is_not_named_by_what_leads_to_its_day() -> None:
    found = deadline_in("按照9月底前完成自查、10月底前完成整改的要求推进。", year=2021, issued=ISSUED)
    assert found is not None
    assert [one.work for one in found[1]] == ["完成自查"]


def test_the_deadline_of_a_text_may_have_no_date() -> None:
    found = deadline_in("抓好落实（长期坚持）。", year=2021, issued=ISSUED)
    assert found is not None
    assert found[0].kind is DeadlineClass.ONGOING
    assert deadline_in("三年内建成平台，有效期至2026年5月31日。", year=2021, issued=ISSUED) is None


def test_the_headings_of_columns_of_steps() -> None:
    assert [is_period(text) for text in ("一季度", "6月底前", "上半年目标", "责任单位", "")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    steps = steps_of("一季度：完成可研\n二季度：\n下半年：开工\n备注：无", year=2021)
    assert [tuple(one) for one in steps] == [(date(2021, 3, 31), "完成可研"), (date(2021, 12, 31), "开工")]


PIECES = st.sampled_from(
    [
        *"年月日底前末内至起后、，。；（）“”《》的已较自每各0123456789 ",
        "季度",
        "完成",
        "分别",
        "达到5%",
        "要求",
        "为",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=30).map("".join), st.none() | st.dates())
def test_any_text_gives_steps_with_words_or_none(text: str, issued: date | None) -> None:
    for one in moments(text, year=2021, issued=issued):
        assert text[one.start : one.end] == one.words
        assert one.day >= (issued or date(2021, 1, 1))
    deadline_in(text, year=2021, issued=issued)
    list(passed_over(text, year=2021, issued=issued))


@pytest.mark.parametrize(
    "piece", ["要求6月底前", "（6月", "6月1日至", "、6月底前", "6月底前达到5%，", "各1次"]
)
def test_a_long_text_is_read_to_its_end(piece: str) -> None:
    list(moments(piece * 3_000, year=2021, issued=None))


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("第一季度：立项。第二季度：招标。", ("第一季度：立项", "第二季度：招标")),
        ("一季度：立项，批复；\n二季度：\n招标", ("一季度：立项，批复", "二季度：招标")),
        ("3月底前:制定方案 6—9月:组织活动", ("3月底前：制定方案", "6—9月：组织活动")),
        ("2021年3月：动工；2021年12月：完工。", ("2021年3月：动工", "2021年12月：完工")),
        ("上半年：招标", ("上半年：招标",)),
        ("总体要求：完成招标。第二季度：开工。", ()),
        ("第一季度立项，第二季度招标", ()),
        ("第一季度：", ()),
        ("全年推进", ()),
        ("", ()),
    ],
)
def test_the_steps_of_a_cell(cell: str, lines: tuple[str, ...]) -> None:
    assert step_lines(cell) == lines


def test_a_step_whose_time_has_a_bracket_is_by_the_nearer_one() -> None:
    cell = "第一季度（选址阶段）：选址；第三季度：完成装修；\n第四季度（11月份）：验收投用。"
    assert step_lines(cell) == ("第一季度：选址", "第三季度：完成装修", "11月份：验收投用")
    assert step_lines("第一季度（1-3月）：选址。二季度：开工。") == ("1-3月：选址", "二季度：开工")


@pytest.mark.parametrize(
    ("step", "day"),
    [
        ("10月：10月18日-11月29日", date(2021, 11, 29)),
        ("十月：秋季考试10月21-22日", date(2021, 10, 22)),
        ("6月：6月中旬发布成绩", date(2021, 6, 20)),
        ("3月：完成立项，2028年12月底前完工", date(2021, 3, 31)),
        ("3月：开工，6月底前完工", date(2021, 3, 31)),
        ("3月：202批次", date(2021, 3, 31)),
        ("一季度：1月10日前立项，2月10日前开工", date(2021, 3, 31)),
    ],
)
def test_a_step_under_a_month_is_on_its_own_day_where_it_says_that(step: str, day: date) -> None:
    assert [one.by for one in steps_of(step, year=2021)] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("月考定于10月15日至16日进行，教务处9月25日前排出考务表。", date(2021, 9, 25)),
        ("现场会拟于12月25日上午9:00在县政府召开，9月底前完善设施。", date(2021, 9, 30)),
        ("运动会定于10月20日举行，由体育组编排。", date(2021, 10, 20)),  # the only day
        ("供水工程定于10月20日完成，9月底前试通水。", date(2021, 10, 20)),
    ],
)
def test_the_day_of_an_event_is_no_deadline_beside_another(text: str, day: date) -> None:
    found = deadline_in(text, year=2021, issued=ISSUED)
    assert found is not None
    assert found[0].date == day


@pytest.mark.parametrize(
    ("words", "text", "gives"),
    [
        ("尽快", "确保8月底完工率大幅提升，尽快完成全年目标任务。", True),
        ("尽快", "9月10日前拿出意见，尽快实施。", True),
        ("尽快", "完善机制，尽快完成全年目标任务。", False),
        ("尽快", "8月底完工。", False),
        ("长期坚持", "8月底前建成，长期坚持。", False),
        ("6月底前", "8月底前建成，6月底前开工。", False),
        ("立即", "立即整改，8月底前销号。", False),
    ],
)
def test_a_deadline_without_a_day_gives_way_to_a_day_in_its_text(words: str, text: str, gives: bool) -> None:
    assert gives_way(words, text, year=2021, issued=ISSUED) is gives
