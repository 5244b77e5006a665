"""The works that a doubt is about: found by the rows of the source that it names, once these have ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.outline.work_numbers import GroupDraft


def with_items(doubts: Iterable[Doubt], drafts: Sequence[GroupDraft]) -> Iterator[Doubt]:
    """The doubts with the works of their rows, in the plan's order; those made about works keep these.

    A work stands in the row where it begins and in those that go on with it; in a row that is no work's,
    and in the document as a whole, there is none.
    """
    by_row: dict[str, list[str]] = {}
    order: dict[str, int] = {}
    for draft in drafts:
        for member in draft.members:
            order[member.id] = len(order)
            for place in (member.found.place, *member.found.further):
                by_row.setdefault(place, []).append(member.id)
    for doubt in doubts:
        rows = doubt.rows or (doubt.place,)
        items = doubt.items or dict.fromkeys(item for row in rows for item in by_row.get(row, ()))
        yield doubt._replace(items=tuple(sorted(items, key=lambda item: order.get(item, 0))))
