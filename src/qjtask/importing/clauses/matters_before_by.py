"""Who does what stands before 由, whatever that is: 车辆由总务处调配, 节目由校办、政教处组织评比."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.clause_words import BY, LEADS_GROUP
from qjtask.importing.clauses.name_kinds import is_body
from qjtask.importing.clauses.opening_parts import (
    EVERYBODY,
    Opening,
    begun_by_many,
    clause_of,
    read_deed,
    read_part,
)

# What one sees to for an event, on paper, with things and with money: 车辆由总务处调配, 由区政府自筹.
_ARRANGES = "安排|准备|调配|提供|组织|布置|联系|协调|保障|接待|搭建|把关|解决"
_KEEPS_PAPERS = "收集|整理|统计|汇总|拟定|起草|编排|印制"
_KEEPS_THINGS = "制作|采购|购买|发放|维护|维修|管理|自筹|筹措|列支|承担"
_SEEN_TO = (
    rf"[^，,。；;]{{2,60}}?{BY}(?P<who>[^，,。；;由于]{{2,30}}?)(?:统一|具体|分别|共同)?"
    rf"(?:从[^，,。；;]{{2,16}})?(?:{_ARRANGES}|{_KEEPS_PAPERS}|{_KEEPS_THINGS})"
)
_BY_ANY = rf"[^，,。；;由]{{0,30}}{BY}(?!于)"
# By an office above it; 采取……的方式解决 is somebody's own work.
_APPROVED = (
    "的(?!方[式法]|形式|办法)|批[准复]|审[批定议]|颁|[发公]布|认定|同意|决定|研究|授权|[负承]担|[牵负]责"
)
_DECIDE = ("政府", "委", "人大", "政府办", "政府办公室", "县委办", "会")
_ACTS_ITSELF = ("工会", "团委", "学生会", "家委会", "村委会", "居委会", "组委会")


def seen_to_by(part: str, vocabulary: Vocabulary) -> Clause | None:
    """车辆由总务处调配: the clause of whom the last words of a part name, before a verb for what one does."""
    found = compiled(_SEEN_TO).fullmatch(part)
    if found is None or not all(map(is_body, names_only(found["who"], vocabulary) or ("",))):
        return None
    return clause_of(found["who"], "负责", vocabulary)


def done_by(part: str, vocabulary: Vocabulary) -> Opening | None:
    """节目由校办组织评比, 由各村逐一落实监护人: whom 由 names, whatever they do with what stands before it.

    What an office approves or decides (方案由县政府批准) is no work of its own, nor whose head leads a group;
    what a government does by a day is, 由望城镇政府于8月31日前拆除.
    """
    found = compiled(_BY_ANY).match(part)
    words = part[found.end() :] if found else ""
    if not words or compiled(f"{_APPROVED}|{LEADS_GROUP}").search(words):
        return None
    own = read_part(words, "", vocabulary, is_behind=True) or read_deed(words, vocabulary)
    if own is None and not compiled(EVERYBODY).match(words):
        own = begun_by_many(words, vocabulary)
    is_theirs = own is not None and (own.is_strong or not decides(own.clause))
    return own._replace(is_strong=True, is_told=True) if own and is_theirs else None


def decides(clause: Clause) -> bool:
    """Whether a clause names a government or a party: what they do then (，县政府研究) is to decide."""
    return any(name.endswith(_DECIDE) and not name.endswith(_ACTS_ITSELF) for name in clause.names)
