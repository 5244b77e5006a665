"""A page's card: a table, or lines, whose labels give the title, number, office and day of a notice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qjtask.core.text.signs import is_blank
from qjtask.importing.document.grid import GridRow, SourceDocument
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_FIRST_LINES = 40
_LINE = r"\s*([^：:]{2,12})[：:]\s*(.+)"
_NEXT_LABEL = r"\s(?=[\u4e00-\u9fff]{2,6}[：:])"


def head_of_card(document: SourceDocument, rows: Iterable[GridRow]) -> dict[str, str]:
    """What the labels of a card give: title, document, issuer, issued, each as printed.

    `rows` are those of the tables that are cards; a card of lines stands among the first ones.
    """
    found: dict[str, str] = {}
    known = words().tables.card
    for label, value in (*_pairs_of_rows(rows), *_pairs_of_lines(document)):
        part = known.get(_plain(label), "other")
        if part != "other" and not is_blank(value) and _plain(value) not in known:
            found.setdefault(part, value)
    return found


def _pairs_of_rows(rows: Iterable[GridRow]) -> Iterator[tuple[str, str]]:
    """索引号：| 1100 | 主题分类：| 综合政务: a label and the cell after it, or both in one cell."""
    known = words().tables.card
    for row in rows:
        texts = [flow(cell.text) for cell in row.cells if not cell.left]
        for text, after in zip(texts, [*texts[1:], ""], strict=True):
            both = re.fullmatch(_LINE, text)
            if _plain(text) in known:
                yield text, after
            elif both:
                yield both[1], both[2]


def _plain(label: str) -> str:
    return re.sub(r"[\s：:【】\[\]]", "", label)


def _pairs_of_lines(document: SourceDocument) -> Iterator[tuple[str, str]]:
    """文号：… in a line of its own, or several side by side: 信息来源：甲镇　发布日期：2024-08-01."""
    lines = (block for block in document.blocks[:_FIRST_LINES] if isinstance(block, str))
    for part in (part for line in lines for part in re.split(_NEXT_LABEL, line)):
        found = re.fullmatch(_LINE, flow(part))
        if found:
            yield found[1], found[2]
