"""The same small notice in the forms in which offices send one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

HEAD = ("序号", "重点任务", "具体工作", "责任单位", "完成时限")
TITLE = "2021年青禾县交通运输局重点工作任务分解表"
DOCUMENT, ISSUED = "青交发〔2021〕8号", "2021年3月1日"


class Work(NamedTuple):
    """A row of the table."""

    group: str
    work: str
    units: str
    term: str


def _rows(works: Iterable[Work]) -> Iterator[tuple[str, ...]]:
    yield HEAD
    for number, work in enumerate(works, 1):
        yield (str(number), *work)


def markdown_notice(path: Path, works: Iterable[Work], document: str = DOCUMENT, issued: str = ISSUED) -> str:
    """A Markdown file; the name of what was written."""
    head, *rows = ("| " + " | ".join(row) + " |" for row in _rows(works))
    lines = [
        f"# {TITLE}",
        "",
        document,
        "",
        head,
        "|---" * len(HEAD) + "|",
        *rows,
        "",
        "青禾县交通运输局",
        issued,
    ]
    made = path.with_suffix(".md")
    made.write_text("\n".join(lines) + "\n", "utf-8")
    return made.name


def text_notice(path: Path, works: Iterable[Work]) -> str:
    """A plain text whose columns stand apart by tabs."""
    lines = [TITLE, DOCUMENT, "", *("\t".join(row) for row in _rows(works)), "", "青禾县交通运输局", ISSUED]
    made = path.with_suffix(".txt")
    made.write_text("\n".join(lines) + "\n", "utf-8")
    return made.name


def docx_notice(path: Path, works: Iterable[Work]) -> str:
    """A Word file."""
    from docx import Document

    document = Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(DOCUMENT)
    rows = list(_rows(works))
    table = document.add_table(len(rows), len(HEAD))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    document.add_paragraph("青禾县交通运输局")
    document.add_paragraph(ISSUED)
    made = path.with_suffix(".docx")
    document.save(str(made))
    return made.name


def xlsx_notice(path: Path, works: Iterable[Work]) -> str:
    """An Excel file."""
    import xlsxwriter  # type: ignore[import-untyped]

    made = path.with_suffix(".xlsx")
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    for at, row in enumerate(((TITLE,), (DOCUMENT,), *_rows(works), ("青禾县交通运输局",), (ISSUED,))):
        sheet.write_row(at, 0, row)
    book.close()
    return made.name
