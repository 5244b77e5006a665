"""The other programs are given the works, the reports, what is done and what was put off."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from generate import Item
from history import TODAY, Past, Told
from peer import NOW, Peer, Place, tasks
from peers import PEERS

pytestmark = pytest.mark.slow


def _past(number: int, *told: Told, deadline: str = "", day: date | None = None) -> Past:
    return Past(
        Item(f"1.{number}", f"工作{number}", ("牵头",), ("审批科", "办公室"), deadline, day, None, None), told
    )


def _told(do: str, **more: object) -> Told:
    return Told(f"{TODAY}T09:00:00+08:00", "", do, TODAY)._replace(**more)  # type: ignore[arg-type]


SOON = TODAY + timedelta(days=3)
YEAR = (
    _past(0, day=SOON),
    _past(1, _told("note", text="开了会", percent=40), _told("done"), day=SOON),
    _past(2, _told("extend", to=TODAY + timedelta(days=90), text="等文件"), day=SOON),
    _past(3, _told("done", period=TODAY), deadline="每月25日前"),
    _past(4, day=SOON),
)


def test_a_work_is_a_task_and_so_is_each_period_that_is_done() -> None:
    plain, done, put_off, monthly, period, _ = tasks(YEAR)
    assert (plain.due, plain.done, plain.reports) == (NOW + timedelta(days=3), None, ())
    assert (done.done, done.percent, done.reports[0].text) == (NOW, 40, "张三：开了会（进度40%）")
    assert (put_off.first, put_off.due) == (NOW + timedelta(days=3), NOW + timedelta(days=90))
    assert (monthly.done, period.done, period.due) == (None, NOW, NOW)
    assert len({task.number for task in tasks(YEAR)}) == 6


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_it_is_asked_about_the_same_works(peer: Peer, tmp_path: Path) -> None:
    program = peer.path()
    if program is None:
        pytest.skip(f"{peer.program} is not installed")
    peer.write(tmp_path, tasks(YEAR))
    env = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", **peer.env(tmp_path)}
    asked = peer.commands(Place(program, tmp_path, "审批科", 14, (0,)))

    def answer(name: str) -> Sequence[bool]:
        words = asked[name](0)
        shown = subprocess.run(words, env=env, capture_output=True, check=True, encoding="utf-8").stdout
        return [f"工作{number}" in shown for number in range(5)]

    assert answer("due") == [True, False, False, False, True]
    assert answer("list") == [True, False, True, True, True]
    answer("done")
    if peer.name != "topydo":  # it marks the first that it has
        assert answer("due") == [False, False, False, False, True]
