"""The vocabulary is data: every word of it can be met, and none says two things."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import ItemsView, Iterator, Mapping
from typing import Any

import pytest

from qjtask.importing.words import vocabulary
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.vocabulary import HeadingWords, words

_NO_LISTS = frozenset(("role", "weight", "of", "when", "reason"))
_SIGNS = frozenset((".offices.regions", ".offices.serial", ".duties.surnames"))


def test_every_heading_names_a_role_and_weighs_something() -> None:
    assert all(Role(entry.role) and entry.weight > 0 for entry in words().headings)
    assert {entry.role for entry in words().headings} >= {
        "序号",
        "领域",
        "重点任务",
        "具体工作",
        "牵头单位",
        "责任单位",
        "配合单位",
        "完成时限",
        "责任人",
        "目标",
        "备注",
    }


def test_a_heading_is_meant_by_its_whole_or_by_all_of_beginning_inside_and_end() -> None:
    entry = HeadingWords("牵头单位", 7, frozenset(["牵头"]), ("市",), ("主办",), ("责任单位", "单位"))
    assert entry.meant("牵头") == 2
    assert entry.meant("市主办单位") == 2
    assert entry.meant("市主办责任单位") == 4
    assert entry.meant("市单位") == 0
    assert entry.meant("主办单位") == 0
    assert HeadingWords("不读的列", 9, frozenset(), ("下步",), (), ()).meant("下步打算") == 1
    assert HeadingWords("序号", 7, frozenset(["号"]), (), (), ()).meant("编号") == 0
    looks_on = HeadingWords("不读的列", 9, frozenset(), (), ("督查",), ("室",), ("牵头",))
    assert (looks_on.meant("督查室"), looks_on.meant("牵头督查室")) == (1, 0)


def _lists(table: object, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """The vocabulary's lists of words, and of single signs, by where they stand."""
    if isinstance(table, dict):
        for key, below in table.items():
            if key not in _NO_LISTS:
                yield from _lists(below, f"{path}.{key}")
    elif isinstance(table, list):
        for at, below in enumerate(table):
            yield from _lists(below, f"{path}[{at}]")
    elif isinstance(table, str):
        yield path, [*table] if path in _SIGNS else table.split()


def test_no_word_of_a_list_stands_twice_and_none_is_empty() -> None:
    lists = dict(_lists(tomllib.loads(vocabulary._FILE.read_text("utf-8"))))
    assert lists.keys() > _SIGNS
    twice = {
        path: [word for word, times in Counter(found).items() if times > 1] for path, found in lists.items()
    }
    assert not {path: found for path, found in twice.items() if found}
    assert all(lists.values())


class _Read(dict[str, Any]):
    """A table that knows which of its keys were asked for."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        super().__init__({key: _read(below) for key, below in table.items()})
        self.left = set(table)

    def __getitem__(self, key: str) -> Any:
        self.left.discard(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """The same, where it may be missing."""
        self.left.discard(key)
        return super().get(key, default)

    def items(self) -> ItemsView[str, Any]:  # type: ignore[override] # as much of one as is asked for
        """All of it."""
        self.left.clear()
        return super().items()


def _read(below: Any) -> Any:
    if isinstance(below, dict):
        return _Read(below)
    return [_read(one) for one in below] if isinstance(below, list) else below


def _unread(below: Any, path: str = "") -> Iterator[str]:
    if isinstance(below, _Read):
        yield from (f"{path}.{key}" for key in below.left)
        for key, value in dict.items(below):
            yield from _unread(value, f"{path}.{key}")
    elif isinstance(below, list):
        for at, value in enumerate(below):
            yield from _unread(value, f"{path}[{at}]")


def test_every_key_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list under a misspelt key would say nothing."""
    read = _Read(tomllib.loads(vocabulary._FILE.read_text("utf-8")))
    monkeypatch.setattr(tomllib, "loads", lambda _: read)
    assert words.__wrapped__() == words()
    assert not list(_unread(read))


def test_the_lists_that_would_contradict_each_other_do_not() -> None:
    rows, duties, tables = words().rows, words().duties, words().tables
    assert not set(tables.duty) & set(tables.owing)
    assert not rows.blank & rows.above
    assert not rows.sample & rows.sums
    assert not set(duties.lead) & set(duties.units)
    assert not set(duties.units) & set(duties.support)
