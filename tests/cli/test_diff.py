"""`diff` and `stats --since` on the command line."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.fixture(autouse=True)
def _a_month_of_work(run: Run) -> None:
    for args in (
        ("done", "9.2", "--on", "2021-05-12"),
        ("start", "9.4", "--on", "2021-05-05"),
        ("extend", "13.1", "--to", "9月底", "--reason", "等清单", "--on", "2021-06-01"),
    ):
        assert run(*args, "--by", "王芳").code == 0


def test_each_work_that_changed_is_told_in_every_format(run: Run) -> None:
    plain = run("diff", "9.2", "9.4", "13.1", "--since", "2021-05-10")
    assert plain.code == 0
    lines = [line.split("\t") for line in plain.out.splitlines()]
    assert [cells[:2] for cells in lines[1:-1]] == [["9.2", "状态、灯"], ["13.1", "期限、灯"]]
    assert lines[-1][0].startswith("# 与2021-05-10相比，2项有变化（共3项）：状态1项，期限1项，灯2项")
    content = json.loads(run("diff", "9.2", "--since", "2021-05-10", "--format", "json").out)
    (change,) = content["changes"]
    assert (content["since"], change["changed"]) == ("2021-05-10", ["status", "light"])
    assert (change["then"]["status"], change["now"]["status"]) == ("todo", "done")
    table = list(csv.reader(io.StringIO(run("diff", "9.2", "--since", "5月10日", "--format", "csv").out)))
    assert table[1][:2] == ["9.2", "状态、灯"]
    assert "未启动 → 已完成" in run("diff", "9.2", "--since", "5月10日", "--format", "table").out


def test_a_unit_asks_for_its_own(run: Run) -> None:
    mine = json.loads(run("diff", "--since", "3月1日", "--unit", "法规科", "--format", "json").out)["changes"]
    listed = json.loads(run("list", "--unit", "法规科", "--format", "json").out)["items"]
    assert [one["id"] for one in mine] == [one["id"] for one in listed]
    assert {tuple(one["changed"]) for one in mine} == {("appeared",)}
    assert {one["then"] for one in mine} == {None}


@pytest.mark.parametrize(
    ("day", "code", "told"),
    [("2021-06-11", 2, "在今天（2021-06-10）之后"), ("胡说", 2, "读不懂")],
)
def test_a_day_to_come_or_none_is_refused(day: str, code: int, told: str, run: Run) -> None:
    for command in ("diff", "stats"):
        outcome = run(command, "--since", day)
        assert (outcome.code, outcome.out) == (code, "")
        assert told in outcome.err


def test_the_day_must_be_said(run: Run) -> None:
    outcome = run("diff")
    assert (outcome.code, outcome.err) == (2, "缺少 --since；用法见 qjtask diff --help\n")


def test_every_figure_has_its_change_and_then_it_adds_up(run: Run) -> None:
    since = ("--since", "2021-05-10")
    content = json.loads(run("stats", "--by", "unit", *since, "--format", "json").out)
    then = json.loads(run("stats", "--by", "unit", "--today", "2021-05-10", "--format", "json").out)
    assert content["since"] == "2021-05-10"
    old = {line["name"]: line for line in (then["total"], *then["by"])}
    for line in (content["total"], *content["by"]):
        assert {key: line[key] - old[line["name"]][key] for key in line["change"]} == line["change"]
    assert content["total"]["change"]["done"] == 1
    assert content["total"]["change"]["extended"] == 1
    assert "已完成\t1\t+1\t" in run("stats", *since).out
    assert "# 总体情况（与2021-05-10相比）" in run("stats", *since).out
    assert "延过期1项（+1）" in run("stats", *since).out
    assert "change" not in run("stats", "--format", "json").out


def test_the_bulletin_says_what_changed_since_the_last(run: Run) -> None:
    out = run("report", "bulletin", "--since", "2021-05-10").out
    assert "与2021年5月10日相比，已完成增加1项，" in out
    assert "相比" not in run("report", "bulletin", "--since", "2021-03-01").out
