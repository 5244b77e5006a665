"""Lines that need no YAML parser: what is taken is what YAML would read there."""

from __future__ import annotations

from itertools import islice

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qjtask.storage.plans.plan_lines import (
    END,
    Irregular,
    PlanLines,
    bare_in,
    key_in,
    name_in,
    names_in,
    pairs_in,
    says_nothing,
    term_in,
    text_in,
    value_in,
)


class Text(yaml.SafeLoader):
    """Every scalar as the text it is, but for null."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's way
        first: [pair for pair in pairs if pair[0].endswith(":null")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


ALPHABET = st.sampled_from("甲乙3ab #:-?,[]{}'\"&*!|>%@`~.=<\\\u3000①é\t\x07\u2028")
SCRAPS = st.lists(
    st.sampled_from(["甲", "乙 丙", "''", '"丁"', "'戊'", ": ", " #", ", ", "[", "]", "null", "-1"])
)
LINES = st.text(ALPHABET, max_size=12) | SCRAPS.map("".join)


@given(LINES)
def test_a_text_that_is_taken_is_the_text_that_yaml_reads(line: str) -> None:
    try:
        text = text_in(line)
    except (Irregular, IndexError):
        return
    assert yaml.load(f"a: {line}\n", Loader=Text) == {"a": text}  # noqa: S506 - a SafeLoader


@given(LINES)
def test_names_that_are_taken_are_the_names_that_yaml_reads(line: str) -> None:
    try:
        names = names_in(f"[{line}]")
    except Irregular:
        return
    read = yaml.load(f"a: [{line}]\n", Loader=Text)["a"]  # noqa: S506 - a SafeLoader
    assert [name.strip() for name in read] == list(names)


@given(LINES, LINES)
def test_pairs_that_are_taken_are_the_pairs_that_yaml_reads(one: str, other: str) -> None:
    line = f"{{a: {one}, b: {other}}}"
    try:
        pairs = [(key, text_in(value)) for key, value in pairs_in(line)]
    except Irregular:
        return
    assert list(yaml.load(f"q: {line}\n", Loader=Text)["q"].items()) == pairs  # noqa: S506 - a SafeLoader


@given(LINES)
def test_a_key_that_is_taken_is_the_key_that_yaml_reads(line: str) -> None:
    try:
        key = key_in(line)
    except (Irregular, IndexError):
        return
    (read,) = yaml.load(f"{line}: 1\n", Loader=Text)  # noqa: S506 - a SafeLoader
    assert read.strip() == key


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("甲", "甲"),
        ("甲  # 说明", "甲"),
        ("甲#乙", "甲#乙"),
        ("9:30", "9:30"),
        ("'it''s'   ", "'it''s'"),
        ('"a: b" # c', '"a: b"'),
        ("[甲, 乙] # c", "[甲, 乙]"),
        ("{a: 甲}", "{a: 甲}"),
    ],
)
def test_a_value_is_taken_without_the_comment_behind_it(line: str, value: str) -> None:
    assert value_in(line) == value


@pytest.mark.parametrize(
    "line",
    [
        "", " 甲", "甲: 乙", "甲:", "- 甲", "? 甲", "&a 甲", "*a", "!x", "| ", "> ", "%a", "@a", "`a",
        "~", "-5", '"甲', "'甲", '"\\n"', '"甲"乙', "'甲'# c", "# c", "[甲", "{甲",
        "甲\t", "甲\x07", "甲\u2028",
    ],
)  # fmt: skip
def test_what_may_mean_something_else_is_not_taken(line: str) -> None:
    with pytest.raises(Irregular):
        value_in(line)


@pytest.mark.parametrize("line", ["null", "Null", "NULL", "[甲]", "{a: 甲}"])
def test_what_is_no_text_is_not_taken_for_one(line: str) -> None:
    for read in (text_in, name_in, term_in):
        with pytest.raises(Irregular):
            read(line)


def test_names_may_be_quoted_and_lose_the_blanks_around_them() -> None:
    assert names_in("[甲,乙, ' 丙 ', \"丁, 戊\", 己\u3000]") == ("甲", "乙", "丙", "丁, 戊", "己")
    assert names_in("[]") == ()
    for line in ("[ ]", "[甲, ]", "[null]", "['']", "[[甲]]", "[甲: 乙]", "甲"):
        with pytest.raises(Irregular):
            names_in(line)


def test_what_has_a_form_needs_no_second_look() -> None:
    assert [bare_in(line) for line in ('"9.1"', "'9.1'", "9.1", "\"9.1'", '"')] == [
        "9.1",
        "9.1",
        "9.1",
        "\"9.1'",
        "",
    ]


def test_a_very_long_key_is_not_taken() -> None:
    assert key_in("管" * 1000) == "管" * 1000
    with pytest.raises(Irregular):
        key_in("管" * 1001)


def test_a_comment_may_say_what_yaml_allows() -> None:
    assert says_nothing("")
    assert says_nothing("   ")
    assert says_nothing("  # 甲: [\u3000")
    assert not says_nothing("甲 # 乙")
    for line in ("# \x07", "# \t", "# \u2028"):
        with pytest.raises(Irregular):
            says_nothing(line)


def test_lines_are_numbered_from_where_the_text_is_begun() -> None:
    above = "子\n" * 6
    lines = PlanLines(f"{above}甲\n\n乙{'丙' * 70_000}\n丁", len(above))
    read = [(lines.number, line[:1]) for line in islice(lines, 6)]
    assert read == [(7, "甲"), (8, ""), (9, "乙"), (10, "丁"), (10, END), (10, END)]
