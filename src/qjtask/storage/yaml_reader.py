"""A YAML file walked event by event: every scalar stays text, every fault is told with its place.

PyYAML's own constructors would read 9.10 as 9.1 and `no` as false, let a repeated key win in
silence, and build trees of any depth; the events under them have none of these faults, and are
five times as quick.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from qjtask.core.problem import Problem

DEEPEST = 20

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser where libyaml is there

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Mark(NamedTuple):
    """A place in the file, counted in characters from 1."""

    line: int
    column: int


class Node(NamedTuple):
    """What a field's reader gives: the value, and where it stands."""

    value: Any
    mark: Mark


FieldReader = Callable[[Any], Any]
"""Takes the event that begins a node, consumes the node, and returns its value; None after a fault."""


class _Stop(Exception):  # noqa: N818 - the walk's end, not an error
    """The rest of the file cannot be read."""


class YamlReader:
    """Walks one document. The faults met gather in `problems`, none is raised."""

    def __init__(self, text: str, shown: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._shown = shown
        self._depth = 0
        self._parser: Any = None

    def read(self, root: FieldReader) -> Any:
        """The value of the only document's root, as `root` reads it; None when it cannot be read."""
        try:
            self._parser = _Loader(self._text)
            self._next()  # the stream's start
            if isinstance(self._next(), yaml.StreamEndEvent):
                self.fault(Mark(1, 1), "文件是空的", "运行 qjtask init 可以得到一份样例")
                return None
            value = root(self._next())
            self._next()  # the document's end
            after = self._next()
            if not isinstance(after, yaml.StreamEndEvent):
                self.fault(mark_of(after), "一个文件里只能有一份文档", "请删去多余的 --- 及其后的内容")
        except _Stop:
            return None
        except yaml.YAMLError as error:
            self._syntax(error)
            return None
        return value

    def fault(self, mark: Mark, what: str, fix: str = "") -> None:
        """Note something wrong at a place."""
        self.problems.append(Problem(f"{self._shown}:{mark.line}:{mark.column}", what, fix))

    # Nodes -----------------------------------------------------------------------------------

    def scalar(self, event: Any) -> Node | None:
        """The text of a scalar, exactly as written; an empty plain one and ~ are None."""
        if event.__class__ is not yaml.ScalarEvent:
            self._wrong_kind(event, "一段文字")
            return None
        if event.anchor or event.tag:
            self._odd(event)
        if event.style is None and event.value in _NULLS:
            return None
        start = event.start_mark
        return Node(event.value, Mark(start.line + 1, start.column + 1))

    def sequence(self, event: Any, item: FieldReader) -> Node | None:
        """The values of a list, those that could not be read left out."""
        if event.__class__ is not yaml.SequenceStartEvent:
            if not self.is_null(event):
                self._wrong_kind(event, "一个列表（每行以“- ”开头，或写成 [甲, 乙]）")
            return None
        self._enter(event)
        values = []
        while (inner := self._next()).__class__ is not yaml.SequenceEndEvent:
            value = item(inner)
            if value is not None:
                values.append(value)
        self._depth -= 1
        return Node(values, mark_of(event))

    def mapping(self, event: Any, fields: Mapping[str, FieldReader], what: str) -> Node | None:
        """The values of a mapping by key. Unknown and repeated keys are faults; `what` names it."""
        found: dict[str, Any] = {}
        seen: set[str] = set()

        def one(key: Node, value: Any) -> None:
            reader = fields.get(key.value)
            if key.value in seen:
                self.fault(key.mark, f"{what}里“{key.value}”写了两次", "请只留一个")
            elif reader is None:
                self._unknown_key(key, fields, what)
            else:
                seen.add(key.value)
                found[key.value] = reader(value)
                return
            self.skip(value)

        return Node(found, mark_of(event)) if self.pairs(event, one, what) else None

    def pairs(self, event: Any, one: Callable[[Node, Any], None], what: str) -> bool:
        """Give each key, and the event that begins its value, to `one`, which consumes the value."""
        if event.__class__ is not yaml.MappingStartEvent:
            if not self.is_null(event):
                self._wrong_kind(event, f"{what}（“键: 值”的形式）")
            return False
        self._enter(event)
        while (inner := self._next()).__class__ is not yaml.MappingEndEvent:
            if inner.__class__ is yaml.ScalarEvent and not inner.anchor and not inner.tag:
                one(Node(inner.value, mark_of(inner)), self._next())
            else:
                self._wrong_kind(inner, "一个键（一段文字）")
                self.skip(self._next())
        self._depth -= 1
        return True

    def is_null(self, event: Any) -> bool:
        """Whether a node is left blank (`key:`) or says so (~, null)."""
        return event.__class__ is yaml.ScalarEvent and event.style is None and event.value in _NULLS

    def skip(self, event: Any) -> None:
        """Pass over a node, whatever it is."""
        open_ones = 0
        while True:
            if isinstance(event, yaml.CollectionStartEvent):
                self._enter(event)
                open_ones += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                self._depth -= 1
                open_ones -= 1
            if open_ones == 0:
                return
            event = self._next()

    # Faults ----------------------------------------------------------------------------------

    def _next(self) -> Any:
        return self._parser.get_event()

    def _enter(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._odd(event)
        self._depth += 1
        if self._depth > DEEPEST:
            self.fault(mark_of(event), f"嵌套超过 {DEEPEST} 层", "计划只需四五层，请检查括号和缩进")
            raise _Stop

    def _wrong_kind(self, event: Any, wanted: str) -> None:
        if event.__class__ is yaml.AliasEvent:
            self._odd(event)
            return
        self.fault(mark_of(event), f"这里应当是{wanted}", "请检查缩进和冒号")
        self.skip(event)

    def _odd(self, event: Any) -> None:
        if event.__class__ is yaml.AliasEvent:
            what = f"用了 YAML 的引用 *{event.anchor}"
        elif event.anchor:
            what = f"用了 YAML 的锚点 &{event.anchor}"
        else:
            what = f"用了 YAML 的标签 {event.tag}"
        self.fault(mark_of(event), f"{what}，计划里不需要", "请直接写出内容；文字以 & * ! 开头时请加引号")

    def _unknown_key(self, key: Node, fields: Mapping[str, FieldReader], what: str) -> None:
        from difflib import get_close_matches  # needed only to suggest

        near = get_close_matches(key.value.casefold(), fields, n=1)
        fix = f"是不是 {near[0]}？" if near else f"可用的键：{'、'.join(fields)}"
        self.fault(key.mark, f"{what}里没有“{key.value}”这个键", fix)

    def _syntax(self, error: yaml.YAMLError) -> None:
        """A fault of the YAML itself ends the walk; its likely causes elsewhere are told with it."""
        causes = list(_common_slips(self._text, self._shown))
        mark = getattr(error, "problem_mark", None)
        told = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
        if isinstance(error, yaml.reader.ReaderError):
            before = self._text[: error.position] if isinstance(error.position, int) else ""
            here = Mark(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
            self.fault(here, "有不允许的控制字符", "请删去这个看不见的字符")
        elif mark is not None and not causes:
            self.fault(Mark(mark.line + 1, mark.column + 1), *_in_chinese(told))
        elif not causes:
            self.fault(Mark(1, 1), *_in_chinese(told))
        self.problems.extend(causes)


def mark_of(event: Any) -> Mark:
    """Where an event begins."""
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


_SLIPS = (
    (r"^ *(\t)", "行首用了制表符（Tab）", "YAML 只能用空格缩进"),
    (r"^ *(?:- +)?[a-z_]+ *(：)", "键后面是全角冒号“：”", "请改成半角冒号加一个空格“: ”"),
    (r"^ *(?:- +)?[a-z_]+(:)[^\s:]", "冒号后面没有空格", "请在冒号后加一个空格"),
)


def _common_slips(text: str, shown: str) -> Iterator[Problem]:
    """What most often breaks a file edited by hand; looked for only once the file is known to be broken."""
    for pattern, what, fix in _SLIPS:
        for found in re.finditer(pattern, text, re.MULTILINE):
            at = found.start(1)
            line = text.count("\n", 0, at) + 1
            yield Problem(f"{shown}:{line}:{at - text.rfind(chr(10), 0, at)}", what, fix)


_SYNTAX = (
    ("mapping values are not allowed", "这里多了一个冒号", "文字里有“: ”时请把整段加上引号"),
    ("could not find expected ':'", "这一行不是“键: 值”", "请检查冒号和缩进"),
    ("did not find expected key", "缩进或引号不对", "请与上一项对齐，并检查引号是否成对"),
    ("did not find expected '-' indicator", "列表的缩进不对", "请让“-”与上一个“-”对齐"),
    ("did not find expected ',' or", "方括号或花括号没有配对", "请补上缺的括号或逗号"),
    ("found unexpected end of stream", "引号没有配对", "请补上缺的引号"),
    ("found undefined alias", "用了没有定义的引用", "文字以 * 开头时请加引号"),
    ("cannot start any token", "这里有不能放在开头的字符", "请给这段文字加上引号"),
)


def _in_chinese(told: str) -> tuple[str, str]:
    for english, what, fix in _SYNTAX:
        if english in told:
            return what, fix
    return f"YAML 语法不对（{told}）", "请检查缩进、冒号和引号"
