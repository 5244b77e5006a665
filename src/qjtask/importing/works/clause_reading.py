"""Reading the works that a document's paragraphs share out, where any may stand there."""

from __future__ import annotations

import re

from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.works.clause_plan import ClausePlan

# What a clause cannot do without: a bracket, a colon, or a word; signs of words, for a page may break these.
_OF_CLAUSES = frozenset("（(〔[［【﹝：:由牵负责配落单部科")
# Below an office as a heading there is none of them: such a heading begins with a number, and no year is one.
_NUMBERED = rf"(?m)^\s*(?:(?![0-9]{{4}})[^\s\u4e00-\u9fff]|[第{NUMERALS}任事举措行工专项])"
_OFFICE = r"(?m)^\s*[\u4e00-\u9fff]{2,12}[处室局委办组站所院会联队]\s*$"
_FEWEST = 2  # offices alone on a line, over works without numbers


def read_clause_plan(document: SourceDocument, *, whatever_titled: bool = False) -> ClausePlan:
    """The works that a document's numbered paragraphs share out; none when they share out nothing.

    The grammar of clauses is imported only for a document that may hold some.
    """
    if not may_hold_clauses(document):
        return ClausePlan((), (), (), 0, ())
    from qjtask.importing.works.document_clauses import read_document_clauses

    return read_document_clauses(document, whatever_titled=whatever_titled)


def may_hold_clauses(document: SourceDocument) -> bool:
    """Whether any paragraph has a sign that clauses are made with, or heads others with a number."""
    texts = [block for block in document.blocks if isinstance(block, str)]
    if not all(map(_OF_CLAUSES.isdisjoint, texts)):
        return True
    lines = sum(text.count("\n") + 1 for text in texts)
    if lines < _FEWEST:
        return False
    numbered = any(re.search(_NUMBERED, text) for text in texts)
    return numbered or sum(len(re.findall(_OFFICE, text)) for text in texts) >= _FEWEST
