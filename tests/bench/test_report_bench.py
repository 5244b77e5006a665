from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from report_bench import COMMANDS

pytestmark = pytest.mark.slow
BENCH = Path(__file__).parents[2] / "bench"


def test_one_command_measures_every_document() -> None:
    command = [sys.executable, str(BENCH / "report_bench.py"), "--sizes", "45", "--runs", "1"]
    lines = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.splitlines()

    assert lines[0] == "| rows | 45 |"
    assert [line.split(" | ")[0].strip("| `") for line in lines[2:]] == list(COMMANDS)
