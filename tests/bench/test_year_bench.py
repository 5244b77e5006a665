from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from generate import items
from history import log_lines

pytestmark = pytest.mark.slow
BENCH = Path(__file__).parents[2] / "bench"


def test_a_year_has_some_sixteen_lines_for_ten_works() -> None:
    assert 1.4 < len(log_lines(2_000)) / 2_000 < 1.8
    assert log_lines(100) == log_lines(100)


def test_a_large_plan_has_offices_with_few_works() -> None:
    units = [item.units for item in items(1_000)]
    assert units.count(("档案馆",)) == 8
    assert units.count(("信访办",)) == 9


def test_every_line_names_works_and_lines_and_what_is_shown() -> None:
    command = [
        sys.executable,
        str(BENCH / "year_bench.py"),
        "--sizes",
        "1000",
        "--offices",
        "3",
        "--runs",
        "1",
        "--settle",
        "0",
    ]
    lines = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.splitlines()
    assert lines[0] == "| asked | works | log lines | lines shown | × `import typer` | busy | peak |"
    rows = [line for line in lines if line.startswith("| `")]
    assert len(rows) == 8
    assert all(row.endswith(" MB |") for row in rows)
