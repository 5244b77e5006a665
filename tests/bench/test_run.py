"""The benchmark's table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cases import children_env
from measure import least

pytestmark = pytest.mark.slow
BENCH = Path(__file__).parents[2] / "bench"
QUICK = ("--sizes", "45", "--offices", "3", "--runs", "1", "--settled", "0")


def _run(*words: str) -> str:
    """What it prints; the other programs are out of sight."""
    command = [sys.executable, str(BENCH / "run.py"), *QUICK, *words]
    env = {"PATH": "", "HOME": ""}
    return subprocess.run(command, env=env, capture_output=True, check=True, encoding="utf-8").stdout


def test_every_line_names_works_and_lines_and_what_is_shown(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n", encoding="utf-8")

    printed = _run("--write", str(readme))

    lines = printed.splitlines()
    assert lines[0].startswith("| asked | works | log lines | lines shown | × `import typer` | CPU | peak |")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("| qjtask")]
    assert [row[1] for row in rows] == ["45"] * 4 + ["135"] * 5
    for row in rows:
        assert int(row[2]) > 0
        assert int(row[3]) > 0
        assert row[4].endswith("×")
        assert row[6].endswith(" MB")
    assert any('`python -c "import typer"`' in line for line in lines)
    assert sum("is not installed here" in line for line in lines) == 3
    expected = f"before\n<!-- bench -->\n{printed.rstrip()}\n<!-- /bench -->\nafter\n"
    assert readme.read_text(encoding="utf-8") == expected


def test_no_more_than_three_runs_of_what_takes_long(tmp_path: Path) -> None:
    numbers: list[int] = []

    def command(number: int) -> list[str]:
        numbers.append(number)
        return [sys.executable, "-c", ""]

    found = least([sys.executable, "-c", ""], command, children_env(tmp_path), range(1, 9), 0)
    assert numbers == [1, 2, 3]
    assert found.ratio == found.busy / found.floor
