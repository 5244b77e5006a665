"""PDF documents, through pdfplumber (the extra `pdf`): ruled tables, their merges found from the lines."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections.abc import Callable
from io import BytesIO
from typing import Any

from qjtask.core.problem import Refused, refuse
from qjtask.importing.doubts import Doubt
from qjtask.importing.grid import Budget, Grid, GridCell, SourceDocument, numbered, squared
from qjtask.importing.pdf_bounds import bounded, find_tables
from qjtask.importing.tidy_text import tidy

Progress = Callable[[int], None]

_MOST_PAGES = 2000
_NEAR = 3  # points; ruled lines of one edge rarely stand further apart
_PAGE_NUMBER = r"[—\-–－ ·]*\d{1,4}[—\-–－ ·]*|第?\s*\d+\s*页.*"


def read_pdf(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read a PDF's bytes. Refused without the extra, and when it is locked, broken, or only pictures."""
    try:
        import pdfplumber
    except ImportError as error:
        raise refuse(
            shown, "读 PDF 要另装组件", "请运行 pip install 'qjtask[pdf]'，或在 WPS 里把它转成 .docx 再导入"
        ) from error
    for name in ("pdfminer", "pdfplumber"):  # they report every odd font and reference, in English
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with bounded(len(data), shown) as refuse_again:
        try:
            with pdfplumber.open(BytesIO(data)) as pdf:
                document, has_text = _read(pdf.pages, Budget(shown, len(data)), shown, progress)
        except (Refused, MemoryError, RecursionError):
            raise
        except Exception as error:
            # pdfminer raises whatever a broken file leads it into: to a reader it all means the same.
            refuse_again()
            locked = "Password" in repr(error) or "Encrypt" in repr(error)
            what = "文件加了密码" if locked else "PDF 已损坏，读不出来"
            raise refuse(shown, what, "请用阅读器打开，另存一份没有密码的再导入") from error
        refuse_again()
    if not has_text:
        raise refuse(shown, "这份 PDF 里只有图片，没有文字", "请先用文字识别转成 Word 或文本，核对后再导入")
    if document.doubts and not document.grids:
        raise refuse(shown, document.doubts[0].read, "请在 WPS 里转成 .docx 再导入")
    return document


def _read(pages: Any, budget: Budget, shown: str, progress: Progress) -> tuple[SourceDocument, bool]:
    """The pages' paragraphs and tables, and whether there is any text."""
    if len(pages) > _MOST_PAGES:
        raise refuse(shown, f"超过 {_MOST_PAGES} 页", "请只留下任务分解表的几页再导入")
    blocks: list[str | Grid] = []
    doubts: list[Doubt] = []
    has_text = False
    for number, page in enumerate(pages, 1):
        found = find_tables(page)
        if found is None:
            told = f"第{number}页的线条太多，像是图纸，没有在这一页找表格"
            doubts.append(Doubt(shown, told, "略去"))
        tables = sorted(found or (), key=lambda table: table.bbox[1])
        lines = page.extract_text_lines(return_chars=False)
        has_text = has_text or bool(lines) or bool(page.chars)
        free = [line for line in lines if not any(_is_inside(line, table.bbox) for table in tables)]
        for at, table in enumerate(tables, 1):
            above = [line for line in free if line["top"] < table.bbox[1]]
            blocks.extend(_paragraphs(above))
            free = free[len(above) :]
            name = f"第{number}页表" if len(tables) == 1 else f"第{number}页表{at}"
            cells = _cells(page, table, budget)
            if cells:
                blocks.append(numbered(name, cells))
        blocks.extend(_paragraphs(free))
        page.close()
        progress(number)
    return SourceDocument(tuple(blocks), tuple(doubts)), has_text


def _paragraphs(lines: list[Any]) -> list[str]:
    texts = [tidy(line["text"]) for line in lines]
    return [text for text in texts if text and not re.fullmatch(_PAGE_NUMBER, text)]


def _is_inside(line: Any, box: Any) -> bool:
    middle = (line["top"] + line["bottom"]) / 2
    return bool(box[1] - 1 <= middle <= box[3] + 1)


def _cells(page: Any, table: Any, budget: Budget) -> list[tuple[GridCell, ...]]:
    """The table's boxes put on a grid of all their edges: a box over several places is a merged cell."""
    boxes = [box for box in table.cells if box]
    across, down = (
        _edges([x for box in boxes for x in (box[0], box[2])]),
        _edges([y for box in boxes for y in (box[1], box[3])]),
    )
    budget.columns(len(across))
    budget.take(len(across) * len(down))
    lines: list[dict[int, GridCell]] = [{} for _ in down[1:]]
    characters = sorted(page.chars, key=lambda char: (char["top"] + char["bottom"]) / 2)
    middles = [(char["top"] + char["bottom"]) / 2 for char in characters]
    for x0, top, x1, bottom in boxes:
        inside = characters[bisect_left(middles, top) : bisect_left(middles, bottom)]
        text = _text([char for char in inside if x0 <= (char["x0"] + char["x1"]) / 2 < x1])
        columns = range(_index(across, x0), _index(across, x1))
        rows = range(_index(down, top), _index(down, bottom))
        for row in rows:
            for column in columns:
                lines[row][column] = GridCell(text, up=row > rows.start, left=column > columns.start)
    return squared(lines, budget)


def _text(characters: list[Any]) -> str:
    if not characters:
        return ""
    from pdfplumber.utils.text import extract_text

    return tidy(extract_text(characters))


def _edges(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _index(edges: list[float], value: float) -> int:
    return max(0, bisect_left(edges, value + _NEAR) - 1)
