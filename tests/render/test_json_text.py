"""JSON: a promise to other programs."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import history
from qjtask.core.standing.rows import rows, rows_of
from qjtask.render.json_text import history_object, items_object, json_text
from qjtask.storage.plans.plan_file import parse_plan

TODAY = date(2021, 6, 10)
PLAN = """\
title: 表
year: 2021
groups:
- id: "9"
  heading: 甲
  items:
  - id: "9.1"
    work: 做事
    lead: [区政府办]
    units: [审批科, 法规科]
    deadline: 2021-07-30
    milestones: [{by: 2021-04-30, work: 半程}, {by: 2021-06-30, work: 大半}]
    targets:
    - {name: 占比, at_least: 80, unit: "%"}
    - {name: 次数, at_most: 0.3, unit: 次}
  - {id: "9.10", work: 又}
"""


def entry(do: Do, item: str = "9.1", **fields: Any) -> Entry:
    at = datetime(2021, 6, 1, 9, 30, tzinfo=timezone(timedelta(hours=8)))
    return Entry(f"{do}-{item}", item, do, date(2021, 6, 1), at)._replace(**fields)


def shown(*entries: Entry) -> list[dict[str, Any]]:
    """The items as another program reads them."""
    plan = parse_plan(PLAN, "p")
    content = json.loads(json_text(TODAY, items_object(rows(plan, entries, TODAY))))
    assert list(content) == ["schema", "today", "items"]
    assert (content["schema"], content["today"]) == (1, "2021-06-10")
    items: list[dict[str, Any]] = content["items"]
    return items


def test_an_item_with_all_there_is() -> None:
    note = entry(
        Do.NOTE,
        text="过半",
        percent=60,
        values={"占比": "86", "次数": "0.25"},
        evidence=("a.xlsx",),
        by="张三",
    )
    extend = entry(Do.EXTEND, to=date(2021, 9, 30), text="缺人")
    item, _ = shown(entry(Do.DONE, "9.1.1"), extend, note)
    assert item.pop("why")
    assert item == {
        "id": "9.1",
        "no": None,
        "group": "9",
        "heading": "甲",
        "work": "做事",
        "lead": ["区政府办"],
        "units": ["审批科", "法规科"],
        "support": [],
        "owners": ["审批科", "法规科"],
        "deadline": {"text": "2021-07-30", "class": "date", "date": "2021-09-30"},
        "next_due": "2021-06-30",
        "original_due": "2021-06-30",
        "days_left": 20,
        "status": "doing",
        "light": "yellow",
        "reasons": ["due_soon"],
        "percent": 60,
        "pace": {"expected": 58, "actual": 60, "behind": 0},
        "percent_is_mean": False,
        "shares": [
            {"unit": "审批科", "done_on": None, "percent": None},
            {"unit": "法规科", "done_on": None, "percent": None},
        ],
        "milestones": [
            {"id": "9.1.1", "by": "2021-04-30", "work": "半程", "done": "2021-06-01"},
            {"id": "9.1.2", "by": "2021-06-30", "work": "大半", "done": None},
        ],
        "targets": [
            {
                "name": "占比",
                "at_least": 80,
                "at_most": None,
                "unit": "%",
                "cumulative": False,
                "value": 86,
                "met": True,
                "term_gone": 58,
            },
            {
                "name": "次数",
                "at_least": None,
                "at_most": 0.3,
                "unit": "次",
                "cumulative": False,
                "value": 0.25,
                "met": True,
                "term_gone": 58,
            },
        ],
        "periods": [],
        "extended_from": "2021-07-30",
        "extensions": [
            {
                "id": "9.1",
                "on": "2021-06-01",
                "from": "2021-07-30",
                "to": "2021-09-30",
                "late": False,
                "reason": "缺人",
                "approved_by": None,
                "doc": None,
            }
        ],
        "claimed_on": None,
        "accepted": None,
        "returns": [],
        "done_on": None,
        "source": None,
        "last_entry": {
            "id": "note-9.1",
            "item": "9.1",
            "do": "note",
            "on": "2021-06-01",
            "at": "2021-06-01T09:30:00+08:00",
            "by": "张三",
            "unit": None,
            "text": "过半",
            "percent": 60,
            "to": None,
            "values": {"占比": "86", "次数": "0.25"},
            "evidence": ["a.xlsx"],
            "sha256": {},
            "period": None,
            "batch": None,
            "grade": None,
            "approved_by": None,
            "doc": None,
        },
    }


def test_absent_values_are_null_and_lists_empty() -> None:
    _, item = shown()
    absent = {key for key, value in item.items() if value is None}
    always = {"next_due", "days_left", "percent", "pace", "extended_from", "done_on", "last_entry"}
    assert absent == {*always, "no", "original_due", "source", "claimed_on", "accepted"}
    assert item["lead"] == item["units"] == item["support"] == item["owners"] == item["shares"] == []
    assert item["milestones"] == item["targets"] == []
    assert item["deadline"] == {"text": "", "class": "unknown", "date": None}
    done = shown(entry(Do.DONE, "9.10"))[1]
    assert (done["status"], done["light"], done["why"], done["done_on"]) == ("done", None, None, "2021-06-01")


def test_history_says_what_was_taken_back() -> None:
    entries = (entry(Do.DONE), entry(Do.UNDO, undoes="done-9.1", id="u"))
    past = history(entries, TODAY)
    told = history_object(past.ordered, past)
    assert [(one["do"], one["undone"]) for one in told] == [("done", True), ("undo", False)]
    assert rows_of(parse_plan(PLAN, "p"), past, TODAY)[0].status.value == "todo"


@pytest.mark.parametrize("value", ["9" * 5000, "9" * 400 + ".5"])
def test_a_value_beyond_all_measure_is_null(value: str) -> None:
    item = shown(entry(Do.NOTE, values={"占比": value}))[0]
    assert item["targets"][0]["value"] is None
    assert item["last_entry"]["values"] == {"占比": value}


def test_chinese_stays_readable_and_what_is_not_seen_is_escaped() -> None:
    text = json_text(
        TODAY, {"a": "审批科　“x” 👍 [done] \x1b[2J\x9b\x7f\u202e\u2066\u2028\u200b\ufeff\n\ud83d"}
    )
    assert "审批科　“x” 👍 [done] " in text
    assert r"\u001b[2J\u009b\u007f\u202e\u2066\u2028\u200b\ufeff\n\ud83d" in text
    assert text.isascii() is False
    text.encode()  # no half characters are left


@given(st.dictionaries(st.text(st.characters()), st.text(st.characters())))
def test_any_text_comes_back(content: dict[str, str]) -> None:
    text = json_text(TODAY, {"it": content})
    assert json.loads(text)["it"] == content
    assert all(char.isprintable() or char == "\n" or ord(char) > 0x9F for char in text)
    text.encode()
