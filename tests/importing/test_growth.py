"""No text, however it is made, costs more than its length: held by limits that what is squared would pass."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")

PIECES = (
    *(
        "（",
        "〔",
        "【[",
        "“",
        "“年",
        "年",
        "1",
        "1.",
        "1,",
        "新增1",
        "80%",
        "百",
        "6月底前",
        "《",
        "、",
        "和",
    ),
    *("区司法局和", "甲乙丙丁", "牵头单位：", "（牵头", "（责任单位：甲", "时限：", "一、", "（一）", "每月"),
    *("到", "等", "各", "（1）", "\n甲", "A1 "),
)
SCRIPT = """
import csv, io, resource, sys
from qjtask.importing.drafts.draft import Wishes, read_draft
from qjtask.importing.formats.files import read_document
from qjtask.importing.document.grid import LONGEST_TEXT
from qjtask.importing.document.head import Head

column, pieces = int(sys.argv[1]), sys.argv[2:]
out = io.StringIO()
rows = csv.writer(out)
rows.writerow(("序号", "重点任务", "具体工作", "责任单位", "完成时限"))
usual = ["1", "（一）优化审批服务", "公布事项清单", "审批科", "6月底前"]
rows.writerow(usual)
for number, piece in enumerate(pieces, 2):
    row = [str(number), *usual[1:]]
    row[column] = (piece * LONGEST_TEXT)[:LONGEST_TEXT]
    rows.writerow(row)
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
document = read_document(out.getvalue().encode(), "a.csv", "a.csv", lambda _: None)
draft = read_draft(document, "a.csv", Wishes(head=Head(year=2026)), 2026, lambda _: None)
print(sum(1 for _ in draft.plan.items()))
"""


@pytest.mark.parametrize("column", [1, 2, 3, 4], ids=["heading", "work", "units", "deadline"])
def test_the_longest_cells_of_any_signs_cost_no_more_than_others(column: int) -> None:
    """Of the patterns that read a plan, one that is squared takes minutes here, and ends by the limit."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(column), *PIECES],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-1000:]
    assert int(done.stdout) > 0


PARAGRAPHS = """
import resource, sys
from qjtask.importing.document.grid import LONGEST_TEXT, SourceDocument
from qjtask.importing.document.head import Head
from qjtask.importing.drafts.draft import Wishes, read_draft

usual = "完成改造。（区司法局牵头，6月底前完成）"
long = [(piece * LONGEST_TEXT)[:LONGEST_TEXT] for piece in sys.argv[1:]]
lines = [line for text in long * 8 for line in ("1. " + usual, text, f"2. 完成改造（{text[:-20]}）。")]
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
document = SourceDocument(("2026年重点工作任务分解", *lines))
draft = read_draft(document, "a.txt", Wishes(head=Head(year=2026)), 2026, lambda _: None)
print(sum(1 for _ in draft.plan.items()))
"""


@pytest.mark.parametrize(
    "pieces", [("到", "力争", "确保"), ("统一", "具体", "由", "责成"), ("一是", "其中", "各")]
)
def test_the_longest_paragraphs_of_one_word_cost_no_more_than_others(pieces: tuple[str, ...]) -> None:
    """Who is told to do what by when is sought at every place of a sentence: each costs the same."""
    done = subprocess.run(
        [sys.executable, "-c", PARAGRAPHS, *pieces], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-1000:]
    assert int(done.stdout) > 0


BLANKS = """
import resource, sys
from qjtask.importing.document.grid import LONGEST_TEXT, Budget, CellSpan, SourceDocument, lay, numbered
from qjtask.importing.document.head import Head
from qjtask.importing.drafts.draft import Wishes, read_draft

long = [f"甲局{sys.argv[2] * (LONGEST_TEXT - 100)}乙局"] * 100
if sys.argv[1] == "cells":
    rows = [("序号", "重点任务", "责任单位", "完成时限")]
    rows += [(str(at), "1.公布清单。2.公布指南。", one, "6月底") for at, one in enumerate(long, 1)]
    blocks = (numbered("表1", lay([[*map(CellSpan, row)] for row in rows], Budget("a", 10**7))),)
else:
    blocks = tuple(line for one in long for line in ("1. 完成改造。（区司法局牵头）", f"责任单位：{one}"))
resource.setrlimit(resource.RLIMIT_CPU, (8, 8))
document = SourceDocument(("2026年重点工作任务分解", *blocks))
draft = read_draft(document, "a.txt", Wishes(head=Head(year=2026)), 2026, lambda _: None)
print(sum(1 for _ in draft.plan.items()))
"""


@pytest.mark.parametrize("place", ["cells", "paragraphs"])
def test_the_longest_run_of_blanks_costs_no_more_than_words(place: str) -> None:
    """What may stand behind blanks is sought once for a run of them, not from each of them on."""
    done = subprocess.run(
        [sys.executable, "-c", BLANKS, place, "\u3000"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-1000:]
    assert int(done.stdout) > 0


ROWS = """
import resource, sys
from lxml.html import document_fromstring
from qjtask.importing.formats.web.html_loose_rows import write_rows

root = document_fromstring("<table>" + "<tr><td>1<td>2</tr>" * 60_000 + "</table>")
resource.setrlimit(resource.RLIMIT_CPU, (6, 6))
write_rows(root, "a.html")
print(sum(1 for _ in root.iter("tr")))
"""


def test_each_row_of_a_web_table_is_compared_with_the_widest_once() -> None:
    done = subprocess.run([sys.executable, "-c", ROWS], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "60000\n"), done.stderr[-1000:]


HOW = """
import resource
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.opening_parts import read_part

resource.setrlimit(resource.RLIMIT_CPU, (8, 8))
print(read_part("县水利局" + "密切全力" * 25_000, "", Vocabulary(())))
"""


def test_how_an_office_helps_is_sought_over_a_few_words_from_each_place() -> None:
    done = subprocess.run([sys.executable, "-c", HOW], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "None\n"), done.stderr[-1000:]


SLASH = """
import resource
from qjtask.importing.cells.names import Vocabulary, read_offices
from qjtask.importing.words.column_roles import Role

resource.setrlimit(resource.RLIMIT_CPU, (8, 8))
print(len(read_offices("甲" * 40_000 + "/", Role.UNITS, Vocabulary([])).of(Role.UNITS)))
"""


def test_a_name_before_a_slash_is_sought_no_further_than_names_are_long() -> None:
    done = subprocess.run([sys.executable, "-c", SLASH], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "1\n"), done.stderr[-1000:]
