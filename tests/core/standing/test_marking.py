"""What a mark may say, and why not."""

from __future__ import annotations

from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.plan import Plan, Target
from qjtask.core.problem import Refused
from qjtask.core.standing.marking import Marks, Wanted, mark
from tests.core.plans import day, entry, item, milestone, plan, standing
from tests.core.towns import ALL_TOWNS, COUNTY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qjtask.core.standing.row import Row

AT = datetime.fromisoformat("2021-06-10T09:00:00+08:00")
EARLY = "到 2021-04-25 的一期已经完成，下一期 2021-05-25，没有重复登记；提前完成的请加 --period 2021-05-25"
SHARED = item("9.4", units=("审批科", "建管科"), milestones=(milestone("04-30"), milestone("05-31")))
MONTHLY = item("9.5", deadline="每月25日前")
PLAN = plan(
    item("9.1"),
    item("9.2", deadline="持续推进"),
    SHARED,
    MONTHLY,
    item("9.6", units=()),
    item("9.7", deadline="5月底前动工"),
)


def request(
    do: Do,
    on: str = "06-10",
    *,
    unit: str | None = None,
    to: str | None = None,
    values: tuple[str, ...] = (),
    period: str | None = None,
    reason: str = "平台延后上线",
) -> Wanted:
    """A mark as asked for; an extension says why, unless a test leaves it out."""
    text = reason if do is Do.EXTEND else ""
    draft = Entry("", "", do, day(on), AT, unit=unit, text=text, to=day(to) if to else None)
    return Wanted(draft, values, period)


def settled(period: str, *, on: str, unit: str | None = None) -> Entry:
    """A completion of one period of 9.5."""
    return entry("9.5", on=on, unit=unit)._replace(period=day(period))


def marked(asked: Wanted, *ids: str, log: tuple[Entry, ...] = (), of: Plan = PLAN) -> Marks:
    """What comes of asking to mark the ids, after the log."""
    numbers = count()

    def upon(new: Sequence[Entry]) -> dict[str, Row]:
        rows = {row.item.id: row for row in standing(of, (*log, *new), "12-31")}
        return {one: rows[item_id_of(one)] for one in ids}

    return mark(asked, upon(()), of, lambda: f"new-{next(numbers)}", upon)


def refusal(asked: Wanted, *ids: str, log: tuple[Entry, ...] = (), of: Plan = PLAN) -> str:
    with pytest.raises(Refused) as refused:
        marked(asked, *ids, log=log, of=of)
    return str(refused.value)


# What is recorded -------------------------------------------------------------------------------


def test_an_entry_holds_everything_that_was_asked() -> None:
    said = ("张三", "审批科", "已办结", ("附件/9.4.pdf",))
    draft = Entry("", "", Do.DONE, day("06-08"), AT, *said, percent=60, to=day("09-30"))
    assert marked(Wanted(draft, (), None), "9.4").entries == (
        Entry(
            id="new-0",
            item="9.4",
            do=Do.DONE,
            on=day("06-08"),
            at=AT,
            by="张三",
            unit="审批科",
            text="已办结",
            evidence=("附件/9.4.pdf",),
            percent=60,
            to=day("09-30"),
        ),
    )


def test_each_id_gets_an_entry_of_its_own() -> None:
    entries = marked(request(Do.DONE), "9.1", "9.4.2", "9.4").entries
    assert [(one.id, one.item) for one in entries] == [("new-0", "9.1"), ("new-1", "9.4.2"), ("new-2", "9.4")]


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        (request(Do.START), "9.1"),
        (request(Do.NOTE), "9.1"),
        (request(Do.NOTE), "9.4.1"),
        (request(Do.NOTE, unit="审批科"), "9.4"),
        (request(Do.DONE), "9.1"),
        (request(Do.DONE, unit="审批科"), "9.4"),
        (request(Do.DONE), "9.4.1"),
        (request(Do.DONE), "9.7.1"),
        (request(Do.HOLD), "9.1"),
        (request(Do.DROP), "9.1"),
        (request(Do.EXTEND, to="09-30"), "9.1"),
        (request(Do.EXTEND, to="09-30"), "9.2"),
        (request(Do.EXTEND, to="09-30"), "9.4.1"),
    ],
)
def test_a_fresh_item_takes_every_mark_but_reopen(asked: Wanted, target: str) -> None:
    marks = marked(asked, target)
    assert ([one.item for one in marks.entries], marks.already) == ([target], ())


# Marking twice ----------------------------------------------------------------------------------

DONE = (entry("9.1", on="06-01"),)
HELD = (entry("9.1", Do.HOLD, "06-01"),)
DROPPED = (entry("9.1", Do.DROP, "06-01"),)


@pytest.mark.parametrize(
    ("log", "asked", "target", "told"),
    [
        (DONE, request(Do.DONE), "9.1", "9.1 已于 2021-06-01 完成，没有重复登记"),
        (
            (entry("9.1", Do.START, "06-01"),),
            request(Do.START),
            "9.1",
            "9.1 从 2021-06-01 起已在推进，没有重复登记",
        ),
        (HELD, request(Do.HOLD), "9.1", "9.1 从 2021-06-01 起已暂停，没有重复登记"),
        (DROPPED, request(Do.DROP), "9.1", "9.1 已于 2021-06-01 取消，没有重复登记"),
        (
            (entry("9.4.1", on="04-20"),),
            request(Do.DONE),
            "9.4.1",
            "9.4.1 已于 2021-04-20 完成，没有重复登记",
        ),
        ((entry("9.4", on="06-01"),), request(Do.DONE), "9.4.1", "9.4.1 已于 2021-06-01 完成，没有重复登记"),
        (
            (entry("9.4", on="06-01", unit="审批科"),),
            request(Do.DONE, unit="审批科"),
            "9.4",
            "9.4 审批科 的部分已于 2021-06-01 完成，没有重复登记",
        ),
        (
            (entry("9.5", on="04-20"),),
            request(Do.DONE, "04-25"),
            "9.5",
            f"9.5 {EARLY}",
        ),
        ((), request(Do.EXTEND, to="06-30"), "9.1", "9.1 的期限已经是 2021-06-30，没有重复登记"),
        (
            (entry("9.1", Do.EXTEND, to="09-30"),),
            request(Do.EXTEND, to="09-30"),
            "9.1",
            "9.1 的期限已经是 2021-09-30，没有重复登记",
        ),
        ((), request(Do.EXTEND, to="04-30"), "9.4.1", "9.4.1 的期限已经是 2021-04-30，没有重复登记"),
        ((), request(Do.REOPEN), "9.1", "9.1 现在是未启动，不用重开"),
        ((entry("9.1", Do.START),), request(Do.REOPEN), "9.1", "9.1 现在是推进中，不用重开"),
        ((), request(Do.REOPEN), "9.4.1", "9.4.1 还没有完成，不用重开"),
        ((), request(Do.REOPEN, unit="审批科"), "9.4", "9.4 审批科 的部分还没有完成，不用重开"),
    ],
)
def test_marking_twice_writes_nothing_and_says_since_when(
    log: tuple[Entry, ...], asked: Wanted, target: str, told: str
) -> None:
    assert marked(asked, target, log=log) == Marks((), (told,))


def test_what_is_marked_already_does_not_keep_the_others_from_being_marked() -> None:
    marks = marked(request(Do.DONE), "9.1", "9.2", log=DONE)
    assert ([one.item for one in marks.entries], len(marks.already)) == (["9.2"], 1)


# What cannot be marked --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("log", "asked", "target", "told"),
    [
        (DROPPED, request(Do.DONE), "9.1", "9.1: 已于 2021-06-01 取消；如要恢复，请先 qjtask reopen 9.1"),
        (DROPPED, request(Do.START), "9.1", "9.1: 已于 2021-06-01 取消；如要恢复，请先 qjtask reopen 9.1"),
        (DROPPED, request(Do.HOLD), "9.1", "9.1: 已于 2021-06-01 取消；如要恢复，请先 qjtask reopen 9.1"),
        (
            DROPPED,
            request(Do.EXTEND, to="09-30"),
            "9.1",
            "9.1: 已于 2021-06-01 取消；如要恢复，请先 qjtask reopen 9.1",
        ),
        (DONE, request(Do.START), "9.1", "9.1: 已于 2021-06-01 完成；如要继续，请先 qjtask reopen 9.1"),
        (DONE, request(Do.HOLD), "9.1", "9.1: 已于 2021-06-01 完成；如要更改，请先 qjtask reopen 9.1"),
        (DONE, request(Do.DROP), "9.1", "9.1: 已于 2021-06-01 完成；如要更改，请先 qjtask reopen 9.1"),
        (
            DONE,
            request(Do.EXTEND, to="09-30"),
            "9.1",
            "9.1: 已于 2021-06-01 完成；如要更改，请先 qjtask reopen 9.1",
        ),
        (
            (entry("9.4.1", on="04-20"), entry("9.4", on="06-01")),
            request(Do.REOPEN),
            "9.4.1",
            "9.4.1: 已于 2021-06-01 完成；如要更改，请先 qjtask reopen 9.4",
        ),
        (
            (entry("9.4.1", on="04-20"),),
            request(Do.EXTEND, to="09-30"),
            "9.4.1",
            "9.4.1: 已于 2021-04-20 完成；不用延期",
        ),
        (
            (),
            request(Do.EXTEND, to="09-30"),
            "9.5",
            "9.5: 是周期性工作（每月25日前），没有单独的期限可延；可用 note 说明情况",
        ),
        (
            (),
            request(Do.HOLD),
            "9.4.1",
            "9.4.1: 是时间节点，不能暂停；时间节点只能 done、note、reopen、extend",
        ),
        (
            (),
            request(Do.DROP),
            "9.4.1",
            "9.4.1: 是时间节点，不能取消；时间节点只能 done、note、reopen、extend",
        ),
        (
            (),
            request(Do.START),
            "9.4.1",
            "9.4.1: 是时间节点，不能启动；时间节点只能 done、note、reopen、extend",
        ),
        ((), request(Do.DONE, unit="审批科"), "9.4.1", "9.4.1: 是时间节点，不分单位；请去掉 --unit"),
        ((), request(Do.REOPEN, unit="审批科"), "9.4.1", "9.4.1: 是时间节点，不分单位；请去掉 --unit"),
        ((), request(Do.DONE, unit="养护科"), "9.4", "9.4: “养护科”不是责任单位；责任单位是审批科、建管科"),
        ((), request(Do.NOTE, unit="养护科"), "9.4", "9.4: “养护科”不是责任单位；责任单位是审批科、建管科"),
        ((), request(Do.REOPEN, unit="养护科"), "9.4", "9.4: “养护科”不是责任单位；责任单位是审批科、建管科"),
        ((), request(Do.DONE, unit="养护科"), "9.6", "9.6: “养护科”不是责任单位；责任单位是（未写）"),
    ],
)
def test_what_cannot_be_marked_is_refused_with_what_to_do(
    log: tuple[Entry, ...], asked: Wanted, target: str, told: str
) -> None:
    assert refusal(asked, target, log=log) == told


def test_one_that_cannot_be_marked_keeps_all_from_being_marked() -> None:
    with pytest.raises(Refused) as refused:
        marked(request(Do.DONE, unit="建管科"), "9.1", "9.4", "9.6")
    assert [problem.where for problem in refused.value.problems] == ["9.1", "9.6"]


# What later marks may change --------------------------------------------------------------------


@pytest.mark.parametrize("log", [DONE, HELD, DROPPED])
def test_what_is_done_held_or_dropped_may_be_reopened(log: tuple[Entry, ...]) -> None:
    assert marked(request(Do.REOPEN), "9.1", log=log).entries


@pytest.mark.parametrize("do", [Do.START, Do.DONE, Do.DROP])
def test_what_is_on_hold_may_be_taken_up_finished_or_dropped(do: Do) -> None:
    assert marked(request(do), "9.1", log=HELD).entries


@pytest.mark.parametrize("log", [DONE, HELD, DROPPED])
def test_a_note_may_always_be_made(log: tuple[Entry, ...]) -> None:
    assert marked(request(Do.NOTE), "9.1", log=log).entries


def test_a_share_may_be_reopened_when_it_or_the_whole_is_done() -> None:
    asked = request(Do.REOPEN, unit="审批科")
    assert marked(asked, "9.4", log=(entry("9.4", unit="审批科"),)).entries
    assert marked(asked, "9.4", log=(entry("9.4"),)).entries
    assert not marked(asked, "9.4", log=(entry("9.4", unit="建管科"),)).entries


def test_a_met_milestone_may_be_reopened() -> None:
    assert marked(request(Do.REOPEN), "9.4.1", log=(entry("9.4.1"),)).entries


@pytest.mark.parametrize(
    ("on", "settles"),
    [
        ("04-26", None),  # the same report, perhaps, entered twice
        ("05-09", None),  # 14 days of 30
        ("05-10", "05-25"),
        ("06-10", "05-25"),  # late: the earliest open one
    ],
)
def test_the_next_period_is_settled_without_its_name_once_half_of_it_has_gone(
    on: str, settles: str | None
) -> None:
    marks = marked(request(Do.DONE, on), "9.5", log=(settled("04-25", on="04-20"),))
    assert [one.period for one in marks.entries] == ([day(settles)] if settles else [])
    assert bool(marks.already) == (settles is None)


def test_the_first_period_is_settled_on_any_day() -> None:
    (made,) = marked(request(Do.DONE, "03-27"), "9.5").entries
    assert made.period == day("04-25")


@pytest.mark.parametrize("typed", ["2021-05", "2021-05-25", "5月", "5月25日"])
def test_a_period_is_named_by_its_day_or_its_month(typed: str) -> None:
    asked = request(Do.DONE, "04-26", period=typed)
    (made,) = marked(asked, "9.5", log=(settled("04-25", on="04-20"),)).entries
    assert made.period == day("05-25")


def test_a_period_that_is_settled_is_not_settled_again() -> None:
    log = (settled("05-25", on="05-20"),)
    told = "9.5 2021-05-25 一期已于 2021-05-20 完成，没有重复登记"
    assert marked(request(Do.DONE, period="5月"), "9.5", log=log).already == (told,)


def test_a_unit_settles_its_share_of_its_own_earliest_period() -> None:
    """审批科 has reported of April, 建管科 has not; each one's next report is of what it owes."""
    of = plan(item("9.5", units=("审批科", "建管科"), deadline="每月25日前"))
    log = (settled("04-25", on="04-20", unit="审批科"),)
    for unit, period in (("审批科", "05-25"), ("建管科", "04-25")):
        (made,) = marked(request(Do.DONE, "05-20", unit=unit), "9.5", log=log, of=of).entries
        assert made.period == day(period)
    again = marked(request(Do.DONE, unit="审批科", period="4月"), "9.5", log=log, of=of)
    assert again.already == ("9.5 2021-04-25 一期 审批科 的部分已于 2021-04-20 完成，没有重复登记",)


@pytest.mark.parametrize(
    ("period", "target", "told"),
    [
        ("3月", "9.5", "9.5: 没有“3月”这一期；请写到期的那一天：2021-04-25、2021-05-25、"),
        ("下一期", "9.5", "9.5: 没有“下一期”这一期；"),
        ("4月", "9.1", "9.1: 没有分期；请去掉 --period"),
        ("4月", "9.4.1", "9.4.1: 没有分期；请去掉 --period"),
    ],
)
def test_a_period_that_there_is_not_is_refused(period: str, target: str, told: str) -> None:
    assert refusal(request(Do.DONE, period=period), target).startswith(told)


def test_a_month_of_several_periods_is_refused_with_their_days() -> None:
    weekly = plan(item("9.5", deadline="每周五"))
    told = refusal(request(Do.DONE, period="4月"), "9.5", of=weekly)
    assert told == "9.5: “4月”可以是几期；请写到期的那一天：" + "、".join(
        f"2021-04-{number:02d}" for number in (2, 9, 16, 23, 30)
    )


# Days and lengths -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (request(Do.DONE, "2012-06-09"), "9.1: 2012-06-09 早于计划的2021年一年以上；请核对年份"),
        (request(Do.EXTEND, to="09-30", reason=""), "9.1: 没有写改期的原因；请加 --reason 原因"),
        (request(Do.EXTEND, to="09-30", reason="　"), "9.1: 没有写改期的原因；请加 --reason 原因"),
        (request(Do.EXTEND, to="09-30", reason="无"), "9.1: 没有写改期的原因；请加 --reason 原因"),
        (request(Do.EXTEND, to="09-30", reason="——"), "9.1: 没有写改期的原因；请加 --reason 原因"),
        (request(Do.EXTEND, to="2201-09-30"), "9.1: 2201-09-30 晚于计划的2021年5年以上；请核对年份"),
        (request(Do.EXTEND, to="2021-03-25"), "9.1: 2021-03-25 早于发文日期 2021-03-26；请核对年份"),
    ],
)
def test_a_day_that_cannot_be_meant_is_refused(asked: Wanted, told: str) -> None:
    assert refusal(asked, "9.1") == told


def test_a_day_that_can_hardly_be_meant_is_recorded_and_told() -> None:
    marks = marked(request(Do.DONE, "2020-06-09"), "9.1", "9.2")
    assert len(marks.entries) == 2
    assert list(map(str, marks.doubts)) == ["9.1: 2020-06-09 早于计划的2021年；已照登，请核对年份"]
    assert marked(request(Do.DONE), "9.1").doubts == ()


def test_a_text_that_is_too_long_is_refused() -> None:
    asked = Wanted(request(Do.NOTE).draft._replace(text="长" * 10_001), (), None)
    assert refusal(asked, "9.1").startswith("9.1: 说明有10001字，最多10000字；")


def test_a_recurring_item_whose_year_is_done_is_done_already() -> None:
    yearly = plan(item("9.1", deadline="每年底前"))
    marks = marked(request(Do.DONE, "12-31"), "9.1", log=(entry("9.1", on="06-01"),), of=yearly)
    assert marks.already == ("9.1 已于 2021-06-01 完成，没有重复登记",)


def test_a_date_may_be_moved_back_to_the_printed_one() -> None:
    assert marked(request(Do.EXTEND, to="06-30"), "9.1", log=(entry("9.1", Do.EXTEND, to="09-30"),)).entries


# Measured values --------------------------------------------------------------------------------


def measured(*typed: str, targets: tuple[Target, ...]) -> dict[str, str]:
    of = plan(item("9.1", targets=targets))
    (told,) = marked(request(Do.NOTE, values=typed), "9.1", of=of).entries
    return dict(told.values)


def misread(*typed: str, targets: tuple[Target, ...]) -> str:
    return refusal(request(Do.NOTE, values=typed), "9.1", of=plan(item("9.1", targets=targets)))


SHARE = Target("行政许可全程网办占比", at_least="80", unit="%")
OTHER = Target("依申请全程网办占比", at_least="70", unit="%")
DEALS = Target("年交易规模", at_least="300", unit="宗")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("占比=86", "86"),
        ("行政许可全程网办占比=86", "86"),
        (" 占比 = 86 ", "86"),
        ("占比＝８６％", "86"),
        ("占比=86%", "86"),
        ("占比=86 %", "86"),
        ("占比=0.305", "0.305"),
        ("占比=-3", "-3"),
        ("86", "86"),
        ("86%", "86"),
        ("=86", "86"),
    ],
)
def test_a_value_is_read_as_a_number_in_every_way_it_is_typed(typed: str, value: str) -> None:
    assert measured(typed, targets=(SHARE,)) == {"行政许可全程网办占比": value}


def test_a_value_may_carry_the_targets_unit() -> None:
    assert measured("交易=320宗", targets=(SHARE, DEALS)) == {"年交易规模": "320"}


def test_several_values_go_to_their_targets() -> None:
    found = measured("许可=86", "依申请=71.5", targets=(SHARE, OTHER, DEALS))
    assert found == {"行政许可全程网办占比": "86", "依申请全程网办占比": "71.5"}


def test_a_whole_name_wins_over_longer_ones_that_hold_it() -> None:
    targets = (Target("入驻率", at_least="80"), Target("其他入驻率", at_least="70"))
    assert measured("入驻率=90", targets=targets) == {"入驻率": "90"}


def test_no_value_is_measured_where_none_is_typed() -> None:
    assert measured(targets=(SHARE,)) == {}


@pytest.mark.parametrize(
    "typed", ["占比=", "占比=很多", "占比=8 6", "占比=1.2.3", "占比=86宗", "占比=x²", "很多"]
)
def test_a_value_without_a_number_is_refused(typed: str) -> None:
    assert f"实绩“{typed}”里没有读得懂的数字；请写成 指标=数值" in misread(typed, targets=(SHARE,))


@pytest.mark.parametrize("typed", ["占比=86", "86", "规模不明=3"])
def test_a_value_that_may_be_of_several_targets_is_refused_with_their_names(typed: str) -> None:
    assert misread(typed, targets=(SHARE, OTHER)) == (
        f"9.1: 看不出实绩“{typed}”是哪个指标的；指标有：行政许可全程网办占比、依申请全程网办占比"
    )


def test_a_value_of_an_item_without_targets_is_refused() -> None:
    assert "这项工作没有指标" in misread("占比=86", targets=())


def test_two_values_of_one_target_are_refused() -> None:
    told = misread("占比=86", "行政许可=87", targets=(SHARE,))
    assert told == "9.1: 行政许可全程网办占比写了两个实绩：86和87；请只留一个"


# A collective name, and offices that do not owe the work ------------------------------------------


def test_a_collective_name_marks_each_of_its_members_that_owes_the_work() -> None:
    told = marked(request(Do.DONE, unit=ALL_TOWNS), "1.2", log=(entry("1.2", unit="乙镇"),), of=COUNTY)
    assert [(one.unit, one.id) for one in told.entries] == [("甲镇", "new-0"), ("丙街道", "new-1")]
    assert told.already == ("1.2 乙镇 的部分已于 2021-06-10 完成，没有重复登记",)
    assert [one.unit for one in marked(request(Do.DONE, unit=ALL_TOWNS), "1.3", of=COUNTY).entries] == [
        "甲镇"
    ]


@pytest.mark.parametrize(
    ("do", "unit", "marking", "expected"),
    [
        (Do.DONE, "办公室", "1.1", "1.1: “办公室”在这一项里只是配合单位；牵头单位是水务局"),
        (Do.DONE, "水务局", "1.2", "1.2: “水务局”在这一项里只是牵头单位；责任单位是各镇（街道）"),
        (Do.REOPEN, "民政局", "1.4", "1.4: “民政局”在这一项里只是责任单位；牵头单位是应急局"),
        (Do.DONE, ALL_TOWNS, "1.1", "1.1: “各镇（街道）”不是牵头单位；牵头单位是水务局"),
        (Do.NOTE, "民政局", "1.1", "1.1: “民政局”不是牵头单位；牵头单位是水务局"),
        (Do.DONE, "乙镇", "1.3", "1.3: “乙镇”不是承办单位；承办单位是应急局、甲镇、民政局"),
    ],
)
def test_who_does_not_owe_a_work_has_no_share_of_it(do: Do, unit: str, marking: str, expected: str) -> None:
    assert refusal(request(do, unit=unit), marking, of=COUNTY) == expected


def test_who_leads_or_supports_may_say_how_it_goes_and_not_how_far() -> None:
    asked = request(Do.NOTE, unit="办公室")
    assert [one.unit for one in marked(asked, "1.1", of=COUNTY).entries] == ["办公室"]
    far = asked._replace(draft=asked.draft._replace(percent=50))
    assert "只是配合单位" in refusal(far, "1.1", of=COUNTY)


def test_values_of_a_collective_name_belong_to_nobody() -> None:
    told = refusal(request(Do.NOTE, unit=ALL_TOWNS, values=("3",)), "1.2", of=COUNTY)
    assert "“各镇（街道）”是几个单位的合称，不知道实绩是谁的" in told
