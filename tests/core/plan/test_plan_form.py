"""The tables of keys as tables: complete, in order, and explained."""

from __future__ import annotations

import pytest

from qjtask.core.plan.item_keys import ITEM, MILESTONE, SETTLED_KEYS, TARGET
from qjtask.core.plan.plan import Group, Item, Letterhead, Milestone, Plan, Rules, Target
from qjtask.core.plan.plan_form import PlanPart
from qjtask.core.plan.plan_keys import GROUP, LETTER, PLAN, RULES, UNIT

PARTS = (PLAN, GROUP, ITEM, MILESTONE, TARGET, RULES, LETTER, UNIT)
parts = pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)


@pytest.mark.parametrize(
    ("part", "value", "no_key"),
    [
        (PLAN, Plan, {"members"}),  # stand under units
        (GROUP, Group, set()),
        (ITEM, Item, {"line", "column"}),  # the place of the id
        (MILESTONE, Milestone, set()),
        (TARGET, Target, set()),
        (RULES, Rules, set()),
        (LETTER, Letterhead, set()),
    ],
    ids=lambda given: getattr(given, "name", None),
)
def test_a_value_has_a_key_for_each_field(
    part: PlanPart, value: type[tuple[object, ...]], no_key: set[str]
) -> None:
    fields = set(value._fields)  # type: ignore[attr-defined]
    assert {key.name for key in part.keys} == fields - no_key
    assert no_key <= fields


@parts
def test_each_key_stands_once_with_words_and_examples(part: PlanPart) -> None:
    names = [key.name for key in part.keys]
    assert len(set(names)) == len(names)
    for key in part.keys:
        assert key.name.isascii()
        assert key.says.endswith("。")
        assert key.examples


@parts
def test_what_an_update_does_with_a_key_is_said_where_it_must_be(part: PlanPart) -> None:
    is_asked = part.name in {"plan", "group", "item"}
    assert all((key.kept is not None) is is_asked for key in part.keys)


@parts
def test_a_list_or_mapping_of_parts_says_of_which(part: PlanPart) -> None:
    for key in part.keys:
        assert bool(key.part.keys) is (key.form in {"part", "parts", "some parts", "units"}), key.name


def test_the_keys_stand_in_the_order_in_which_they_are_written() -> None:
    assert [key.name for key in PLAN.keys] == [
        "title", "document", "issuer", "issued", "first_issued", "year", "letter", "rules", "units",
        "groups",
    ]  # fmt: skip
    assert [key.name for key in ITEM.keys] == [
        "id", "no", "work", "lead", "units", "support", "owner", "deadline", "due", "milestones", "targets",
        "report_every", "source", "settled", "note",
    ]  # fmt: skip


def test_only_what_a_notice_prints_can_leave_a_doubt_to_settle() -> None:
    assert SETTLED_KEYS == (
        "no", "work", "lead", "units", "support", "deadline", "milestones", "targets", "members",
    )  # fmt: skip
