"""A table of contents: it prints the headings once more, and shares out nothing."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.words.tidy_text import flow

_CONTENTS = r"目\s*[录次]"
_LEADERS = r"[\s.．…·—-]*[（(]?\d{0,3}[)）]?$"
_MOST = 300  # entries
_LONGEST = 70  # characters of one
_FEWEST = 2


def without_contents(passages: Sequence[Passage]) -> list[Passage]:
    """The paragraphs without those from 目录 to where its first entry stands as a heading."""
    at = next((at for at, one in enumerate(passages) if compiled(_CONTENTS).fullmatch(one.text)), None)
    if at is None or at + 1 == len(passages):
        return list(passages)
    first = _entry(passages[at + 1])
    for end in range(at + 2, min(at + 2 + _MOST, len(passages))):
        if _entry(passages[end]) == first:
            is_one = end - at > _FEWEST
            return [*passages[:at], *passages[end:]] if is_one else list(passages)
        if len(passages[end].text) > _LONGEST:
            break
    return list(passages)


def _entry(passage: Passage) -> str:
    """A heading without the leaders and the page's number behind it."""
    return compiled(_LEADERS).sub("", flow(passage.text))
