"""How targets stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qjtask.core.log.entry import Do
from qjtask.core.standing.target_marks import missed_targets, target_marks, unmeasured_targets
from tests.core.accepting import AMOUNT, RATE
from tests.core.plans import entry, item, row

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Item


ONE = item(targets=(RATE,))  # from 26 March to 30 June: on 10 June 79 % of the term is gone
SUM = item(targets=(AMOUNT,))


@pytest.mark.parametrize(
    ("of", "told", "words"),
    [
        (ONE, [], "占比不低于80%，指标没有报数，时间已过79%"),
        (ONE, [("占比", "60")], "占比不低于80%，实绩60%，未达标，时间已过79%"),
        (ONE, [("占比", "90"), ("占比", "80")], "占比不低于80%，实绩80%，达标"),
        (ONE, [("占比", "80"), ("占比", "79.9")], "占比不低于80%，实绩79.9%，未达标，时间已过79%"),
        (SUM, [("办件", "30"), ("办件", "45")], "办件不低于100宗，累计实绩75宗（75%），未达标，时间已过79%"),
        (SUM, [("办件", "60"), ("办件", "60")], "办件不低于100宗，累计实绩120宗，达标"),
    ],
)  # fmt: skip
def test_a_level_is_the_latest_value_and_an_amount_the_sum(
    of: Item, told: list[tuple[str, str]], words: str
) -> None:
    log = [entry(do=Do.NOTE, values={name: value}) for name, value in told]
    (mark,) = target_marks(row(of, log))
    assert mark.words == words
    assert mark.met == (None if not told else "未达标" not in words)


def test_an_earlier_value_that_was_told_later_is_not_the_latest() -> None:
    log = [
        entry(do=Do.NOTE, on="06-01", values={"占比": "85"}),
        entry(do=Do.NOTE, on="05-01", values={"占比": "60"}),
    ]
    assert [mark.value for mark in target_marks(row(ONE, log))] == ["85"]


def test_without_a_term_no_part_of_it_is_gone() -> None:
    for of in (item(targets=(RATE,), deadline="持续推进"), item(targets=(RATE,), deadline="每季度末")):
        assert [mark.term_gone for mark in target_marks(row(of))] == [None]
    assert [mark.term_gone for mark in target_marks(row(ONE, [entry()]))] == [None]


def test_what_was_never_measured_is_not_missed_and_not_met() -> None:
    both = item(targets=(RATE, AMOUNT))
    found = row(both, [entry(do=Do.NOTE, values={"占比": "60"})])
    assert [mark.target.name for mark in missed_targets(found)] == ["占比"]
    assert [mark.target.name for mark in unmeasured_targets(found)] == ["办件"]
