"""Packs: whose rows they hold, what stands in them, and what tells them from one another."""

from __future__ import annotations

from datetime import date

from qjtask.core.log.entry import Do, Entry
from qjtask.core.packs.pack import Pack, not_packed, packs
from qjtask.core.packs.pack_form import FIELDS, LOCKED, PERCENT, cut, digest
from qjtask.core.plan.plan import Plan
from tests.core.plans import day, entry, item, milestone, past, plan, shipped, standing

TODAY = day("06-10")
TWO = item(
    "9.4", units=("审批科", "道路运输中心"), deadline="按时序推进", milestones=(milestone("04-30", "梳理"),)
)


def made(on: Plan, *entries: Entry, only: tuple[str, ...] = ()) -> dict[str, Pack]:
    found = packs(on, standing(on, entries), past(entries, "06-10"), TODAY, only)
    return {pack.unit: pack for pack in found}


def cells(pack: Pack, item_id: str) -> dict[str, str]:
    line = next(line for line in pack.lines if line.id == item_id)
    return dict(zip(LOCKED, (cell.text for cell in line.cells), strict=True))


def ids(pack: Pack) -> list[str]:
    return [line.id for line in pack.lines]


def test_a_unit_gets_its_own_open_share_and_the_milestones_that_are_not_met() -> None:
    found = made(plan(item("9.1"), TWO))
    assert ids(found["审批科"]) == ["9.1", "9.4", "9.4.1"]
    assert ids(found["道路运输中心"]) == ["9.4", "9.4.1"]


def test_what_is_done_is_not_asked_again() -> None:
    share = entry("9.4", unit="道路运输中心")
    found = made(plan(item("9.1"), TWO), share, entry("9.4.1"), entry("9.1"))
    assert {unit: ids(pack) for unit, pack in found.items()} == {"审批科": ["9.4"]}


def test_units_are_in_the_plans_order_and_only_those_named() -> None:
    assert list(made(shipped()))[:2] == ["审批科", "建管科"]
    assert list(made(shipped(), only=("法规科", "建管科"))) == ["建管科", "法规科"]


def test_every_open_share_of_the_shipped_plan_stands_in_exactly_one_pack() -> None:
    rows = standing(shipped())
    wanted = {(unit, row.item.id) for row in rows for unit in row.open_units}
    found = [(unit, line) for unit, pack in made(shipped()).items() for line in ids(pack)]
    assert len(found) == len(set(found))
    assert {(unit, line) for unit, line in found if line.count(".") == 1} == wanted


def test_what_stands_in_a_row() -> None:
    noted = entry("9.4", Do.NOTE, "06-01", unit="审批科", text="已接入", percent=60, evidence=("a.pdf",))
    other = entry("9.4", Do.NOTE, "06-05", unit="道路运输中心", text="别家的话")
    pack = made(plan(TWO), noted, other)["审批科"]
    assert cells(pack, "9.4") == {
        "编号": "9.4",
        "重点任务": "（九）第9项重点任务",
        "具体工作": "做好9.4",
        "期限": "按时序推进",
        "情况": "红 逾期41天，推进中30%（各单位平均）",
        "上次进展": "2021-06-01 进展：进度60%；已接入；佐证：a.pdf",
    }
    assert cells(pack, "9.4.1")["具体工作"] == "时间节点：梳理"
    assert cells(pack, "9.4.1")["期限"] == "2021-04-30"
    assert cells(pack, "9.4.1")["情况"] == "红 逾期41天"


def test_an_undated_item_tells_its_silence_and_a_date_stays_a_date() -> None:
    pack = made(plan(item("9.1", deadline="持续推进"), item("9.2")))["审批科"]
    assert cells(pack, "9.1")["情况"] == "黄 静默76天，未启动"
    assert pack.lines[1].cells[3].value == date(2021, 6, 30)


def test_a_yellow_light_says_its_first_reason_and_a_green_one_its_days() -> None:
    december = item("9.1", deadline="2021年12月31日", report_every=None)
    far = plan(december, item("9.2", deadline="汛期来临时"), item("9.3"))
    pack = made(far)["审批科"]
    assert cells(pack, "9.1")["情况"] == "黄 静默76天，未启动"
    assert cells(pack, "9.2")["情况"] == "灰 时限读不懂，未启动"
    assert cells(pack, "9.3")["情况"] == "黄 剩20天，未启动"
    told = made(far, entry("9.1", Do.NOTE, "06-09", text="在办"))["审批科"]
    assert cells(told, "9.1")["情况"] == "绿 剩204天，推进中"


def test_a_unit_is_told_its_own_silence_and_not_anothers() -> None:
    on = plan(item("9.1", units=("审批科", "道路运输中心"), deadline="持续推进"))
    log = (entry("9.1", Do.NOTE, "06-09", unit="道路运输中心"), entry("9.1", Do.NOTE, "06-01", unit="审批科"))
    found = made(on, *log)
    assert cells(found["审批科"], "9.1")["情况"].startswith("绿 静默9天")
    assert cells(found["道路运输中心"], "9.1")["情况"].startswith("绿 静默1天")


def test_the_last_progress_is_that_of_the_latest_day_whenever_it_was_written() -> None:
    log = (entry("9.1", Do.NOTE, "06-09", text="六月"), entry("9.1", Do.NOTE, "03-30", text="补记三月"))
    assert cells(made(plan(item("9.1")), *log)["审批科"], "9.1")["上次进展"] == "2021-06-09 进展：六月"


def test_an_entry_under_a_units_other_name_is_its_last_progress() -> None:
    on = plan(item("9.1"), units={"审批科": ("行审批科",)})
    pack = made(on, entry("9.1", Do.NOTE, "06-01", unit="行审批科", text="已办"))["审批科"]
    assert cells(pack, "9.1")["上次进展"] == "2021-06-01 进展：已办"


def test_the_last_progress_is_the_latest_report_and_a_chase_is_none() -> None:
    log = (
        entry("9.1", Do.NOTE, "05-01", unit="审批科", text="旧的"),
        entry("9.1", Do.NOTE, "06-01", text="新的"),
        entry("9.1", Do.CHASE, "06-05", unit="审批科", to="06-20"),
    )
    assert cells(made(plan(item("9.1")), *log)["审批科"], "9.1")["上次进展"] == "2021-06-01 进展：新的"


def test_a_milestone_has_no_percentage_to_fill() -> None:
    whole, step = made(plan(TWO))["审批科"].lines
    assert whole.fields == FIELDS
    assert PERCENT not in step.fields
    assert len(step.fields) == len(FIELDS) - 1


def test_a_row_is_known_by_its_whole_text_though_its_cell_is_cut() -> None:
    work = "办" * 40_000
    line = made(plan(item("9.1", work=work)))["审批科"].lines[0]
    assert line.cells[2].text == cut(work)
    assert line.digest == digest(work)


def test_a_pack_tells_what_identifies_it() -> None:
    pack = made(plan(TWO)._replace(document="某发〔2021〕1号"))["审批科"]
    assert (pack.identity.unit, pack.identity.day, pack.identity.title) == ("审批科", TODAY, pack.title)
    assert pack.identity.digests == {line.id: line.digest for line in pack.lines}
    assert pack.head == ("填报单位：审批科", "制表日期：2021年6月10日", "文号：某发〔2021〕1号")


def test_nobodys_items_and_units_with_nothing_open_are_told() -> None:
    on = plan(item("9.1"), item("9.2", units=()))
    rows = standing(on, [entry("9.1")])
    nothing = "没有未完成的工作，没有生成填报表"
    units = frozenset(("审批科", "法规科", "建管科"))
    assert [str(one) for one in not_packed(rows, [], units)] == [
        f"{unit}: {nothing}" for unit in sorted(units)
    ]
    told = [str(one) for one in not_packed(rows, [], ())]
    assert told[0].startswith("1项没有写责任单位，不在任何填报表里：9.2；")
    assert told[1] == nothing
    assert not_packed(standing(on), [*made(on).values()], ("审批科",)) == []
