from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.standing.what_to_read import OPEN, UNREAD, WANTED
from qjtask.storage.index.index_form import INT, Arrays, Unfit
from qjtask.storage.index.wanted_columns import change, wanted_columns

DAYS = st.sampled_from((0, 737_900, 737_901, 737_950))
OUTLOOK = st.tuples(DAYS, DAYS, DAYS, st.sampled_from((0, OPEN, OPEN + WANTED, OPEN + WANTED + UNREAD)))


def columns_of(outlooks: list[tuple[int, int, int, int]]) -> Arrays:
    names = ("next_due", "printed", "since", "kind")
    return {name: array(INT, each) for name, each in zip(names, zip(*outlooks, strict=True), strict=True)}


def test_the_wanted_works_stand_by_their_days() -> None:
    wanted = OPEN + WANTED
    found = wanted_columns(
        columns_of([(9, 0, 5, wanted), (7, 8, 5, wanted), (3, 3, 5, OPEN), (0, 2, 4, wanted + UNREAD)])
    )
    assert {name: list(column) for name, column in found.items()} == {
        "alike": [4, wanted + UNREAD, 1, 5, wanted, 2],
        "by_due": [1, 0],
        "by_printed": [3, 1],
        "unclear": [3],
    }


@given(st.lists(st.tuples(OUTLOOK, OUTLOOK, st.booleans()), min_size=1, max_size=12))
def test_works_that_changed_stand_where_they_would_be_put_anew(
    made: list[tuple[tuple[int, int, int, int], tuple[int, int, int, int], bool]],
) -> None:
    after = columns_of([new if is_changed else old for old, new, is_changed in made])
    columns = columns_of([old for old, *_ in made])
    columns = {**columns, **wanted_columns(columns)}
    changed = [work for work, (*_, is_changed) in enumerate(made) if is_changed]
    change(columns, {work: {name: column[work] for name, column in after.items()} for work in changed})
    assert columns == {**after, **wanted_columns(after)}


def test_a_work_that_stands_elsewhere_is_unfit() -> None:
    columns = columns_of([(9, 0, 5, OPEN + WANTED)])
    columns = {**columns, **wanted_columns(columns)}
    columns["next_due"][0] = 7
    columns["by_due"][0] = 1
    columns["next_due"].append(7)
    with pytest.raises(Unfit):
        change(columns, {0: {"next_due": 9}})
