from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from generate import items

from qjtask.core.time.deadline import DeadlineClass
from qjtask.storage.plans.plan_file import load_plan

pytestmark = pytest.mark.slow
BENCH = Path(__file__).parents[2] / "bench"


def _run(script: str, *words: str) -> str:
    command = [sys.executable, str(BENCH / script), *words]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def test_a_generated_plan_reads_without_fault_and_has_as_many_items_as_asked(tmp_path: Path) -> None:
    _run("generate.py", "200", str(tmp_path / "tasks.yaml"))

    plan = load_plan(tmp_path / "tasks.yaml", "tasks.yaml")

    found = list(plan.items())
    assert len(found) == 200
    assert {item.deadline.kind for item in found} == set(DeadlineClass)
    assert len({name for item in found for name in item.units}) > 10
    assert any(item.milestones for item in found)
    assert any(item.targets for item in found)


def test_the_same_plan_is_generated_every_time(tmp_path: Path) -> None:
    for name in ("one.yaml", "other.yaml"):
        _run("generate.py", "100", str(tmp_path / name))

    assert (tmp_path / "one.yaml").read_bytes() == (tmp_path / "other.yaml").read_bytes()


def test_a_large_plan_has_offices_with_few_works() -> None:
    units = [item.units for item in items(1_000)]
    assert units.count(("档案馆",)) == 8
    assert units.count(("信访办",)) == 9
