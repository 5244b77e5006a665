"""A paragraph of a document, or a numbered part of one, as the reading of clauses goes through it."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.clauses.clause_finder import ClauseSearch, nothing_found
from qjtask.importing.lines.levels import rank
from qjtask.importing.words.numbering import Printed

_STOPS = " 。；;，,、.\n"


class TextLine(NamedTuple):
    """A paragraph or a numbered part of one: its number, its text after it, and the clauses in it."""

    printed: Printed | None
    text: str
    search: ClauseSearch
    place: str

    @property
    def is_clause(self) -> bool:
        """Whether the line is a clause and nothing else: 责任单位：县住建局."""
        return bool(self.search.clauses) and not self.search.text.strip(_STOPS)


def heads_narrower(lines: Sequence[TextLine], at: int, further: int = 1) -> bool:
    """Whether a numbered line stands over narrower numbers, some lines `further`."""
    own, following = lines[at].printed, lines[at + further].printed if at + further < len(lines) else None
    return own is not None and following is not None and rank(following.style) > rank(own.style)


def running_text(text: str, place: str) -> TextLine:
    """A paragraph that has no number and shares out nothing, whatever it seemed to say."""
    return TextLine(None, text, nothing_found(text), place)
