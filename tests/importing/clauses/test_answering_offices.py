"""A label for whoever answers may name offices, and all persons of a kind."""

from __future__ import annotations

import pytest

from qjtask.importing.clauses.answering_offices import answering_offices, is_answering


@pytest.mark.parametrize(
    ("value", "offices", "persons"),
    [
        ("校长室 办公室", ["校长室", "办公室"], []),
        ("教务处、李明", ["教务处"], ["李明"]),
        ("人力资源部（刘敏）", ["人力资源部"], ["刘敏"]),
        ("德育处 热心群众代表们", [], []),
        ("各班班主任" * 20, [], []),
    ],
)
def test_offices_stand_apart_from_persons(value: str, offices: list[str], persons: list[str]) -> None:
    assert tuple(map(list, answering_offices("主要责任人", value))) == (offices, persons)


def test_whom_to_call_answers_for_nothing() -> None:
    assert answering_offices("联系人", "德育处") == ((), ())


@pytest.mark.parametrize("name", ["各村民小组组长", "各办公室主任", "全校家长", "全体党员", "检修一班"])
def test_all_of_a_kind_and_teams_answer(name: str) -> None:
    assert is_answering(name)


@pytest.mark.parametrize("name", ["工会主席", "各项工作", "全面工作人员"])
def test_others_do_not(name: str) -> None:
    assert not is_answering(name)
