"""A clause found in running text: where it stands, and how sure it is."""

from __future__ import annotations

import re

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_words import time_at_start
from qjtask.importing.clauses.name_kinds import is_body, is_field, is_sure
from qjtask.importing.words.office_words import begins_with_region

STOPS = " 。；;，,、.—\n"
"""What may stand around a clause, and says nothing."""

_OTHER_OFFICES = re.compile("(?:有关|相关|其他)(?:单位|部门|科室|股室|处室)")
_GOES_ON = re.compile(  # 6月底前，并长期坚持
    "(?:完成|办结|到位)?[，,]?(?:并|且)?(?:长期|持续|常态化?|不断)(?:坚持|推进|实施|开展|抓好|巩固|保持|推动|落实|提升)?"
)
_SHORTEST_OBJECT = 5  # characters after a day: 完成8处整治, not 开工


class ClausePlace(NamedTuple):
    """A clause, and where it stands in its paragraph."""

    start: int
    end: int
    clause: Clause


def says_work(clause: Clause) -> bool:
    """Whether a clause's deadline says what is to be done: 6月底前完成8处整治."""
    parts = ((part, time_at_start(part)) for part in clause.deadline.split("；"))
    rests = (part[len(time) :] for part, time in parts if time)
    return any(_is_deed(rest) and not _GOES_ON.fullmatch(rest) for rest in rests)


def _is_deed(rest: str) -> bool:
    """Whether words behind a time say what is to be done: 完成接电, but not 开工."""
    return len(rest) >= _SHORTEST_OBJECT or re.match("完成.{2}", rest) is not None


def beside(text: str, clause: Clause) -> ClausePlace:
    """A clause whose words stay in the text, with the last time of its deadline and not the work there."""
    times = [time for part in clause.deadline.split("；") if (time := time_at_start(part))]
    times = [time for time in times if "全年" not in time] or times  # 确保全年增长3% says how much
    deadline = times[-1].lstrip("于在") if times else clause.deadline
    return ClausePlace(len(text), len(text), clause._replace(deadline=deadline, is_bare=True))


def are_offices(clause: Clause) -> bool:
    """Whether a clause names nothing but offices and places that act as one, and one office at least."""
    return any(map(is_sure, clause.names)) and all(map(_acts, clause.names))


def is_by_bodies(clause: Clause) -> bool:
    """Whether a clause has a verb, and names nothing but offices and places that act as one: 河东镇配合."""
    is_plain = not clause.is_bare and not clause.told and any(map(is_body, clause.names))
    return is_plain and all(map(_acts, clause.names))


def _acts(name: str) -> bool:
    """Whether a name is a body's, or an office's by what it looks after: 卫健, 区工商, beside bodies."""
    return is_body(name) or is_field(name[begins_with_region(name) :])


def is_certain(clause: Clause) -> bool:
    """Whether a clause has a verb, and names nothing but offices; 相关部门, 城关镇 may stand beside."""
    if clause.is_bare or clause.told or not any(map(is_sure, clause.names)):
        return False
    return all(is_body(name) or _OTHER_OFFICES.fullmatch(name) for name in clause.names)


def only_helps(clause: Clause) -> bool:
    """Whether a clause says of offices, or of places that act as one, that they help, and of nobody else."""
    return clause.support == clause.names and is_by_bodies(clause)
