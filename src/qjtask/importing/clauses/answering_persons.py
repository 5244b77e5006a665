"""Persons who answer for a work within its sentence: 村主任周大勇负责硬化道路, 请王海副校长牵头."""

from __future__ import annotations

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_reader import read_clause
from qjtask.importing.clauses.name_kinds import is_body
from qjtask.importing.clauses.person_names import is_post

_LONGEST = 40  # signs of their names


def of_persons(clause: Clause) -> Clause | None:
    """A clause whose verb has persons and no office before it, 周大勇老师负责; None for any other."""
    is_one = bool(clause.notes) and not clause.names and not clause.is_bare and clause.is_shared
    return clause._replace(told=()) if is_one else None


def answered_for(who: str, duty: str, vocabulary: Vocabulary) -> Clause | None:
    """The clause of persons with a duty (负责, 牵头), whose names go to the notes; None for other words.

    A post alone is nobody: 组长负责召集会议 keeps rules.
    """
    if len(who) > _LONGEST:
        return None
    clause = read_clause(f"{who}{duty}", vocabulary)
    if clause is None or not clause.notes or clause.deadline or not all(map(is_body, clause.names)):
        return None
    if any(is_post(note.partition("：")[2]) for note in clause.notes):
        return None
    return clause._replace(told=())
