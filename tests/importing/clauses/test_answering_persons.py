"""Persons who answer for a work within its sentence."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.answering_persons import answered_for

NOBODY = Vocabulary(())


@pytest.mark.parametrize(
    ("who", "notes"),
    [
        ("周大勇", ("责任：周大勇",)),
        ("村主任周大勇", ("责任：村主任周大勇",)),
        ("教务处王磊", ("教务处：王磊",)),
        ("周大勇、黄军", ("责任：周大勇", "责任：黄军")),
    ],
)
def test_persons_go_to_the_notes_without_a_doubt(who: str, notes: tuple[str, ...]) -> None:
    clause = answered_for(who, "负责", NOBODY)
    assert clause is not None
    assert (clause.notes, clause.told) == (notes, ())


@pytest.mark.parametrize("who", ["组长", "分管副县长", "驾驶员", "县住建局", "全体人员", "周" * 41])
def test_posts_and_offices_are_no_persons(who: str) -> None:
    assert answered_for(who, "负责", NOBODY) is None
