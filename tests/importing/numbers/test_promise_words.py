"""The lists of words that promised numbers are known by."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.promise_words import COUNTS, MAKES, MEASURES


@pytest.mark.parametrize("listed", [MEASURES, COUNTS, MAKES], ids=["measures", "counts", "makes"])
def test_no_word_is_listed_twice(listed: tuple[str, ...]) -> None:
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("listed", [MEASURES, COUNTS], ids=["measures", "counts"])
def test_a_unit_stands_before_those_that_it_begins_with(listed: tuple[str, ...]) -> None:
    """Patterns take the first that fits: 人 of 人次 would leave 次 to the thing."""
    hidden = [
        (unit, longer)
        for at, unit in enumerate(listed)
        for longer in listed[at + 1 :]
        if longer.startswith(unit)
    ]
    assert not hidden
