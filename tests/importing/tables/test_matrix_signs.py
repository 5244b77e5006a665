"""Signs of a table of offices and works."""

from __future__ import annotations

import pytest

from qjtask.importing.tables.matrix_signs import is_known, meanings_of, signs_in
from qjtask.importing.words.column_roles import OFFICES, Role
from tests.importing.drawn import document_of

L, U, S = OFFICES


@pytest.mark.parametrize(
    ("said", "legend", "roles", "guessed"),
    [
        ("▲△", "", {"▲": L, "△": S}, "▲△"),
        ("▲△", "▲表示牵头，△表示配合。", {"▲": L, "△": S}, ""),
        ("▲△", "●牵头", {"▲": L, "△": S}, "▲△"),
        ("▲", "", {"▲": U}, "▲"),
        ("√", "", {"√": U}, ""),
        ("√○", "", {"√": L, "○": S}, "√○"),
        ("主协", "", {"主": L, "协": S}, ""),
        ("▲△", "▲" + "长" * 300 + "牵头", {"▲": L, "△": S}, "▲△"),
    ],
)
def test_signs_mean_what_is_said_or_usual(
    said: str, legend: str, roles: dict[str, Role], guessed: str
) -> None:
    found = meanings_of(set(said), document_of(legend))
    assert found == (roles, frozenset(guessed))


@pytest.mark.parametrize("said", ["▲●", "△○", "√□◎", "▲△★"])
def test_signs_that_are_no_pair_mean_nothing(said: str) -> None:
    assert meanings_of(set(said), document_of("")) is None


def test_what_is_a_sign() -> None:
    assert all(map(is_known, ("▲", "√", "牵头", "主责", "配合", "协")))
    assert not any(map(is_known, ("", "▲△", "张三", "6月", "×")))


def test_a_heading_keeps_a_sign_that_was_guessed() -> None:
    assert signs_in("责任单位\n▲牵头单位") == ["▲"]
    assert signs_in("牵头单位") == signs_in("责任单位（▲牵头）") == signs_in("▲重点任务") == []
