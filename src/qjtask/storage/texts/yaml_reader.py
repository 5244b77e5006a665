"""A YAML file walked event by event: every scalar stays text, every fault is told with its place.

PyYAML's own constructors would read 9.10 as 9.1 and `no` as false, let a repeated key win in
silence, and build trees of any depth; the events under them have none of these faults, and are
five times as quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, Refused
from qjtask.core.text.quoting import LONGEST_QUOTED, quoted
from qjtask.storage.texts.yaml_faults import (
    DEEPEST,
    MOST_TOLD,
    TOO_DEEP,
    Mark,
    Slips,
    YamlFault,
    syntax_faults,
    too_deep,
)

__all__ = ["DEEPEST", "FieldReader", "Mark", "Node", "YamlReader", "mark_of"]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser where libyaml is there

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_STANDARD = "tag:yaml.org,2002:"


class Node(NamedTuple):
    """What a field's reader gives: the value, and the parser's mark of where it starts.

    A scalar's own event has both, and stands for its node: a large plan has a million of them, and
    `mark_of` is asked of few.
    """

    value: Any
    start_mark: Any


FieldReader = Callable[[Any], Any]
"""Takes the event that begins a node, consumes the node, and returns its value; None after a fault."""


class _Stop(Exception):  # noqa: N818 - the walk's end, not an error
    """The rest of the file cannot be read, or need not be."""


class YamlReader:
    """Walks one document. The faults met gather in `problems`, none is raised.

    Of a `private` file no message repeats a word but the keys that it may have.
    """

    def __init__(self, text: str, shown: str, *, private: bool = False) -> None:
        self.problems: list[Problem] = []
        self._private = private
        self._text = text
        self._shown = shown
        self._depth = 0
        self._parser: Any = None
        self._next: Callable[[], Any]  # the next event

    def refused(self) -> Refused:
        """The refusal with every fault met, in the file's order."""
        return Refused(sorted(self.problems, key=lambda problem: problem.where))

    def read(self, root: FieldReader) -> Any:
        """The value of the only document's root, as `root` reads it; None when it cannot be read."""
        try:
            return self._document(root)
        except _Stop:
            return None
        except (yaml.YAMLError, UnicodeEncodeError) as error:
            self._syntax(error)
            return None
        except (ValueError, OverflowError) as error:  # the pure parser, on an escape such as \\UFFFFFFFF
            self._syntax(yaml.MarkedYAMLError(problem=str(error), problem_mark=self._parser.get_mark()))
            return None
        finally:
            self._parser = None

    def fault(self, mark: Mark, what: str, fix: str = "") -> None:
        """Note something wrong at a place. After very many, the walk ends."""
        self.problems.append(YamlFault(mark, what, fix).problem(self._shown))
        if len(self.problems) >= MOST_TOLD and self._parser is not None:
            enough = YamlFault(mark, f"前面已有{MOST_TOLD}处错误，后面的没有再看", "请先改好前面的")
            self.problems.append(enough.problem(self._shown))
            raise _Stop

    # Nodes -----------------------------------------------------------------------------------

    def scalar(self, event: Any) -> Any:
        """A scalar, its text exactly as written; an empty plain one and ~ are None."""
        if is_text(event):
            return event
        if event.__class__ is not ScalarEvent:
            self._wrong_kind(event, "一段文字")
        elif event.anchor or event.tag:
            self._odd(event)
            return event
        return None

    def sequence(self, event: Any, item: FieldReader) -> Node | None:
        """The values of a list, those that could not be read left out."""
        if event.__class__ is not SequenceStartEvent:
            if not self.is_null(event):
                self._wrong_kind(event, "一个列表（每行以“- ”开头，或写成 [甲, 乙]）")
            return None
        self._enter(event)
        values = []
        while (inner := self._next()).__class__ is not SequenceEndEvent:
            value = item(inner)
            if value is not None:
                values.append(value)
        self._depth -= 1
        return Node(values, event.start_mark)

    def mapping(self, event: Any, fields: Mapping[str, FieldReader], what: str) -> Node | None:
        """The values of a mapping by key. Unknown and repeated keys are faults; `what` names it."""
        if event.__class__ is not MappingStartEvent:
            self._no_mapping(event, what)
            return None
        self._enter(event)
        found: dict[str, Any] = {}
        while (key := self._next()).__class__ is not MappingEndEvent:
            name = self._key(key)
            reader = fields.get(name)
            if reader is not None and name not in found:
                found[name] = reader(self._next())
                continue
            if name is not None:
                self._wrong_key(mark_of(key), name, fields, what)
            self.skip(self._next())
        self._depth -= 1
        return Node(found, event.start_mark)

    def pairs(self, event: Any, what: str) -> Iterator[tuple[Any, Any]]:
        """The keys of a mapping, each with the event that begins its value, which the caller consumes."""
        if event.__class__ is not MappingStartEvent:
            self._no_mapping(event, what)
            return
        self._enter(event)
        while (key := self._next()).__class__ is not MappingEndEvent:
            if self._key(key) is None:
                self.skip(self._next())
            else:
                yield key, self._next()
        self._depth -= 1

    def is_null(self, event: Any) -> bool:
        """Whether a node is left blank (`key:`) or says so (~, null)."""
        return (
            event.__class__ is ScalarEvent
            and not (event.style or event.anchor or event.tag)  # the style of a plain one is None or ""
            and event.value in _NULLS
        )

    def skip(self, event: Any) -> None:
        """Pass over a node, whatever it is."""
        open_ones = 0
        while True:
            if isinstance(event, CollectionStartEvent):
                self._enter(event)
                open_ones += 1
            elif isinstance(event, CollectionEndEvent):
                self._depth -= 1
                open_ones -= 1
            if open_ones == 0:
                return
            event = self._next()

    # The walk --------------------------------------------------------------------------------

    def _document(self, root: FieldReader) -> Any:
        self._parser = _Loader(self._text)
        self._next = self._parser.get_event
        self._next()  # the stream's start
        start = self._next()
        first = None if isinstance(start, StreamEndEvent) else self._next()
        if first is None or self.is_null(first):
            self.fault(Mark(1, 1), "文件是空的", "运行 qjtask init 可以得到一份样例")
            return None
        value = root(first)
        self._next()  # the document's end
        after = self._next()
        if not isinstance(after, StreamEndEvent):
            self.fault(mark_of(after), "一个文件里只能有一份文档", "请删去多余的 --- 及其后的内容")
        return value

    def _enter(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._odd(event)
        self._depth += 1
        if self._depth > DEEPEST:
            self.fault(mark_of(event), *TOO_DEEP)
            raise _Stop

    # Faults ----------------------------------------------------------------------------------

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self._text)

    def _wrong_kind(self, event: Any, wanted: str) -> None:
        is_text = isinstance(event, ScalarEvent)
        if isinstance(event, AliasEvent) or (is_text and (event.anchor or event.tag)):
            self._odd(event)
            return
        if is_text and not event.style:
            # A full-width colon makes one text of what was meant as keys and values.
            lines = self._slips.within(event.start_mark.line + 1, event.end_mark.line + 1)
            slips = list(islice(lines, MOST_TOLD))
            for slip in slips:
                self.fault(*slip)
            if slips:
                return
        self.fault(mark_of(event), f"这里应当是{wanted}", "请检查缩进和冒号")
        self.skip(event)

    def _odd(self, event: Any) -> None:
        if isinstance(event, AliasEvent):
            what = f"用了 YAML 的引用{self._quoted(f'*{event.anchor}')}"
        elif event.anchor:
            what = f"用了 YAML 的锚点{self._quoted(f'&{event.anchor}')}"
        else:
            what = f"用了 YAML 的标签{self._quoted(event.tag.replace(_STANDARD, '!!'))}"
        self.fault(mark_of(event), f"{what}，计划里不需要", "请直接写出内容；文字以 & * ! 开头时请加引号")

    def _syntax(self, error: Exception) -> None:
        """A fault of the YAML itself, which ends the walk."""
        deep = too_deep(error, self._text, _Loader)
        found = [deep] if deep else syntax_faults(error, self._text)
        told = (fault.problem(self._shown) for fault in found)
        self.problems = list(dict.fromkeys([*self.problems, *told]))

    def _no_mapping(self, event: Any, what: str) -> None:
        if not self.is_null(event):
            self._wrong_kind(event, f"{what}（“键: 值”的形式）")

    def _key(self, event: Any) -> Any:
        """The text of a key; None when it is none, which is told."""
        if event.__class__ is ScalarEvent and not event.anchor and not event.tag:
            return event.value
        self._wrong_kind(event, "一个键（一段文字）")
        return None

    def _wrong_key(self, mark: Mark, name: str, fields: Mapping[str, FieldReader], what: str) -> None:
        if name in fields:
            self.fault(mark, f"{what}里{quoted(name)}写了两次", "请只留一个")
            return
        from difflib import get_close_matches  # needed only to suggest

        near = get_close_matches(name[:LONGEST_QUOTED].casefold(), fields, n=1)
        fix = f"是不是 {near[0]}？" if near else f"可用的键：{'、'.join(fields)}"
        self.fault(mark, f"{what}里没有{self._quoted(name)}这个键", fix)

    def _quoted(self, text: str) -> str:
        """What the file says, quoted; nothing of a `private` file, where it may be a secret."""
        return "" if self._private else quoted(text)


def is_text(event: Any) -> bool:
    """Whether a node is an ordinary scalar that says something, if only blanks."""
    return (
        event.__class__ is ScalarEvent
        and event.anchor is None
        and event.tag is None
        and (bool(event.style) or event.value not in _NULLS)
    )


def mark_of(node: Any) -> Mark:
    """Where a node, or an event, begins."""
    return Mark(node.start_mark.line + 1, node.start_mark.column + 1)
