"""Collecting: what filled rows come to, and every way to fill them badly."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.packs.filled_rows import Filled
from qjtask.core.packs.pack import packs
from qjtask.core.packs.pack_form import FIELDS, read_identity
from qjtask.core.packs.returns import ReturnsLedger, collect
from qjtask.core.packs.returns_sheet import Collected, collected_sheet
from qjtask.core.packs.typed_cells import Typed
from qjtask.core.plan.plan import Plan
from qjtask.core.problem import Refused
from tests.core.plans import column, day, entry, item, milestone, past, plan, refused, standing

TODAY = day("06-10")
AT = datetime(2021, 6, 10, 9, tzinfo=UTC)
LETTERS = dict(zip(("编号", "具体工作", *(field.heading for field in FIELDS)), "ACGHIJK", strict=True))
PLAN = plan(
    item("9.1"),
    item(
        "9.4",
        units=("审批科", "道路运输中心"),
        deadline="按时序推进",
        milestones=(milestone("04-30", "梳理"),),
    ),
    item("9.5", deadline="每季度末"),
    units={"审批科": ("行审批科",)},
)


def filled(
    *rows: dict[str, str],
    unit: str = "审批科",
    on: Plan = PLAN,
    when: str = "06-10",
    entries: tuple[Entry, ...] = (),
    shown: str = "a.xlsx",
) -> Filled:
    """A pack as it comes back: each of `rows` names its 编号 and what was filled in or changed."""
    made = packs(on, standing(on, entries, when), past(entries, when), day(when), (unit,))[0]
    identity = read_identity([*made.identity.rows()], shown)
    works = {line.id: line.cells[2].text for line in made.lines}
    typed = []
    for at, row in enumerate(rows, 5):
        texts = {"具体工作": works.get(row["编号"], ""), **row}
        typed.append(
            {
                name: Typed(texts.get(name, ""), f"{shown}:填报表!{letter}{at}")
                for name, letter in LETTERS.items()
            }
        )
    return Filled(shown, identity, Typed(unit, f"{shown}:填报表!A2"), tuple(typed))


def collected(
    *files: Filled, on: Plan = PLAN, log: tuple[Entry, ...] = (), today: str = "06-10"
) -> Collected:
    now = day(today)
    return collect(files, ReturnsLedger(on, standing(on, log, today), log, now), now, AT, "张三")


def faults(*files: Filled, **ledger: Any) -> list[str]:
    with pytest.raises(Refused) as refusal:
        collected(*files, **ledger)
    return [str(problem) for problem in refused(refusal)]


def only(found: Collected) -> Entry:
    assert len(found.entries) == 1
    return found.entries[0]


def words(found: Collected) -> list[str]:
    return [change.words for change in found.changes]


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
    assert words(found)[1] == "推进中50% → 2021-06-05完成"


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
    assert words(found) == ["推进中50% → 推进中10%，本单位20%", "推进中10% → 推进中50%，本单位80%"]
    assert found.doubts == ()


def test_a_period_of_a_recurring_item_is_closed() -> None:
    found = collected(filled({"编号": "9.5", "是否完成": "是", "完成日期": "3-30"}))
    assert words(found) == ["未启动 → 推进中，已完成1期"]


@pytest.mark.parametrize("blank", ["", " ", "无", "/", "—", "暂无"])
def test_rows_with_nothing_in_them_are_passed_over(blank: str) -> None:
    row = {"编号": "9.1", "进展": blank, "佐证": blank, "是否完成": "否" if blank == "/" else blank}
    found = collected(filled(row, {"编号": "9.4"}))
    assert found.changes == ()


def test_evidence_alone_is_a_note() -> None:
    assert only(collected(filled({"编号": "9.1", "佐证": "a.pdf"}))).evidence == ("a.pdf",)


@pytest.mark.parametrize(
    ("typed", "percent"),
    [
        ("0", 0),
        ("60", 60),
        ("60%", 60),
        ("６０％", 60),
        ("60 %", 60),
        ("57.0", 57),
        ("100", 100),
        ("0.0%", 0),
    ],
)
def test_percentages_in_all_their_forms(typed: str, percent: int) -> None:
    assert only(collected(filled({"编号": "9.1", "百分比": typed}))).percent == percent


@pytest.mark.parametrize(
    "typed",
    [
        *("2021-06-03", "2021-6-3", "2021.6.3", "2021/6/3", "6月3日", "2021年6月3日", "20210603", "6-3"),
        *("２０２１－０６－０３", "2021-06-03 00:00:00", "2021-06-03T00:00:00"),
    ],
)
def test_dates_in_all_their_forms(typed: str) -> None:
    row = {"编号": "9.1", "是否完成": "是", "完成日期": typed}
    assert only(collected(filled(row))).on == day("06-03")


@pytest.mark.parametrize("typed", ["是", "已完成", "√", "Y", " 是 "])
def test_yes_in_all_its_forms(typed: str) -> None:
    assert only(collected(filled({"编号": "9.1", "是否完成": typed, "完成日期": "6-3"}))).do is Do.DONE


def test_a_full_width_id_is_the_same_id() -> None:
    on = filled({"编号": "９．１", "进展": "已办", "具体工作": "做好9.1"})
    assert only(collected(on)).item == "9.1"


# Once, and only once ----------------------------------------------------------------------------


ROWS = ({"编号": "9.1", "进展": "已办", "百分比": "60"}, {"编号": "9.4", "是否完成": "是", "完成日期": "6-3"})


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


def test_what_would_be_written_is_compared_without_the_moment() -> None:
    found = collected(filled(*ROWS))
    standing_now = ReturnsLedger(PLAN, standing(PLAN), (), TODAY)
    later = collect([filled(*ROWS)], standing_now, TODAY, AT.replace(hour=12), "张三")
    assert found.is_like(later)
    assert not found.is_like(collected(filled(*ROWS), log=(entry("9.1", Do.NOTE, percent=10),)))


# Filled badly -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"百分比": "101"}, "a.xlsx:填报表!H5: 百分比“101”超过 100；请写 0 到 100 的整数"),
        ({"百分比": "0.6"}, "a.xlsx:填报表!H5: 百分比“0.6”不清楚；请写成整数，如 60"),
        ({"百分比": "65.5"}, "a.xlsx:填报表!H5: 百分比“65.5”不是整数；请写 0 到 100 的整数"),
        ({"百分比": "一半"}, "a.xlsx:填报表!H5: 百分比“一半”读不懂；请写 0 到 100 的整数，如 60"),
        ({"百分比": "-5"}, "a.xlsx:填报表!H5: 百分比“-5”读不懂；请写 0 到 100 的整数，如 60"),
        ({"是否完成": "快了"}, "a.xlsx:填报表!I5: “快了”不知道是不是完成；请选“是”，没有完成的空着"),
        ({"是否完成": "是"}, "a.xlsx:填报表!J5: 选了“是”，没有写完成日期；请写实际完成的那一天"),
        (
            {"完成日期": "6-3"},
            "a.xlsx:填报表!I5: 写了完成日期 2021-06-03，没有选“是”；已完成请选“是”，没有完成请清空日期",
        ),
        (
            {"是否完成": "是", "完成日期": "6-3", "百分比": "60"},
            "a.xlsx:填报表!H5: 选了“是”，百分比却是 60；已完成请写 100 或空着，没有完成请清空“是”",
        ),
        (
            {"是否完成": "是", "完成日期": "6-11"},
            "a.xlsx:填报表!J5: 2021-06-11 在今天（2021-06-10）之后；请写已经完成的日期",
        ),
        (
            {"是否完成": "是", "完成日期": "2020-06-03"},
            "a.xlsx:填报表!J5: 2020-06-03 早于计划的2021年；请核对年份",
        ),
        (
            {"是否完成": "是", "完成日期": "2021-02-30"},
            "a.xlsx:填报表!J5: 日期“2021-02-30”读不懂；请写成 2021-6-30 的形式",
        ),
        (
            {"编号": "9.4.1", "百分比": "50"},
            "a.xlsx:填报表!H5: 时间节点不写百分比；请清空这一格，把进度写在进展里",
        ),
        ({"编号": "", "进展": "话"}, "a.xlsx:填报表!A5: 填了这一行，却没有编号；请恢复发下去时的编号"),
        (
            {"编号": "9.9", "进展": "话"},
            "a.xlsx:填报表!A5: 这份填报表里本来没有“9.9”；编号被改过，请恢复发下去时的编号",
        ),
        (
            {"编号": "9.4", "具体工作": "做好9.1", "进展": "话"},
            "a.xlsx:填报表!C5: 文字和编号 9.4 对不上；这一行被改过或挪过，请恢复发下去时的编号和文字",
        ),
    ],
)
def test_what_is_filled_badly_is_told_with_its_cell(row: dict[str, str], told: str) -> None:
    assert faults(filled({"编号": "9.1", **row})) == [told]


def test_all_faults_of_all_files_are_told_at_once() -> None:
    one = filled(
        {"编号": "9.1", "百分比": "200", "是否完成": "嗯", "完成日期": "改日"}, {"编号": "9.4", "百分比": "x"}
    )
    two = filled({"编号": "9.4", "百分比": "300"}, unit="道路运输中心", shown="b.xlsx")
    assert [told.partition(": ")[0].replace("填报表!", "") for told in faults(one, two)] == [
        "a.xlsx:H5",
        "a.xlsx:I5",
        "a.xlsx:J5",
        "a.xlsx:H6",
        "b.xlsx:H5",
    ]


def test_one_item_in_two_rows() -> None:
    told = faults(filled({"编号": "9.1", "进展": "甲"}, {"编号": "9.1", "进展": "乙"}))
    assert told == ["a.xlsx:填报表!A6: 9.1 在 a.xlsx:填报表!A5 已经有一行；请只留一行"]


def test_a_row_is_found_by_its_id_wherever_it_stands() -> None:
    found = collected(filled({"编号": "9.4", "进展": "乙"}, {"编号": "9.1", "进展": "甲"}))
    assert [(one.item, one.text) for one in found.entries] == [("9.4", "乙"), ("9.1", "甲")]


def test_an_item_dropped_meanwhile_cannot_be_done() -> None:
    row = {"编号": "9.1", "是否完成": "是", "完成日期": "6-3"}
    told = faults(filled(row), log=(entry("9.1", Do.DROP, "06-05"),))
    assert told == ["a.xlsx:填报表!A5: 9.1 已于 2021-06-05 取消；如要恢复，请先 qjtask reopen 9.1"]


def test_a_unit_that_is_no_longer_responsible() -> None:
    gone = plan(item("9.1", units=("建管科",)), item("9.4", units=("审批科",)))
    told = faults(filled({"编号": "9.1", "进展": "话"}), on=gone)
    assert told == ["a.xlsx:填报表!A5: 9.1 “审批科”不是责任单位；责任单位是建管科"]


def test_an_item_that_left_the_plan_or_changed_its_text() -> None:
    gone = plan(item("9.4", units=("审批科",)))
    assert faults(filled({"编号": "9.1", "进展": "话"}), on=gone)[0].startswith(
        "a.xlsx:填报表!A5: 计划里已经没有 9.1；"
    )
    changed = plan(item("9.1", work="另一件事"))
    row = {"编号": "9.1", "进展": "话"}
    assert faults(filled(row), on=changed) == [
        "a.xlsx:填报表!C5: 发下去以后计划里 9.1 的文字改了；如仍是同一项工作，请把这一格改成计划里现在的文字"
    ]
    assert only(collected(filled({**row, "具体工作": "另一件事"}), on=changed)).item == "9.1"


def test_another_plans_file_and_another_units_name() -> None:
    other = PLAN._replace(title="2020年工作任务分解", document="某发〔2020〕1号")
    assert faults(filled(ROWS[0], on=other)) == [
        "a.xlsx: 这是另一份计划的填报表（某发〔2020〕1号）；现在的计划是2021年工作任务分解"
    ]
    renamed = filled(ROWS[0])._replace(unit=Typed("道路运输中心", "a.xlsx:填报表!A2"))
    assert faults(renamed) == [
        "a.xlsx:填报表!A2: 这是发给审批科的填报表，责任单位写成了“道路运输中心”；请各单位用自己的那一份"
    ]
    elsewhere = plan(item("9.1", units=("建管科",)))
    assert faults(filled(ROWS[0]), on=elsewhere) == [
        "a.xlsx: 计划里没有“审批科”这个单位；运行 qjtask units 可看全部名称"
    ]


def test_a_unit_renamed_since_is_the_same_unit() -> None:
    renamed = plan(item("9.1", units=("行审批科",)), units={"政务科": ("审批科", "行审批科")})
    assert only(collected(filled(ROWS[0]), on=renamed)).unit == "政务科"
    log = collected(filled(ROWS[0])).entries
    assert collected(filled(ROWS[0]), on=renamed, log=log).entries == ()


def test_doubts_are_told_and_stop_nothing() -> None:
    file = filled({"编号": "9.1", "百分比": "100"})._replace(beyond=(Typed("备注", "a.xlsx:填报表!L5"),))
    found = collected(file)
    assert [str(one) for one in found.doubts] == [
        "a.xlsx:填报表!L5: 表外写了字，没有读；请写进黄色的格",
        "a.xlsx:填报表!H5: 写了100%，没有选“是”，只记为进展；如已完成，请选“是”并写完成日期",
    ]
    assert only(found).percent == 100


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


# The sheet --------------------------------------------------------------------------------------


def test_the_sheet_shows_unit_id_change_and_words() -> None:
    log = collected(filled(ROWS[1])).entries
    row = {**ROWS[0], "佐证": "a.pdf"}
    sheet = collected_sheet(collected(filled(row, ROWS[1]), log=log), "题")
    assert column(sheet, "单位") == ["审批科", "审批科"]
    assert column(sheet, "编号") == ["9.1", "9.4"]
    assert column(sheet, "变化") == ["未启动 → 推进中60%", "已登记过"]
    assert column(sheet, "内容") == ["已办；佐证：a.pdf", ""]
    assert column(sheet, "出处") == ["a.xlsx:填报表!A5", "a.xlsx:填报表!A6"]
    assert sheet.notes == ("1份填报表，填了2行：要登记1条，不用登记1条",)


def test_the_sheet_names_the_units_that_filled_in_nothing() -> None:
    silent = filled({"编号": "9.4"}, unit="道路运输中心", shown="b.xlsx")
    sheet = collected_sheet(collected(filled(ROWS[0]), silent), "题")
    assert sheet.notes == ("2份填报表，填了1行：要登记1条", "一行也没有填的：道路运输中心")


def test_the_sheet_shows_the_start_of_a_long_text_and_the_log_gets_it_whole() -> None:
    text = "很长的进展" * 2000
    found = collected(filled({"编号": "9.1", "进展": text, "佐证": "a.pdf"}))
    (content,) = column(collected_sheet(found, "题"), "内容")
    assert content == f"{text[:99]}…；佐证：a.pdf"
    assert only(found).text == text


def test_an_entrys_id_is_the_same_in_every_version() -> None:
    """Another id for the same answer would write again what an older qjtask has collected."""
    assert [one.id for one in collected(filled(*ROWS)).entries] == ["377b7ecb5c514fa0", "dc96b121f26ce987"]


def test_a_note_that_changes_no_state_says_how_the_item_stands() -> None:
    log = (entry("9.1", Do.NOTE, "06-01", percent=60),)
    assert words(collected(filled({"编号": "9.1", "进展": "照旧"}), log=log)) == ["推进中60%"]
