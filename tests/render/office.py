"""What the tests of documents share: the cells a sheet promises, and the pages a program makes of a file."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from qjtask.core.layout.document import Document, cell_words
from qjtask.core.layout.sheet import Sheet
from qjtask.importing.document.grid import Grid
from qjtask.importing.words.tidy_text import tidy


def sheets(document: Document) -> list[Sheet]:
    """The tables of a document, in its order."""
    return [block for part in document.parts for block in part.blocks if isinstance(block, Sheet)]


def promised(sheet: Sheet) -> list[list[str]]:
    """What a reader must find in a table drawn from `sheet`: headings, sections, cells."""
    lines = [[tidy(column.heading) for column in sheet.columns]]
    for at, row in enumerate(sheet.rows):
        if at in sheet.sections:
            lines.append([tidy(sheet.sections[at])] * len(sheet.columns))
        lines.append([tidy(cell_words(cell)) for cell in row])
    return lines


def found(grid: Grid) -> list[list[str]]:
    """What qjtask's own reader found, cell by cell."""
    return [[cell.text for cell in row.cells] for row in grid.rows]


def converted(content: bytes, name: str, folder: Path, kind: str) -> Path:
    """What LibreOffice makes of a file, by the ending of a format; skips where there is no LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice (soffice)")
    (folder / name).write_bytes(content)
    subprocess.run(
        [
            *(office, f"-env:UserInstallation=file://{folder}/profile", "--headless"),
            *("--convert-to", kind, "--outdir", str(folder), str(folder / name)),
        ],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(folder)},
        timeout=300,
    )
    return (folder / name).with_suffix(f".{kind}")


def pages(content: bytes, name: str, folder: Path) -> list[str]:
    """The text of each page that LibreOffice prints."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs poppler's pdftotext")
    return pdf_pages(converted(content, name, folder, "pdf"))


def pdf_pages(path: Path) -> list[str]:
    """The text of each page of a PDF, without its spaces."""
    told = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True)
    return ["".join(page.split()) for page in told.stdout.decode().split("\f")[:-1]]
