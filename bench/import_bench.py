"""Measure qjtask import and print a Markdown table: python bench/import_bench.py.

Tables of the same generated items are drawn as .docx and .html, their group cells merged down, and
read by the qjtask beside this interpreter into a plan in a temporary folder. Growth is linear when
the time of each item, start-up aside, does not rise with their number.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from itertools import groupby
from pathlib import Path

from generate import Item, items
from growth import Measured, children_env, measure_all, medians
from measure import Run, run

TITLE = "2021年政务服务工作任务分解表"
HEADINGS = ("重点任务", "具体工作", "牵头单位", "责任单位", "完成时限")

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


# Tables -----------------------------------------------------------------------------------------


def groups(count: int) -> Iterator[tuple[str, list[Item]]]:
    """The generated items under a heading for each group."""
    for number, own in groupby(items(count), key=lambda item: item.id.partition(".")[0]):
        yield f"{number}.重点任务之{number}", list(own)


def texts(item: Item) -> tuple[str, ...]:
    """An item's cells after the group's."""
    return item.work, "、".join(item.lead), "、".join(item.units), item.deadline


def write_html(count: int, path: Path) -> None:
    """A page with one table, the groups' cells spanning their rows."""
    with path.open("w", encoding="utf-8") as out:
        out.write(f"<html><meta charset='utf-8'><body><p>{TITLE}</p><table>")
        out.write("".join(["<tr>", *(f"<th>{name}</th>" for name in HEADINGS), "</tr>"]))
        for heading, own in groups(count):
            for at, item in enumerate(own):
                first = f'<td rowspan="{len(own)}">{heading}</td>' if at == 0 else ""
                cells = "".join(f"<td>{escape(text)}</td>" for text in texts(item))
                out.write(f"<tr>{first}{cells}</tr>\n")
        out.write("</table></body></html>")


def write_docx(count: int, path: Path) -> None:
    """A Word document with one table, the groups' cells merged down."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        with package.open("word/document.xml", "w") as out:
            for part in _document(count):
                out.write(part.encode())


def _document(count: int) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_W}"><w:body>'
    yield f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p><w:tbl>"
    yield _row(_cell(name) for name in HEADINGS)
    for heading, own in groups(count):
        for at, item in enumerate(own):
            merge = '<w:vMerge w:val="restart"/>' if at == 0 else "<w:vMerge/>"
            yield _row([_cell(heading if at == 0 else "", merge), *map(_cell, texts(item))])
    yield "</w:tbl><w:sectPr/></w:body></w:document>"


def _row(cells: Iterator[str] | Sequence[str]) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _cell(text: str, merge: str = "") -> str:
    return f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:tc>"


WRITERS: Mapping[str, Callable[[int, Path], None]] = {"docx": write_docx, "html": write_html}


# Measures ---------------------------------------------------------------------------------------


def measured(form: str, program: str, size: int, runs: int, folder: Path) -> Measured:
    """The import of a table drawn in that form."""
    source, plan = folder / f"{size}.{form}", folder / f"{size}-{form}.yaml"
    WRITERS[form](size, source)
    words = [program, "import", str(source), "-o", str(plan), "--yes"]
    took: list[Run] = []
    for _ in range(runs + 1):
        plan.unlink(missing_ok=True)
        took.append(run(words, children_env(folder)))
    last = plan.read_text(encoding="utf-8").count("    work:")
    if last != size:
        raise SystemExit(f"{source.name}: {last} items read of {size}")
    return medians(size, took)


if __name__ == "__main__":
    measure_all(__doc__, {f"`qjtask import`, .{form}": partial(measured, form) for form in WRITERS})
