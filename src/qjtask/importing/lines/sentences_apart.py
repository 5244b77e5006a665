"""Several offices in one paragraph, each with a sentence: 县水利局负责清淤。县城管局负责保洁."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_finder import find_clauses
from qjtask.importing.clauses.opening_offices import read_opening
from qjtask.importing.clauses.opening_parts import is_of_many
from qjtask.importing.lines.counted_points import counted_points
from qjtask.importing.lines.deciding_minutes import DECISIONS
from qjtask.importing.lines.levels import read_level
from qjtask.importing.lines.paragraphs import Passage

_TITLE = r"(?:分工|职责|任务|安排|计划|方案)(?:[（(][^（()）]*[)）])?$"
_HEAD = 5  # lines in which a title stands
_SENTENCE = "(?<=。)(?=.{6})"
_PART = "(?<=[。；;])(?=.{6})"
_OWES = r"[^，,。；;：:]{2,60}?(?:负责|牵头|要|须|承担)(?![人制])"
_OF_ALL = r"(?:以上|上述|各项)[^，,。；;]{0,6}(?:工作|任务|事项)"
_FEWEST = 2  # sentences
_LONGEST = 1500  # signs of a paragraph
_NOBODY = Vocabulary(())


def with_sentences_apart(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages of a paper that shares out duties, such a paragraph cut at its sentences.

    Those of minutes are cut where another office is told; what leads in to the first stays before it.
    """
    titles = [one.text for one in passages[:_HEAD]]
    if any(map(compiled(_TITLE).search, titles)):
        return [part for one in passages for part in _sentences(one)]
    if any(map(compiled(DECISIONS).search, titles)):
        return [part for one in passages for part in _decisions(one)]
    return passages


def _sentences(passage: Passage) -> Iterator[Passage]:
    sentences = _cut(passage, _SENTENCE)
    are_all = sentences and all(compiled(_OWES).match(one) and _told(one) for one in sentences)
    yield from (passage._replace(text=text) for text in sentences) if are_all else (passage,)


def _decisions(passage: Passage) -> Iterator[Passage]:
    """A paragraph of minutes cut where an office is told that was not told before it."""
    parts = _cut(passage, _PART)
    starts = _starts(parts)
    is_counted = counted_points(passage.text, lambda part: bool(_told(part)))[1] != []
    if is_counted or len(starts) < _FEWEST or len(starts) * 2 < len(parts) - starts[0]:
        yield passage
        return
    of_all = [at for at, part in enumerate(parts) if at > starts[0] and compiled(_OF_ALL).match(part)]
    for start, end in pairwise(sorted({0, *starts, *of_all, len(parts)})):
        yield passage._replace(text="".join(parts[start:end]).rstrip("；;"))


def _starts(parts: Sequence[str]) -> list[int]:
    """Where parts of a paragraph tell somebody whom the one before it did not."""
    starts: list[int] = []
    before: tuple[str, ...] = ()
    for at, part in enumerate(parts):
        names = _told(part)
        if names and names != before:
            starts.append(at)
        before = names or before
    return starts


def _cut(passage: Passage, at: str) -> list[str]:
    """The parts of a paragraph without a number; none of a long one, or of one that has none."""
    is_text = len(passage.text) <= _LONGEST and read_level(passage.text) is None
    parts = compiled(at).split(passage.text) if is_text else []
    return parts if len(parts) >= _FEWEST else []


def _told(sentence: str) -> tuple[str, ...]:
    """Whom a sentence tells for certain to do something; () where these are all of a kind."""
    own = read_opening(sentence, _NOBODY)
    if own is not None and own.is_strong:
        found: Sequence[Clause] = (own.clause,)
    else:
        found = find_clauses(sentence, _NOBODY, bare=False).clauses[:1]
    return next((one.names or one.notes for one in found if not is_of_many(one)), ())
