"""Which files under a folder are plans, and what they are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.files.plan_folder import plain_name, plans_under, short_names
from qjtask.storage.texts.source import read_bytes
from tests.closed_folders import close_folder

PLAN = "title: 甲\ngroups: []\n"


def put(folder: Path, *paths: str, text: str = PLAN) -> None:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def found(folder: Path) -> list[str]:
    return [str(Path(plan.path).relative_to(folder)) for plan in plans_under(folder, ".").plans]


def test_plans_of_all_folders_in_the_order_of_their_paths(tmp_path: Path) -> None:
    put(tmp_path, "民政/data/tasks.yaml", "交通/tasks.yaml", "2021.yaml", "水务/水.yml")
    assert found(tmp_path) == ["2021.yaml", "交通/tasks.yaml", "民政/data/tasks.yaml", "水务/水.yml"]


def test_what_lies_beside_a_plan_is_none(tmp_path: Path) -> None:
    beside = ("progress", "contacts", "holidays", "deliveries", "secrets", "ledger", "2021.progress")
    put(tmp_path, *(f"{name}.yaml" for name in beside), ".git/tasks.yaml", ".x.yaml", "README.md")
    put(tmp_path, "别的.yaml", text="groupsize: 3\n")
    assert found(tmp_path) == []


def test_a_tasks_yaml_is_a_plan_whatever_stands_in_it(tmp_path: Path) -> None:
    """A faulty one is to be told, not passed over."""
    put(tmp_path, "a/tasks.yaml", text="x: [")
    assert found(tmp_path) == ["a/tasks.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in a file system")
def test_a_pipe_is_no_plan_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.yaml")
    os.mkfifo(tmp_path / "tasks.yaml")
    assert [plan.path for plan in plans_under(tmp_path, "甲").plans] == [str(tmp_path / "tasks.yaml")]
    with pytest.raises(Refused) as refused:
        read_bytes(tmp_path / "tasks.yaml", "tasks.yaml")
    assert str(refused.value.problems[0]).startswith("tasks.yaml: 这是管道或设备，不是文件；")


def test_folders_that_links_lead_to_are_looked_into_once(tmp_path: Path) -> None:
    """An office's folder may stand on another disk; a link may lead back."""
    put(tmp_path, "全区/交通/tasks.yaml", "别处/教委/tasks.yaml", "别处/教委/下/tasks.yaml")
    (tmp_path / "全区" / "教委").symlink_to(tmp_path / "别处" / "教委")
    (tmp_path / "全区" / "交通" / "圈").symlink_to(tmp_path / "全区")
    (tmp_path / "别处" / "教委" / "圈").symlink_to(tmp_path / "全区")
    (tmp_path / "全区" / "又一次").symlink_to(tmp_path / "别处" / "教委")
    (tmp_path / "全区" / "乙").symlink_to("交通")
    assert found(tmp_path / "全区") == ["交通/tasks.yaml", "又一次/tasks.yaml", "又一次/下/tasks.yaml"]
    assert plans_under(tmp_path / "全区", ".").upward == []


def test_a_link_to_a_folder_above_is_not_followed_and_told(tmp_path: Path) -> None:
    """From a link to / the whole disk would be looked through."""
    put(tmp_path, "全区/交通/tasks.yaml", "市/tasks.yaml", "别处/教委/下/tasks.yaml")
    (tmp_path / "全区" / "上").symlink_to(tmp_path)
    (tmp_path / "全区" / "交通" / "盘").symlink_to("/")
    (tmp_path / "全区" / "教委").symlink_to(tmp_path / "别处" / "教委")
    (tmp_path / "别处" / "教委" / "上").symlink_to(tmp_path / "别处")
    plans, closed, upward = plans_under(tmp_path / "全区", "全区")
    names = [Path(plan.path).relative_to(tmp_path / "全区").as_posix() for plan in plans]
    assert (names, closed) == (["交通/tasks.yaml", "教委/下/tasks.yaml"], [])
    assert sorted(str(one.where) for one in upward) == ["全区/上", "全区/交通/盘", "全区/教委/上"]
    told = next(one for one in upward if one.where == "全区/上")
    assert told.is_warning
    assert told.what == f"这个链接指向上级文件夹 {tmp_path}，没有跟进去找计划"


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["交通/tasks.yaml", "民政/data/tasks.yaml", "水务.yaml"], ["交通", "民政", "水务"]),
        (["a/交通/tasks.yaml", "b/交通/tasks.yaml"], ["交通", "交通2"]),
        (["交 通：局.yaml"], ["交_通_局"]),
        (["2021.05.yaml"], ["2021_05"]),
    ],
)
def test_short_names_are_unique_and_can_stand_before_an_id(paths: list[str], names: list[str]) -> None:
    assert list(short_names(paths)) == names


def test_a_name_of_signs_alone_is_a_name_all_the_same() -> None:
    assert plain_name("：：") == "计划"


def test_a_folder_that_cannot_be_looked_into_is_told_beside_the_plans(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "交通/tasks.yaml", "水务/下/tasks.yaml")
    close_folder(monkeypatch, tmp_path / "水务")
    plans, closed, _ = plans_under(tmp_path, "全区")
    assert [Path(plan.path).parent.name for plan in plans] == ["交通"]
    ((name, problem),) = closed
    assert (name, problem.where) == ("水务", "全区/水务")
    assert problem.what == "看不了这个文件夹（没有权限），不知道里面有没有计划"
