"""Several offices in one paragraph, each with a sentence: 县水利局负责清淤。县城管局负责保洁."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.opening_offices import read_opening
from qjtask.importing.clauses.opening_parts import is_of_many
from qjtask.importing.lines.levels import read_level
from qjtask.importing.lines.paragraphs import Passage

_TITLE = r"(?:分工|职责|任务|安排|计划|方案)(?:[（(][^（()）]*[)）])?$"
_HEAD = 5  # lines in which a title stands
_SENTENCE = "(?<=。)(?=.{6})"
_OWES = r"[^，,。；;：:]{2,60}?(?:负责|牵头|要|须|承担)(?![人制])"
_FEWEST = 2  # sentences
_LONGEST = 800  # signs of a paragraph
_NOBODY = Vocabulary(())


def with_sentences_apart(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages of a paper that shares out duties, such a paragraph cut at its sentences."""
    if not any(compiled(_TITLE).search(one.text) for one in passages[:_HEAD]):
        return passages
    return [part for one in passages for part in _parts(one)]


def _parts(passage: Passage) -> Iterator[Passage]:
    sentences = compiled(_SENTENCE).split(passage.text) if len(passage.text) <= _LONGEST else []
    if len(sentences) < _FEWEST or read_level(passage.text) or not all(map(_says_who, sentences)):
        yield passage
        return
    yield from (passage._replace(text=text) for text in sentences)


def _says_who(sentence: str) -> bool:
    """Whether a sentence begins with an office and what it owes."""
    own = read_opening(sentence, _NOBODY) if compiled(_OWES).match(sentence) else None
    return own is not None and own.is_strong and not is_of_many(own.clause)
