"""Works under an office's heading that begin with somebody else: 体育部负责场地 under 二、后勤集团."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.opening_offices import read_opening
from qjtask.importing.clauses.opening_parts import begun_by_many

_NOBODY = Vocabulary(())
_FIRST = "[，,。；;：:]"


def clause_under_office(text: str, heading: Clause) -> Clause:
    """The clause of a work under an office: the office's, or of whom the work itself gives a duty.

    各院系维持好秩序 may be what the office sees to, and is asked about.
    """
    plain = heading._replace(told=(), work="", title="", target="")
    own = read_opening(text, _NOBODY)
    if own is not None and own.is_strong and _is_another(own.clause, text, heading):
        told = (_told(own.clause, heading), "照这一项写的记")
        return own.clause._replace(told=(told,), notes=(*heading.notes, *own.clause.notes), is_bare=False)
    first = compiled(_FIRST).split(text, maxsplit=1)[0] if text.startswith("各") else ""
    many = begun_by_many(first, _NOBODY) if first else None
    if many is not None and _is_another(many.clause, text, heading):
        return plain._replace(told=((_told(many.clause, heading), "照标题记"),))
    return plain


def _is_another(own: Clause, text: str, heading: Clause) -> bool:
    """Whether a text begins with an office that is not its heading's by a shorter or a longer name."""
    first = own.names[0]
    is_same = any(name.endswith(first) or first.endswith(name) for name in heading.names)
    return text.startswith(first) and not is_same


def _told(own: Clause, heading: Clause) -> str:
    return f"标题写着“{'、'.join(heading.names)}”，这一项由“{own.names[0]}”做"
