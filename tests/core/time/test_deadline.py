"""What 完成时限 cells mean. The phrases stand in docs/deadlines.md, which these tests read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.text.patterns import compiled
from qjtask.core.time import deadline, phrases, terms
from qjtask.core.time.deadline import (
    Deadline,
    DeadlineClass,
    Recurrence,
    read_date,
    read_deadline,
)
from qjtask.core.time.numerals import to_chinese
from qjtask.core.time.points import POINT
from tests.core.time.written import blocks, page, rows_under

ISSUED = date(2021, 3, 26)


def read(text: str, issued: date | None = ISSUED) -> Deadline:
    return read_deadline(text, year=2021, issued=issued)


class Row(NamedTuple):
    """A phrase, the plan that it stands in, and what it means."""

    phrase: str
    kind: str
    when: str
    milestone: str
    doubt: str
    year: int = 2021
    issued: date = ISSUED


def documented() -> Iterator[Row]:
    """The rows of docs/deadlines.md; its legend says which kind 到期后长期 is."""
    kinds = dict(re.findall(r"(\w+)（([a-z_]+)）", page()))
    for cells in rows_under("写法"):
        phrases, milestones = cells[0].split(" · "), cells[3].split(" · ")
        for at, phrase in enumerate(phrases):
            milestone = milestones[at] if len(milestones) > 1 else milestones[0]
            yield Row(phrase, kinds[cells[1]], cells[2], milestone, cells[4])


def collected() -> Iterator[Row]:
    """The rows of cells.tsv: what offices write."""
    for lines in blocks(Path(__file__).with_name("cells.tsv")):
        for phrase, kind, when, milestone, doubt in lines.rows:
            yield Row(phrase, kind, when, milestone, doubt, lines.year, lines.issued)


ROWS = list(documented())
EVERY_ROW = [*ROWS, *collected()]


@pytest.mark.parametrize("row", EVERY_ROW, ids=lambda row: row.phrase)
def test_agrees_with_the_documentation_and_with_what_offices_write(row: Row) -> None:
    deadline = read_deadline(row.phrase, year=row.year, issued=row.issued)
    when = deadline.date or (deadline.recurrence and deadline.recurrence.rule) or ""
    found = (deadline.kind.value, str(when), deadline.milestone or "")
    assert found == (row.kind, row.when, row.milestone)
    assert (deadline.doubt is not None) == (row.doubt == "有")
    assert deadline.text == row.phrase


@pytest.mark.parametrize(
    "plain", ["6月30日", "6月30日前", "2021年6月30日", "6月", "2021年6月", "6月底", "6月底前"]
)
def test_the_short_way_reads_what_the_grammar_reads(plain: str) -> None:
    """于 moves no date, and keeps the short way for the commonest cells from being taken."""
    assert read(plain)[1:] == read(f"于{plain}")[1:]


@pytest.mark.parametrize(
    "cell",
    [
        *("持续推进", "长期坚持", "按时序推进", "按时序进度推进", "立行立改"),
        *("6月30日前", "2021年6月30日", "2020年2月", "6月底前", "6月0日", "13月", "2月30日前"),
        *("年底", "年底前", "2022年底前", "年底前并长期坚持", "6月30日前并长期坚持", "6月，并长期坚持"),
        *("2021-06-30", "2021-02-30", "每月25日前", "每月31日", "每月32日前", "每月底", "每月末前"),
        *("每季度末", "每季度底前"),
    ],
)
def test_a_cell_met_often_reads_as_by_the_grammar(cell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    deadline._read.cache_clear()
    short = read(cell)
    monkeypatch.setattr(deadline, "_met_often", lambda *_: None)
    monkeypatch.setattr(deadline, "iso_day", lambda _: None)
    deadline._read.cache_clear()
    assert read(cell) == short


def test_the_0th_is_no_day() -> None:
    assert read("6月0日").kind is DeadlineClass.UNKNOWN


@given(st.text(st.sampled_from("月日号前后底末上下半旬周全每按至到、-.()首一二三十规划今明个")))
def test_every_time_has_one_of_the_signs_that_are_looked_for(words: str) -> None:
    assert compiled(POINT).search(words) is None


@given(st.text(st.sampled_from("印发之日起内个月工作周年天星期前以"), max_size=12))
def test_every_term_has_one_of_the_signs_that_are_looked_for(words: str) -> None:
    assert re.match(terms._TERM, words) is None


@given(st.text(st.sampled_from("全年持续继长期推进开展常态贯穿始终并、"), max_size=8))
def test_what_goes_on_is_read_as_by_its_pattern(words: str) -> None:
    assert phrases.goes_on(words) is (re.fullmatch(phrases._ONGOING, words) is not None)


@given(st.from_regex(phrases._LEADS))
def test_no_lead_is_missed_for_its_first_sign(words: str) -> None:
    lead = re.match(phrases._LEADS, words)
    assert phrases.without_lead(words) == (words[lead.end() :] if lead else words)


def test_documentation_has_every_class() -> None:
    assert {row.kind for row in ROWS} == {kind.value for kind in DeadlineClass}


def test_reads_the_whole_notice_without_doubt() -> None:
    notice = {"2021年12月31日": 17, "持续推进": 16, "按时序推进": 4, "2021年6月30日": 3}
    notice |= {"2021年9月30日": 2, "2021年4月30日": 2, "2021年3月31日": 1}
    deadlines = [read(text) for text, n in notice.items() for _ in range(n)]
    kinds = Counter(deadline.kind for deadline in deadlines)
    assert kinds == {
        DeadlineClass.DATE: 25,
        DeadlineClass.ONGOING: 16,
        DeadlineClass.ON_SCHEDULE: 4,
    }
    assert [deadline.doubt for deadline in deadlines if deadline.doubt] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "没有写完成时限"),
        (" \u3000", "没有写完成时限"),
        ("无", "没有写完成时限"),
        ("2021年2月30日", "日期不存在"),
        ("13月", "日期不存在"),
        ("11月至3月", "起止颠倒"),
        ("6月底前完成初稿，12月底前定稿", "milestones"),
        ("待定", "没有读懂"),
        ("月底前", "没有说是哪一天"),
        ("汛前", "没有说是哪一天"),
        ("秋季开学前", "没有说是哪一天"),
        ("中秋节前完成", "没有说是哪一天"),
        ("立项后6个月内", "没有说是哪一天"),
        ("30日内答复，60日内办结", "没有读懂"),
        ("收到批示后7个工作日内", "没有说是哪一天"),
        ("5月份前", None),
        ("持续推进，6月底前完成", "没有读懂"),
        ("2025年前", "暂按2025-12-31"),
        ("6月前", "“前”字"),
        ("6月初", "暂按2021-06-05"),
        ("10个工作日内", "没有说从哪天起算"),
        ("印发后400个工作日内", None),
        ("2021年6月起持续推进", "开始时间"),
        ("自6月起", "只说了开始时间"),
        ("次月10日前", "12月的一期"),
        ("每季度结束后10日内", "四季度的一期"),
        ("本月底前", "“本月”按发文的那个月算"),
        ("6月底前完成50%", "只是一部分"),
        ("6月底前清运", None),
        ("12月底前实现80%左右事项全覆盖", None),
        ("12月底前完成100%", None),
        ("12月底前每村建成1个", None),
        ("6月底前视情推进", "没有全读懂"),
        ("6月底前县教育局", "没有全读懂"),
        ("6月底前每月报送", "没有读懂"),
        ("9月10日教师节前后", "没有读懂"),
        ("6月1日零时前", "前一天"),
        ("一季度一次", "每期一次"),
        ("自2021年6月", "只说了开始时间"),
        ("6" * 201, "没有读懂"),
    ],
)
def test_doubt_says_what_is_wrong(text: str, told: str | None) -> None:
    doubt = read(text).doubt
    assert doubt is None if told is None else told in (doubt or "")


@pytest.mark.parametrize(
    "text", ["印发后30日内", "10个工作日内", "自印发之日起3个月内", "半年内", "本月底前", "下季度末"]
)
def test_a_term_needs_the_issue_date(text: str) -> None:
    deadline = read(text, issued=None)
    assert deadline.kind is DeadlineClass.UNKNOWN
    assert "issued" in (deadline.doubt or "")


def test_a_term_beyond_the_announced_holidays_is_read_and_told() -> None:
    deadline = read("印发后3个工作日内", issued=date(2999, 6, 6))
    assert deadline.date == date(2999, 6, 11)
    assert "节假日" in (deadline.doubt or "")


@pytest.mark.parametrize("year", [-1, 0, 9999, 10_000])
@pytest.mark.parametrize("text", ["6月30日", "明年6月", "2月底", "每月底", "上半年", "2月29日"])
def test_survives_any_year(text: str, year: int) -> None:
    assert read_deadline(text, year=year, issued=date.max).text == text


def test_what_counts_from_the_issue_goes_over_the_years_end() -> None:
    assert read("下月10日前", date(2021, 12, 31)).date == date(2022, 1, 10)
    assert read("下季度末", date(2021, 11, 5)).date == date(2022, 3, 31)
    assert read("一年半内", date(2021, 8, 31)).date == date(2023, 2, 28)


def test_survives_a_term_beyond_the_calendar() -> None:
    assert read("5个工作日内", issued=date.max).kind is DeadlineClass.UNKNOWN
    assert read("印发后30日内", issued=date.max).date == date.max


@pytest.mark.parametrize(
    "form",
    [
        "{0:%Y-%m-%d}",
        "{0:%Y%m%d}",
        "{0.year}年{0.month}月{0.day}日",
        "{0.year}年{0.month}月{0.day}日前",
        "{0.year}.{0.month}.{0.day}",
        "{0.year}/{0.month}/{0.day}",
        "{0.month}月{0.day}日",
        "（{0.month}月{0.day}号前完成）",
    ],
)
@pytest.mark.parametrize("year", [2020, 2021])
def test_reads_back_every_day_of_a_year(form: str, year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        text = form.format(day)
        deadline = read_deadline(text, year=year)
        assert deadline == Deadline(text, DeadlineClass.DATE, day)
        day += timedelta(days=1)


def in_chinese(text: str) -> str:
    def year(digits: str) -> str:
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in digits)

    def numeral(found: re.Match[str]) -> str:
        return year(found[0]) if len(found[0]) == 4 else to_chinese(int(found[0]))

    return re.sub("[0-9]+", numeral, text)


FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
WORDED = re.compile(r"(?!二0)[^./:%-]*[年月日季周][^./:%-]*")


@pytest.mark.parametrize(
    "phrase",
    [row.phrase for row in ROWS if WORDED.fullmatch(row.phrase)],
)
def test_chinese_numerals_equal_arabic_ones(phrase: str) -> None:
    assert read(in_chinese(phrase))[1:] == read(phrase)[1:]


@pytest.mark.parametrize("phrase", [row.phrase for row in ROWS])
def test_full_width_equals_half_width(phrase: str) -> None:
    assert read(phrase.translate(FULL_WIDTH))[1:] == read(phrase)[1:]


@given(st.sampled_from(ROWS), st.data())
def test_spaces_inside_make_no_difference(row: Row, data: st.DataObject) -> None:
    spaces = st.text(" \t\n\u3000\u00a0\u200b\ufeff", max_size=2)
    text = "".join(letter + data.draw(spaces) for letter in row.phrase)
    deadline = read(text)
    assert deadline.text == text
    assert deadline[1:] == read(row.phrase)[1:]


PIECES = [
    *"年月日号前内底末初中旬起至到-、，。每次周季半上下第个0123469十五（）①按本自从含时点报%·",
    "季度",
    "持续",
    "完成",
    "工作日",
    "结束后",
    "星期五",
    "阶段",
    "达到",
]
NEARLY_PHRASES = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(st.text() | NEARLY_PHRASES, st.integers(1, 9999), st.none() | st.dates())
def test_any_text_is_kept_and_read_consistently(text: str, year: int, issued: date | None) -> None:
    deadline = read_deadline(text, year=year, issued=issued)
    kind = deadline.kind
    dated = kind in {DeadlineClass.DATE, DeadlineClass.DATE_THEN_ONGOING}
    assert deadline.text == text
    assert (deadline.date is not None) == dated
    assert (deadline.recurrence is not None) == (kind is DeadlineClass.RECURRING)
    assert deadline.doubt or kind is not DeadlineClass.UNKNOWN


@given(NEARLY_PHRASES, st.integers(1, 9999))
def test_recurrences_lie_in_the_year_sorted_and_unique(text: str, year: int) -> None:
    recurrence = read_deadline(f"每{text}", year=year).recurrence
    days = recurrence.dates(year) if recurrence else ()
    assert list(days) == sorted(set(days))
    assert {day.year for day in days} <= {year}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("每季度末", ["03-31", "06-30", "09-30", "12-31"]),
        ("每季度末月25日前", ["03-25", "06-25", "09-25", "12-25"]),
        ("每半年", ["06-30", "12-31"]),
        ("每年2月29日", ["02-28"]),
        ("每年6月底前", ["06-30"]),
        ("次月10日前", [f"{month:02}-10" for month in range(2, 13)]),
        ("每月25日前", [f"{month:02}-25" for month in range(1, 13)]),
    ],
)
def test_recurrences_of_a_year(text: str, days: list[str]) -> None:
    recurrence = read(text).recurrence
    assert recurrence is not None
    assert [f"{day:%m-%d}" for day in recurrence.dates(2021)] == days


@pytest.mark.parametrize("day", [29, 30, 31])
def test_a_short_month_is_due_on_its_last_day(day: int) -> None:
    recurrence = read(f"每月{day}日前").recurrence
    assert recurrence is not None
    assert len(recurrence.dates(2021)) == 12
    assert recurrence.dates(2021)[1] == date(2021, 2, 28)
    assert recurrence.dates(2020)[1] == date(2020, 2, 29)
    assert recurrence.dates(2021)[2] == date(2021, 3, day)


@pytest.mark.parametrize("months", ["", "BYMONTH=3,6,9,12;", "BYMONTH=2,3,4,5,6,7,8,9,10,11,12;"])
@pytest.mark.parametrize("day", [-1, *range(1, 32)])
def test_monthly_dates_are_those_of_the_general_rules(months: str, day: int) -> None:
    rule = f"FREQ=MONTHLY;{months}BYMONTHDAY={day}"
    for year in (2020, 2021):
        first, last = datetime(year, 1, 1), datetime(year, 12, 31)  # noqa: DTZ001 - dates have no zone
        found = rrulestr(rule, dtstart=first).between(first, last, inc=True)
        assert Recurrence(rule).dates(year) == tuple(moment.date() for moment in found)


def test_weekly_dates() -> None:
    days = Recurrence("FREQ=WEEKLY;BYDAY=FR").dates(2021)
    assert len(days) == 53
    assert (days[0], days[-1]) == (date(2021, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-06-30", date(2021, 6, 30)),
        ("2021.6.30", date(2021, 6, 30)),
        ("6月30日", date(2021, 6, 30)),
        ("6月30", date(2021, 6, 30)),
        ("6-30", date(2021, 6, 30)),
        ("6月底", date(2021, 6, 30)),
        ("6月底前", date(2021, 6, 30)),
        ("三季度末", date(2021, 9, 30)),
        ("明年1月5日", date(2022, 1, 5)),
        (" ２０２２－１－５ ", date(2022, 1, 5)),
        ("", None),
        ("明天", None),
        ("2021-02-30", None),
        ("2021-06-30x", None),
        ("3月至6月", None),
        ("6月底前完成", None),
        ("每月25日", None),
        ("持续推进", None),
    ],
)
def test_read_date(text: str, day: date | None) -> None:
    assert read_date(text, year=2021) == day


@given(st.text() | NEARLY_PHRASES)
def test_read_date_never_raises(text: str) -> None:
    read_date(text, year=2021)


@pytest.mark.parametrize("text", ["明年6月底前", "明年上半年", "来年6月底前", "（明年6月底前）"])
def test_next_year_in_a_notice_of_the_year_before_is_the_plan_s(text: str) -> None:
    for issued, year in ((date(2020, 12, 27), 2021), (date(2021, 1, 5), 2022), (None, 2022)):
        read = read_deadline(text, year=2021, issued=issued)
        assert (read.text, read.date) == (text, date(year, 6, 30))
