from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from generate import items
from growth import Measured, growth, table
from import_bench import WRITERS

from qjtask.importing.drafts.draft import Wishes, read_draft
from qjtask.importing.formats.files import read_document

pytestmark = pytest.mark.slow
BENCH = Path(__file__).parents[2] / "bench"


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_a_drawn_table_holds_the_generated_items(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{form}"
    WRITERS[form](95, path)

    document = read_document(path.read_bytes(), path.name, path.name, lambda _: None)
    plan = read_draft(document, path.name, Wishes(), 2021, lambda _: None).plan

    assert [(item.id, item.work, item.lead, item.units) for item in plan.items()] == [
        (item.id, item.work, item.lead, item.units) for item in items(95)
    ]


def test_growth_is_1_where_time_grows_as_the_rows_do() -> None:
    assert growth(Measured(10, 1.0, 50), Measured(100, 10.0, 50)) == pytest.approx(1.0)
    assert growth(Measured(10, 1.0, 50), Measured(100, 100.0, 50)) == pytest.approx(10.0)


def test_the_table_has_a_line_for_each_form() -> None:
    row = [Measured(45, 0.25, 40.4), Measured(1000, 1.5, 61)]
    assert table({"`qjtask import`, .docx": row}) == (
        "| rows | 45 | 1,000 |\n|---|---:|---:|\n| `qjtask import`, .docx | 0.25 s, 40 MB | 1.50 s, 61 MB |"
    )


def test_one_command_prints_the_table() -> None:
    command = [sys.executable, str(BENCH / "import_bench.py"), "--sizes", "45", "90", "--runs", "1"]
    lines = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.splitlines()

    assert lines[0] == "| rows | 45 | 90 |"
    assert [line.split(" | ")[0] for line in lines[2:4]] == [
        "| `qjtask import`, .docx",
        "| `qjtask import`, .html",
    ]
    assert lines[-1].startswith("`qjtask import`, .html, 45 to 90 rows: ")
