"""What people read, held against files: `pytest --write-golden` writes them anew; read the difference."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden"

WIDTHS = (60, 80, 120, 200)
TABLES = {
    "list": ("list",),
    "list-unit": ("list", "--unit", "道路运输", "--full"),
    "due": ("due", "--within", "30d"),
    "show": ("show", "9.4", "9.2", "13.1"),
    "stats": ("stats", "--by", "unit"),
    "diff": ("diff", "--since", "2021-05-20"),
    "stats-since": ("stats", "--by", "unit", "--since", "2021-05-20"),
}
TEXTS = {
    "due.txt": ("due",),
    "due.json": ("due", "--format", "json"),
    "due.csv": ("due", "--format", "csv"),
    "show.txt": ("show", "9.2"),
    "show.json": ("show", "9.4", "--format", "json"),
    "list.txt": ("list", "9", "13"),
    "log.txt": ("log",),
    "units.txt": ("units",),
    "stats.txt": ("stats", "--by", "month"),
    "remind.txt": ("remind",),
    "remind-unit.txt": ("remind", "--unit", "法规科"),
    "check.txt": ("check",),
    "help.txt": ("--help",),
    "help-list.txt": ("list", "--help"),
}


@pytest.fixture(autouse=True)
def _a_spring_of_reports(ledger: Path) -> None:
    shutil.copy(GOLDEN / "progress.yaml", ledger / "data")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", TABLES)
def test_tables(
    name: str, width: int, run: Run, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    outcome = run(*TABLES[name], "--format", "table")
    assert outcome.code == 0
    assert outcome.err == ""
    golden(f"{name}-{width}.txt", outcome.out)


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str, run: Run, golden: Callable[[str, str], None]) -> None:
    outcome = run(*TEXTS[name])
    assert outcome.code == 0
    assert outcome.err == ""
    golden(name, outcome.out)


def test_no_golden_file_is_left_over() -> None:
    expected = {f"{name}-{width}.txt" for name in TABLES for width in WIDTHS} | set(TEXTS) | {"progress.yaml"}
    assert {path.name for path in GOLDEN.iterdir() if path.is_file()} == expected
