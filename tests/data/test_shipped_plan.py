"""The shipped plan against the notice it mirrors: every cell of the printed table, one by one."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NOTICE = (HERE / "notice.txt").read_text(encoding="utf-8")
PLAN_TEXT = (ROOT / "data" / "tasks.yaml").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads((ROOT / "schema" / "plan.schema.json").read_text(encoding="utf-8"))
# BaseLoader builds only text, lists and mappings: no object, and no guess at a type.
PLAN: dict[str, Any] = yaml.load(PLAN_TEXT, Loader=yaml.BaseLoader)  # noqa: S506
ITEMS: dict[str, dict[str, Any]] = {item["id"]: item for group in PLAN["groups"] for item in group["items"]}

NUMERALS = [*"一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五"]
HEADINGS = ["重点任务", "具体工作", "区级牵头单位", "责任科室单位", "完成时限"]
# The table lost the heading （三） above this row; the heading is the one of the body's section.
FIRST_OF_THREE = "建成电子政务外网"
ITEM_KEYS = ["id", "work", "lead", "units", "deadline", "milestones", "targets", "note"]


class Row(NamedTuple):
    """One printed row, under the heading that it stands or belongs under."""

    id: str
    heading: str
    work: str
    lead: list[str]
    units: list[str]
    deadline: str


def _blocks(text: str) -> Iterator[list[str]]:
    """The table's rows as cells: a cell is a line after a tab, and a blank line ends a row."""
    lines = text.splitlines()
    row: list[str] = []
    for line in lines[lines.index("\t重点任务") :]:
        if line.startswith("\t"):
            row.append(re.sub(r"\[bookmark: \w+\]", "", line).strip())
            continue
        if line.strip():
            break  # running text: the table is over
        if row:
            yield row
            row = []
    if row:
        yield row


def _names(cell: str) -> list[str]:
    return [name for name in cell.split("、") if name]


def _body_heading(numeral: str) -> str:
    """The heading of a section of the notice's second part, 重点任务."""
    part = NOTICE.split("\n二、重点任务\n")[1].split("\n三、保障措施\n")[0]
    found = re.search(rf"^（{numeral}）([^。]+)。", part, re.MULTILINE)
    assert found
    return found[1]


def _printed_rows() -> list[Row]:
    """The table as printed, with ids counted under each printed numeral."""
    first, *rest = _blocks(NOTICE)
    assert first == HEADINGS
    rows: list[Row] = []
    counts: Counter[int] = Counter()
    group, heading = 0, ""
    for cells in rest:
        # A heading alone (its row follows after a blank line), a row without one, or both.
        assert len(cells) in (1, 4, 5), cells
        if len(cells) != 4 and cells[0]:
            found = re.fullmatch(r"（([一二三四五六七八九十]+)）(.+)", cells[0])
            assert found, cells
            group, heading = NUMERALS.index(found[1]) + 1, found[2]
        if len(cells) == 1:
            continue
        work, lead, units, deadline = cells[-4:]
        if work.startswith(FIRST_OF_THREE):
            group, heading = 3, _body_heading("三")
        counts[group] += 1
        item = f"{group}.{counts[group]}"
        rows.append(Row(item, heading, work, _names(lead), _names(units), deadline))
    return rows


ROWS = _printed_rows()


def _known_units() -> dict[str, str]:
    """Every name and alias of the plan, with the name to show."""
    known = {name: name for name in PLAN["units"]}
    for name, aliases in PLAN["units"].items():
        for alias in aliases:
            assert alias not in known, f"{alias} stands twice"
            known[alias] = name
    return known


def _iso(value: object) -> object:
    """A plan as an editor hands it to the schema: YAML 1.2 has no dates, only text."""
    if isinstance(value, dict):
        return {key: _iso(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_iso(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


def _faults(plan: object) -> list[str]:
    faults = jsonschema.Draft7Validator(SCHEMA).iter_errors(plan)
    return [f"{list(fault.absolute_path)}: {fault.message}" for fault in faults]


# The notice itself: should this file's reader miss a row, these counts say so.


def test_the_notice_has_the_counts_that_were_read_by_eye() -> None:
    assert len(ROWS) == 45
    assert Counter(row.deadline for row in ROWS) == {
        "2021年12月31日": 17,
        "持续推进": 16,
        "按时序推进": 4,
        "2021年6月30日": 3,
        "2021年9月30日": 2,
        "2021年4月30日": 2,
        "2021年3月31日": 1,
    }
    assert sum(len(row.units) > 1 for row in ROWS) == 24
    units = Counter(unit for row in ROWS for unit in row.units)
    assert (units["审批科"], units["行审批科"], units["行政审批科"]) == (36, 2, 1)
    assert [row.id for row in ROWS if "法夫科" in row.units] == ["14.1"]


def test_a_repeated_heading_goes_on_counting() -> None:
    for numeral, last in (("十三", "13.4"), ("十五", "15.2")):
        assert len(re.findall(rf"^\t.*（{numeral}）", NOTICE, re.MULTILINE)) == 2
        assert [row.id for row in ROWS if row.id.startswith(last.split(".")[0] + ".")][-1] == last


# The plan against the notice.


def test_the_plan_says_which_notice_it_mirrors() -> None:
    lines = [line.strip() for line in NOTICE.splitlines()]
    assert PLAN["title"] in lines
    assert PLAN["document"] in lines
    assert PLAN["issuer"] in lines
    day = date.fromisoformat(PLAN["issued"])
    assert f"{day.year}年{day.month}月{day.day}日" in lines
    assert PLAN["year"] == "2021"


def test_the_items_stand_in_the_printed_order_and_number() -> None:
    assert list(ITEMS) == [row.id for row in ROWS]
    assert sum(len(group["items"]) for group in PLAN["groups"]) == 45


def test_the_groups_are_the_printed_headings() -> None:
    printed = list(dict.fromkeys((row.id.split(".")[0], row.heading) for row in ROWS))
    assert [(group["id"], group["heading"]) for group in PLAN["groups"]] == printed
    assert [group["id"] for group in PLAN["groups"]] == [str(n) for n in range(1, 16)]
    for group in PLAN["groups"]:
        assert all(item["id"].split(".")[0] == group["id"] for item in group["items"])


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_every_cell_is_the_printed_one(row: Row) -> None:
    item = ITEMS[row.id]
    assert item["work"] == row.work
    assert item["lead"] == row.lead
    assert item["units"] == row.units
    assert item["deadline"] == row.deadline


def test_every_printed_unit_is_a_name_or_an_alias() -> None:
    known = _known_units()
    shown = Counter(known[unit] for row in ROWS for unit in row.units)
    assert shown["审批科"] == 39
    assert set(shown) == set(PLAN["units"])  # and no unit is listed that has no work
    assert known["法夫科"] == "法规科"


def test_the_addressees_of_the_notice_are_known_units() -> None:
    found = re.search(r"^(.+)，机关科室：$", NOTICE, re.MULTILINE)
    assert found
    known = _known_units()
    addressees = _names(found[1])
    assert [known[name] for name in addressees] == ["公路事务中心", "道路运输中心", "执法支队"]


def test_the_notes_stand_where_the_table_is_doubtful() -> None:
    notes = {key: item["note"] for key, item in ITEMS.items() if "note" in item}
    assert list(notes) == ["3.1", "3.2", "13.4", "14.1", "15.2"]
    assert "正文第二部分（三）" in notes["3.1"]
    assert notes["3.1"] == notes["3.2"]
    assert "法规科" in notes["14.1"]


def test_milestones_are_the_dates_that_the_deadline_column_does_not_say() -> None:
    milestones = {key: item["milestones"] for key, item in ITEMS.items() if "milestones" in item}
    assert {key: [one["by"] for one in ones] for key, ones in milestones.items()} == {
        "7.1": ["2021-12-31"],
        "9.4": ["2021-04-30"],
    }
    for key, ones in milestones.items():
        assert all(one["work"] in ITEMS[key]["work"] for one in ones)
    assert "2021年4月底前，" + milestones["9.4"][0]["work"] in ITEMS["9.4"]["work"]


def test_every_date_in_a_work_text_is_the_deadline_or_a_milestone() -> None:
    for key, item in ITEMS.items():
        for month in re.findall(r"2021年(?:(\d+)月)?底", item["work"]):
            last = {"": "12-31", "3": "03-31", "4": "04-30", "6": "06-30", "9": "09-30"}
            day = date.fromisoformat(f"2021-{last.get(month, '12-31')}")
            dates = [one["by"] for one in item.get("milestones", [])]
            printed = f"2021年{day.month}月{day.day}日"
            assert day.isoformat() in dates or item["deadline"] == printed, key


def test_targets_are_the_numbers_that_the_work_text_promises() -> None:
    targets = {key: item["targets"] for key, item in ITEMS.items() if "targets" in item}
    short = {
        key: [
            ("≥" if "at_least" in one else "≤") + (one.get("at_least") or one["at_most"]) + one["unit"]
            for one in ones
        ]
        for key, ones in targets.items()
    }
    assert short == {
        "3.2": ["≥100%", "≥100%"],
        "9.2": ["≥80%", "≥70%"],
        "9.3": ["≥100%"],
        "10.3": ["≥80%", "≤0.3次", "≥40%"],
        "11.1": ["≥20%"],
        "11.2": ["≥100%", "≥100%"],
        "12.2": ["≥100项"],
        "13.4": ["≥100%", "≥80%", "≥300宗"],
        "15.2": ["≥1项"],
    }
    for key, wanted in short.items():
        numbers = re.findall(r"\d+(?:\.\d+)?(?:%|次|项|宗)", ITEMS[key]["work"])
        assert set(numbers) == {one[1:] for one in wanted}, key


def test_the_name_of_a_target_is_in_the_words_of_the_work_text() -> None:
    for key, item in ITEMS.items():
        work = re.sub("[“”]", "", item["work"])
        for target in item.get("targets", []):
            assert re.sub("[“”]", "", target["name"]) in work, key


def test_no_percentage_is_left_without_a_target() -> None:
    for key, item in ITEMS.items():
        assert ("%" in item["work"]) <= ("targets" in item), key


# The plan as a file that people read, and that editors complete.


def test_the_file_is_clean() -> None:
    lines = PLAN_TEXT.split("\n")
    assert lines[0] == "# yaml-language-server: $schema=../schema/plan.schema.json"
    assert PLAN_TEXT.rstrip() + "\n" == PLAN_TEXT
    assert "bookmark" not in PLAN_TEXT
    assert not re.search(r"[\t\r\u3000\u00a0\ufeff]", PLAN_TEXT)
    assert not [line for line in lines if line != line.rstrip()]


def test_every_text_stands_on_one_line_without_stray_spaces() -> None:
    assert not re.search(r"[\u4e00-\u9fff、，。] +[\u4e00-\u9fff]", re.sub("#.*", "", PLAN_TEXT))
    for item in ITEMS.values():
        assert f"\n    work: {item['work']}\n" in PLAN_TEXT


def test_the_keys_of_an_item_keep_their_order() -> None:
    for key, item in ITEMS.items():
        assert list(item) == [name for name in ITEM_KEYS if name in item], key


def test_ids_are_quoted() -> None:
    ids = re.findall(r"^ *- id: (.*)$", PLAN_TEXT, re.MULTILINE)
    assert len(ids) == 60
    assert all(re.fullmatch(r'"[0-9.]+"', one) for one in ids)


def test_the_schema_accepts_the_plan_as_an_editor_reads_it() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert _faults(_iso(yaml.safe_load(PLAN_TEXT))) == []


def test_the_schema_accepts_the_plan_read_as_text() -> None:
    assert _faults(PLAN) == []


def _item(**change: object) -> dict[str, object]:
    """A small plan whose only item has these keys changed."""
    item: dict[str, object] = {"id": "1.1", "work": "做事", "deadline": "持续推进", **change}
    return {"title": "表", "year": 2021, "groups": [{"id": "1", "heading": "甲", "items": [item]}]}


@pytest.mark.parametrize(
    "plan",
    [
        {"year": 2021, "groups": _item()["groups"]},
        {"title": "表", "groups": _item()["groups"]},
        {"title": "表", "year": 2021},
        {**_item(), "title": ""},
        {**_item(), "year": 21},
        {**_item(), "year": "三千"},
        {**_item(), "groups": []},
        {**_item(), "issued": "2021-3-26"},
        {**_item(), "titel": "表"},
        {**_item(), "units": {"审批科": ["行审批科", "行审批科"]}},
        {**_item(), "rules": {"warn": "30"}},
        {**_item(), "rules": {"light": "30d"}},
        {**_item(), "groups": [{"id": "1", "heading": "甲", "items": []}]},
        _item(id=1.1),
        _item(id="1.01"),
        _item(work=""),
        _item(lead="区司法局"),
        _item(units=[""]),
        _item(dedline="持续推进"),
        _item(milestones=[{"by": "4月底", "work": "做完"}]),
        _item(milestones=[{"by": "2021-04-30"}]),
        _item(targets=[{"name": "占比"}]),
        _item(targets=[{"name": "占比", "at_least": 1, "at_most": 2}]),
        _item(targets=[{"name": "占比", "at_least": "约八成"}]),
        _item(targets=[{"at_least": 80}]),
    ],
)
def test_the_schema_refuses(plan: object) -> None:
    assert _faults(_item()) == []
    assert _faults(plan) != []


def _objects(node: object) -> Iterator[dict[str, Any]]:
    """Every part of the schema that describes a mapping."""
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for entry in node.values():
            yield from _objects(entry)
    elif isinstance(node, list):
        for entry in node:
            yield from _objects(entry)


def test_every_key_of_the_schema_helps_whoever_types_it() -> None:
    objects = list(_objects(SCHEMA))
    assert len(objects) == 9
    for node in objects:
        assert node["additionalProperties"] is False or "properties" not in node
        for key, rule in node.get("properties", {}).items():
            assert re.search("[\u4e00-\u9fff]", rule["description"]), key
            for example in rule["examples"]:
                part = {**rule, "definitions": SCHEMA["definitions"]}
                assert jsonschema.Draft7Validator(part).is_valid(example), (key, example)
