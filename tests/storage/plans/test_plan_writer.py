"""A plan written as YAML is read back as it was, whatever its texts hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.plan.item_keys import SETTLED_KEYS
from qjtask.core.plan.making import overruled
from qjtask.core.plan.plan import Group, Item, Letterhead, Milestone, Owner, Plan, Rules, Target
from qjtask.core.plan.remarks import Remarks
from qjtask.core.time.deadline import read_deadline
from qjtask.core.time.span import Span
from qjtask.importing.drafts.report import unchanged
from qjtask.storage.plans.plan_file import load_plan, parse_plan
from qjtask.storage.plans.plan_walk import walk_plan
from qjtask.storage.plans.plan_writer import plan_yaml, scalar
from qjtask.storage.plans.regular_plan import read_regular

ROOT = Path(__file__).resolve().parents[3]
HOSTILE = (
    "“引号”", '"', "'", "it's", "a: b", "a:", ":a", "a #b", "#a", "- a",
    "-", "? a", "?", "& a", "*a", "!a",
    "|", ">", "%", "@a", "`a", "null", "Null", "~", "true", "no", "OFF", "y", ".nan", "-.inf", "123", "007",
    "1e3",
    "0x1f", "0o7", "1_000", "12:30:45", "2021-06-30", "2021-6-3 1:2:3", "=", "<<", "---", "...",
    "--- a", "[a]",
    "{a}", "a, b", "a]", " 前", "后 ", "\u3000全角\u3000", "甲\n乙", "甲\r\n乙", "甲\t乙", "\x00\x07\x1b[31m",
    "\x7f\x85\xa0", "\u2028\u2029", "\u202e右", "\ufeff", "\ufffe",
    "😀🇨🇳", "\U000e0001", "\\", "\\n", "甲乙" * 700,
)  # fmt: skip

some_text = st.sampled_from(HOSTILE) | st.text(max_size=20)
text = st.one_of(some_text, st.tuples(some_text, some_text).map("".join))
filled = text.filter(lambda one: bool(one.strip()))
name = filled.map(str.strip)
number = st.from_regex(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", fullmatch=True).filter(str.isascii)
days = st.dates(date(1000, 1, 1), date(2999, 12, 31))
names = st.lists(name, max_size=3).map(tuple)
owners = st.sampled_from(Owner)
rhythms = st.builds(Span, st.integers(1, 9999), st.sampled_from("dwmqy"))
rules = st.sampled_from((Rules(), Rules(Span(2, "w"), Span(1, "q")))) | st.builds(
    Rules,
    rhythms,
    rhythms,
    st.integers(0, 100),
    owners,
    st.booleans(),
    st.none() | rhythms,
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    year, issued = draw(st.integers(1900, 2999)), draw(st.none() | days)

    def target() -> Target:
        at_least, at_most = (draw(number), None) if draw(st.booleans()) else (None, draw(number))
        return Target(draw(filled), at_least, at_most, draw(text), draw(st.booleans()))

    def item(item_id: str) -> Item:
        due = draw(st.none() | days)
        return Item(
            item_id,
            draw(filled),
            draw(names),
            draw(names),
            overruled(read_deadline(draw(text), year=year, issued=issued), due),
            tuple(Milestone(draw(days), draw(filled)) for _ in range(draw(st.integers(0, 2)))),
            tuple(target() for _ in range(draw(st.integers(0, 2)))),
            draw(text),
            draw(st.just("") | name),
            draw(names),
            draw(st.none() | owners),
            due,
            draw(st.none() | rhythms),
            draw(text),
            tuple(draw(st.lists(st.sampled_from(SETTLED_KEYS), max_size=3))),
        )

    def numbers(most: int) -> list[int]:
        return draw(st.lists(st.integers(1, 9999), min_size=1, max_size=most, unique=True))

    groups = tuple(
        Group(str(one), draw(filled), tuple(item(f"{one}.{at}") for at in numbers(3))) for one in numbers(3)
    )
    words = draw(st.lists(name, unique=True, max_size=9))
    shown, aliases, members = words[:3], words[3:6], words[6:]
    units = dict.fromkeys(shown, ()) | ({shown[0]: tuple(aliases)} if shown else {})
    return Plan(
        draw(filled),
        year,
        groups,
        draw(text),
        draw(text),
        issued,
        units,
        draw(rules),
        {draw(st.sampled_from(shown)): tuple(members)} if members else {},
        Letterhead(draw(text), draw(text)),
    )


@given(plans())
def test_any_plan_comes_back_the_same(plan: Plan) -> None:
    assert unchanged(parse_plan(plan_yaml(plan), "f")) == plan


@given(plans(), st.lists(text, max_size=3))
def test_comments_of_any_text_change_nothing(plan: Plan, lines: list[str]) -> None:
    ids = [one for group in plan.groups for one in (group.id, *(item.id for item in group.items))]
    every = {place: lines for one in ids for place in ((one,), (one, "work"))} | {
        (): lines,
        ("units",): lines,
    }
    beside = {place: line for place in every for line in lines[:1]}
    assert unchanged(parse_plan(plan_yaml(plan, Remarks(every, beside, every)), "f")) == plan


@given(text)
def test_another_reader_of_yaml_sees_the_same_text(one: str) -> None:
    assert yaml.safe_load(f"a: {scalar(one)}\nb: [{scalar(one, inside=True)}]\n") == {"a": one, "b": [one]}


@pytest.mark.parametrize("one", HOSTILE)
def test_every_hostile_text_is_kept_everywhere(one: str) -> None:
    if not one.strip():
        return
    item = Item("1.1", one, (one.strip(),), (), read_deadline(one, year=2021, issued=None), note=one)
    plan = Plan(one, 2021, (Group("1", one, (item,)),), one, one, units={one.strip(): ()})
    assert unchanged(parse_plan(plan_yaml(plan), "f")) == plan


def test_nothing_unseen_is_written_as_it_is() -> None:
    item = Item("1.1", "\x1b[31m\u202e\u200b", (), (), read_deadline("", year=2021, issued=None))
    made = plan_yaml(
        Plan("甲", 2021, (Group("1", "甲", (item,)),)), Remarks({(): ["\x1b[2J\n甲\u2028year: 1"]})
    )
    assert '"\\x1b[31m\\u202e\\u200b"' in made
    assert "# [2J 甲 year: 1\n" in made
    assert all(char.isprintable() for char in made.replace("\n", ""))


def test_the_shipped_plan_is_written_in_the_houses_form() -> None:
    shipped = load_plan(ROOT / "data" / "tasks.yaml", "f")
    made = plan_yaml(shipped)
    short = read_regular(made)
    assert short is not None
    assert short == walk_plan(made, "f")
    assert unchanged(short) == unchanged(shipped)
    ours, theirs = (
        [line for line in one.splitlines() if line and not line.lstrip().startswith("#")]
        for one in (made, (ROOT / "data" / "tasks.yaml").read_text("utf-8"))
    )
    assert ours == theirs
