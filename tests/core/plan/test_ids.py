"""Numbers as people type them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.plan.ids import (
    Ref,
    item_id_of,
    milestone_number,
    parse_ref,
    ref_of,
    select_groups,
    select_items,
    select_marked,
)
from qjtask.core.plan.numbers import printed_numbers, shown_id
from qjtask.core.plan.plan import Plan
from qjtask.core.problem import Refused
from tests.core.plans import item, milestone, plan, refused, shipped

NINE = ["9.1", "9.2", "9.3", "9.4", "9.5"]


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("9", (9,)),
        ("9.2", (9, 2)),
        ("9.4.1", (9, 4, 1)),
        ("9.02", (9, 2)),
        ("９．２", (9, 2)),
        ("9。2", (9, 2)),
        ("9.", (9,)),
        ("九", (9,)),
        ("（九）", (9,)),
        ("(九)", (9,)),
        ("【十五】", (15,)),
        ("第九", (9,)),
        ("九.2", (9, 2)),
        ("（九）.二", (9, 2)),
        (" 9.2 ", (9, 2)),
    ],
)
def test_reads_a_number_in_every_way_it_is_written(text: str, ref: Ref) -> None:
    assert parse_ref(text) == ref


@pytest.mark.parametrize("text", ["", " ", "x", "9.x", "9..2", "9.4.1.1", "-9", "9-2", "审批科"])
def test_what_is_no_number_reads_as_none(text: str) -> None:
    assert parse_ref(text) is None


@given(st.text())
def test_reading_never_raises(text: str) -> None:
    parse_ref(text)


def test_numbers_sort_as_numbers() -> None:
    assert sorted(["10.1", "9.10", "9.2"], key=ref_of) == ["9.2", "9.10", "10.1"]


@pytest.mark.parametrize(
    ("entry_item", "item_id", "number"),
    [
        ("9.4", "9.4", None),
        ("9.4.1", "9.4", 1),
        ("9.4.12", "9.4", 12),
        ("9.4.x", "9.4.x", None),  # no milestone, so no item either: 9.4 must not be taken for done
        ("9.4.1.1", "9.4.1.1", None),
        ("9", "9", None),
        ("", "", None),
    ],
)
def test_an_entry_belongs_to_the_item_of_its_number(
    entry_item: str, item_id: str, number: int | None
) -> None:
    assert (item_id_of(entry_item), milestone_number(entry_item)) == (item_id, number)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        (["9"], NINE),
        (["九"], NINE),
        (["（九）"], NINE),
        (["9.2"], ["9.2"]),
        (["9.2-9.4"], ["9.2", "9.3", "9.4"]),
        (["９．２－９．４"], ["9.2", "9.3", "9.4"]),
        (["9.2～9.4"], ["9.2", "9.3", "9.4"]),
        (["9.2—9.4"], ["9.2", "9.3", "9.4"]),
        (["9.5-10.2"], ["9.5", "10.1", "10.2"]),
        (["9.5-10"], ["9.5", "10.1", "10.2", "10.3"]),
        (["10-11.1"], ["10.1", "10.2", "10.3", "11.1"]),
        (["九至十一"], [*NINE, "10.1", "10.2", "10.3", "11.1", "11.2"]),
        (["9.2,9.3"], ["9.2", "9.3"]),
        (["9.2，9.3；13.1"], ["9.2", "9.3", "13.1"]),
        (["9.2、 9.3"], ["9.2", "9.3"]),
        (["9.2", "13.1"], ["9.2", "13.1"]),
        (["13.1", "9.2"], ["9.2", "13.1"]),
        (["9.2", "9.2", "9.1-9.2"], ["9.1", "9.2"]),
        (["9.4.1"], ["9.4"]),
    ],
)
def test_selects_items_in_the_tables_order(typed: list[str], chosen: list[str]) -> None:
    assert select_items(typed, shipped()) == chosen


def test_selects_nothing_when_nothing_is_typed() -> None:
    assert select_items([], shipped()) == []


def test_a_range_may_span_the_whole_plan() -> None:
    assert len(select_items(["1-15"], shipped())) == 45


def test_numbers_that_the_plan_lacks_are_told_all_at_once() -> None:
    with pytest.raises(Refused) as refusal:
        select_items(["16", "9.2", "9.9,x"], shipped())
    assert [problem.where for problem in refused(refusal)] == ["16", "9.9", "x"]


@pytest.mark.parametrize(
    ("word", "fix"),
    [
        ("16", "重点任务编号从 1 到 15"),
        ("16.1", "重点任务编号从 1 到 15"),
        ("x", "重点任务编号从 1 到 15"),
        ("20-30", "重点任务编号从 1 到 15"),
        ("9-", "重点任务编号从 1 到 15"),
        ("9.1-9.2-9.3", "重点任务编号从 1 到 15"),
        ("9.9", "重点任务 9 下有 9.1 到 9.5"),
        ("9.0", "重点任务 9 下有 9.1 到 9.5"),
        ("9.4.2", "9.4 有1个时间节点"),
        ("9.4.0", "9.4 有1个时间节点"),
        ("9.2.1", "9.2 有0个时间节点"),
    ],
)
def test_an_unknown_number_is_told_with_what_there_is(word: str, fix: str) -> None:
    with pytest.raises(Refused) as refusal:
        select_items([word], shipped())
    assert [(told.what, told.fix) for told in refused(refusal)] == [("计划里没有这个编号", fix)]


@pytest.mark.parametrize("word", ["9.4-9.2", "11-9", "9.2-4"])
def test_a_range_that_runs_backwards_is_told_as_one(word: str) -> None:
    with pytest.raises(Refused, match="起止颠倒"):
        select_items([word], shipped())


@pytest.mark.parametrize("blank", ["", " ", "，"])
def test_a_blank_number_is_refused_and_not_passed_over(blank: str) -> None:
    for select in (select_items, select_groups, select_marked):
        with pytest.raises(Refused, match="（空）"):
            select([blank], shipped())


@given(st.lists(st.text("9.24-1至九（）x， ", max_size=8), max_size=3))
def test_selecting_refuses_and_never_fails_otherwise(typed: list[str]) -> None:
    for select in (select_items, select_groups, select_marked):
        with suppress(Refused):
            assert len(select(typed, shipped())) <= 45


@pytest.mark.parametrize("typed", [["9", "10"], ["9,10"], ["九、（十）"], ["９", "十", "九"]])
def test_selects_groups(typed: list[str]) -> None:
    assert select_groups(typed, shipped()) == {"9", "10"}


def test_groups_that_are_none_are_told_all_at_once() -> None:
    with pytest.raises(Refused) as refusal:
        select_groups(["9.2", "16", "9"], shipped())
    assert [str(problem) for problem in refused(refusal)] == [
        "9.2: 这不是重点任务的编号；请只写重点任务，如 9",
        "16: 计划里没有这个编号；重点任务编号从 1 到 15",
    ]


def test_marks_items_and_milestones_in_the_order_typed() -> None:
    marked = select_marked(["9.4.1", "9.2、九.4"], shipped())
    assert [(number, found.id) for number, found in marked] == [
        ("9.4.1", "9.4"),
        ("9.2", "9.2"),
        ("9.4", "9.4"),
    ]


def test_marks_each_number_once() -> None:
    assert [number for number, _ in select_marked(["9.2", "９．２", "9.02"], shipped())] == ["9.2"]


def test_marks_a_milestone_that_the_deadline_implies() -> None:
    started = plan(item("9.1", deadline="5月底前动工"))
    assert [number for number, _ in select_marked(["9.1.1"], started)] == ["9.1.1"]


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("9", "9: 这是一项重点任务，不是一项具体工作；请写到具体工作，如 9.1"),
        ("九", "九: 这是一项重点任务，不是一项具体工作；请写到具体工作，如 9.1"),
        ("9.2-9.4", "9.2-9.4: 登记时不能写一段编号；请逐项写出，如 9.2 9.3"),
        ("16", "16: 计划里没有这个编号；重点任务编号从 1 到 15"),
        ("9.9", "9.9: 计划里没有这个编号；重点任务 9 下有 9.1 到 9.5"),
        ("9.4.2", "9.4.2: 计划里没有这个编号；9.4 有1个时间节点"),
    ],
)
def test_what_cannot_be_marked_is_refused_with_the_reason(word: str, told: str) -> None:
    with pytest.raises(Refused) as refusal:
        select_marked([word], shipped())
    assert str(refusal.value) == told


def test_what_cannot_be_marked_is_told_all_at_once() -> None:
    with pytest.raises(Refused) as refusal:
        select_marked(["9", "9.2", "x", "9.4.9"], shipped())
    assert [problem.where for problem in refused(refusal)] == ["9", "x", "9.4.9"]


def numbered() -> Plan:
    """Printed 序号 run through the groups; two rows are printed under one of them."""
    return plan(
        item("1.1", no="1"),
        item("1.2", no="2", milestones=(milestone("04-30"),)),
        item("2.1", no="3"),
        item("2.2", no="3"),
        item("3.1", no="甲-4"),
        item("3.2"),
    )


@pytest.mark.parametrize(
    ("word", "chosen"),
    [
        ("no2", ["1.2"]),
        ("No.2", ["1.2"]),
        ("№2", ["1.2"]),
        ("ＮＯ２", ["1.2"]),
        ("序号2", ["1.2"]),
        ("2号", ["1.2"]),
        ("第2项", ["1.2"]),
        ("第二项", ["1.2"]),
        ("no02", ["1.2"]),
        ("no3", ["2.1", "2.2"]),
        ("no2-no3", ["1.2", "2.1", "2.2"]),
        ("no1-2", ["1.1", "1.2"]),
        ("1-2号", ["1.1", "1.2"]),
        ("第1项至第3项", ["1.1", "1.2", "2.1", "2.2"]),
        ("no甲-4", ["3.1"]),
        ("no2.1", ["1.2"]),
        ("no3.2", ["3.2"]),  # its 序号 is its id
        ("no1，2.2", ["1.1", "2.2"]),
        ("2", ["2.1", "2.2"]),  # a bare number is the group's
        ("第2", ["2.1", "2.2"]),
    ],
)
def test_a_printed_number_is_accepted_wherever_an_id_is(word: str, chosen: list[str]) -> None:
    assert select_items([word], numbered()) == chosen


@pytest.mark.parametrize(
    ("word", "marked"),
    [("no2", "1.2"), ("2号", "1.2"), ("第2项", "1.2"), ("no2.1", "1.2.1"), ("no甲-4", "3.1")],
)
def test_marks_by_the_printed_number(word: str, marked: str) -> None:
    assert [one for one, _ in select_marked([word], numbered())] == [marked]


@pytest.mark.parametrize(
    ("word", "what", "fix"),
    [
        ("no9", "计划里没有这个序号", "序号从 1 到 甲-4"),
        ("9号", "计划里没有这个序号", "序号从 1 到 甲-4"),
        ("no2.2", "计划里没有这个序号", "序号从 1 到 甲-4"),
        ("no3", "这个序号印了几次：2.1、2.2", "请写编号"),
        ("no1-no2", "登记时不能写一段编号", "请逐项写出，如 9.2 9.3"),
        ("#2", "计划里没有这个编号", "重点任务编号从 1 到 3"),
    ],
)
def test_a_printed_number_that_is_none_or_several_is_told(word: str, what: str, fix: str) -> None:
    with pytest.raises(Refused) as refusal:
        select_marked([word], numbered())
    assert [(told.what, told.fix) for told in refused(refusal)] == [(what, fix)]


def test_a_plan_without_printed_numbers_says_so() -> None:
    with pytest.raises(Refused, match="没有另写序号"):
        select_items(["no27"], shipped())
    with pytest.raises(Refused, match=r"这个序号印了几次：1\.5、5\.5"):
        select_marked(["no5"], plan(item("1.5"), item("5.5")))


def test_numbers_that_run_through_the_groups_are_the_ends_of_the_ids() -> None:
    running = plan(item("1.1"), item("1.2"), item("2.3", no="丙"), item("2.4"))
    assert select_items(["no4", "4号"], running) == ["2.4"]
    assert printed_numbers(running) == {"1.1": "1", "1.2": "2", "2.3": "丙", "2.4": "4"}
    anew = plan(item("1.1"), item("2.1"), item("2.2", no="7"))
    assert printed_numbers(anew) == {"1.1": "1.1", "2.1": "2.1", "2.2": "7"}
    with pytest.raises(Refused, match="没有这个序号"):
        select_items(["no3-no1"], numbered())


def test_the_number_stands_beside_the_id_where_it_is_another() -> None:
    assert shown_id("9.4", item("9.4", no="27")) == "9.4（27）"
    assert shown_id("9.4.1", item("9.4", no="27")) == "9.4.1（27）"
    assert shown_id("9.4", item("9.4", no="9.4")) == "9.4"
    assert shown_id("9.4", item("9.4")) == "9.4"
