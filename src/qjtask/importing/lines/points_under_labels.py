"""Points under a label of a work whose offices stand above: 工作措施： over （1）选址 and （2）施工."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause_words import LABEL, label_of
from qjtask.importing.lines.levels import read_level
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.text_line import SENTENCE_ENDS
from qjtask.importing.words.column_roles import Role

_OWNS = {Role.LEAD, Role.UNITS}
_SAYS_WHO = "牵头|负责|责任单位|承办"
_BEGINS = r"(?:[（(]?[1一][)）、.．]|①)(?![0-9])"


def with_points_under_labels(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, such points in one with their label, where another label of the same work is under them.

    As paragraphs of their own they would be works, and what stands under them would be the last one's.
    """
    is_owned = False  # by a label of the run that stands over a passage
    at = 0
    while at < len(passages):
        passage = passages[at]
        label = label_of(passage.text)
        points = _points(passages, at) if is_owned and label is Role.WORK else 0
        if points and at + points + 1 < len(passages) and label_of(passages[at + points + 1].text):
            whole = passages[at : at + points + 1]
            passage = passage._replace(text="".join(map(_ended, (one.text for one in whole))))
            at += points
        is_owned = label is not None and (is_owned or label in _OWNS)
        yield passage
        at += 1


def _points(passages: Sequence[Passage], at: int) -> int:
    """How many numbered paragraphs under a label count on from 1, or from the one on its own line."""
    text = passages[at].text
    found = LABEL.match(text)
    rest = text[found.end() :].strip() if found else ""
    if rest and not compiled(_BEGINS).match(rest):
        return 0
    first = read_level(rest) if rest else None
    style, number = (first.style, first.number) if first else ("", 0)
    points = 0
    for passage in passages[at + 1 :]:
        printed = read_level(passage.text)
        if printed is None or printed.number != number + 1 or printed.style != (style or printed.style):
            break
        if LABEL.search(printed.text) or compiled(_SAYS_WHO).search(printed.text):
            return 0
        style, number = printed.style, printed.number
        points += 1
    return points


def _ended(text: str) -> str:
    """A part of a paragraph with a stop at its end."""
    return text if text.rstrip().endswith((*SENTENCE_ENDS, "：", ":")) else f"{text}。"
