"""A YAML file walked event by event, with readers of the test's own."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from qjtask.core.problem import Place, Problem
from qjtask.storage.texts import yaml_reader
from qjtask.storage.texts.yaml_faults import MOST_TOLD, Slips, control_characters
from qjtask.storage.texts.yaml_reader import DEEPEST, Mark, Node, YamlReader, mark_of

PARSERS = [
    pytest.param("CSafeLoader", marks=pytest.mark.skipif(not yaml.__with_libyaml__, reason="no libyaml")),
    "SafeLoader",
]

Root = Callable[[YamlReader], Callable[[Any], Any]]


@pytest.fixture(params=PARSERS, autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "_Loader", getattr(yaml, request.param))


def read(text: str, root: Root) -> tuple[Any, list[str]]:
    """What a reader gives of a text, and what it tells."""
    reader = YamlReader(text, "f")
    value = reader.read(root(reader))
    return value, [str(problem) for problem in reader.problems]


def placed(node: Any) -> Any:
    """A node as its value and place, the parser's own marks left out."""
    if isinstance(node, (Node, yaml.ScalarEvent)):
        return placed(node.value), tuple(mark_of(node))
    if isinstance(node, list):
        return [placed(one) for one in node]
    return {key: placed(one) for key, one in node.items()} if isinstance(node, dict) else node


def texts(reader: YamlReader) -> Callable[[Any], Any]:
    return lambda event: reader.sequence(event, reader.scalar)


def keys(reader: YamlReader) -> Callable[[Any], Any]:
    fields = {"name": reader.scalar, "others": texts(reader)}
    return lambda event: reader.mapping(event, fields, "单位")


def test_the_parser_is_the_quick_one_where_there_is_one() -> None:
    assert runpy.run_path(yaml_reader.__file__)["_Loader"] is getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def test_without_libyaml_the_pure_parser_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert runpy.run_path(yaml_reader.__file__)["_Loader"] is yaml.SafeLoader


def test_scalars_keep_their_text_and_place() -> None:
    value, told = read("- 9.10\n- no\n-   '9:30'\n- |\n  甲\n  乙\n- 甲 #1\n- {a: 1}\n", texts)
    assert placed(value) == (
        [("9.10", (1, 3)), ("no", (2, 3)), ("9:30", (3, 5)), ("甲\n乙\n", (4, 3)), ("甲", (7, 3))],
        (1, 1),
    )
    assert told == ["f:8:3: 这里应当是一段文字；请检查缩进和冒号"]


def test_columns_count_characters() -> None:
    value, _ = read("[甲甲, \U0001f600, 乙]", texts)
    assert [mark_of(node).column for node in value.value] == [2, 6, 9]


@pytest.mark.parametrize("blank", ["", "~", "null", "Null", "NULL"])
def test_blank_values_are_none(blank: str) -> None:
    value, told = read(f"name: {blank}\nothers: {blank}\n", keys)
    assert (placed(value), told) == (({"name": None, "others": None}, (1, 1)), [])


@pytest.mark.parametrize("text", ['"~"', "'null'", '""', "nULL"])
def test_quoted_ones_are_texts(text: str) -> None:
    value, _ = read(f"name: {text}", keys)
    assert value.value["name"].value == text.strip("'\"")


def test_unknown_and_repeated_keys_are_told_and_their_values_passed_over() -> None:
    value, told = read("nmae: {x: [y, {z: 1}]}\nname: 甲\nname: [乙]\nothers: [丙]\n", keys)
    assert placed(value.value["name"]) == ("甲", (2, 7))
    assert placed(value.value["others"])[0] == [("丙", (4, 10))]
    assert told == [
        "f:1:1: 单位里没有“nmae”这个键；是不是 name？",
        "f:3:1: 单位里“name”写了两次；请只留一个",
    ]


def test_a_key_that_is_no_text_is_told_and_its_value_passed_over() -> None:
    value, told = read("{[a, b]: {c: d}, *x : 1, name: 甲}", keys)
    assert placed(value)[0] == {"name": ("甲", (1, 32))}
    assert [line.split("，")[0] for line in told] == [
        "f:1:2: 这里应当是一个键（一段文字）；请检查缩进和冒号",
        "f:1:18: 用了 YAML 的引用“*x”",
    ]


def test_anything_may_be_passed_over_to_the_20th_level() -> None:
    deep = DEEPEST - 1
    assert read("x: " + "[" * deep + "]" * deep + "\nname: 甲", keys)[0].value["name"].value == "甲"
    value, told = read("x: " + "[" * DEEPEST + "]" * DEEPEST + "\nname: 甲", keys)
    assert value is None
    assert told[-1] == f"f:1:{3 + DEEPEST}: 嵌套超过 20 层；计划只需四五层，请检查括号和缩进"


@pytest.mark.parametrize("brackets", ["[" * 1000, "[" * 5000, "{" * 5000, "[" * 1500 + "]" * 1500])
def test_the_20th_level_is_the_last_whatever_the_parser_allows(brackets: str) -> None:
    for before in ("", "others: ", "name: 甲\r\nothers:\r\n  "):
        value, told = read(before + brackets, keys)
        assert value is None
        line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + DEEPEST + 1
        wanted = f"f:{line}:{column - before.startswith(('others', 'name'))}: 嵌套超过 20 层"
        assert told[-1].startswith(wanted)


def test_a_parser_that_gives_up_early_hides_no_depth(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading ahead, a parser may complain before it gives the first event of what is too deep."""
    deep = "x: " + "[" * (DEEPEST + 5)

    class Impatient(yaml.SafeLoader):
        def get_event(self) -> Any:
            if len(self.buffer) > len(deep) + 1:  # the whole text, not what stands before the complaint
                mark = yaml.Mark("f", len(deep), 0, len(deep), "", 0)
                raise yaml.MarkedYAMLError(problem="I have had enough", problem_mark=mark)
            return super().get_event()  # type: ignore[no-untyped-call]

    monkeypatch.setattr(yaml_reader, "_Loader", Impatient)
    _, told = read(deep + "]" * 30, keys)
    assert told == [f"f:1:{3 + DEEPEST}: 嵌套超过 20 层；计划只需四五层，请检查括号和缩进"]
    _, told = read("x: " + "[" * 5 + " " * 40, keys)
    assert [line.partition("；")[0] for line in told] == ["f:1:29: 这里不合 YAML 的写法"]


def test_levels_are_left_again() -> None:
    def each(reader: YamlReader) -> Callable[[Any], Any]:
        passed: list[Any] = []

        def one(event: Any) -> list[Any]:
            reader.skip(event)
            return passed

        return lambda event: reader.sequence(event, one)

    value, told = read("- [[a], {b: [c]}]\n" * 50, each)
    assert (len(value.value), told) == (50, [])


def test_the_walk_ends_after_very_many_faults() -> None:
    value, told = read("- []\n" * (MOST_TOLD + 5), texts)
    assert value is None
    assert len(told) == MOST_TOLD + 1
    assert told[-1] == f"f:{MOST_TOLD}:3: 前面已有{MOST_TOLD}处错误，后面的没有再看；请先改好前面的"


def test_faults_after_the_walk_never_end_it() -> None:
    reader = YamlReader("- 1", "f")
    reader.read(texts(reader))
    for _ in range(MOST_TOLD + 5):
        reader.fault(Mark(1, 1), "什么")
    assert len(reader.problems) == MOST_TOLD + 5
    assert reader.problems[0] == Problem(Place("f", 1, 1), "什么")


def test_a_fault_is_told_once() -> None:
    _, told = read("- a\n- name：x\n- [\n", lambda reader: lambda event: reader.sequence(event, keys(reader)))
    assert len(told) == len(set(told))
    assert told[1] == "f:2:7: 键后面是全角冒号“：”；请改成半角冒号加一个空格“: ”"


def test_slips_that_break_a_file() -> None:
    text = "a：1\r\n\tb: 1\n   - c ：x\n- d:e\n- http://x\nE: f：g\n\t\n  甲：乙\n- - f：1\n"
    found = [(*slip.mark, slip.what) for slip in Slips(text).within()]
    assert found == [
        (1, 2, "键后面是全角冒号“：”"),
        (2, 1, "行首用了制表符（Tab）"),
        (3, 8, "键后面是全角冒号“：”"),
        (4, 4, "冒号后面没有空格"),
        (9, 6, "键后面是全角冒号“：”"),
    ]
    assert [slip.mark.line for slip in Slips(text).within(2, 4)] == [2, 3, 4]


def test_control_characters_are_all_found() -> None:
    text = "甲\x07\n\r\n乙\u2028丙\x9b\x00\t\x85\x1b\ufeff\ufffe"
    found = [(*fault.mark, fault.what.rpartition(" ")[2]) for fault in control_characters(text)]
    assert found == [
        (1, 2, "U+0007"),
        (4, 2, "U+009B"),
        (4, 3, "U+0000"),
        (5, 1, "U+001B"),
        (5, 3, "U+FFFE"),
    ]
