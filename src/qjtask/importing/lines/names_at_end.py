"""Offices at the very end of each work, behind a dash or a stop: 1.建设学校2所。——县教育局."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.name_kinds import heads_works
from qjtask.importing.lines.levels import UNNUMBERED, read_level
from qjtask.importing.lines.paragraphs import Passage

_AT_END = (
    r"(?P<work>.{4,}?)(?:\s*(?:[—－-]{2,}|—)|(?<=[。；;])|[ \t\u3000]{2,})\s*"
    r"(?P<names>[^。；;：:，,（()）—－-]{3,60})[。；;]?$"
)
_SAYS_WHO = r"[）)]。?$|牵头|负责|(?:责任|承办|配合)(?:单位|部门|科室)[：:]"
_FEWEST = 2  # works that end so
_DASH, _OF_ALL = "——", 3  # two of three have it


def with_names_in_brackets(passages: Sequence[Passage], vocabulary: Vocabulary) -> Sequence[Passage]:
    """The passages with such offices in brackets, where all works with that kind of number end so.

    One alone does, too, where all others say in other words who does them. Behind a dash most are enough:
    what stands there is said of the work, and the others are told.
    """
    printed = {at: own for at, one in enumerate(passages) if (own := read_level(one.text))}
    numbered = (at for at, own in printed.items() if own.number)
    turned = {at: text for at in numbered if (text := with_brackets(passages[at].text, vocabulary))}
    styles = {printed[at].style for at in turned} - UNNUMBERED
    alike = [at for at, own in printed.items() if own.style in styles]
    said = [at for at in alike if at in turned or _says_who(passages[at].text)]
    if len(alike) < _FEWEST or not (len(said) == len(alike) or _are_most(said, alike, passages)):
        return passages
    return [one._replace(text=turned.get(at, one.text)) for at, one in enumerate(passages)]


def _are_most(said: Sequence[int], alike: Sequence[int], passages: Sequence[Passage]) -> bool:
    """Whether most works have a long dash before who does them."""
    dashed = [at for at in said if _DASH in passages[at].text]
    return len(dashed) >= _FEWEST and len(dashed) * _OF_ALL >= len(alike) * (_OF_ALL - 1)


def _says_who(text: str) -> bool:
    return compiled(_SAYS_WHO).search(text) is not None


def with_brackets(text: str, vocabulary: Vocabulary) -> str:
    """A work with the offices at its end in brackets; "" where none stand there."""
    found = compiled(_AT_END).match(text)
    names = names_only(found["names"].strip(), vocabulary) if found else ()
    if found is None or not names or not all(map(heads_works, names)):
        return ""
    return f"{found['work']}（{found['names'].strip()}）"
