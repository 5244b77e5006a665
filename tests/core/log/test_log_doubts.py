"""What is doubtful in a log whose lines can be read."""

from __future__ import annotations

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.log_doubts import log_doubts
from tests.core.plans import day, entry, item, milestone, plan
from tests.core.towns import COUNTY

PLAN = plan(
    item("9.1", units=("审批科", "法夫科"), milestones=(milestone("04-30"),)),
    item("9.2", deadline="5月底前动工"),
    units={"审批科": ("行审批科",), "法规科": ("法夫科",)},
)


def doubts(*log: Entry, today: str = "06-10") -> list[str]:
    return [str(told).partition(": ")[2] for told in log_doubts(PLAN, log, "progress.yaml", day(today))]


@pytest.mark.parametrize(
    "told",
    [
        entry("9.1"),
        entry("9.1.1"),
        entry("9.2.1"),
        entry("9.1", unit="审批科"),
        entry("9.1", unit="行审批科"),  # another name of a responsible unit
        entry("9.1", unit="法规科"),  # printed as 法夫科
        entry("9.1", unit="法夫科"),
        entry("9.1", Do.NOTE, "06-10"),
    ],
)
def test_an_entry_that_counts_raises_no_doubt(told: Entry) -> None:
    assert doubts(told) == []


@pytest.mark.parametrize("gone", ["9.3", "99.1", "9.1.2", "9.1.0", "9.1.x", "9", "09.1"])
def test_an_entry_for_what_the_plan_lacks_is_told(gone: str) -> None:
    assert doubts(entry(gone)) == [f"计划里没有 {gone}，这条记录没有计入；编号改过的话，请在记录里改成新编号"]


def test_an_entry_without_a_number_is_told() -> None:
    assert doubts(entry("")) == [
        "计划里没有 （空编号），这条记录没有计入；编号改过的话，请在记录里改成新编号"
    ]


@pytest.mark.parametrize("unit", ["建管科", "批科"])
def test_a_unit_that_is_not_responsible_is_told(unit: str) -> None:
    assert doubts(entry("9.1", unit=unit)) == [
        f"“{unit}”不是 9.1 的责任单位，这条记录没有计入；请改成计划里的单位名称"
    ]
    assert doubts(entry("9.1", Do.NOTE, unit=unit)) == [
        f"“{unit}”不是 9.1 的责任单位；请改成计划里的单位名称"
    ]


def test_a_day_to_come_is_told_until_it_has_come() -> None:
    assert doubts(entry("9.1", on="06-11")) == ["日期 2021-06-11 在今天之后，到那天才计入；请核对日期"]
    assert doubts(entry("9.1", on="06-11"), today="06-11") == []


def test_an_entry_written_after_the_day_of_an_old_report_is_not_told() -> None:
    later = entry("9.1", on="06-20")
    assert doubts(later._replace(at=later.at.replace(month=6, day=20)), today="06-10") == []


def test_many_days_to_come_are_one_doubt_and_looking_back_before_they_were_written_none() -> None:
    log = [entry("9.1", Do.NOTE, f"06-{day}") for day in range(11, 23)]
    lines = "、".join(str(one.line) for one in log[:10])
    assert doubts(*log) == [f"12条记录的日期在今天之后，到那天才计入（第{lines}行等）；请核对日期"]
    assert doubts(*log, today="06-21") == ["日期 2021-06-22 在今天之后，到那天才计入；请核对日期"]
    assert doubts(*log, today="03-25") == []


def test_several_doubts_of_an_entry_are_all_told() -> None:
    assert len(doubts(entry("9.1", on="06-11", unit="建管科"))) == 2


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        (entry("99.1"), False),
        (entry("9.1.2"), False),
        (entry("9.1", unit="建管科"), False),
        (entry("9.1", Do.REOPEN, unit="建管科"), False),
        (entry("9.1", Do.NOTE, unit="建管科"), True),
        (entry("9.1", on="06-11"), True),
        (entry("9.1", on="2020-12-31"), True),
    ],
)
def test_what_does_not_count_is_an_error_and_what_is_odd_a_doubt(told: Entry, *, counts: bool) -> None:
    (found,) = log_doubts(PLAN, [entry("9.1"), told], "progress.yaml", day("06-10"))
    assert (found.where, found.is_warning) == (f"progress.yaml:{told.line}:1", counts)


def test_an_undo_of_what_the_log_lacks_is_told() -> None:
    gone = entry("9.1")
    assert doubts(entry("9.1", Do.UNDO, undoes=gone)) == [
        f"要撤销的记录 {gone.id} 不在这份记录里；可能还有一份副本没有并入（qjtask merge）"
    ]
    assert doubts(gone, entry("9.1", Do.UNDO, undoes=gone)) == []


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (entry("9.1", on="2020-12-31"), "2020-12-31 早于计划的2021年"),
        (entry("9.1", on="2012-06-09"), "2012-06-09 早于计划的2021年一年以上"),
        (entry("9.1", Do.EXTEND, to="2023-01-01"), "延到 2023-01-01，晚于计划的2021年"),
        (entry("9.1", Do.EXTEND, to="2201-09-30"), "2201-09-30 晚于计划的2021年5年以上"),
        (entry("9.1", Do.EXTEND, to="2021-03-25"), "2021-03-25 早于发文日期 2021-03-26"),
    ],
)
def test_a_day_that_can_hardly_be_meant_is_told(told: Entry, words: str) -> None:
    assert doubts(told) == [f"{words}；请核对年份"]


def test_a_period_that_there_is_not_is_told() -> None:
    def period(item_id: str, by: str) -> list[str]:
        on = plan(item("9.3", deadline="每月25日前"), item("9.4"))
        told = [entry(item_id)._replace(period=day(by))]
        found = log_doubts(on, told, "p", day("06-10"))
        return [f"{'疑' if one.is_warning else '错'}：{one.what}" for one in found]

    assert period("9.3", "04-25") == period("9.3", "04-20") == []
    assert period("9.3", "2022-03-05") == ["错：9.3 没有 2022-03-05 这一期，这条记录没有计入"]
    assert period("9.4", "04-25") == ["疑：9.4 不是周期性工作，2021-04-25 一期的完成只计为进展"]


def test_two_letters_of_one_number_are_told_once() -> None:
    def chase(item_id: str, unit: str) -> Entry:
        return entry(item_id, Do.CHASE, "06-10", unit=unit, text="催办〔2021〕第1号", to="06-18")

    same = (chase("9.1", "审批科"), chase("9.1.1", "审批科"))
    assert doubts(*same) == []
    assert doubts(*same, chase("9.1", "法规科"), chase("9.1.1", "法规科")) == [
        "“催办〔2021〕第1号”已是 2021-06-10 发给审批科的那一份的编号；请撤销其中一份，重新生成"
    ]


@pytest.mark.parametrize(
    ("told", "doubtful"),
    [
        (entry("1.2", unit="甲镇"), ""),
        (entry("1.2", unit="各乡镇"), ""),
        (entry("1.1", unit="县水务局"), ""),
        (entry("1.1", Do.NOTE, unit="办公室"), ""),
        (entry("1.1", Do.NOTE, unit="甲镇"), ""),
        (entry("1.1", unit="办公室"), "“办公室”不是 1.1 的牵头单位，这条记录没有计入"),
        (entry("1.1", Do.NOTE, unit="办公室", percent=50), "“办公室”不是 1.1 的牵头单位"),
        (entry("1.3", unit="乙镇"), "“乙镇”不是 1.3 的承办单位，这条记录没有计入"),
    ],
)
def test_an_office_that_does_not_owe_the_work_has_no_share_and_may_speak(told: Entry, doubtful: str) -> None:
    found = [problem.what for problem in log_doubts(COUNTY, [told], "progress.yaml", day("06-10"))]
    assert found == ([doubtful] if doubtful else [])
