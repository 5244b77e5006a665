"""Minutes and orders, in which whoever is told to do something has a work."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause_words import VERB
from qjtask.importing.lines.text_line import TextLine, is_titled

DECISIONS = (
    r"^[^。，,]{0,40}(?:(?:纪要|会议记录|议定事项|决议|督办|督查|交办|转办|批示)[^。，,]{0,12}"
    r"|(?:召开|举行)[^。，,]{2,30}会议?)$"
)
"""The title of minutes or orders, as a pattern."""

_PARTS = "[，,。；;：:]"
_SHORTEST_WORK = 6  # characters


def keeps_decisions(lines: Sequence[TextLine]) -> bool:
    """Whether a title says that decisions follow: in minutes whoever is told to do something has a work."""
    return is_titled(lines, DECISIONS)


def decides_works(lines: Sequence[TextLine]) -> bool:
    """Whether such minutes say who does something, and what: more than 尽快启动."""
    return keeps_decisions(lines) and any(
        line.search.clauses and any(map(_says_what, compiled(_PARTS).split(line.text))) for line in lines
    )


def _says_what(part: str) -> bool:
    return len(part) >= _SHORTEST_WORK and not VERB.search(part)
