"""Persons and their posts beside the names of offices."""

from __future__ import annotations

import pytest

from qjtask.importing.clauses.person_names import (
    BESIDE_OFFICE,
    GLUED,
    IS_PERSON,
    OF_PERSON,
    has_title,
    is_post,
    persons_listed,
)


@pytest.mark.parametrize("name", ["周大勇", "周大勇主任", "村主任周大勇", "村委会副主任陈志", "王某"])
def test_a_person_is_known_by_name_and_title(name: str) -> None:
    assert IS_PERSON.fullmatch(name)
    assert has_title(name) == ("主任" in name)


@pytest.mark.parametrize(("words", "wanted"), [("副主任", True), ("县委常委", True), ("周大勇主任", False)])
def test_a_post_alone_is_nobody(words: str, wanted: bool) -> None:
    assert is_post(words) == wanted


def test_a_person_stands_beside_an_office_in_many_ways() -> None:
    assert OF_PERSON.fullmatch("县城管局：张三")
    assert GLUED.fullmatch("教务处王磊")
    assert BESIDE_OFFICE.sub(r"（\1）", "县卫健局 张三") == "县卫健局（张三）"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("胡小波  杨  剑", "胡小波、杨剑"),
        ("张三 李四 王五", "张三、李四、王五"),
        ("艾  进", "艾进"),
        ("张三、李  四", "张三、李四"),
        ("县住建局 张三", "县住建局张三"),
        ("张三 13800000000", "张三13800000000"),
    ],
)
def test_persons_whom_only_blanks_set_apart_are_parted(text: str, wanted: str) -> None:
    assert persons_listed(text) == wanted
