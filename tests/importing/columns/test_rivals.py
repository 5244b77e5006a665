"""Columns of one kind weighed against each other, by the grounds of the vocabulary."""

from __future__ import annotations

from qjtask.importing.columns import columns_of_dates, columns_of_offices, text_levels
from qjtask.importing.columns.rivals import Contender, heaviest, weighed
from qjtask.importing.tables.tables import Table
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.words.vocabulary import words
from tests.importing.drawn import table_of

TWO_TEXTS = "重点任务 | 工作内容 | 责任单位\n桥梁 | 桥面 | 甲局\n道路 | 路面 | 乙局"


def of_work(table: Table, at: int) -> dict[str, int]:
    return {
        one.reason: one.weight
        for one in table.columns[at].evidence
        if one.role is Role.WORK and one.reason in {ground.reason for ground in words().grounds}
    }


def test_each_ground_is_given_for_its_words_and_its_test() -> None:
    columns = table_of("事项名称 | 任务标题 | 责任单位\n桥 | 桥面 | 甲局").columns
    found = weighed({Role.WORK}, columns[:2], columns, {one.when: _first for one in words().grounds})
    reasons = [[one.reason for one in found[at]] for at in (0, 1)]
    assert "标题说的只是名称" in reasons[0]
    assert "标题说的只是名称" in reasons[1]
    assert "比别的文字栏长得多" in reasons[0]
    assert "比别的文字栏长得多" not in reasons[1]


def _first(beside: Contender) -> bool:
    return beside.own.at < min(other.at for other in beside.others)


def test_the_heaviest_knows_who_came_next_and_of_equals_the_rightmost_is_taken() -> None:
    columns = table_of(TWO_TEXTS).columns[:2]
    best = heaviest(columns, {0: (), 1: ()})
    assert (best.at, best.rival) == (1, (0, 0))
    assert heaviest(columns[:1], {0: ()}).rival is None


def test_what_was_weighed_is_shown_as_evidence_with_its_reason() -> None:
    table = table_of(TWO_TEXTS)
    assert of_work(table, 0) == {"标题说的是做什么": 2}
    assert of_work(table, 1) == {"标题说的是做法": 6, "连着的文字栏里在最右": 3}
    assert table.columns[1].rival == (0, 7)


def test_every_ground_names_a_role_a_reason_and_a_test_that_there_is() -> None:
    tests = {
        Role.WORK: text_levels._TESTS,
        Role.DEADLINE: columns_of_dates._TESTS,
        **dict.fromkeys((*OFFICES, Role.NOTE, Role.OTHER), columns_of_offices._TESTS),
    }
    assert all(ground.reason and ground.weight for ground in words().grounds)
    named = [(tests[Role(ground.of)], ground.when) for ground in words().grounds if ground.when]
    for known in (text_levels._TESTS, columns_of_dates._TESTS, columns_of_offices._TESTS):
        assert {when for those, when in named if those is known} == set(known)
    assert all(ground.when or ground.within for ground in words().grounds)
    assert len({(ground.of, ground.reason) for ground in words().grounds}) == len(words().grounds)
