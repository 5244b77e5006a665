"""An office's own table of points, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from qjtask.core.letters.score_rules import EVENT_WORDS, ScoreEvent, ScoreRules, points_words
from qjtask.core.standing.roles import OfficeRole


@pytest.mark.parametrize(
    ("points", "words"),
    [("2", "+2"), ("2.50", "+2.5"), ("-1", "-1"), ("-0.5", "-0.5"), ("0", "0"), ("10", "+10"), ("-0", "0")],
)
def test_points_have_their_sign_and_no_idle_zeros(points: str, words: str) -> None:
    assert points_words(Decimal(points)) == words


def test_a_table_is_told_by_event_and_role() -> None:
    rules = ScoreRules(
        {
            ScoreEvent.DONE_IN_TIME: {OfficeRole.OWNER: Decimal(2)},
            ScoreEvent.OVERDUE: {OfficeRole.LEAD: Decimal(-2), OfficeRole.SUPPORT: Decimal("-0.5")},
        }
    )
    assert rules.words == "按期完成+2；逾期：牵头-2、配合-0.5"
    assert rules.roles == {OfficeRole.OWNER, OfficeRole.LEAD, OfficeRole.SUPPORT}


def test_every_event_has_a_word_of_its_own() -> None:
    assert EVENT_WORDS.keys() == set(ScoreEvent)
    assert len(set(EVENT_WORDS.values())) == len(ScoreEvent)
