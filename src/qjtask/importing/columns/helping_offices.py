"""Which offices help: what stands in their column, and where it stands, beside those that are responsible."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.column_content import ColumnContent
from qjtask.importing.columns.office_headings import is_open, names_the_responsible, owners_beside
from qjtask.importing.columns.rivals import Contender, Test

_FEW_ROWS = 3
_PART = 0.3  # of the cells, which several offices share
_SIGNS = r"[、，,；;/\s]+"


def _may_help(beside: Contender) -> bool:
    """Whether offices stand beside responsible ones, and their heading does not say what they owe."""
    own = beside.own
    return (own.said is None or is_open(own)) and any(map(names_the_responsible, beside.others))


def _is_right(beside: Contender) -> bool:
    """Whether offices that may help stand right behind the responsible ones."""
    own = beside.own
    return _may_help(beside) and any(other.at == own.at - 1 for other in owners_beside(beside))


def _is_shared(beside: Contender) -> bool:
    """Whether several offices that may help stand in one cell."""
    return _may_help(beside) and beside.own.content.part(_are_several, _PART) > 0


def _is_owner_elsewhere(beside: Contender) -> bool:
    """Whether offices that may help are responsible for other works."""
    if not _may_help(beside):
        return False
    owners = (_names_in(other.content) for other in owners_beside(beside))
    return not _names_in(beside.own.content).isdisjoint(frozenset().union(*owners))


def _looks_on(beside: Contender) -> bool:
    """Whether the same few offices stand beside all works: those that ask for them."""
    texts = beside.own.content.texts
    return _may_help(beside) and len(texts) >= _FEW_ROWS and len(set(texts)) * 2 <= len(texts)


def _are_several(text: str) -> bool:
    return len(list(filter(None, compiled(_SIGNS).split(text)))) > 1


def _names_in(content: ColumnContent) -> frozenset[str]:
    return frozenset(name for text in content.texts for name in compiled(_SIGNS).split(text) if name)


HELPING: dict[str, Test] = {
    "may help": _may_help,
    "right": _is_right,
    "shared": _is_shared,
    "elsewhere": _is_owner_elsewhere,
    "looks on": _looks_on,
}
"""The tests that the grounds for 配合单位 name."""
