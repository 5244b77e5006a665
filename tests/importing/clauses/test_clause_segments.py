"""A clause cut at its stops, and what its segments say."""

from __future__ import annotations

import pytest

from qjtask.importing.clauses.clause_segments import part_of_work, pieces, taken_apart, watched
from qjtask.importing.words.column_roles import Role


def test_stops_within_brackets_cut_nothing_and_a_verb_cuts() -> None:
    assert list(pieces("甲局（乙办，丙办）负责，丁局；戊局")) == [
        ["甲局（乙办，丙办）负责"],
        ["丁局"],
        ["戊局"],
    ]
    assert list(pieces("甲局牵头、乙局配合")) == [["甲局牵头"], ["乙局配合"]]
    assert list(pieces("甲局牵头乙局配合")) == [["甲局牵头", "乙局配合"]]


@pytest.mark.parametrize(
    ("segment", "names", "role", "when"),
    [
        ("甲局牵头", "甲局", Role.LEAD, ""),
        ("甲局予以配合", "甲局", Role.SUPPORT, ""),
        ("甲局6月底前完成", "甲局", None, "6月底前完成"),
        ("6月底前由甲局完成", "甲局", Role.UNITS, "6月底前"),
        ("甲局", "甲局", None, ""),
    ],
)
def test_names_verb_and_time(segment: str, names: str, role: Role | None, when: str) -> None:
    assert taken_apart(segment) == (names, role, when)


def test_who_looks_after_a_work_and_who_does_a_part() -> None:
    assert watched("甲局督促落实") == ("甲局", None, "督促落实")
    assert watched("甲局牵头督导") is None
    assert part_of_work("甲局负责资金保障") == ("甲局", Role.UNITS, "负责资金保障")
    assert part_of_work("甲局牵头负责制定方案") == ("甲局", Role.LEAD, "牵头负责制定方案")
    for text in ("甲局负责落实", "甲局负责解释", "甲局负责的项目", "甲局负责制", "甲局"):
        assert part_of_work(text) is None
