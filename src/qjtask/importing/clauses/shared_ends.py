"""Names of which only the last has the end that all share: 民政、应急部门, 供电、供水等单位."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.name_kinds import is_field, is_name

_SHARED_END = r"(?P<field>[\u4e00-\u9fff]{2,4}?)(?P<others>等?)(?P<end>部门|单位)"
_FIELD = r"(?!各)[\u4e00-\u9fff]{2,4}(?<![局委办厅院会处科股室站所队部镇乡村道区司团心门位])"


def with_shared_end(who: str) -> str:
    """民政、应急部门 as 民政部门、应急部门: each is called by what it looks after; 供电、供水等单位, too."""
    short, _, last = who.rpartition("、")
    found = compiled(_SHARED_END).fullmatch(last) if short else None
    fields = short.split("、")
    if found is None or not all(compiled(_FIELD).fullmatch(one) and _looks_after(one) for one in fields):
        return who
    whole = "、".join(f"{one}{found['end']}" for one in (*fields, found["field"]))
    return f"{whole}等{found['end']}" if found["others"] else whole


def _looks_after(field: str) -> bool:
    return is_name(field) or is_field(field)
