"""What is told of a work that the outline of clauses holds: who does it, and who is not named."""

from __future__ import annotations

from collections.abc import Iterator

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.document.doubts import quoted_in_part
from qjtask.importing.works.branch_kinds import IN_CHARGE
from qjtask.importing.works.branch_works import Told

_NAMES = "不对请改 lead、units 或 support"
_WHO = {"lead": "牵头单位", "units": "责任单位", "support": "配合单位"}
LACKING = Told(
    "前后的工作写了责任单位，这一项没有", "记作一项，责任单位空着", "请补上 units；不是工作请删去", "units"
)
"""A work without an office among others that have theirs."""
GIVEN = Told("没有自己的责任单位，标题或上下文写了", "照那里写的记，同一处的各项都是", _NAMES)
"""Works that have their office from a heading, or from another work."""
UNUSED = Told("标题写了责任单位，下面各项另有自己的", "按各项自己写的记", _NAMES)
"""Works under a heading whose offices none of them has."""
OVER = Told("自己写了责任单位，下面各项又另写", "自己也记作一项，编号排在最后", "若只是标题，请删去这一项")
"""A work that heads others."""
NOBODY = Told("没有写责任单位", "空着", "请补上 units", "units")
"""A work without an office."""

_SAYS_WHO = (
    rf"[^，,。；;]{{0,40}}(?:(?:责任|牵头|承办|主办|配合)(?:单位|部门|科室)|牵头|{IN_CHARGE})"
    r"[^，,。；;]{0,40}"
)


def doubts_of(clause: Clause) -> Iterator[Told]:
    """What is doubted of a clause, each with the key of the plan where a person puts it right."""
    for read, assumed in clause.told:
        about = next((name for name in clause.names if read == f"“{name}”不像单位名称"), "")
        yield Told(read, assumed, _NAMES, "units" if about else "", about)
    if clause.and_others:
        key = clause.and_others
        yield Told(f"{_WHO[key]}写着“等”，没有列全", "只记写明的", f"请补上 {key}", key)


def of_nobody(clause: Clause, text: str) -> Told:
    """What to tell of a work whose clause names no office: for one with a person that is all."""
    return NOBODY if clause.is_shared and not clause.is_decided else without_names(text, NOBODY)


def without_names(text: str, usual: Told) -> Told:
    """What to tell of a work without offices: the words that name some and were not understood, if any."""
    found = compiled(_SAYS_WHO).search(text)
    if found is None:
        return usual
    return usual._replace(read=f"写着“{quoted_in_part(found[0].strip())}”，责任单位没有读懂")
