"""PDF documents, through pdfplumber (the extra `pdf`): ruled tables, their merges found from the lines."""

from __future__ import annotations

import logging
from collections.abc import Callable
from io import BytesIO
from typing import Any

from qjtask.core.problem import Refused, refuse
from qjtask.importing.document.grid import Budget, SourceDocument
from qjtask.importing.formats.pages.drawn_pages import BY_RECOGNITION, DrawnPages
from qjtask.importing.formats.pages.pdf_bounds import bounded

Progress = Callable[[int], None]

_MOST_PAGES = 2000


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
        raise refuse(shown, "这份 PDF 里只有图片，没有文字", BY_RECOGNITION)
    return document


def _read(pages: Any, budget: Budget, shown: str, progress: Progress) -> tuple[SourceDocument, bool]:
    """The pages' paragraphs and tables, and whether there is any text."""
    if len(pages) > _MOST_PAGES:
        raise refuse(shown, f"超过 {_MOST_PAGES} 页", "请只留下任务分解表的几页再导入")
    reader = DrawnPages(budget, shown)
    for number, page in enumerate(pages, 1):
        reader.read(number, page)
        page.close()
        progress(number)
    return reader.document(), reader.has_text
