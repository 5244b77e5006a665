"""A plan brought up to date: what is shown, what is kept, what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qjtask.core.plan.differences import DifferenceKind
from qjtask.core.plan.keeping import Promised
from qjtask.core.plan.plan import Group, Item, Milestone, Plan, Rules, Target
from qjtask.core.plan.reissue import Update, UpdateFacts, items_reported, update
from qjtask.core.plan.shifts import Shifts
from qjtask.core.problem import Refused
from qjtask.core.sheets.changes_sheet import changes_sheet
from qjtask.core.time.deadline import read_deadline
from qjtask.core.time.span import Span

ROADS = "推进农村公路建设，年底前完成里程300公里以上"
PERMITS = "全面承接落实取消和下放的行政许可事项"
ONLINE = "持续提升“渝快办”平台网上办理深度"
TRAINING = "组织窗口人员业务培训，提高服务水平"


def item(item_id: str, work: str, units: str = "审批科", deadline: str = "2021年6月30日") -> Item:
    return Item(item_id, work, ("区政府",), (units,), read_deadline(deadline, year=2021, issued=None))


def plan(*groups: tuple[str, str, list[Item]], **more: Any) -> Plan:
    made = Plan("任务分解表", 2021, tuple(Group(one, head, tuple(own)) for one, head, own in groups))
    return made._replace(**more)


def kinds(found: Update) -> list[tuple[DifferenceKind, str]]:
    return [(one.kind, one.item) for one in found.changes]


def read_all(one: Item, *_: object) -> Promised:
    """Every milestone and target of a plan stands in its text."""
    return Promised(one.milestones, one.targets)


def bring(old: Plan, new: Plan, *reported: str, **known: Any) -> Update:
    return update(old, new, UpdateFacts(known.pop("reread", read_all), reported=reported, **known))


def ids(found: Update) -> list[str]:
    return [one.id for one in found.plan.items()]


def told(found: Update, kind: DifferenceKind) -> list[tuple[str, str, str]]:
    return [(one.item, one.before, one.after) for one in found.changes if one.kind is kind]


OLD = plan(("1", "建设", [item("1.1", ROADS), item("1.2", PERMITS)]), ("2", "服务", [item("2.1", ONLINE)]))


def test_the_same_print_changes_nothing() -> None:
    found = bring(OLD, OLD, "1.1", "2.1")
    assert found.changes == ()
    assert found.plan == OLD
    assert changes_sheet(found).notes == ("没有变化",)


def test_new_and_gone_items_text_deadline_and_units_are_each_told() -> None:
    new = plan(
        (
            "1",
            "建设",
            [
                item("1.1", ROADS.replace("300", "500"), "建管科、养护科", "2021年9月底"),
                item("1.2", TRAINING),
            ],
        ),
        ("2", "服务", [item("2.1", ONLINE)]),
    )
    found = bring(OLD, new)
    assert kinds(found) == [  # by what matters
        (DifferenceKind.GONE, "1.2"),
        (DifferenceKind.NEW, "1.3"),  # 1.2 was another work, and is not given again
        (DifferenceKind.TEXT, "1.1"),
        (DifferenceKind.DEADLINE, "1.1"),
        (DifferenceKind.UNITS, "1.1"),
    ]
    assert told(found, DifferenceKind.DEADLINE) == [("1.1", "2021年6月30日", "2021年9月底")]
    assert told(found, DifferenceKind.UNITS) == [("1.1", "牵头区政府；审批科", "牵头区政府；建管科、养护科")]
    assert "改文字1处" in changes_sheet(found).notes[0]


def test_a_renumbered_item_is_known_by_its_text_and_keeps_its_id() -> None:
    new = plan(
        ("1", "建设", [item("1.1", TRAINING), item("1.2", ROADS), item("1.3", PERMITS)]),
        ("2", "服务", [item("2.1", ONLINE)]),
    )
    found = bring(OLD, new, "1.1", "1.2")
    assert [(one.id, one.no, one.work) for one in found.plan.groups[0].items] == [
        ("1.3", "1.1", TRAINING), ("1.1", "1.2", ROADS), ("1.2", "1.3", PERMITS),
    ]  # fmt: skip
    assert found.shifts == Shifts()
    assert found.ids["1.2"] == "1.1"
    assert told(found, DifferenceKind.NUMBER) == [("1.1—1.2", "印作1.1—1.2", "印作1.2—1.3（2项，编号不变）")]
    assert bring(found.plan, new, "1.1", "1.2").changes == ()
    back = bring(found.plan, OLD, "1.1", "1.2")
    assert [(one.id, one.no) for one in back.plan.groups[0].items] == [
        ("1.3", "1.1"), ("1.1", ""), ("1.2", ""),
    ]  # fmt: skip


def test_a_work_printed_without_a_number_gets_none_from_its_place() -> None:
    """`report progress` would print it as the notice's own."""
    new = plan(
        ("1", "建设", [item("1.1", TRAINING), item("1.2", ROADS), item("1.3", PERMITS)]),
        ("2", "服务", [item("2.1", ONLINE)]),
    )
    found = bring(OLD, new, "1.1", unnumbered=("1.1", "1.3"))
    assert [(one.id, one.no, one.work) for one in found.plan.groups[0].items] == [
        ("1.3", "", TRAINING), ("1.1", "1.2", ROADS), ("1.2", "", PERMITS),
    ]  # fmt: skip


def test_a_reworded_and_renumbered_item_goes_to_the_text_most_like_it() -> None:
    new = plan(
        ("1", "建设", [item("1.1", PERMITS + "，并于九月底前完成"), item("1.2", ROADS + "，确保质量")])
    )
    found = bring(OLD, new)
    assert {one.id: one.work[:2] for one in found.plan.items()} == {
        "1.2": "全面", "1.1": "推进", "2.1": "持续",
    }  # fmt: skip


def test_a_renumbered_group_goes_on_under_its_id() -> None:
    new = plan(
        ("1", "队伍", [item("1.1", TRAINING)]),
        ("2", "建设", [item("2.1", ROADS), item("2.2", PERMITS)]),
        ("3", "服务", [item("3.1", ONLINE)]),
    )
    found = bring(OLD, new, "1.1", "2.1")
    assert [(one.id, one.printed, one.heading) for one in found.plan.groups] == [
        ("3", "（一）", "队伍"),
        ("1", "（二）", "建设"),
        ("2", "（三）", "服务"),
    ]
    assert found.shifts == Shifts()
    assert told(found, DifferenceKind.NUMBER) == [("1.1—2.1", "印作1.1—2.1", "印作2.1—3.1（3项，编号不变）")]
    assert bring(found.plan, new, "1.1", "2.1").changes == ()
    assert [group.printed for group in bring(found.plan, OLD).plan.groups] == ["（一）", "", ""]


def test_what_a_hand_added_is_kept() -> None:
    by_hand = item("1.1", ROADS)._replace(
        note="等批复",
        milestones=(Milestone(date(2021, 4, 30), "拿出方案"),),
        targets=(Target("里程", "300", None, "公里"),),
    )
    old = plan(
        ("1", "建设", [by_hand]),
        units={"审批科": ("行审批科",), "建管科": ()},
        rules=Rules(Span(2, "w"), Span(1, "m")),
        document="某发〔2021〕1号",
        issued=date(2021, 3, 1),
    )
    again = item("1.1", ROADS + "，并通过验收")._replace(
        milestones=(Milestone(date(2021, 4, 30), "甲"), Milestone(date(2021, 12, 31), "验收")),
        targets=(Target("里程", "300", None, "公里"), Target("验收率", "95", None, "%")),
    )
    new = plan(("1", "建设", [again]), units={"行审批科": (), "规划科": ()})
    found = bring(old, new, reread=lambda one, *_: read_all(one) if one is again else Promised((), ()))
    (kept,) = found.plan.items()
    assert kept.note == "等批复"
    assert kept.milestones == (*by_hand.milestones, again.milestones[1])
    assert kept.targets == (*by_hand.targets, again.targets[1])
    assert found.plan.units == {"审批科": ("行审批科",), "建管科": (), "规划科": ()}
    assert (found.plan.rules, found.plan.document, found.plan.issued) == (old.rules, old.document, old.issued)
    assert kinds(found) == [
        (DifferenceKind.TEXT, "1.1"),
        (DifferenceKind.TARGET, "1.1"),
        (DifferenceKind.STEP, "1.1"),
        (DifferenceKind.STEP, "1.1"),
    ]
    assert told(found, DifferenceKind.STEP)[0] == (
        "1.1",
        "2021-04-30 拿出方案",
        "2021-04-30 拿出方案（人工写的，没有改；新表是2021-04-30 甲，请核对）",
    )


def test_a_print_without_a_title_does_not_take_the_plans() -> None:
    assert bring(OLD, OLD._replace(title="工作任务分解表")).plan.title == "任务分解表"


def test_what_changed_above_the_items_is_told_too() -> None:
    new = OLD._replace(
        title="调整后的任务分解表", groups=(OLD.groups[0]._replace(heading="建设。"), OLD.groups[1])
    )
    assert kinds(bring(OLD, new)) == [(DifferenceKind.NOTICE, ""), (DifferenceKind.HEADING, "1")]


def test_an_item_that_the_print_no_longer_has_stays_where_it_was_whatever_the_log_says_of_it() -> None:
    new = plan(
        ("1", "建设", [item("1.1", ROADS), item("1.2", TRAINING)]), ("3", "队伍", [item("3.1", "配齐人员")])
    )
    found = bring(OLD, new, "1.2")
    assert ids(found) == ["1.1", "1.2", "1.3", "2.1", "3.1"]
    assert next(one for one in found.plan.items() if one.id == "1.2").work == PERMITS
    assert found.shifts.cancelled == ("1.2", "2.1")
    assert told(found, DifferenceKind.GONE)[0] == ("1.2", PERMITS, "留在计划里，记作取消")
    finished = bring(OLD, new, "1.2", finished={"1.2"})
    assert told(finished, DifferenceKind.GONE)[0] == ("1.2", PERMITS, "已完成，记录照留")
    first = plan(("1", "建设", [item("1.2", PERMITS)]), ("2", "服务", [item("2.1", ONLINE)]))
    assert ids(bring(OLD, first)) == ["1.1", "1.2", "2.1"]


def test_what_an_earlier_print_withdrew_or_a_person_dropped_is_not_cancelled_again() -> None:
    new = plan(("2", "服务", [item("2.1", ONLINE)]))
    found = bring(OLD, new, dropped={"1.1"}, withdrawn={"1.2"})
    assert (ids(found), found.shifts, found.changes) == (["1.1", "1.2", "2.1"], Shifts(), ())


def test_a_withdrawn_item_that_is_printed_again_is_restored() -> None:
    found = bring(OLD, OLD, dropped={"1.2"}, withdrawn={"1.2"})
    assert found.shifts == Shifts(restored=("1.2",))
    assert told(found, DifferenceKind.RESTORED) == [("1.2", "已取消", PERMITS)]
    assert ids(found) == ids(bring(OLD, OLD))


def test_a_person_may_say_that_a_work_goes_on_as_another() -> None:
    new = plan(
        ("1", "建设", [item("1.1", ROADS), item("1.2", TRAINING)]), ("2", "服务", [item("2.1", ONLINE)])
    )
    found = bring(OLD, new, "1.2", moved=[("1.2", "1.2")])
    assert [one.work for one in found.plan.items()][1] == TRAINING
    assert found.shifts == Shifts()
    assert DifferenceKind.GONE not in dict(kinds(found))


def test_a_person_may_say_that_a_work_is_none_of_the_new_ones_however_like_one_is() -> None:
    new = plan(
        ("1", "建设", [item("1.1", ROADS + "，确保质量"), item("1.2", PERMITS)]),
        ("2", "服务", [item("2.1", ONLINE)]),
    )
    found = bring(OLD, new, "1.1", moved=[("1.1", "取消")])
    assert found.shifts == Shifts(cancelled=("1.1",))
    assert ids(found) == ["1.1", "1.3", "1.2", "2.1"]
    again = bring(found.plan, new, "1.1", withdrawn={"1.1"}, dropped={"1.1"}, moved=[("1.1", "取消")])
    assert (again.changes, again.plan) == ((), found.plan)
    with pytest.raises(Refused, match="都已另有所指"):
        bring(OLD, new, moved=[("1.1", "取消"), ("1.1", "1.1")])


def test_an_item_that_went_to_another_group_takes_its_entries_along_and_that_is_told() -> None:
    new = plan(
        ("1", "建设", [item("1.1", ROADS)]), ("2", "服务", [item("2.1", ONLINE), item("2.2", PERMITS)])
    )
    found = bring(OLD, new, "1.2")
    assert found.shifts == Shifts(items={"1.2": "2.2"})
    assert told(found, DifferenceKind.NUMBER) == [("2.2", "1.2", "2.2，记录随去")]


def test_works_are_joined_and_the_one_named_first_goes_on() -> None:
    both = ROADS + "；" + PERMITS
    new = plan(("1", "建设", [item("1.1", both)]), ("2", "服务", [item("2.1", ONLINE)]))
    pairs = [("1.1", "1.1"), ("1.2", "1.1")]
    found = bring(OLD, new, "1.2", moved=pairs)
    assert ids(found) == ["1.1", "2.1"]
    assert found.shifts == Shifts(joined={"1.2": "1.1"})
    assert told(found, DifferenceKind.JOINED) == [("1.2", PERMITS, "并入1.1，记录随去")]
    assert bring(OLD, new, moved=pairs, finished={"1.1"}).shifts.reopened == (("1.1", None),)
    assert bring(OLD, new, moved=pairs, finished={"1.1", "1.2"}).shifts.reopened == ()
    assert bring(OLD, new, moved=pairs, finished={"1.2"}).shifts.reopened == ()
    assert bring(OLD, new, moved=pairs, claimed={"1.1"}).shifts.reopened == (("1.1", None),)
    assert bring(OLD, new, moved=pairs, claimed={"1.1", "1.2"}).shifts.reopened == ()
    shares = {"1.1": ("审批科", "办公室")}  # 办公室 owes nothing of what was joined
    assert bring(OLD, new, moved=pairs, shares=shares).shifts.reopened == (("1.1", "审批科"),)
    assert bring(OLD, new, moved=pairs, shares=shares, finished={"1.2"}).shifts.reopened == ()


def test_a_work_is_split_and_each_part_keeps_what_it_is_measured_by() -> None:
    steel, wood = Target("钢桥", "3", None, "座"), Target("木桥", "2", None, "座")
    new = plan(
        ("1", "建设", [
            item("1.1", "推进农村公路建设")._replace(targets=(steel,)),
            item("1.2", PERMITS),
            item("1.3", "年底前完成里程300公里以上")._replace(targets=(steel, wood)),
        ]),
        ("2", "服务", [item("2.1", ONLINE)]),
    )  # fmt: skip
    found = bring(OLD, new, "1.1", moved=[("1.1", "1.3"), ("1.1", "1.1")])
    assert found.shifts == Shifts(parts={"1.3": "1.1"}, measured={"1.3": frozenset({"木桥"})})
    assert told(found, DifferenceKind.SPLIT) == [("1.3", "1.1的一部分", "年底前完成里程300公里以上")]
    assert DifferenceKind.NEW not in dict(kinds(found))


def test_a_move_that_an_earlier_update_made_is_passed_over() -> None:
    """The same command line again changes nothing."""
    new = plan(
        ("1", "建设", [item("1.1", ROADS), item("1.2", TRAINING)]), ("2", "服务", [item("2.1", ONLINE)])
    )
    pairs = [("1.1", "1.1"), ("1.1", "1.2"), ("1.3", "2.1")]
    found = bring(new, new, "1.1", "1.3", moved=pairs)
    assert (found.plan, found.shifts, found.changes) == (new, Shifts(), ())


@pytest.mark.parametrize(
    ("moved", "words"),
    [
        ([("7.1", "1.1")], "现有计划里没有 7.1"),
        ([("1.1", "7.1")], "新表里没有 7.1"),
        ([("1.1", "1.1"), ("1.2", "1.2"), ("1.1", "1.2")], "1.1 和 1.2 都已另有所指"),
    ],
)
def test_moved_must_name_what_is_there_and_lead_somewhere(moved: list[tuple[str, str]], words: str) -> None:
    new = plan(("1", "建设", [item("1.1", ROADS + "。"), item("1.2", TRAINING)]))
    with pytest.raises(Refused, match=words):
        bring(OLD, new, moved=moved)


def test_a_milestones_entry_speaks_of_its_item() -> None:
    assert items_reported(["9.4.1", "9.4", "1.1"]) == {"9.4", "1.1"}


def test_a_number_that_the_log_has_known_is_never_given_again() -> None:
    """An earlier update freed 1.2, 1.3 and group 2: their reports are about other works, undone or not."""
    old = plan(("1", "建设", [item("1.1", ROADS)]))
    new = plan(
        ("1", "建设", [item("1.1", ROADS), item("1.2", PERMITS)]), ("2", "服务", [item("2.1", TRAINING)])
    )
    found = bring(old, new, "1.1", "1.2", "1.3", "2.1", "没有这样的编号", "")
    assert [one.id for one in found.plan.items()] == ["1.1", "1.4", "3.1"]
    assert [one.id for one in bring(old, new, "1.1").plan.items()] == ["1.1", "1.2", "2.1"]
