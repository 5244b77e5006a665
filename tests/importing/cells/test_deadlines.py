"""When a work is due: its column, its brackets, its offices, its note, its text, its quarters."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qjtask.core.plan.plan import Milestone
from qjtask.importing.cells.deadlines import read_times
from qjtask.importing.cells.work_times import PrintedTimes, TimeFrame, WorkTimes

FRAME = TimeFrame(2021, date(2021, 3, 26), "完成时限一栏是空的", is_usual=False)
NOTHING = PrintedTimes("", "", (), "", "做事。", "")


def read(frame: TimeFrame = FRAME, **given: Any) -> tuple[WorkTimes, list[tuple[str, str]]]:
    told: list[tuple[str, str]] = []
    times = read_times(NOTHING._replace(**given), frame, lambda what, way, *_, **__: told.append((what, way)))
    return times, told


@pytest.mark.parametrize(
    ("given", "day", "told"),
    [
        ({"printed": "6月底前"}, date(2021, 6, 30), ""),
        (
            {"printed": "6月底前", "term": "7月底前"},
            date(2021, 6, 30),
            "具体工作的括号里写着完成时限“7月底前”，另一栏是“6月底前”",
        ),
        ({"printed": "6月底前", "term": "6月底"}, date(2021, 6, 30), ""),
        ({"term": "7月底前"}, date(2021, 7, 31), ""),
        ({"among_offices": ("8月底前",)}, date(2021, 8, 31), "单位一栏里写着时限“8月底前”"),
        ({"note": "9月底前"}, date(2021, 9, 30), "备注写的是时限“9月底前”"),
        ({"goals": "10月底前建成通车"}, date(2021, 10, 31), "完成时限一栏是空的，目标一栏里写着“10月底前”"),
        ({"printed": "6月底前", "goals": "10月底前建成通车"}, date(2021, 6, 30), ""),
        (
            {"work": "9月底前建成。", "goals": "4月底前开工"},
            date(2021, 9, 30),
            "完成时限一栏是空的，具体工作里写着“9月底前”",
        ),
        ({"goals": "年产值达到5亿元"}, None, "没有写完成时限"),
        ({"printed": "/", "note": "9月底前"}, date(2021, 9, 30), "备注写的是时限“9月底前”"),
        (
            {"printed": "某日"},
            None,
            "完成时限“某日”：没有读懂，请写成日期（如2021-06-30）或“持续推进”一类的说法",
        ),
        ({}, None, "没有写完成时限"),
        ({"note": "省里的实事"}, None, "没有写完成时限"),
        ({"note": "按时序推进"}, None, "没有写完成时限"),
    ],
)
def test_the_deadline_is_where_it_is_printed(given: dict[str, Any], day: date | None, told: str) -> None:
    times, doubts = read(**given)
    assert times.deadline.date == day
    assert [what for what, _ in doubts] == ([told] if told else [])


def test_a_note_that_is_a_deadline_is_no_note_any_more() -> None:
    assert read(note="9月底前")[0].note == ""
    assert read(printed="6月底前", note="9月底前")[0].note == "9月底前"


def test_a_text_says_it_where_the_column_is_blank_and_that_is_told() -> None:
    times, told = read(work="4月底前完成摸底，9月底前建成。")
    assert times.deadline.date == date(2021, 9, 30)
    assert [step.by for step in times.milestones] == [date(2021, 4, 30)]
    assert told[0][0].startswith("完成时限一栏是空的，具体工作里写着")


@pytest.mark.parametrize("led", ["其中", "其中，力争", "其中："])
def test_the_day_of_a_part_is_none_of_the_whole(led: str) -> None:
    times, told = read(work=f"新增泊位2000个以上，{led}10月底前完成1200个。")
    assert (times.deadline.text, [step.by for step in times.milestones]) == ("", [date(2021, 10, 31)])
    read_as = "完成时限一栏是空的，具体工作里写着其中一部分“10月底前”完成"
    assert told == [(read_as, "记作时间节点 2021-10-31，完成时限空着")]


@pytest.mark.parametrize(
    ("work", "day"),
    [
        ("新增泊位2000个以上，其中6月底前完成800个，10月底前完成1200个。", date(2021, 10, 31)),
        ("10月底前新增泊位2000个，其中地下泊位1200个。", date(2021, 10, 31)),
        ("整改问题12个，其中10月底前全部完成。", date(2021, 10, 31)),
    ],
)
def test_the_day_of_the_whole_is_beside_a_part(work: str, day: date) -> None:
    assert read(work=work)[0].deadline.date == day


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("对信号灯每季度完成1次配时优化调整。", "每季度完成1次"),
        ("每半年开展一次联合检查。", "每半年开展一次"),
    ],
)
def test_a_rhythm_that_names_no_day_is_shown(work: str, words: str) -> None:
    times, told = read(work=work)
    assert times.deadline.text == ""
    assert told == [(f"完成时限一栏是空的，具体工作里写着“{words}”", "没有写是哪一天，空着")]


@pytest.mark.parametrize("work", ["每年培训教师1500人次。", "做好开学后检查。", "建设每季度一报制度。"])
def test_other_words_are_none_of_a_time(work: str) -> None:
    assert read(work=work)[1] == [("没有写完成时限", "空着")]


def test_earlier_dates_of_a_text_are_steps_later_ones_are_told_only() -> None:
    times, told = read(printed="6月底前", work="4月底前完成摸底。")
    (step,) = times.milestones
    assert (step.by, step.work[-4:]) == (date(2021, 4, 30), "完成摸底")
    assert told == [("具体工作里藏着时间“4月底前”，完成时限是“6月底前”", "记作时间节点 2021-04-30")]
    times, told = read(printed="6月底前", work="9月底前建成。")
    assert times.milestones == ()
    assert told == [("具体工作里的“9月底前”晚于完成时限“6月底前”", "按完成时限一栏记")]


@pytest.mark.parametrize(
    ("work", "is_told"),
    [
        ("年内新建冷库5座。", False),
        ("2021年内建成。", False),
        ("2021年底前建成。", True),
        ("2022年内建成。", True),
    ],
)
def test_a_day_within_the_year_does_not_gainsay_the_column(work: str, is_told: bool) -> None:
    times, told = read(printed="11月底", work=work)
    assert (times.milestones, bool(told)) == ((), is_told)


def test_a_work_that_says_nothing_but_when_has_a_step_with_its_words() -> None:
    """A step without a text is one that the plan's reader refuses."""
    found, _ = read(printed="待定", work="2021年6月底前")
    assert found.milestones == (Milestone(date(2021, 6, 30), "2021年6月底前"),)


def test_quarters_are_steps_and_the_last_is_the_deadline() -> None:
    times, told = read(steps="一季度：完成可研\n三季度：开工")
    assert [(step.by, step.work) for step in times.milestones] == [
        (date(2021, 3, 31), "完成可研"),
        (date(2021, 9, 30), "开工"),
    ]
    assert times.deadline.date == date(2021, 9, 30)
    assert told == []


def test_where_no_work_prints_it_none_is_told_by_itself() -> None:
    assert read(FRAME._replace(is_usual=True))[1] == []


@pytest.mark.parametrize(
    ("frame", "printed", "told"),
    [
        (FRAME, "2020年6月30日", "完成时限“2020年6月30日”早于发文日期"),
        (FRAME, "3月25日", "完成时限“3月25日”早于发文日期"),
        (FRAME, "3月26日", ""),
        (FRAME._replace(issued=None), "2020年12月31日", "完成时限“2020年12月31日”早于2021年"),
        (FRAME._replace(issued=None), "1月底前", ""),
    ],
)
def test_a_deadline_before_the_notice_is_told(frame: TimeFrame, printed: str, told: str) -> None:
    times, doubts = read(frame, printed=printed)
    assert times.deadline.date is not None
    assert [what for what, _ in doubts] == ([told] if told else [])


def test_a_month_named_by_the_issue_is_read_in_running_text_and_told() -> None:
    times, told = read(printed="6月底前", work="本月28日前将方案报县政府办，下月底前全面铺开。")
    assert [step.by for step in times.milestones] == [date(2021, 3, 28), date(2021, 4, 30)]
    assert told[0] == ("具体工作里写着“本月”", "按发文的日期算作2021年3月")
    assert told[1] == ("具体工作里写着“下月”", "按发文的日期算作2021年4月")
    times, told = read(work="本季度末前报送总结。")
    assert times.deadline.date == date(2021, 3, 31)
    times, told = read(
        FRAME._replace(issued=date(2021, 12, 3)), work="下个月十五日前完成。", printed="持续推进"
    )
    assert [step.by for step in times.milestones] == [date(2022, 1, 15)]


def test_a_month_named_by_an_issue_that_is_not_known_is_told() -> None:
    times, told = read(FRAME._replace(issued=None), printed="6月底前", work="本月25日前报方案。")
    assert times.milestones == ()
    assert told == [("具体工作里的“本月”没有说是哪一年哪一月", "没有记作时间节点")]


@pytest.mark.parametrize("work", ["每月5日前报送本月底数据。", "报送本月进展。", "完成本季度任务。"])
def test_a_month_that_comes_again_is_none_of_the_issue(work: str) -> None:
    assert not [what for what, _ in read(printed="持续推进", work=work)[1] if "写着“本" in what]


def test_a_month_of_the_year_after_has_its_year() -> None:
    frame = TimeFrame(2025, None, "", is_usual=True, later=frozenset((1, 2)))
    assert read(frame, printed="1月15日前")[0].deadline[:3:2] == ("2026年1月15日前", date(2026, 1, 15))
    assert read(frame, printed="9月1日前")[0].deadline[:3:2] == ("9月1日前", date(2025, 9, 1))


def test_a_step_before_the_notice_is_told() -> None:
    times, told = read(printed="6月底前", work="2月底前完成设计，4月底前开工。")
    assert [step.by for step in times.milestones] == [date(2021, 4, 30)]
    assert ("具体工作里的“2月底前”早于发文日期", "没有记作时间节点") in told


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("推进学校建设，暑假前完成。", "暑假前"),
        ("确保秋季开学前投入使用", "秋季开学前"),
        ("清淤河道，于汛期到来之前完工", "汛期到来之前"),
        ("推进学校建设，4月底前摸底，暑假前完成。", ""),  # the day is its deadline, as ever
        ("开展暑假前安全教育。", ""),  # of what kind
        ("处理春节前的来信", ""),
        ("推进学校建设，每年汛期前检查。", ""),
    ],
)
def test_a_season_is_kept_as_printed_and_told_where_no_day_is(work: str, words: str) -> None:
    times, told = read(work=work)
    if words:
        assert (times.deadline.text, times.deadline.date) == (words, None)
        assert told == [(f"完成时限一栏是空的，具体工作里写着“{words}”，没有写哪一天", "照印的记")]
    else:
        assert "前" not in times.deadline.text.replace("4月底前", "")


def test_a_feast_in_a_work_has_its_day_and_is_told() -> None:
    times, told = read(work="修缮校舍，国庆节前投入使用。")
    assert (times.deadline.text, times.deadline.date) == ("国庆节前", date(2021, 9, 30))
    assert told == [("完成时限一栏是空的，具体工作里写着“国庆节前”", "当作完成时限 2021-09-30")]


def test_ticked_months_are_the_deadline_or_noted_beside_it() -> None:
    times, told = read(work="慰问。", steps="2月：√\n3月：√")
    assert (times.deadline.date, times.note, times.milestones) == (
        date(2021, 3, 31),
        "时间安排：2月、3月",
        (),
    )
    assert told == []
    times, _ = read(printed="6月底前", work="慰问。", steps="2月：√\n3月：×")
    assert (times.deadline.text, times.note) == ("6月底前", "时间安排：2月")


def test_a_day_that_returns_is_the_deadline_and_told() -> None:
    times, told = read(work="落实旁站监理，每周五向项目部报送进度")
    assert times.deadline.text == "每周五"
    assert times.deadline.recurrence is not None
    assert told == [("完成时限一栏是空的，具体工作里写着“每周五”", "当作完成时限，每期都有")]


def test_a_time_that_the_cell_and_the_text_say_is_one_step() -> None:
    times, told = read(printed="上半年、下半年各一次", work="评查2次，其中上半年、下半年各1次。")
    assert [str(one.by) for one in times.milestones] == ["2021-06-30"]
    assert len(told) == 1


def test_another_time_that_returns_is_told_beside_a_deadline_that_returns() -> None:
    _, told = read(printed="每周五", work="每周五组织大扫除，每月底评比一次。")
    assert told == [("具体工作里的“每月底”是每期都有的时间", "没有记作时间节点")]
    assert read(printed="每周五", work="每周五前报送进展。")[1] == []
