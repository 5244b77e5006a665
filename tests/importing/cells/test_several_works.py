from __future__ import annotations

from datetime import date

import pytest

from qjtask.importing.cells.several_works import are_of_one_work, are_several_works
from qjtask.importing.cells.work_times import TimeFrame
from qjtask.importing.outline.outline import FoundWork

FRAME = TimeFrame(2021, date(2021, 1, 5), "没有写完成时限", is_usual=False)


def found(work: str, *, units: str = "市教体局", until: str = "年底前") -> FoundWork:
    return FoundWork("1", ("书香校园",), work, "", units, "", until, "", "表1第2行")


def are_several(work: str, **cells: str) -> bool:
    return are_several_works(work, found(work, **cells), FRAME)


@pytest.mark.parametrize(
    "work",
    [
        "制定书目，评选家庭。",
        "1.制定书目。2.评选家庭。3.负责宣传推广。",
        "（1）制定书目；（2）评选家庭。",
        "①制定书目；②评选家庭。",
        "1.制定书目，年内完成；2.评选家庭，年内完成。",
        "1.6月底前制定书目；2.评选家庭。",
        "1.制定书目，由各部门负责人审定；2.评选家庭，由专人负责。",
    ],
)
def test_steps_of_one_owner_and_one_date_are_one_work(work: str) -> None:
    assert not are_several(work)
    assert not are_several(work, units="市教体局、市妇联")


@pytest.mark.parametrize(
    "work",
    [
        "1.制定书目（6月底前）；2.评选家庭（9月底前）。",
        "1.6月底前制定书目；2.9月底前评选家庭。",
        "1.制定书目（责任单位：市教体局）；2.评选家庭（责任单位：市妇联）。",
        "1.制定书目（市教体局牵头）；2.评选家庭（市妇联牵头）。",
        "①制定书目；②评选家庭，由市妇联负责。",
        "1.市教体局负责制定书目；2.市妇联负责评选家庭。",
    ],
)
def test_parts_with_owners_or_days_of_their_own_are_asked(work: str) -> None:
    assert are_several(work)


def test_days_of_what_is_done_for_a_named_work_are_its_stages() -> None:
    measures = "1.6月底前开工；2.9月底前完工。"
    named = found(measures)._replace(name="新建停车场3处")
    assert not are_several_works(measures, named, FRAME)
    owned = "1.6月底前开工（市住建局牵头）；2.9月底前完工（市交通局牵头）。"
    assert are_several_works(owned, named, FRAME)


@pytest.mark.parametrize(
    "cells",
    [
        {"units": "1.市教体局；2.市妇联"},
        {"units": "1.市教体局\n2.市妇联"},
        {"units": "（1）市教体局（2）市妇联"},
        {"until": "1.6月底前；2.9月底前"},
    ],
)
def test_other_cells_that_count_as_the_works_do_are_asked(cells: dict[str, str]) -> None:
    assert are_several("1.制定书目。2.评选家庭。", **cells)
    assert not are_several("制定书目。", **cells)


@pytest.mark.parametrize(
    "work",
    [
        "存在问题：1.道路破损；2.井盖缺失。",
        "问题描述：①道路破损；②井盖缺失。①修复道路；②补装井盖。",
        "道路破损。整改措施：（1）修复道路；（2）补装井盖。",
        "整改目标：一、道路完好；二、井盖齐全。",
    ],
)
def test_faults_and_what_mends_them_are_of_one_work(work: str) -> None:
    assert are_of_one_work(work)


@pytest.mark.parametrize(
    "work", ["1.修复道路；2.补装井盖。", "重点任务：1.修复道路；2.补装井盖。", "问题：道路破损。"]
)
def test_other_lists_may_be_several(work: str) -> None:
    assert not are_of_one_work(work)


@pytest.mark.parametrize(
    "work", ["清理垃圾。（1）柴草堆放整齐；（2）区域内无垃圾。", "公开预算：①公开部门预算；②公开三公经费。"]
)
def test_steps_in_brackets_under_a_work_belong_to_it(work: str) -> None:
    assert are_of_one_work(work)


@pytest.mark.parametrize(
    "work",
    [
        "（1）清理垃圾；（2）疏浚河道。",
        "重点任务：（1）清理垃圾；（2）疏浚河道。",
        "1.清理垃圾。2.疏浚河道。（1）清淤；（2）护坡。",
        "整治环境。1.清理垃圾；2.疏浚河道。",
    ],
)
def test_works_that_are_counted_are_not_the_steps_of_one(work: str) -> None:
    assert not are_of_one_work(work)
