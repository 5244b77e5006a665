"""The schema, which editors read, and the reader: the same plans are good and bad to both."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from qjtask.core.plan.item_keys import ITEM, SETTLED_KEYS
from qjtask.core.plan.plan_keys import PLAN as PLAN_KEYS
from qjtask.core.plan.plan_keys import RULES
from qjtask.core.problem import Refused
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.plans.plan_schema import schema_text
from tests.storage.key_examples import with_key

if TYPE_CHECKING:
    from qjtask.core.plan.plan_form import PlanKey

PATH = Path(__file__).parents[1] / "schema" / "plan.schema.json"
SCHEMA: dict[str, Any] = json.loads(PATH.read_text("utf-8"))
CHECKER = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)


class Typed(yaml.SafeLoader):
    """What editors see: null, booleans and numbers as in YAML 1.2, and all else text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's way


class Text(yaml.SafeLoader):
    """What the reader sees: null, and all else text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's way


for tag, form, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    for loader in (Typed, Text) if tag == "null" else (Typed,):
        loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(form), first)

HEAD = "title: 表\nyear: 2021\n"
GROUPS = 'groups:\n- id: "9"\n  heading: 甲\n  items:\n  - {id: "9.1", work: 做事}\n'
PLAN = HEAD + GROUPS


def head(text: str) -> str:
    """A plan with these lines among the plan's own."""
    return HEAD + text + "\n" + GROUPS


def item(text: str) -> str:
    """A plan with these keys in its only item."""
    return PLAN.replace("work: 做事", f"work: 做事, {text}")


GOOD = {
    "least": PLAN,
    "quoted year": PLAN.replace("2021", '"2021"'),
    "first year": PLAN.replace("2021", "1900"),
    "last year": PLAN.replace("2021", "2999"),
    "flow": '{title: 表, year: 2021, groups: [{id: "9", heading: 甲, items: [{id: "9.10", work: 做事}]}]}',
    "heads": head("document: 某发〔2021〕1号\nissuer: 某局\nissued: 2021-02-28"),
    "blank heads": head("document:\nissuer: ~\nissued: null\nunits:\nrules:"),
    "empty heads": head('document: ""\nissuer: ""\nunits: {}\nrules: {}'),
    "leap day": head("issued: 2020-02-29"),
    "issued again": head("issued: 2021-06-01\nfirst_issued: 2021-03-26"),
    "units": head("units: {审批科: [行审批科, 行政审批科], 法规科: [], 建管科: , 养护科: [养护科]}"),
    "collective names": head("units: {甲科: [], 各科室: {members: [甲科, 乙科], aliases: [机关各科室]}}"),
    "collective name without more": head("units: {各科室: {members: [甲科]}, 乙科: {aliases: []}, 丙科: {}}"),
    "blank lists of a unit": head("units: {各科室: {members: , aliases: ~}}"),
    "rules": head("rules: {warn: 30d, review: 2W}"),
    "all rules": head("rules: {pace: 0, owner: all, accept: true, report_every: 1m}"),
    "quoted rules": head('rules: {pace: "100", owner: "lead", accept: "false"}'),
    "capital truth": head("rules: {accept: True}"),
    "blank rules": head("rules: {pace: , owner: , accept: , report_every: }"),
    "letter": head("letter: {to: 各科室, contact: 张三}"),
    "blank letters": head("letter: {to: , contact: ~}"),
    "no letter": head("letter:"),
    "one rule": head("rules: {warn: , review: 1q}"),
    "long ids": PLAN.replace('"9"', '"9999"').replace('"9.1"', '"9999.9999"'),
    "item": item(
        "lead: [区政府办], units: [审批科, 法规科], deadline: 6月底前, note: 备注,"
        " milestones: [{by: 2021-04-30, work: 半程}],"
        ' targets: [{name: 占比, at_least: 80, unit: "%"}, {name: 次数, at_most: "0.3", unit: 次}]'
    ),
    "number as printed": item("no: 27"),
    "quoted number as printed": item('no: "（二十七）"'),
    "by hand": item(
        "support: [办公室], owner: all, due: 2021-05-31, report_every: 2w, source: 批示, settled: [no]"
    ),
    "cumulative": item("targets: [{name: 件数, at_least: 5, cumulative: true}]"),
    "blank item": item("lead: , units: ~, deadline: null, milestones: , targets: , note: "),
    "blank by hand": item("no: , support: , owner: ~, due: null, report_every: , source: , settled: "),
    "empty lists": item("lead: [], units: [], support: [], milestones: [], targets: [], settled: []"),
    "empty source": item('source: ""'),
    "date as deadline": item("deadline: 2021-06-30"),
    "negative target": item("targets: [{name: 增长, at_least: -1.5}]"),
    "quoted targets": item('targets: [{name: 增长, at_least: "-100"}, {name: 乙, at_most: "0.25"}]'),
    "blank other bound": item("targets: [{name: 占比, at_least: , at_most: 3, unit: }]"),
}

BAD = {
    "empty file": "",
    "null": "~",
    "list": "- 1",
    "text": "title",
    "no title": PLAN.replace("title: 表\n", ""),
    "no year": PLAN.replace("year: 2021\n", ""),
    "no groups": HEAD,
    "blank title": PLAN.replace("表", ""),
    "null title": PLAN.replace("表", "~"),
    "spaces for a title": PLAN.replace("表", '" \u3000"'),
    "title of another kind": PLAN.replace("表", "[表]"),
    "document of another kind": head("document: {a: b}"),
    "unknown key": head("titel: 表"),
    "null year": PLAN.replace("2021", "~"),
    "short year": PLAN.replace("2021", "21"),
    "one-digit year": PLAN.replace("2021", '"2"'),
    "year too early": PLAN.replace("2021", "1899"),
    "year too late": PLAN.replace("2021", "3000"),
    "year in words": PLAN.replace("2021", "二〇二一"),
    "full-width year": PLAN.replace("2021", "２０２１"),
    "date of another form": head("issued: 2021-3-26"),
    "date in Chinese": head("issued: 2021年3月26日"),
    "month 13": head("issued: 2021-13-01"),
    "day 32": head("issued: 2021-01-32"),
    "empty date": head('issued: ""'),
    "full-width date": head("issued: ２０２１-03-26"),
    "units as a list": head("units: [审批科]"),
    "aliases as text": head("units: {审批科: 行审批科}"),
    "blank alias": head("units: {审批科: [~]}"),
    "empty alias": head('units: {审批科: [""]}'),
    "alias twice in a row": head("units: {审批科: [行审批科, 行审批科]}"),
    "unit without a name": head('units: {"": [审批科]}'),
    "unit of spaces": head('units: {"  ": [审批科]}'),
    "unit as a number of lists": head("units: {各科室: {members: 甲科}}"),
    "unknown key of a unit": head("units: {各科室: {member: [甲科]}}"),
    "collective name without members": head("units: {各科室: {members: []}}"),
    "blank member": head("units: {各科室: {members: [~]}}"),
    "member twice in a row": head("units: {各科室: {members: [甲科, 甲科]}}"),
    "alias of a collective name twice": head("units: {各科室: {members: [甲], aliases: [乙, 乙]}}"),
    "pace above a hundred": head("rules: {pace: 101}"),
    "pace below nothing": head("rules: {pace: -1}"),
    "pace of a part": head("rules: {pace: 2.5}"),
    "pace in percent": head('rules: {pace: "20%"}'),
    "unknown owner": head("rules: {owner: unit}"),
    "owner in Chinese": head("rules: {owner: 牵头单位}"),
    "accept in words": head('rules: {accept: "是"}'),
    "accept in figures": head("rules: {accept: 1}"),
    "reports of no rhythm": head("rules: {report_every: 0d}"),
    "reports in words": head("rules: {report_every: 每月}"),
    "letter as text": head("letter: 各科室"),
    "unknown key of a letter": head("letter: {from: 办公室}"),
    "letter to a list": head("letter: {to: [各科室]}"),
    "span without unit": head('rules: {warn: "30"}'),
    "span in Chinese": head("rules: {warn: 30天}"),
    "full-width span": head("rules: {warn: ３０d}"),
    "long span": head("rules: {warn: 30000d}"),
    "empty span": head('rules: {warn: ""}'),
    "unknown rule": head("rules: {light: 30d}"),
    "rules as text": head("rules: 30d"),
    "null groups": HEAD + "groups:",
    "empty groups": HEAD + "groups: []",
    "blank group": PLAN + "-",
    "group as text": PLAN + "- 甲",
    "group without id": PLAN.replace('id: "9"', "").replace("- \n  h", "- h"),
    "group without heading": PLAN.replace("  heading: 甲\n", ""),
    "group without items": HEAD + 'groups: [{id: "9", heading: 甲}]',
    "group with an unknown key": PLAN.replace("heading", "title: 乙\n  heading"),
    "empty items": HEAD + 'groups: [{id: "9", heading: 甲, items: []}]',
    "null items": HEAD + 'groups: [{id: "9", heading: 甲, items: }]',
    "blank item": PLAN + "  -",
    "group id of zero": PLAN.replace('"9"', '"0"'),
    "group id in Chinese": PLAN.replace('"9"', '"九"'),
    "group id of five digits": PLAN.replace('"9"', '"10000"').replace('"9.1"', '"10000.1"'),
    "full-width group id": PLAN.replace('"9"', '"９"'),
    "item without id": PLAN.replace('id: "9.1", ', ""),
    "item without work": PLAN.replace(", work: 做事", ""),
    "empty work": PLAN.replace("做事", '""'),
    "null work": PLAN.replace("做事", "~"),
    "null id": PLAN.replace('"9.1"', "~"),
    "id without group": PLAN.replace('"9.1"', '"1"'),
    "id with a leading zero": PLAN.replace('"9.1"', '"9.01"'),
    "id of three parts": PLAN.replace('"9.1"', '"9.1.1"'),
    "id with spaces": PLAN.replace('"9.1"', '" 9.1 "'),
    "id with a dash": PLAN.replace('"9.1"', '"9-1"'),
    "unknown item key": item("dealine: 6月底"),
    "blank number": item('no: "  "'),
    "empty number": item('no: ""'),
    "number as a list": item("no: [27]"),
    "support as text": item("support: 办公室"),
    "item's unknown owner": item("owner: 办公室"),
    "due in words": item("due: 5月31日"),
    "due of a month": item("due: 2021-05"),
    "item's reports of no rhythm": item("report_every: 000m"),
    "source as a list": item("source: [批示]"),
    "settled as text": item("settled: deadline"),
    "settled key of no doubt": item("settled: [note]"),
    "cumulative in words": item("targets: [{name: 件数, at_least: 5, cumulative: 累计}]"),
    "lead as text": item("lead: 区政府办"),
    "empty lead": item('lead: ""'),
    "blank unit": item("units: [审批科, ~]"),
    "empty unit": item('units: ["  "]'),
    "unit as a list": item("units: [[审批科]]"),
    "deadline as a list": item("deadline: [6月]"),
    "note as a mapping": item("note: {a: b}"),
    "milestones as a mapping": item("milestones: {by: 2021-04-30, work: 半程}"),
    "blank milestone": item("milestones: [~]"),
    "milestone without a date": item("milestones: [{work: 半程}]"),
    "milestone with a blank date": item("milestones: [{by: , work: 半程}]"),
    "milestone without work": item("milestones: [{by: 2021-04-30}]"),
    "milestone in words": item("milestones: [{by: 4月底, work: 半程}]"),
    "unknown milestone key": item("milestones: [{by: 2021-04-30, work: 半程, unit: 甲}]"),
    "blank target": item("targets: [~]"),
    "target without a name": item("targets: [{at_least: 1}]"),
    "target without a bound": item("targets: [{name: 占比}]"),
    "target with blank bounds": item("targets: [{name: 占比, at_least: , at_most: }]"),
    "target with two bounds": item("targets: [{name: 占比, at_least: 1, at_most: 2}]"),
    "target in words": item("targets: [{name: 占比, at_least: 约八成}]"),
    "target with its unit": item("targets: [{name: 占比, at_least: 80%}]"),
    "empty bound": item('targets: [{name: 占比, at_least: ""}]'),
    "full-width bound": item('targets: [{name: 占比, at_least: "８０"}]'),
    "long bound": item(f'targets: [{{name: 占比, at_least: "{"9" * 16}"}}]'),
    "unknown target key": item("targets: [{name: 占比, at_least: 1, value: 2}]"),
}

# A schema looks at one value at a time, without its place; these take the whole plan, or its text.
ONLY_THE_READER_REFUSES = {
    "repeated key (a loader keeps the last)": PLAN + "title: 又\n",
    "repeated item id": PLAN + '  - {id: "9.1", work: 又}\n',
    "repeated group id": PLAN + '- {id: "9", heading: 乙, items: [{id: "9.2", work: 又}]}\n',
    "id of another group": PLAN.replace('"9.1"', '"8.1"'),
    "alias of two names": head("units: {审批科: [甲科], 法规科: [甲科]}"),
    "alias that is a name": head("units: {审批科: [法规科], 法规科: []}"),
    "alias of a collective name that is a name": head(
        "units: {各科室: {members: [甲], aliases: [乙]}, 乙: []}"
    ),
    "member that is another's alias": head("units: {各科室: {members: [甲]}, 乙: [甲]}"),
    "collective name among its members": head("units: {各科室: {members: [甲, 各科室]}}"),
    "collective name among another's members": head(
        "units: {各科室: {members: [各股室]}, 各股室: {members: [甲]}}"
    ),
    "anchor": PLAN.replace("做事", "&a 做事"),
    "alias": head("document: &a 甲\nissuer: *a"),
    "tag": PLAN.replace("做事", "!!str 做事"),
    "more than 20 levels": head("units:\n  甲: !!seq []"),
}
# An editor sees a number where the text says so, and asks for quotes; the reader takes it as written.
ONLY_TYPED_REFUSES = {
    "unquoted id, which a loader would make 9.1": PLAN.replace('"9.1"', "9.10"),
    "unquoted group id": PLAN.replace('"9"', "9"),
    "number for a title": PLAN.replace("表", "2021"),
    "number for a unit of measure": item("targets: [{name: 占比, at_least: 1, unit: 1}]"),
    "number for a note": item("note: 2021"),
    "truth for a deadline": item("deadline: true"),
    "number for a name": item("units: [110]"),
}
# How a number was written is gone once it is one.
ONLY_TYPED_ACCEPTS = {
    "exponent": item("targets: [{name: 占比, at_least: 1e3}]"),
    "sign": item("targets: [{name: 占比, at_least: +1}]"),
    "dot first": item("targets: [{name: 占比, at_least: .5}]"),
    "sign before a year": PLAN.replace("2021", "+2021"),
    "very long number": item(f"targets: [{{name: 占比, at_least: {'9' * 16}}}]"),
}


def reader_accepts(text: str) -> bool:
    try:
        parse_plan(text, "plan.yaml")
    except Refused:
        return False
    return True


def schema_accepts(text: str, loader: type[yaml.SafeLoader]) -> bool:
    return bool(CHECKER.is_valid(yaml.load(text, Loader=loader)))  # noqa: S506 - both are SafeLoaders


def verdicts(text: str) -> tuple[bool, bool, bool]:
    """Whether the reader accepts a plan, the schema with all as text, and the schema as editors have it."""
    return reader_accepts(text), schema_accepts(text, Text), schema_accepts(text, Typed)


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_the_schema_is_made_from_the_tables_of_keys(request: pytest.FixtureRequest) -> None:
    """`pytest --write-golden` writes it anew."""
    if request.config.getoption("--write-golden"):
        PATH.write_text(schema_text(), "utf-8")
    assert PATH.read_text("utf-8") == schema_text()


def test_the_loaders_are_what_they_are_said_to_be() -> None:
    text = "[1.10, 2021, true, no, 2021-06-30, ~, '', 甲]"
    assert yaml.load(text, Loader=Typed) == [1.1, 2021, True, "no", "2021-06-30", None, "", "甲"]  # noqa: S506
    assert yaml.load(text, Loader=Text) == ["1.10", "2021", "true", "no", "2021-06-30", None, "", "甲"]  # noqa: S506


@pytest.mark.parametrize("name", GOOD)
def test_both_accept(name: str) -> None:
    assert verdicts(GOOD[name]) == (True, True, True)


@pytest.mark.parametrize("name", BAD)
def test_both_refuse(name: str) -> None:
    assert verdicts(BAD[name]) == (False, False, False)


@pytest.mark.parametrize("name", ONLY_THE_READER_REFUSES)
def test_what_only_the_reader_can_know(name: str) -> None:
    assert verdicts(ONLY_THE_READER_REFUSES[name]) == (False, True, True)


@pytest.mark.parametrize("name", ONLY_TYPED_REFUSES)
def test_what_an_editor_wants_quoted(name: str) -> None:
    assert verdicts(ONLY_TYPED_REFUSES[name]) == (True, True, False)


@pytest.mark.parametrize("name", ONLY_TYPED_ACCEPTS)
def test_what_an_editor_cannot_see(name: str) -> None:
    assert verdicts(ONLY_TYPED_ACCEPTS[name]) == (False, False, True)


@pytest.mark.parametrize("day", ["2021-02-30", "2021-02-29", "2021-06-31", "0000-01-01"])
def test_a_day_that_does_not_exist_is_refused_where_formats_are_checked(day: str) -> None:
    text = head(f"issued: {day}")
    assert verdicts(text) == (False, False, False)
    unchecked = jsonschema.Draft7Validator(SCHEMA)
    assert unchecked.is_valid(yaml.load(text, Loader=Text))  # noqa: S506 - `format` alone tells it


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (None, head("q: 1")),
        ("group", PLAN.replace("heading", "q: 1\n  heading")),
        ("item", item("q: 1")),
        ("milestone", item("milestones: [{by: 2021-04-30, work: 半程, q: 1}]")),
        ("target", item("targets: [{name: 占比, at_least: 1, q: 1}]")),
        ("rules", head("rules: {q: 1}")),
        ("letter", head("letter: {q: 1}")),
        ("unit", head("units: {各科室: {q: 1}}")),
    ],
)
def test_the_keys_of_the_reader_are_those_of_the_schema(part: str | None, text: str) -> None:
    described = SCHEMA if part is None else SCHEMA["definitions"][part]
    with pytest.raises(Refused) as refused:
        parse_plan(text, "f")
    (told,) = refused.value.problems
    assert told.fix.removeprefix("可用的键：").split("、") == list(described["properties"])
    assert described["additionalProperties"] is False


def _missing(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        parse_plan(text, "f")
    return re.findall(r"缺少“(\w+)”", str(refused.value))


def test_the_keys_that_must_be_there_are_the_same() -> None:
    parts = SCHEMA["definitions"]
    assert _missing("{}") == SCHEMA["required"]
    for part, text in (
        ("group", HEAD + "groups: [{}]"),
        ("item", HEAD + 'groups: [{id: "9", heading: 甲, items: [{}]}]'),
        ("milestone", item("milestones: [{}]")),
        ("target", item("targets: [{at_least: 1}]")),
    ):
        assert _missing(text) == parts[part]["required"]


@pytest.mark.parametrize("key", ITEM.keys, ids=lambda key: key.name)
def test_the_examples_of_an_items_key_are_good(key: PlanKey) -> None:
    for one in key.examples:
        text = with_key(key, one)
        accepted = reader_accepts(text), schema_accepts(text, Text)
        assert accepted == (True, True), text


@pytest.mark.parametrize("key", PLAN_KEYS.keys, ids=lambda key: key.name)
def test_the_examples_of_a_key_of_the_head_are_good(key: PlanKey) -> None:
    for one in key.examples:
        whole = {**yaml.safe_load(PLAN), key.name: one}
        text = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)
        assert (reader_accepts(text), schema_accepts(text, Text)) == (True, True), text


@pytest.mark.parametrize("key", RULES.keys, ids=lambda key: key.name)
def test_the_examples_and_defaults_of_the_rules_are_good(key: PlanKey) -> None:
    described = SCHEMA["definitions"]["rules"]["properties"][key.name]
    assert ("default" in described) is (key.name != "report_every")
    for one in (*key.examples, described.get("default")):
        text = head(yaml.safe_dump({"rules": {key.name: one}}, allow_unicode=True))
        assert (reader_accepts(text), schema_accepts(text, Typed)) == (True, True), text


def test_the_keys_that_can_be_settled_are_those_of_the_table() -> None:
    settled = SCHEMA["definitions"]["item"]["properties"]["settled"]
    assert settled["items"]["enum"] == list(SETTLED_KEYS)
