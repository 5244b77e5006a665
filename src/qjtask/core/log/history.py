"""The log put in order as of a day: what counts, what was taken back."""

from collections.abc import Iterable, Mapping
from datetime import date

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.order import written
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import item_id_of

_UNDO = Do.UNDO  # read once: on Python 3.11 each `Do.UNDO` costs as much as a function's call


class History(NamedTuple):
    """The log as of a day: the entries that count by item, those that were taken back, and all in order."""

    by_item: Mapping[str, tuple[Entry, ...]]
    undone: frozenset[str]
    ordered: tuple[Entry, ...]

    @property
    def standing(self) -> list[Entry]:
        """The entries that count, oldest first."""
        return [entry for entry in self.ordered if entry.do is not _UNDO and entry.id not in self.undone]


UNTOLD = History({}, frozenset(), ())
"""The history of a log that holds nothing."""


def history(entries: Iterable[Entry], today: date) -> History:
    """What the log says on `today`: entries dated later are not seen, but what any takes back never counts.

    The order is that of writing, so a merge of two branches folds the same way on both sides; an entry
    that a merge brought twice counts once, and of two that share an id but not their content always
    the same one.
    """
    unique: dict[str, Entry] = {}
    for entry in entries:
        twin = unique.get(entry.id)
        if twin is None or repr(entry[1:-1]) < repr(twin[1:-1]):
            unique[entry.id] = entry
    undone = frozenset(
        entry.undoes for entry in unique.values() if entry.do is _UNDO and entry.undoes is not None
    )
    ordered = tuple(sorted((entry for entry in unique.values() if entry.on <= today), key=written))
    by_item: dict[str, list[Entry]] = {}
    for entry in ordered:
        if entry.do is not _UNDO and entry.id not in undone:
            by_item.setdefault(item_id_of(entry.item), []).append(entry)
    return History({item: tuple(found) for item, found in by_item.items()}, undone, ordered)
