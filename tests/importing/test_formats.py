"""The shipped plan drawn in every format: one plan, and no doubt that the others do not have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qjtask.importing.drafts.draft import Draft
from qjtask.storage.plans.plan_file import load_plan

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = load_plan(ROOT / "data" / "tasks.yaml", "data/tasks.yaml")


def as_csv(kit: Any, drawn: Any, encoding: str) -> bytes:
    written: bytes = kit.to_csv(drawn)
    return written.decode("gb18030").encode(encoding)


TITLE = "2021年重点工作任务分解表"


def rows_of_texts(drawn: Any) -> list[list[str]]:
    """The texts row by row; a merged cell is blank in the rows it goes on into."""
    width = max(len(row) for row in drawn)
    return [[*[""] * (width - len(row)), *(text for text, _, _ in row)] for row in drawn]


def as_signs(drawn: Any, sign: str, edge: str = "") -> bytes:
    """A row a line."""
    return "\n".join([TITLE, *(edge + sign.join(row) + edge for row in rows_of_texts(drawn))]).encode()


def as_lines(drawn: Any) -> bytes:
    """One cell a line after a tab, a blank line after each row, as a pasted table is."""
    rows = ("\n".join("\t" + text for text in row) for row in rows_of_texts(drawn))
    return "\n".join([TITLE, "\n\n".join(rows), ""]).encode()


def written(kit: Any, drawn: Any) -> dict[str, tuple[str, bytes]]:
    """By form: the file's name and its bytes."""
    return {
        "docx": ("a.docx", kit.to_docx(drawn)),
        "xlsx": ("a.xlsx", kit.to_xlsx(drawn)),
        "html": ("a.html", kit.to_html(drawn)),
        "csv in UTF-8": ("a.csv", as_csv(kit, drawn, "utf-8")),
        "csv in UTF-8 with a mark": ("a.csv", as_csv(kit, drawn, "utf-8-sig")),
        "csv in GB18030": ("a.csv", as_csv(kit, drawn, "gb18030")),
        "txt, a cell a line": ("a.txt", as_lines(drawn)),
        "txt, tabs": ("a.txt", as_signs(drawn, "\t")),
        "txt, bars": ("a.txt", as_signs(drawn, "|", "|")),
    }


FORMS = (
    "xlsx",
    "html",
    "csv in UTF-8",
    "csv in UTF-8 with a mark",
    "csv in GB18030",
    "txt, a cell a line",
    "txt, tabs",
    "txt, bars",
)


@pytest.fixture(scope="module")
def drafts(kit: Any) -> dict[str, Draft]:
    drawn = kit.draw_plan(SHIPPED)
    return {
        form: kit.drafted(data, name, head=kit.head) for form, (name, data) in written(kit, drawn).items()
    }


def test_the_docx_gives_the_45_items_of_the_shipped_plan(drafts: dict[str, Draft]) -> None:
    plan = drafts["docx"].plan
    assert [(group.id, group.heading) for group in plan.groups] == [
        (group.id, group.heading) for group in SHIPPED.groups
    ]
    read, shipped = list(plan.items()), list(SHIPPED.items())
    assert len(read) == 45
    for one, other in zip(read, shipped, strict=True):
        assert (one.id, one.work, one.lead, one.units, one.deadline) == (
            other.id,
            other.work,
            other.lead,
            other.units,
            other.deadline,
        )


@pytest.mark.parametrize("form", FORMS)
def test_every_other_form_gives_the_same_plan_and_the_same_doubts(
    drafts: dict[str, Draft], form: str
) -> None:
    one, docx = drafts[form], drafts["docx"]
    assert one.plan == docx.plan
    assert [(doubt.items, doubt.read, doubt.assumed) for doubt in one.doubts] == [
        (doubt.items, doubt.read, doubt.assumed) for doubt in docx.doubts
    ]
