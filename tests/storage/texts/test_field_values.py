"""Readers of single values: what they give, and where they tell what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from qjtask.storage.texts.field_values import Fields, value_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from qjtask.storage.texts.yaml_reader import FieldReader


def read(text: str, choose: Callable[[Fields], FieldReader]) -> tuple[Any, list[str]]:
    """What a reader gives of the value under `a`, and what it tells."""
    fields = Fields(f"a: {text}\n", "f")
    root = fields.yaml.read(lambda event: fields.yaml.mapping(event, {"a": choose(fields)}, "文件"))
    return value_of(root, "a"), [str(problem).removeprefix("f:") for problem in fields.yaml.problems]


@pytest.mark.parametrize(
    ("text", "choose", "value"),
    [
        ("甲", lambda fields: fields.filled, "甲"),
        ('" 甲\u3000"', lambda fields: fields.name, "甲"),
        ("2021-06-30", lambda fields: fields.scalar("text"), "2021-06-30"),
        ("80", lambda fields: fields.scalar("points"), 80),
        ("true", lambda fields: fields.scalar("flag"), True),
        ("", lambda fields: fields.scalar("day"), None),
        ("~", lambda fields: fields.names, None),
        ("[甲, ' 乙 ']", lambda fields: fields.names, ("甲", "乙")),
        ("[]", lambda fields: fields.names, ()),
    ],
)
def test_a_value_is_given(text: str, choose: Callable[[Fields], FieldReader], value: Any) -> None:
    given, told = read(text, choose)
    assert told == []
    assert (
        given == value if value is not None or given is None else [node.value for node in given] == ["1", "2"]
    )


@pytest.mark.parametrize(
    ("text", "choose", "told"),
    [
        ('""', lambda fields: fields.filled, "1:4: 这里是空的；请写出内容"),
        ("", lambda fields: fields.name, "1:3: 这里是空的；请写出内容"),
        ("[甲, ~]", lambda fields: fields.names, "1:8: 这里是空的；请写出内容"),
        ("80%", lambda fields: fields.scalar("points"), "1:4: 百分点“80%”写法不对；请写 0 到 100 的整数"),
        ("[80]", lambda fields: fields.scalar("points"), "1:4: 这里应当是一段文字；请检查缩进和冒号"),
        ("", lambda fields: fields.required(fields.scalar("year")), "1:3: 这里是空的；请写出内容"),
        ("[]", lambda fields: fields.some(fields.filled, "一个也没有"), "1:4: 一个也没有；请至少写一项"),
        ("[甲, ~]", lambda fields: fields.several(fields.filled), "1:8: 这里是空的；请写出内容"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    text: str, choose: Callable[[Fields], FieldReader], told: str
) -> None:
    assert read(text, choose)[1] == [told]


def test_a_long_value_is_quoted_by_its_beginning() -> None:
    _, (told,) = read("9" * 100, lambda fields: fields.scalar("number"))
    assert f"“{'9' * 40}…”" in told


def test_names_have_their_places_when_asked() -> None:
    names, _ = read("[甲, 乙]", lambda fields: fields.named)
    assert [(node.value, node.start_mark.column) for node in names] == [("甲", 4), ("乙", 7)]
