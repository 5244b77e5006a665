"""The entries of one work by what they do and whom they are about, so that each office finds its own at once.

Tested with what is made of them: tests/core/letters/test_score_facts.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from qjtask.core.log.entry import Do, Entry
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.unit_names import UnitNames
from qjtask.core.standing.row import Row


class WorkEntries(NamedTuple):
    """What the log holds of a work, by the office it is about; under None what is about nobody in particular.

    `done` are the completions of the whole work, by the day too; `moved` the extensions by what they say.
    """

    done: Mapping[tuple[str | None, date], Sequence[Entry]]
    chases: Mapping[str | None, Sequence[Entry]]
    returns: Mapping[str | None, Sequence[Entry]]
    moved: Mapping[tuple[str, date, date | None], Entry]


def work_entries(row: Row, entries: Iterable[Entry], names: UnitNames) -> WorkEntries:
    """The entries of a work that count, gone through once for all its offices."""
    done: dict[tuple[str | None, date], list[Entry]] = {}
    chases: dict[str | None, list[Entry]] = {}
    returns: dict[str | None, list[Entry]] = {}
    moved: dict[tuple[str, date, date | None], Entry] = {}
    for entry in entries:
        for office in _about(entry, names):
            if entry.do is Do.DONE and entry.item == row.item.id:
                done.setdefault((office, entry.on), []).append(entry)
            elif entry.do is Do.CHASE:
                chases.setdefault(office, []).append(entry)
        if entry.do is Do.EXTEND:
            moved.setdefault((entry.item, entry.on, entry.to), entry)
    for entry in row.state.returns:
        for office in _about(entry, names):
            returns.setdefault(office, []).append(entry)
    return WorkEntries(done, chases, returns, moved)


def _about(entry: Entry, names: UnitNames) -> tuple[str | None, ...]:
    return (None,) if entry.unit is None else names.each((entry.unit,))
