"""Small files that want much: one line, little memory and little work, by import and by collect."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest

from tests.conftest import Outcome
from tests.filling import fill
from tests.importing.packed_pdf import packed, pdf_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")

SCRIPT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from qjtask.cli.main import main
main()
"""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def limited(folder: Path, *args: str) -> Outcome:
    """What the program says where there is little memory, and of the processor twenty seconds."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *args],
        cwd=folder,
        env={**os.environ, "QJTASK_TODAY": "2021-06-10"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def workbook(sheets: int, rows: int) -> bytes:
    """A workbook whose sheets are all one part, of blank rows."""
    named = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="r1"/>' for n in range(sheets))
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>{named}</sheets></workbook>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels", '<a><Relationship Id="r1" Target="worksheets/sheet1.xml"/></a>'
        )
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{"<row/>" * rows}</sheetData></worksheet>'
        book.writestr("xl/worksheets/sheet1.xml", sheet)
    return made.getvalue()


def table(**cells: str) -> bytes:
    usual = {"序号": "1", "具体工作": "公布事项清单", "责任单位": "审批科", "完成时限": "6月底前"}
    rows = (list(usual), list({**usual, **cells}.values()))
    return "\n".join(",".join(row) for row in rows).encode()


SMALL: Mapping[str, tuple[str, Callable[[], bytes], str]] = {
    "one sheet of four million rows": ("a.xlsx", lambda: workbook(1, 4_000_000), "a.xlsx: 解压后比"),
    "a thousand sheets of one part": ("a.xlsx", lambda: workbook(1000, 100_000), "a.xlsx: 解压后比"),
    "a PDF packed twice": (
        "a.pdf",
        lambda: pdf_of(packed(b" " * (200 << 20), 2), "/FlateDecode /FlateDecode"),
        "a.pdf: 解压后比",
    ),
    "a work of 5,000 characters": (
        "a.csv",
        lambda: table(具体工作="“年" * 2500),
        "a.csv:第2行第2列: 这一格有5000字，超过4000字",
    ),
    "a unit of 40,000 characters": (
        "a.csv",
        lambda: table(责任单位="甲乙丙丁" * 10_000),
        "a.csv:第2行第3列: 这一格有40000字，超过4000字",
    ),
}


@pytest.mark.parametrize("name", SMALL)
def test_a_small_file_that_wants_much_is_refused_in_one_line(name: str, ledger: Path) -> None:
    file, make, told = SMALL[name]
    (ledger / file).write_bytes(make())
    outcome = limited(ledger, "import", file, "--dry-run", "--year", "2021")
    (line,) = outcome.err.splitlines()
    assert line.startswith(told)
    assert (outcome.code, outcome.out) == (1, "")


def test_a_workbook_of_a_thousand_sheets_is_not_collected(ledger: Path) -> None:
    (ledger / "a.xlsx").write_bytes(workbook(1000, 100_000))
    outcome = limited(ledger, "collect", "a.xlsx", "--yes")
    (line,) = outcome.err.splitlines()
    assert line.startswith("a.xlsx: 解压后比文件本身大得太多")
    assert (outcome.code, outcome.out) == (1, "")


def test_very_long_cells_of_a_filled_workbook_are_told_by_their_addresses(ledger: Path) -> None:
    assert limited(ledger, "report", "pack", "--unit", "审批科", "-o", "填报").code == 0
    data = (ledger / "填报" / "审批科.xlsx").read_bytes()
    (ledger / "a.xlsx").write_bytes(fill(data, {"G5": "长" * 3_000_000, "G6": "“年" * 2500, "G7": "进展"}))
    outcome = limited(ledger, "collect", "a.xlsx", "--yes")
    assert outcome.err.splitlines() == [
        "a.xlsx:填报表!G5: 这一格有3000000字，超过4000字；请写得短些，详细情况另附材料",
        "a.xlsx:填报表!G6: 这一格有5000字，超过4000字；请写得短些，详细情况另附材料",
    ]
    assert (outcome.code, outcome.out) == (1, "")
    assert not (ledger / "data" / "progress.yaml").exists()
