"""The one work of a form that names its office first: 承办单位：区水务局 over 交办事项：治理排污口."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.importing.clauses.clause_words import SHARES, label_of
from qjtask.importing.lines.levels import read_level
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.words.column_roles import Role


def with_names_first(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages; the only name of a work goes before the labels that stand right over it.

    Only in a form, which is no list: nothing that counts stands over them.
    """
    named = [at for at, one in enumerate(passages) if label_of(one.text) is Role.TASK]
    if len(named) != 1:
        return passages
    start = named[0] - sum(1 for _ in _labels_over(passages, named[0]))
    shares = any(label_of(one.text) in SHARES for one in passages[start : named[0]])
    if not shares or any(_is_numbered(one.text) for one in passages[:start]):
        return passages
    return [*passages[:start], passages[named[0]], *passages[start : named[0]], *passages[named[0] + 1 :]]


def _labels_over(passages: Sequence[Passage], at: int) -> Iterator[Passage]:
    for passage in reversed(passages[:at]):
        if label_of(passage.text) is None:
            return
        yield passage


def _is_numbered(text: str) -> bool:
    printed = read_level(text)
    return printed is not None and printed.number > 0
