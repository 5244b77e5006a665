"""Offices that a sentence tells to do something: 责成区教育局10月底前完成, 商请区自然资源局办理."""

from __future__ import annotations

from itertools import islice

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_places import ClausePlace, are_offices, beside
from qjtask.importing.clauses.clause_reader import read_clause
from qjtask.importing.clauses.offices_within import BODY_END, with_partners
from qjtask.importing.clauses.telling_verbs import TELLS_AT_FIRST
from qjtask.importing.words.office_words import is_collective

_TELLS = (
    r"(?:^|(?<=[。，,；;：:]))\s*(?:会议)?(?:同意|决定|明确|确定|并|可|拟)?"
    rf"(?:{TELLS_AT_FIRST}|(?<=同意|决定|明确|确定)由)(?=[^，,。；;：:]{{4}})"
)
_GIVEN = r"专项|资金|经费|预算|补[助贴]|人员|干部|专家|同志|的"  # 安排县财政局资金 tells nobody
_LONGEST = 80  # signs of names
_TRIES = 6  # of ends of names
_MOST = 4  # such verbs in a paragraph


def told_to(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """Who is told to do what a paragraph says; its words stay. None where all of a kind are told."""
    for found in islice(compiled(_TELLS).finditer(text), _MOST):
        part = compiled("[，,。；;：:]").split(text[found.end() :], maxsplit=1)[0]
        clause = with_partners(text[found.end() :], vocabulary) or _told(part, vocabulary)
        if clause is not None and not any(map(is_collective, (*clause.lead, *clause.units))):
            return beside(text, clause)
    return None


def without_telling(names: str) -> str:
    """Names without the verb that tells them to do something: 安排区应急管理局, but not 督促检查室."""
    return compiled(rf"^{TELLS_AT_FIRST}(?=.{{3}})").sub("", names)


def _told(part: str, vocabulary: Vocabulary) -> Clause | None:
    """The clause of the offices that a part of a sentence begins with, whatever they are to do."""
    for end in (found.end() for found in islice(BODY_END.finditer(part, 2, _LONGEST), _TRIES)):
        duty = "牵头" if part.startswith("牵头", end) else "负责"
        clause = read_clause(f"{part[:end]}{duty}", vocabulary)
        if clause is not None and not clause.told and clause.names and are_offices(clause):
            return None if compiled(_GIVEN).match(part, end) else clause
    return None
