from __future__ import annotations

from array import array

import pytest

from qjtask.storage.index.index_form import INT, Unfit
from qjtask.storage.index.line_columns import line_columns, line_places

FIRST, SECOND = b'- {"id": "a"}\n', b'- {"id": "b"}\n'


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"# said\n"])
def test_a_line_begins_where_the_one_before_it_ends(before: bytes) -> None:
    places = line_places(before + FIRST + SECOND)
    assert places[-1] == len(before + FIRST)
    assert len(places) == (before + FIRST + SECOND).count(b"\n")


@pytest.mark.parametrize("log", [b" " + FIRST, b"# said\n " + FIRST, FIRST + SECOND[:-1]])
def test_an_indented_list_and_a_last_line_without_its_end_are_unfit(log: bytes) -> None:
    with pytest.raises(Unfit):
        line_places(log)


def test_each_line_knows_the_one_before_it_of_its_work() -> None:
    assert line_columns([(1, 0), (2, 1), (4, 0), (5, -1)], [0, 10, 20, 30, 40], works=3) == {
        "last": array(INT, [2, 1, -1]),
        "line_place": array(INT, [0, 10, 30, 40]),
        "line_before": array(INT, [-1, -1, 0, -1]),
    }
