"""All that a document's running text says of works shared out: the works, and what stands among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import SourceDocument

if TYPE_CHECKING:
    from qjtask.importing.clauses.clause_tasks import Outside, Task
    from qjtask.importing.clauses.text_lines import TextLine

_ABOVE = 12  # lines over the first number in which the list's title may stand
# What a clause cannot do without: a bracket, a colon, or a word; signs of words, for a page may break these.
_OF_CLAUSES = r"[（(〔\[［【﹝：:由牵负责配落单部科]"
# Below an office as a heading there is none of them: such a heading begins with a number, and no year is one.
_NUMBERED = rf"(?m)^\s*(?:(?![0-9]{{4}})[^\s\u4e00-\u9fff]|[第{NUMERALS}任事举措行工专项])"


class ClausePlan(NamedTuple):
    """The works of a document's paragraphs, and all `lines` with the clauses found in them.

    `outside` are paragraphs beside the works that are none; `mentions` is how many paragraphs speak of a
    责任单位 or the like, works or not.
    """

    tasks: tuple[Task, ...]
    lines: tuple[TextLine, ...]
    outside: tuple[Outside, ...]
    mentions: int
    doubts: tuple[Doubt, ...]

    @property
    def above(self) -> tuple[str, ...]:
        """The lines over the first number, nearest first: there the title stands."""
        numbered = (at for at, line in enumerate(self.lines) if line.printed and line.printed.number)
        at = next(numbered, len(self.lines))
        return tuple(line.text for line in reversed(self.lines[max(0, at - _ABOVE) : at]))

    @property
    def where(self) -> str:
        """The places of the works, for messages: 第8段至第42段."""
        first, last = self.tasks[0].place, self.tasks[-1].place
        return first if first == last else f"{first}至{last}"

    @property
    def seen(self) -> str:
        """What the paragraphs hold, for a refusal."""
        if self.tasks:
            return f"有{self.mentions}段文字写着责任单位"
        if not self.mentions:
            return "也没有写明责任单位的段落"
        return f"有{self.mentions}段提到责任单位或牵头单位，却读不出是哪项工作的"


def read_clause_plan(document: SourceDocument) -> ClausePlan:
    """The works that a document's numbered paragraphs share out; none when they share out nothing.

    The grammar of clauses is imported only for a document that may hold some.
    """
    if not may_hold_clauses(document):
        return ClausePlan((), (), (), 0, ())
    from qjtask.importing.clauses.document_clauses import read_document_clauses

    return read_document_clauses(document)


def may_hold_clauses(document: SourceDocument) -> bool:
    """Whether any paragraph has a sign that clauses are made with, or heads others with a number."""
    texts = [block for block in document.blocks if isinstance(block, str)]
    if any(re.search(_OF_CLAUSES, text) for text in texts):
        return True
    lines = sum(text.count("\n") + 1 for text in texts)
    return lines > 1 and any(re.search(_NUMBERED, text) for text in texts)
