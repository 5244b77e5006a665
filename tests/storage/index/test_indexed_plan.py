from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.storage.index.index_form import Unfit
from tests.storage.indexes import LOG, PLAN, entry, learnt, ledger_at


def test_a_part_holds_what_all_of_it_says_of_its_works(tmp_path: Path) -> None:
    ledger = ledger_at(tmp_path)
    found = learnt(ledger)
    assert found is not None
    plan, log = ledger.read()
    part = found.part([0, 2])
    assert [item.id for item in part.plan.items()] == ["1.1", "2.1"]
    assert [item.work for item in part.plan.items()] == ["梳理清单", "写不明白的"]
    assert part.plan._replace(groups=()) == plan._replace(groups=())
    assert [(one.id, one.item, one.on) for one in part.log.entries] == [
        (one.id, one.item, one.on) for one in log.entries if one.item in {"1.1", "2.1"}
    ]


@pytest.mark.parametrize("change", ["\r\n", "\ufeff"])
def test_line_ends_and_a_mark_in_front_change_no_place(tmp_path: Path, change: str) -> None:
    plan = PLAN.replace("\n", change) if change == "\r\n" else change + PLAN
    found = learnt(ledger_at(tmp_path, plan))
    assert found is not None
    assert [item.id for item in found.part([1, 2]).plan.items()] == ["1.2", "2.1"]


def test_an_entry_that_a_hand_wrote_is_read_from_its_own_lines(tmp_path: Path) -> None:
    by_hand = "- item: '1.2'\n  do: note\n  on: 2021-05-04\n  at: 2021-05-04T08:00:00+08:00\n# 注\n\n"
    ledger = ledger_at(tmp_path, log=LOG + by_hand + entry("a5", "1.2", "note", "2021-05-09"))
    found = learnt(ledger)
    assert found is not None
    assert [one.on.day for one in found.part([1]).log.entries] == [4, 9]


def test_what_was_taken_back_is_not_read(tmp_path: Path) -> None:
    ledger = ledger_at(tmp_path, log=LOG + entry("a5", "1.1", "undo", "2021-05-09", ', "undoes": "a3"'))
    found = learnt(ledger)
    assert found is not None
    assert [one.id for one in found.part([0]).log.entries] == ["a1"]
    assert [one.id for one in found.newest()] == ["a5"]


def test_a_plan_changed_meanwhile_is_told(tmp_path: Path) -> None:
    found = learnt(ledger_at(tmp_path))
    assert found is not None
    found.check()
    (tmp_path / "tasks.yaml").write_text(PLAN.replace("梳理", "整理整理"), "utf-8")
    with pytest.raises(Unfit):
        found.check()
