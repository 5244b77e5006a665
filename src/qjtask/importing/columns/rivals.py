"""Columns of one kind weighed against each other, by the grounds of vocabulary.toml.

Of several columns of texts one is the work, of several columns of dates one the deadline, and of several
columns of offices some are responsible.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.columns.column_reading import ColumnReading, Rival
from qjtask.importing.columns.heading_words import Evidence, plain_heading
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.vocabulary import words

Grounds = Mapping[int, tuple[Evidence, ...]]
"""What speaks for and against each of the rivals, by column."""


class Contender(NamedTuple):
    """A column beside the others of its kind, in a table with these columns."""

    own: ColumnReading
    others: tuple[ColumnReading, ...]
    columns: Sequence[ColumnReading]


Test = Callable[[Contender], bool]


def weighed(
    of: Collection[Role],
    rivals: Sequence[ColumnReading],
    columns: Sequence[ColumnReading],
    tests: Mapping[str, Test],
) -> Grounds:
    """What the grounds for being one of `of` say of each rival; `tests` are those that they name."""
    grounds = [ground for ground in words().grounds if ground.of in of]
    found = {}
    for own in rivals:
        beside = Contender(own, tuple(other for other in rivals if other is not own), columns)
        plain = plain_heading(own.name)
        found[own.at] = tuple(
            Evidence(Role(ground.of), ground.weight, ground.reason)
            for ground in grounds
            if ground.names(plain) and (not ground.when or tests[ground.when](beside))
        )
    return found


def heaviest(rivals: Sequence[ColumnReading], grounds: Grounds) -> ColumnReading:
    """The rival for which most speaks, the rightmost of equals, with the one that came next."""
    weights = {own.at: sum(one.weight for one in grounds[own.at]) for own in rivals}
    first, *others = sorted(rivals, key=lambda own: (weights[own.at], own.at), reverse=True)
    if not others:
        return first
    return first._replace(rival=Rival(others[0].at, weights[first.at] - weights[others[0].at]))
