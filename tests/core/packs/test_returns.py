"""Collecting: what filled rows come to, once and only once."""

from __future__ import annotations

from qjtask.core.log.entry import Do
from qjtask.core.packs.typed_cells import Typed
from qjtask.core.plan.plan_address import PlanAddress
from tests.core.accepting import RATE, accepting
from tests.core.pack_samples import PLAN, ROWS, TODAY, collected, faults, filled, only, words
from tests.core.plans import day, entry, item, plan
from tests.core.towns import ALL_TOWNS, COUNTY

# What rows come to ------------------------------------------------------------------------------


def test_progress_becomes_a_note_of_the_unit() -> None:
    row = {
        "编号": "9.1",
        "进展": "已完成改造，\n正在 试运行",
        "百分比": "60",
        "佐证": "a.pdf、b c.xlsx；d.jpg\ne.doc",
    }
    note = only(collected(filled(row)))
    assert (note.item, note.do, note.on, note.unit, note.by) == ("9.1", Do.NOTE, TODAY, "审批科", "张三")
    assert (note.text, note.percent) == ("已完成改造，正在 试运行", 60)
    assert note.evidence == ("a.pdf", "b c.xlsx", "d.jpg", "e.doc")


def test_finished_becomes_done_of_the_units_share_on_its_day() -> None:
    row = {"编号": "9.4", "进展": "已接入", "百分比": "100%", "是否完成": "是", "完成日期": "2021年6月3日"}
    found = collected(filled(row))
    done = only(found)
    assert (done.do, done.on, done.unit, done.text, done.percent) == (
        Do.DONE,
        day("06-03"),
        "审批科",
        "已接入",
        None,
    )
    assert words(found) == ["未启动 → 本单位2021-06-03完成，还差道路运输中心"]


def test_a_unit_that_finishes_with_a_missed_target_says_why() -> None:
    of, low = plan(item("9.1", targets=(RATE,))), entry("9.1", Do.NOTE, values={"占比": "60"})
    row = {"编号": "9.1", "是否完成": "是", "完成日期": "6-3"}
    (fault,) = faults(filled(row, on=of, entries=(low,)), on=of, log=(low,))
    assert "9.1 占比不低于80%，实绩60%，未达标，没有写原因" in fault
    given = filled({**row, "进展": "平台未开通"}, on=of, entries=(low,))
    assert only(collected(given, on=of, log=(low,))).text == "平台未开通"


def test_what_is_filled_in_as_finished_waits_where_it_is_accepted() -> None:
    of = accepting(item("9.1"))
    row = {"编号": "9.1", "是否完成": "是", "完成日期": "6-3"}
    assert words(collected(filled(row, on=of), on=of)) == ["未启动 → 待销号"]


def test_a_milestone_is_met_without_a_unit_whose_name_is_in_the_words_and_noted_with_one() -> None:
    done = only(collected(filled({"编号": "9.4.1", "是否完成": "是", "完成日期": "4-28"})))
    assert (done.item, done.do, done.on, done.unit) == ("9.4.1", Do.DONE, day("04-28"), None)
    assert done.text == "由审批科填报"
    note = only(collected(filled({"编号": "9.4.1", "进展": "快好了"})))
    assert (note.item, note.do, note.unit) == ("9.4.1", Do.NOTE, "审批科")


def test_both_shares_in_two_files_finish_the_item() -> None:
    row = {"编号": "9.4", "是否完成": "是", "完成日期": "6-3"}
    other = filled({**row, "完成日期": "6-5"}, unit="道路运输中心", shown="b.xlsx")
    found = collected(filled(row), other)
    assert [one.unit for one in found.entries] == ["审批科", "道路运输中心"]
    assert words(found)[1] == "推进中1/2 → 2021-06-05完成"


def test_two_units_that_met_one_milestone_write_it_once_and_the_first_day_stands() -> None:
    row = {"编号": "9.4.1", "是否完成": "是", "完成日期": "4-28", "进展": "已梳理"}
    other = filled({**row, "完成日期": "4-29", "进展": "我们也好了"}, unit="道路运输中心", shown="b.xlsx")
    found = collected(filled(row), other)
    assert [(one.do, one.unit, one.text) for one in found.entries] == [
        (Do.DONE, None, "由审批科填报，已梳理"),
        (Do.NOTE, "道路运输中心", "我们也好了"),
    ]
    assert words(found)[1] == "2021-04-28完成；完成已登记过，只补记进展"


def test_a_milestone_reported_again_with_another_day_says_nothing_new() -> None:
    row = {"编号": "9.4.1", "是否完成": "是", "完成日期": "4-28", "进展": "已梳理"}
    log = collected(filled(row)).entries
    again = collected(filled({**row, "完成日期": "4-29"}), log=log)
    assert (again.entries, words(again)) == ((), ["已于 2021-04-28 完成，没有重复登记"])


def test_a_units_percentage_of_a_shared_item_is_that_of_its_part() -> None:
    row = {"编号": "9.4", "百分比": "20", "进展": "已接入"}
    other = filled({**row, "百分比": "80", "进展": ""}, unit="道路运输中心", shown="b.xlsx")
    log = (entry("9.4", Do.NOTE, "06-01", percent=50),)
    found = collected(filled(row), other, log=log)
    assert [(one.unit, one.percent, one.text) for one in found.entries] == [
        ("审批科", 20, "已接入"),
        ("道路运输中心", 80, ""),
    ]
    assert words(found) == [
        "推进中50% → 推进中10%（各单位平均），本单位20%",
        "推进中10%（各单位平均） → 推进中50%（各单位平均），本单位80%",
    ]
    assert found.doubts == ()


def test_a_period_of_a_recurring_item_is_closed() -> None:
    found = collected(filled({"编号": "9.5", "是否完成": "是", "完成日期": "3-30"}))
    assert words(found) == ["未启动 → 推进中，已完成1期"]


def test_evidence_alone_is_a_note() -> None:
    assert only(collected(filled({"编号": "9.1", "佐证": "a.pdf"}))).evidence == ("a.pdf",)


# Once, and only once ----------------------------------------------------------------------------


def test_the_same_file_again_writes_nothing_even_on_another_day() -> None:
    log = collected(filled(*ROWS)).entries
    again = collected(filled(*ROWS, shown="moved/b.xlsx"), log=log, today="06-12")
    assert again.entries == ()
    assert words(again) == ["已登记过", "已登记过"]


def test_the_same_words_in_a_later_pack_are_a_new_report() -> None:
    log = collected(filled(ROWS[0])).entries
    later = filled(ROWS[0], when="07-10", entries=log)
    assert len(collected(later, log=log, today="07-10").entries) == 1


def test_a_corrected_cell_is_a_new_report() -> None:
    log = collected(filled(ROWS[0])).entries
    assert only(collected(filled({**ROWS[0], "百分比": "70"}), log=log)).percent == 70


def test_what_was_undone_is_not_written_again() -> None:
    log = collected(filled(ROWS[0])).entries
    undone = entry("9.1", Do.UNDO, "06-10", undoes=log[0])
    found = collected(filled(ROWS[0]), log=(*log, undone))
    assert (found.entries, words(found)) == (
        (),
        ["登记过，后来撤销了，没有再登记；要登记请用 qjtask note 9.1"],
    )
    log = collected(filled(ROWS[1])).entries
    undone = entry("9.4", Do.UNDO, "06-10", undoes=log[0])
    assert words(collected(filled(ROWS[1]), log=(*log, undone)))[0].endswith("要登记请用 qjtask done 9.4")


def test_done_by_hand_meanwhile_is_told_and_only_new_words_are_kept() -> None:
    log = (entry("9.1", on="06-05", unit="审批科", text="电话报的"),)
    bare = filled({"编号": "9.1", "是否完成": "是", "完成日期": "6-4"})
    assert collected(bare, log=log).entries == ()
    said = filled({"编号": "9.1", "是否完成": "是", "完成日期": "6-4", "佐证": "a.pdf"})
    note = only(found := collected(said, log=log))
    assert words(found) == ["2021-06-05完成；完成已登记过，只补记进展"]
    assert (note.do, note.on, note.evidence, note.unit) == (Do.NOTE, TODAY, ("a.pdf",), "审批科")
    assert collected(said, log=(*log, note)).entries == ()
    by_hand = entry("9.1", Do.NOTE, "06-06", evidence=("a.pdf",))
    assert collected(said, log=(*log, by_hand)).entries == ()


def test_two_files_of_one_unit_alike_count_once_and_at_odds_are_refused() -> None:
    assert len(collected(filled(ROWS[0]), filled(ROWS[0], shown="b.xlsx")).entries) == 1
    other = filled({**ROWS[0], "百分比": "70"}, shown="b.xlsx")
    assert faults(filled(ROWS[0]), other) == [
        "b.xlsx:填报表!A5: 和 a.xlsx:填报表!A5 填的不一样；同一个单位只留一份"
    ]


def test_packs_of_two_months_are_taken_in_order() -> None:
    later = filled({"编号": "9.1", "百分比": "80"}, when="06-10", shown="june.xlsx")
    earlier = filled({"编号": "9.1", "百分比": "50"}, when="05-10", shown="may.xlsx")
    assert [one.percent for one in collected(later, earlier).entries] == [50, 80]


def test_an_item_dropped_meanwhile_cannot_be_done() -> None:
    row = {"编号": "9.1", "是否完成": "是", "完成日期": "6-3"}
    told = faults(filled(row), log=(entry("9.1", Do.DROP, "06-05"),))
    assert told == ["a.xlsx:填报表!A5: 9.1 已于 2021-06-05 取消；如要恢复，请先 qjtask reopen 9.1"]


def test_a_unit_that_is_no_longer_responsible() -> None:
    gone = plan(item("9.1", units=("建管科",)), item("9.4", units=("审批科",)))
    told = faults(filled({"编号": "9.1", "进展": "话"}), on=gone)
    assert told == ["a.xlsx:填报表!A5: 9.1 “审批科”不是责任单位；责任单位是建管科"]


def test_another_plans_file_and_another_units_name() -> None:
    other = PLAN._replace(title="2020年工作任务分解", document="某发〔2020〕1号")
    assert faults(filled(ROWS[0], on=other)) == [
        "a.xlsx: 这是另一份计划的填报表（某发〔2020〕1号）；现在的计划是2021年工作任务分解"
    ]
    renamed = filled(ROWS[0])._replace(unit=Typed("道路运输中心", "a.xlsx:填报表!A2"))
    assert faults(renamed) == [
        "a.xlsx:填报表!A2: 这是发给审批科的填报表，填报单位写成了“道路运输中心”；请各单位用自己的那一份"
    ]
    elsewhere = plan(item("9.1", units=("建管科",)))
    assert faults(filled(ROWS[0]), on=elsewhere) == [
        "a.xlsx: 计划里没有“审批科”这个单位；运行 qjtask units 可看全部名称"
    ]


def test_commands_that_are_told_repeat_which_plan_is_meant() -> None:
    there = PlanAddress("", " --file 全区")
    (told,) = faults(filled(ROWS[0]), on=plan(item("9.1", units=("建管科",))), address=there)
    assert told.endswith("运行 qjtask units --file 全区 可看全部名称")
    log = collected(filled(ROWS[0])).entries
    undone = entry("9.1", Do.UNDO, "06-10", undoes=log[0])
    (again,) = words(collected(filled(ROWS[0]), log=(*log, undone), address=there))
    assert again.endswith("要登记请用 qjtask note 9.1 --file 全区")


def test_a_unit_renamed_since_is_the_same_unit() -> None:
    renamed = plan(item("9.1", units=("行审批科",)), units={"政务科": ("审批科", "行审批科")})
    assert only(collected(filled(ROWS[0]), on=renamed)).unit == "政务科"
    log = collected(filled(ROWS[0])).entries
    assert collected(filled(ROWS[0]), on=renamed, log=log).entries == ()


def test_a_percentage_that_goes_back_is_doubted_and_written() -> None:
    log = (entry("9.1", Do.NOTE, "06-01", percent=60),)
    found = collected(filled({"编号": "9.1", "百分比": "30"}), log=log)
    assert [str(one) for one in found.doubts] == [
        "a.xlsx:填报表!H5: 9.1 的百分比比原来低（60% → 30%），照登；请核对"
    ]
    assert found.doubts[0].is_warning
    assert only(found).percent == 30
    assert collected(filled({"编号": "9.1", "百分比": "60"}), log=log).doubts == ()


def test_a_percentage_that_goes_back_from_one_pack_to_the_next_is_doubted() -> None:
    earlier = filled({"编号": "9.1", "百分比": "50"}, when="05-10", shown="may.xlsx")
    later = filled({"编号": "9.1", "百分比": "40"}, shown="june.xlsx")
    assert [one.where for one in collected(later, earlier).doubts] == ["june.xlsx:填报表!H5"]


def test_an_entrys_id_is_the_same_in_every_version() -> None:
    """Another id for the same answer would write again what an older qjtask has collected."""
    assert [one.id for one in collected(filled(*ROWS)).entries] == ["377b7ecb5c514fa0", "dc96b121f26ce987"]


def test_a_note_that_changes_no_state_says_how_the_item_stands() -> None:
    log = (entry("9.1", Do.NOTE, "06-01", percent=60),)
    assert words(collected(filled({"编号": "9.1", "进展": "照旧"}), log=log)) == ["推进中60%"]


def test_the_returns_of_two_members_never_conflict() -> None:
    rows = ({"编号": "1.2", "进展": "已排查", "是否完成": "是", "完成日期": "2021-6-5"},)
    other = ({"编号": "1.2", "进展": "未排查完", "百分比": "20"},)
    found = collected(
        filled(*rows, unit="甲镇", on=COUNTY),
        filled(*other, unit="乙镇", on=COUNTY, shown="b.xlsx"),
        on=COUNTY,
    )
    assert [(one.unit, one.do) for one in found.entries] == [("甲镇", Do.DONE), ("乙镇", Do.NOTE)]
    assert words(found) == [
        "未启动 → 本单位2021-06-05完成，还差乙镇、丙街道",
        "推进中1/3 → 推进中1/3，40%（各单位平均），本单位20%",
    ]


def test_a_number_beside_the_id_is_no_part_of_it() -> None:
    found = collected(
        filled({"编号": "1.2（28）", "进展": "在办", "具体工作": "做好1.2"}, unit="甲镇", on=COUNTY),
        on=COUNTY,
    )
    assert [one.item for one in found.entries] == ["1.2"]


def test_a_workbook_of_what_is_now_a_collective_name_is_refused() -> None:
    before = COUNTY._replace(members={})
    told = faults(filled({"编号": "1.2", "进展": "在办"}, unit=ALL_TOWNS, on=before), on=COUNTY)
    assert told == ["a.xlsx: “各镇（街道）”现在分成甲镇、乙镇、丙街道；请给各单位重新生成填报表"]
