"""Which rows a word of `stats` asks for: as many as it counts under it."""

from __future__ import annotations

import pytest

from qjtask.core.log.entry import Do
from qjtask.core.log.fold import Status
from qjtask.core.plan.plan import Target
from qjtask.core.standing.asides import Aside
from qjtask.core.standing.conditions import Condition, condition_words, counted_elsewhere, meets
from qjtask.core.standing.counts import Category, tally
from qjtask.core.standing.words import STATUS_WORDS
from tests.core.plans import entry, item, plan, standing

PLAN = plan(
    item("1.1", deadline="2021年5月31日"),
    item("1.2", deadline="2021年6月30日"),
    item("1.3", deadline="持续推进"),
    item("1.4", deadline="择机"),
    item("1.5", targets=(Target("占比", at_least="80", unit="%"),)),
    item("1.6", deadline="2021年5月31日"),
    item("1.7", deadline="持续推进"),
    item("1.8"),
    item("1.9", deadline="2021年7月30日"),
)
LOG = [
    entry("1.1", Do.START, "06-01"),
    entry("1.2", Do.START, "06-01"),
    entry("1.3", Do.START, "06-01"),
    entry("1.5", Do.DONE, "06-01", values={"占比": "70"}),
    entry("1.6", Do.EXTEND, "06-05", to="07-31", text="等验收"),
    entry("1.7", Do.HOLD, "06-01"),
    entry("1.8", Do.DROP, "06-01"),
    entry("1.9", Do.NOTE, "06-01", percent=1),
]
ROWS = standing(PLAN, LOG)


def met(condition: Condition) -> list[str]:
    return [row.item.id for row in ROWS if meets(row, condition)]


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        (Status.DOING, ["1.1", "1.2", "1.3", "1.9"]),  # a status is the log's, late or not
        (Status.TODO, ["1.4", "1.6"]),
        (Category.OVERDUE, ["1.1"]),
        (Category.ONGOING, ["1.3"]),
        (Aside.OVERDUE_AS_PRINTED, ["1.1", "1.6"]),
        (Aside.EXTENDED, ["1.6"]),
        (Aside.UNREAD, ["1.4"]),
        (Aside.SILENT, ["1.4"]),
        (Aside.BEHIND, ["1.9"]),
        (Aside.TARGETS_MISSED, ["1.5"]),
    ],
)
def test_a_word_asks_for_the_rows_that_it_counts(condition: Condition, kept: list[str]) -> None:
    assert met(condition) == kept


def test_each_word_beside_the_statuses_gives_as_many_as_stats_counts() -> None:
    counted = tally("", ROWS)
    for one in condition_words(accept=True):
        if isinstance(one, Category):
            assert len(met(one)) == counted.counts[one]
        elif isinstance(one, Aside):
            assert len(met(one)) == counted.beside[one]


def test_every_word_that_stats_prints_is_there_once_and_a_claim_only_with_acceptance() -> None:
    words = list(condition_words(accept=True).values())
    assert len(words) == len(set(words))
    assert {*STATUS_WORDS.values(), *Category, *Aside} == set(words)
    assert set(words) - set(condition_words(accept=False).values()) == {"待销号", "经销号完成", "退回过"}


@pytest.mark.parametrize(
    ("asked", "note"),
    [
        ([Status.DOING], ["其中逾期1项，持续推进1项，统计和通报里另计"]),
        ([Status.DOING, Category.OVERDUE], ["其中持续推进1项，统计和通报里另计"]),
        ([Status.TODO], []),
        ([Category.OVERDUE], []),
        ([Category.ONGOING, Aside.BEHIND], []),
        ([], []),
    ],
)
def test_rows_found_by_their_status_say_where_they_are_counted(
    asked: list[Condition], note: list[str]
) -> None:
    found = [row for row in ROWS if any(meets(row, one) for one in asked)]
    assert list(counted_elsewhere(found, asked)) == note
