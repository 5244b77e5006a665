"""Offices printed once over the works that they owe: the blank cells under them, in a table by offices."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.signs import is_blank
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.outline.outline import FoundWork, Outline

_READ = "单位一栏在工作左边，有的格空着"


def with_offices_above(outline: Outline) -> Outline:
    """The works without an office given the one above, told once; before the first one all stay as they are.

    Called for a table whose only column of owners stands left of the works.
    """
    above: FoundWork | None = None
    filled: list[FoundWork] = []
    made = []
    for section in outline.sections:
        rows = []
        for row in section.rows:
            is_open = not (row.lead.strip() or row.units.strip())
            if is_open and above is not None:
                rows.append(row._replace(lead=above.lead, units=above.units))
                filled.append(row)
            else:
                rows.append(row)
                above = above if is_open or _says_none(row) else row
        made.append(section._replace(rows=tuple(rows)))
    if not filled:
        return outline
    return outline._replace(sections=tuple(made), doubts=(*outline.doubts, _told(filled)))


def _says_none(row: FoundWork) -> bool:
    """Whether a row says / for its office."""
    return is_blank(row.lead) and is_blank(row.units)


def _told(filled: Sequence[FoundWork]) -> Doubt:
    rows = tuple(row.place for row in filled)
    return Doubt(rows[0], _READ, "当作同上面的单位", "不对请改 lead 或 units", rows=rows)
