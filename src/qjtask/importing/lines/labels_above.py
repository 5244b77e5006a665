"""Labels on lines of their own over the works that they are said of: 牵头单位：市发改委 over 1. and 2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause import Clause, joined
from qjtask.importing.clauses.clause_finder import Stretch, nothing_found
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.document.titles import is_day
from qjtask.importing.lines.levels import PLAIN
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.words.numbering import Printed

_OWNS = r"(?:责任|牵头|落实)(?:单位|部门|科室|处室|股室)|责任人"
_LEADS_IN = ("：", ":", "如下。", "如下")
_SENTENCE = ("。", "；", ";")
_HEAD = 4  # lines in which a title stands


def with_labels_above(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines; such labels head the works below, where none stands under a work.

    Over the first of them is nothing but a title, a day or 分工如下：, and works follow the last.
    """
    runs = list(_runs(lines))
    if not runs or not _head_works(lines, runs):
        return lines
    ends = dict(runs)
    made: list[TextLine] = []
    at = 0
    while at < len(lines):
        end = ends.get(at, at)
        made.append(_heading(lines[at:end]) if end > at else lines[at])
        at = max(end, at + 1)
    return made


def _runs(lines: Sequence[TextLine]) -> Iterator[tuple[int, int]]:
    """Where label lines begin that follow each other, and the line after each run."""
    start = 0
    for at, line in enumerate(lines):
        if not _is_label(line):
            if start < at:
                yield start, at
            start = at + 1
    if start < len(lines):
        yield start, len(lines)


def _is_label(line: TextLine) -> bool:
    return line.printed is None and line.is_clause and LABEL.match(line.text) is not None


def _head_works(lines: Sequence[TextLine], runs: Sequence[tuple[int, int]]) -> bool:
    """Whether runs of labels stand over works, and say who owns them."""
    first = runs[0][0]
    if not _is_over_all(lines[:first]) or not all(_is_over_number(lines, end) for _, end in runs):
        return False
    starts = [start for start, _ in runs]
    below = ((end, following) for (_, end), following in zip(runs, [*starts[1:], len(lines)], strict=True))
    return all(compiled(_OWNS).match(lines[start].text) for start in starts) and all(
        any(_lacks_owner(line) for line in lines[end:following]) for end, following in below
    )


def _is_over_all(before: Sequence[TextLine]) -> bool:
    """Whether lines are what stands over a list: a title, a day, a sentence such as 分工如下：."""
    if any(line.printed is not None or line.search.clauses for line in before):
        return False
    if not before or is_day(before[-1].text) or before[-1].text.endswith(_LEADS_IN):
        return True
    return len(before) <= _HEAD and not before[-1].text.endswith(_SENTENCE)


def _lacks_owner(line: TextLine) -> bool:
    """Whether a numbered line says nothing of who does it, so that the labels over it do."""
    return line.is_numbered and not line.is_shared


def _is_over_number(lines: Sequence[TextLine], at: int) -> bool:
    return at < len(lines) and lines[at].is_numbered


def _heading(labels: Sequence[TextLine]) -> TextLine:
    """Label lines as one heading, called by its offices or else as it is printed."""
    clause = reduce(joined, (one for line in labels for one in line.search.clauses), Clause())
    clause = clause._replace(is_heading=True, is_bare=False)
    text = "、".join((*clause.lead, *clause.units)) or labels[0].text
    search = nothing_found(text)._replace(stretches=(Stretch(text, clause),))
    return TextLine(Printed(PLAIN, 0, text), text, search, labels[0].place)
