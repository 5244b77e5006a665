from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from qjtask.core.time.deadline import DeadlineClass
from qjtask.storage.plan_file import load_plan

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


def test_the_benchmark_prints_a_markdown_table() -> None:
    lines = _run("run.py", "--sizes", "45", "--runs", "1").splitlines()

    assert lines[0] == "| items | 45 (shipped) |"
    assert lines[1] == "|---|---:|"
    rows = [line for line in lines if line.startswith("| `qjtask")]
    assert len(rows) == 5
    assert all(row.endswith("× |") for row in rows)
    assert any('`python -c "import typer"`' in line for line in lines)


def test_the_table_is_written_between_the_markers_of_a_readme(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n", encoding="utf-8")

    printed = _run("run.py", "--sizes", "45", "--runs", "1", "--write", str(readme))

    expected = f"before\n<!-- bench -->\n{printed.rstrip()}\n<!-- /bench -->\nafter\n"
    assert readme.read_text(encoding="utf-8") == expected
