"""The keys of a part, read from lines of ordinary form; the whole is tested in test_regular_plan.py."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.core.plan.item_keys import MILESTONE, TARGET
from qjtask.core.plan.plan import Target
from qjtask.storage.plans.plan_lines import Irregular
from qjtask.storage.plans.regular_fields import (
    RegularTable,
    dash_of,
    known_keys,
    left_out,
    never,
    no_parts,
    no_units,
    scalar_reader,
)


def table(part: Any) -> RegularTable:
    return RegularTable(part, "  ", lambda key: (scalar_reader(key.form), left_out))


def test_a_tables_lines_begin_with_the_indent_and_the_key() -> None:
    fields = table(TARGET)
    assert list(fields.fields) == ["  name", "  at_least", "  at_most", "  unit", "  cumulative"]
    assert list(fields.bare) == [f"{before}:" for before in fields.fields]


def test_a_part_is_made_of_what_it_needs() -> None:
    assert table(TARGET).made({"name": "占比", "at_least": "80"}) == Target("占比", "80")
    for part, found in (
        (TARGET, {"at_least": "80"}),
        (TARGET, {"name": "占比"}),
        (TARGET, {"name": "占比", "at_least": "80", "at_most": "90"}),
        (MILESTONE, {"work": "半程"}),
    ):
        with pytest.raises(Irregular):
            table(part).made(found)


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        ("text", '""', ""),
        ("filled", "'it''s'  # 说明", "it's"),
        ("name", '" 27 "', "27"),
        ("term", "2021-06-30", "2021-06-30"),
        ("points", "20 # 说明", 20),
        ("points", "'20'", 20),
        ("flag", '"true"', True),
        ("item id", "9.10", "9.10"),
    ],
)
def test_a_scalar_is_read_as_its_form_says(form: Any, text: str, value: Any) -> None:
    assert scalar_reader(form)(text) == value


@pytest.mark.parametrize(
    ("form", "text"),
    [("filled", '" "'), ("text", "null"), ("points", "101"), ("flag", "[true]"), ("day", '"')],
)
def test_what_has_not_the_form_is_left_to_the_walk(form: Any, text: str) -> None:
    with pytest.raises(Irregular):
        scalar_reader(form)(text)


def test_what_cannot_stand_on_a_keys_line_is_left_to_the_walk() -> None:
    assert (no_parts("[]  # 无"), no_units("{}"), known_keys(("deadline",))) == ((), {}, ("deadline",))
    for read, text in ((no_parts, "[甲]"), (no_units, "{甲: []}"), (never, "[]")):
        with pytest.raises(Irregular):
            read(text)
    with pytest.raises(Irregular):
        known_keys(("deadline", "note"))


def test_a_list_is_indented_like_its_key_or_by_two() -> None:
    assert [dash_of("  ", line) for line in ("  - 甲", "    - 甲", "   - 甲", "- 甲", "  -", "    甲")] == [
        "  - ",
        "    - ",
        "",
        "",
        "",
        "",
    ]
