"""Whether a chase was answered: by a report of that unit on that work, written after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import History
from qjtask.core.log.order import written
from qjtask.core.plan.unit_names import UnitNames

_ANSWERS = frozenset((Do.START, Do.NOTE, Do.DONE, Do.HOLD, Do.DROP, Do.EXTEND))


def unanswered(past: History, names: UnitNames) -> list[Entry]:
    """The chases that are not answered, oldest first.

    What is reported for nobody in particular answers every unit's, and a report on a milestone those on
    its work. A chase of several offices under one name is answered when each of them has.
    """
    found = (one for entries in past.by_item.values() for one in _unanswered(entries, names))
    return sorted(found, key=written)


def _unanswered(entries: Sequence[Entry], names: UnitNames) -> Iterator[Entry]:
    """Those of one item, whose entries stand in the order of their writing."""
    told: set[str | None] = set()
    for entry in reversed(entries):
        offices = set(names.each((entry.unit,))) if entry.unit else set()
        if entry.do in _ANSWERS:
            told |= offices or {None}
        elif entry.do is Do.CHASE and None not in told and not (told and offices <= told):
            yield entry


def unanswered_words(chases: Sequence[Entry], today: date) -> str:
    """How many chases are not answered, and how many of them should have been by today."""
    late = sum(one.to is not None and one.to < today for one in chases)
    past_due = f"，其中{late}条已过答复日期" if late else ""
    return f"共{len(chases)}条催办没有答复{past_due}" if chases else "没有未答复的催办"
