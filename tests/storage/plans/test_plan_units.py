"""The names under a plan's units: one name stands for one office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.storage.plans.plan_units import Spelled, UnitLine, unit_faults


def unit(shown: str, *aliases: str, members: str | None = None) -> UnitLine:
    lists = {"aliases": aliases} if aliases else {}
    return shown, lists if members is None else {**lists, "members": tuple(members)}


GOOD = [
    unit("审批科", "行审批科"),
    unit("养护科", "养护科"),
    unit("各镇", "各镇街", members="甲乙"),
    unit("甲"),
    unit("丙", "丁"),
]


def test_good_names_are_without_fault() -> None:
    assert list(unit_faults(GOOD)) == []


@pytest.mark.parametrize(
    ("line", "place", "what", "fix"),
    [
        (unit("审批科"), (5, "", 0), "单位“审批科”写了两次", "请合并成一行"),
        (unit("戊", "己", "己"), (5, "aliases", 1), "别名“己”写了两次", "请只留一个"),
        (
            unit("戊", "己", "丁"),
            (5, "aliases", 1),
            "“丁”同时是“丙”和“戊”的名称",
            "一个名称只能指一个单位",
        ),
        (unit("丁"), (5, "", 0), "“丁”同时是“丙”和“丁”的名称", "一个名称只能指一个单位"),
        (unit("全局", members=""), (5, "", 0), "合称“全局”没有成员", "请在 members 里写出它所指的各个单位"),
        (unit("全", members="甲全"), (5, "members", 1), "合称“全”的成员里有它自己", "请写出它所指的各个单位"),
        (
            unit("全局", "全", members="甲全"),
            (5, "members", 1),
            "合称“全局”的成员里有它自己",
            "请写出它所指的各个单位",
        ),
        (unit("全局", members="甲丁"), (5, "members", 1), "成员“丁”是“丙”的别名", "请写“丙”"),
        (unit("全局", members="甲乙甲"), (5, "members", 2), "成员“甲”写了两次", "请只留一个"),
    ],
)
def test_a_name_at_fault_is_told_with_its_place(line: UnitLine, place: Spelled, what: str, fix: str) -> None:
    assert list(unit_faults([*GOOD, line])) == [(place, what, fix)]


def test_a_collective_name_is_no_member_of_another_by_any_name() -> None:
    lines = [*GOOD, ("全局", {"members": ("各镇", "各镇街")})]
    assert [(place, what) for place, what, _ in unit_faults(lines)] == [
        ((5, "members", 0), "成员“各镇”也是合称"),
        ((5, "members", 1), "成员“各镇街”也是合称"),
    ]


def test_two_collective_names_may_have_a_member_in_common() -> None:
    assert list(unit_faults([unit("全局", members="甲乙"), unit("机关", members="甲")])) == []


NAMES = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=4).map(tuple)


@given(
    st.lists(
        st.tuples(
            st.sampled_from("甲乙丙丁戊"),
            st.fixed_dictionaries({}, optional={"aliases": NAMES, "members": NAMES}),
        ),
        max_size=4,
    )
)
def test_names_without_fault_stand_for_one_office_each_and_members_for_none_but_offices(
    lines: list[UnitLine],
) -> None:
    faults = list(unit_faults(lines))
    shown = [name for name, _ in lines]
    names = [name for one, lists in lines for name in {one, *lists.get("aliases", ())}]
    collective = {name for name, lists in lines if "members" in lists}
    members = [(one, name) for one, lists in lines for name in lists.get("members", ())]
    is_sound = (
        len(set(shown)) == len(shown)
        and len(set(names)) == len(names)
        and all(len(set(lists.get("aliases", ()))) == len(lists.get("aliases", ())) for _, lists in lines)
        and len(set(members)) == len(members)
        and collective == {one for one, _ in members}
        and all(name not in collective and (name in shown or name not in names) for _, name in members)
    )
    assert (not faults) is is_sound
