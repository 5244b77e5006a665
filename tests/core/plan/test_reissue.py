"""A plan brought up to date: what is shown, what is kept, what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qjtask.core.plan.differences import DifferenceKind
from qjtask.core.plan.plan import Group, Item, Milestone, Plan, Rules, Target
from qjtask.core.plan.reissue import Update, items_reported, update
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


def bring(old: Plan, new: Plan, moved: dict[str, str] | None = None, *reported: str) -> Update:
    return update(old, new, moved or {}, reported)


OLD = plan(("1", "建设", [item("1.1", ROADS), item("1.2", PERMITS)]), ("2", "服务", [item("2.1", ONLINE)]))


def test_the_same_print_changes_nothing() -> None:
    found = bring(OLD, OLD, None, "1.1", "2.1")
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
    assert kinds(found) == [
        (DifferenceKind.TEXT, "1.1"),
        (DifferenceKind.DEADLINE, "1.1"),
        (DifferenceKind.UNITS, "1.1"),
        (DifferenceKind.NEW, "1.3"),  # 1.2 was another work, and is not given again
        (DifferenceKind.GONE, "1.2"),
    ]
    told = {one.kind: (one.before, one.after) for one in found.changes}
    assert told[DifferenceKind.DEADLINE] == ("2021年6月30日", "2021年9月底")
    assert told[DifferenceKind.UNITS] == ("牵头区政府；审批科", "牵头区政府；建管科、养护科")
    assert "改文字1处" in changes_sheet(found).notes[0]


def test_a_renumbered_item_is_known_by_its_text_and_keeps_its_id() -> None:
    new = plan(
        ("1", "建设", [item("1.1", TRAINING), item("1.2", ROADS), item("1.3", PERMITS)]),
        ("2", "服务", [item("2.1", ONLINE)]),
    )
    found = bring(OLD, new, None, "1.1", "1.2")
    assert [(one.id, one.work) for one in found.plan.groups[0].items] == [
        ("1.3", TRAINING), ("1.1", ROADS), ("1.2", PERMITS),
    ]  # fmt: skip
    assert found.carried == {}
    assert found.printed["1.1"] == "1.2"
    assert (DifferenceKind.NUMBER, "1.1") in kinds(found)


def test_a_reworded_and_renumbered_item_goes_to_the_text_most_like_it() -> None:
    new = plan(
        ("1", "建设", [item("1.1", PERMITS + "，并于九月底前完成"), item("1.2", ROADS + "，确保质量")])
    )
    found = bring(OLD, new)
    assert {one.id: one.work[:2] for one in found.plan.items()} == {"1.2": "全面", "1.1": "推进"}


def test_a_renumbered_group_goes_on_under_its_id() -> None:
    new = plan(
        ("1", "队伍", [item("1.1", TRAINING)]),
        ("2", "建设", [item("2.1", ROADS), item("2.2", PERMITS)]),
        ("3", "服务", [item("3.1", ONLINE)]),
    )
    found = bring(OLD, new, None, "1.1", "2.1")
    assert [(one.id, one.heading) for one in found.plan.groups] == [
        ("3", "队伍"),
        ("1", "建设"),
        ("2", "服务"),
    ]
    assert found.carried == {}


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
    found = bring(old, new)
    (kept,) = found.plan.items()
    assert kept.note == "等批复"
    assert kept.milestones == (*by_hand.milestones, again.milestones[1])
    assert kept.targets == (*by_hand.targets, again.targets[1])
    assert found.plan.units == {"审批科": ("行审批科",), "建管科": (), "规划科": ()}
    assert (found.plan.rules, found.plan.document, found.plan.issued) == (old.rules, old.document, old.issued)
    assert kinds(found) == [
        (DifferenceKind.TEXT, "1.1"),
        (DifferenceKind.STEP, "1.1"),
        (DifferenceKind.TARGET, "1.1"),
    ]


def test_a_print_without_a_title_does_not_take_the_plans() -> None:
    assert bring(OLD, OLD._replace(title="工作任务分解表")).plan.title == "任务分解表"


def test_what_changed_above_the_items_is_told_too() -> None:
    new = OLD._replace(
        title="调整后的任务分解表", groups=(OLD.groups[0]._replace(heading="建设。"), OLD.groups[1])
    )
    assert kinds(bring(OLD, new)) == [(DifferenceKind.NOTICE, ""), (DifferenceKind.HEADING, "1")]


def test_an_item_of_the_log_that_is_gone_is_refused_unless_told_what_it_became() -> None:
    new = plan(
        ("1", "建设", [item("1.1", ROADS), item("1.2", TRAINING)]), ("2", "服务", [item("2.1", ONLINE)])
    )
    with pytest.raises(Refused, match=r"1\.2: .*--moved 1\.2=新编号"):
        bring(OLD, new, None, "1.2")
    found = bring(OLD, new, {"1.2": "1.2"}, "1.2")
    assert [one.work for one in found.plan.items()][1] == TRAINING
    assert found.carried == {}
    assert DifferenceKind.GONE not in dict(kinds(found))


def test_an_item_of_the_log_that_went_to_another_group_is_carried_only_when_told() -> None:
    new = plan(
        ("1", "建设", [item("1.1", ROADS)]), ("2", "服务", [item("2.1", ONLINE), item("2.2", PERMITS)])
    )
    with pytest.raises(Refused, match=r"--moved 1\.2=2\.2"):
        bring(OLD, new, None, "1.2")
    assert bring(OLD, new, {"1.2": "2.2"}, "1.2").carried == {"1.2": "2.2"}
    assert bring(OLD, new, None, "1.1").carried == {}


@pytest.mark.parametrize(
    ("moved", "words"),
    [
        ({"7.1": "1.1"}, "现有计划里没有 7.1"),
        ({"1.1": "7.1"}, "新表里没有 7.1"),
        ({"1.1": "2.1", "1.2": "2.1"}, "两个旧编号指向同一个新编号"),
    ],
)
def test_moved_must_name_what_is_there(moved: dict[str, str], words: str) -> None:
    with pytest.raises(Refused, match=words):
        bring(OLD, OLD, moved)


def test_a_milestones_entry_speaks_of_its_item() -> None:
    assert items_reported(["9.4.1", "9.4", "1.1"]) == {"9.4", "1.1"}


def test_a_number_that_the_log_has_known_is_never_given_again() -> None:
    """An earlier update freed 1.2, 1.3 and group 2: their reports are about other works, undone or not."""
    old = plan(("1", "建设", [item("1.1", ROADS)]))
    new = plan(
        ("1", "建设", [item("1.1", ROADS), item("1.2", PERMITS)]), ("2", "服务", [item("2.1", TRAINING)])
    )
    found = bring(old, new, None, "1.1", "1.2", "1.3", "2.1", "没有这样的编号", "")
    assert [one.id for one in found.plan.items()] == ["1.1", "1.4", "3.1"]
    assert [one.id for one in bring(old, new, None, "1.1").plan.items()] == ["1.1", "1.2", "2.1"]
