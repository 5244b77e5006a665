"""A new ledger's first plan: without fault, and never over another."""

from __future__ import annotations

import errno
import os
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from qjtask.core.plan.item_keys import ITEM, MILESTONE, TARGET
from qjtask.core.plan.plan import Item, Rules
from qjtask.core.plan.plan_doubts import plan_doubts
from qjtask.core.plan.plan_keys import GROUP, LETTER, PLAN, RULES, UNIT
from qjtask.core.problem import Refused
from qjtask.core.time.deadline import DeadlineClass
from qjtask.storage.plans.plan_file import load_plan, parse_plan
from qjtask.storage.plans.regular_plan import read_regular
from qjtask.storage.plans.template import write_template

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("year", [2021, 2026, 1999])
def test_the_template_reads_without_fault_or_doubt(year: int, tmp_path: Path) -> None:
    path = write_template(tmp_path / "new" / "office", year)
    assert path == tmp_path / "new" / "office" / "tasks.yaml"
    plan = load_plan(path, "tasks.yaml")
    assert plan_doubts(plan, "tasks.yaml") == []
    assert (plan.year, plan.issued, plan.title) == (year, date(year, 1, 1), f"{year}年重点工作任务分解")
    first, second = plan.items()
    assert first.deadline.date == date(year, 6, 30)
    assert second.deadline.kind is DeadlineClass.ONGOING
    assert [milestone.by for milestone in first.milestones] == [date(year, 3, 31)]
    assert plan.units == {"综合科": (), "业务科": ("业务一科",)}


def test_it_explains_itself_and_needs_no_other_encoding(tmp_path: Path) -> None:
    data = write_template(tmp_path, 2021).read_bytes()
    assert data.decode().startswith("# 任务分解表")
    assert data.count(b"#") >= 10
    assert b"\r" not in data
    assert b"{{" not in data


NOT_SHOWN = frozenset(
    (
        "accept",  # this version does not go by it
        *("printed", "first_issued"),  # an import writes it
    )
)
"""Keys that a beginner need not see: a new key is shown, or named here."""


def test_it_is_read_the_short_way(tmp_path: Path) -> None:
    assert read_regular(write_template(tmp_path, 2021).read_text("utf-8")) is not None


def test_it_shows_every_key_and_what_it_shows_is_without_fault_or_doubt(tmp_path: Path) -> None:
    """With the `# ` before each key taken away, as the template says."""
    text = write_template(tmp_path, 2021).read_text("utf-8")
    whole = re.sub(r"^( *)# (?=[a-z_]+: |各科室: |- )", r"\1", text, flags=re.MULTILINE)
    for part in (PLAN, UNIT, RULES, LETTER, GROUP, ITEM, MILESTONE, TARGET):
        for key in part.keys:
            is_shown = re.search(rf"(?:^|[ {{]){key.name}:", whole, re.MULTILINE) is not None
            assert is_shown is (key.name not in NOT_SHOWN), key.name
    plan = parse_plan(whole, "tasks.yaml")
    assert plan_doubts(plan, "tasks.yaml") == []
    first, _ = plan.items()
    by_hand = [key.name for key in ITEM.keys if key.kept == "hand" and key.name not in NOT_SHOWN]
    assert all(getattr(first, name) != Item._field_defaults[name] for name in by_hand)
    assert (plan.members, len(first.targets)) == ({"各科室": ("综合科", "业务科")}, 3)
    assert plan.rules == Rules()


def test_it_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "tasks.yaml"
    path.write_text("mine", "utf-8")
    with pytest.raises(Refused) as refused:
        write_template(tmp_path, 2021)
    assert str(refused.value) == f"{path}: 这里已经有了，没有改动；请换一个文件夹，或先把它移走"
    assert path.read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(Refused) as refused:
            write_template(folder, 2021)
        assert str(refused.value).startswith(f"{folder}: 建不了文件夹（")
    assert (tmp_path / "file").read_bytes() == b""


def test_a_full_disk_leaves_no_half_a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(Refused) as refused:
        write_template(tmp_path, 2021)
    assert str(refused.value).startswith(f"{tmp_path / 'tasks.yaml'}: 建不了文件（")
    assert list(tmp_path.iterdir()) == []
