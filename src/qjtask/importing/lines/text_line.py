"""A paragraph of a document, or a numbered part of one, as the reading of clauses goes through it."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_finder import ClauseSearch, Stretch, nothing_found
from qjtask.importing.lines.levels import rank
from qjtask.importing.words.numbering import Printed

SENTENCE_ENDS = tuple("。；;！!")
"""The signs with which a sentence ends, and no title."""

_STOPS = " 。；;，,、.\n"
_HEAD = 5  # lines


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

    @property
    def is_numbered(self) -> bool:
        """Whether a number is printed before the line; a bullet is none."""
        return self.printed is not None and self.printed.number > 0

    @property
    def is_shared(self) -> bool:
        """Whether the line says who does a work."""
        return any(clause.is_shared for clause in self.search.clauses)

    @property
    def is_heading(self) -> bool:
        """Whether the line names offices that head the works below."""
        return any(clause.is_heading for clause in self.search.clauses)

    @property
    def is_owned(self) -> bool:
        """Whether the line says who does a work, or whose the works below are."""
        return self.is_shared or self.is_heading

    @property
    def is_apart(self) -> bool:
        """Whether who does a work stands apart from its words: over them, behind them, on its own line."""
        words = self.search.text.rstrip(_STOPS)
        return self.is_heading or (
            self.is_shared and not (words and self.text.rstrip(_STOPS).endswith(words))
        )

    @property
    def says_in_passing(self) -> bool:
        """Whether what the line says of offices, if anything, stands within its words: 由生活部组织评分."""
        is_whole = self.search.text.rstrip(_STOPS) == self.text.rstrip(_STOPS)
        return is_whole and all(clause.is_bare for clause in self.search.clauses)


def heads_narrower(lines: Sequence[TextLine], at: int, further: int = 1) -> bool:
    """Whether a numbered line stands over narrower numbers, some lines `further`."""
    own, following = lines[at].printed, lines[at + further].printed if at + further < len(lines) else None
    return own is not None and following is not None and rank(following.style) > rank(own.style)


def is_titled(lines: Sequence[TextLine], title: str, within: int = _HEAD) -> bool:
    """Whether a line without a number among the first, of which one is a document's title, has a pattern."""
    return any(line.printed is None and compiled(title).search(line.text) for line in lines[:within])


def only_clause(line: TextLine, clause: Clause) -> TextLine:
    """A line that is a clause and nothing else."""
    return line._replace(search=ClauseSearch((Stretch("", clause),), "", (len(line.text),)))


def running_text(text: str, place: str) -> TextLine:
    """A paragraph that has no number and shares out nothing, whatever it seemed to say."""
    return TextLine(None, text, nothing_found(text), place)
