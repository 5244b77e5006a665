"""The values of a plan's keys, read one by one: a text, a name, a date, a number, a list."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from qjtask.core.time.span import parse_span
from qjtask.storage.yaml_reader import FieldReader, Node, YamlReader, is_text, mark_of, quoted

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_YEAR = r"(?:19|2[0-9])[0-9]{2}"
_NUMBER = r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?"
_SPAN = r"[0-9]{1,4}[dwmqyDWMQY]"

_BLANK = ("这里是空的", "请写出内容")


class Fields:
    """Readers of single values. A reader notes a fault and gives None; the walk goes on.

    Where a value may be left out, a blank one (`key:`) counts as left out.
    """

    def __init__(self, text: str, shown: str, *, private: bool = False) -> None:
        self.yaml = YamlReader(text, shown, private=private)

    # Texts -----------------------------------------------------------------------------------

    def filled(self, event: Any) -> Any:
        """A text that may not be blank."""
        if is_text(event) and event.value.strip():
            return event
        node = self.yaml.scalar(event)
        if node is not None and node.value.strip():
            return node
        if node is not None or self.yaml.is_null(event):
            self.yaml.fault(mark_of(event), *_BLANK)
        return None

    def name(self, event: Any) -> Node | None:
        """A name. The blanks around it, full-width ones too, are no part of it."""
        node = self.filled(event)
        return node and Node(node.value.strip(), node.start_mark)

    def names(self, event: Any) -> Node | None:
        """A list of names."""
        node = self.yaml.sequence(event, self._name_text)
        return node and Node(tuple(node.value), node.start_mark)

    def _name_text(self, event: Any) -> str | None:
        """A name whose place nobody will ask for."""
        text: str = event.value.strip() if is_text(event) else ""
        if text:
            return text
        node = self.name(event)
        return node and str(node.value)

    # Dates and numbers -----------------------------------------------------------------------

    def day(self, event: Any) -> Node | None:
        """A date written YYYY-MM-DD that exists."""
        node = self.yaml.scalar(event)
        if node is None:
            return None
        if not re.fullmatch(_DAY, node.value):
            self.yaml.fault(mark_of(node), f"日期{quoted(node.value)}写法不对", "请写成 2021-06-30 的形式")
            return None
        try:
            return Node(date.fromisoformat(node.value), node.start_mark)
        except ValueError:
            self.yaml.fault(mark_of(node), f"没有“{node.value}”这一天", "请核对日期")
            return None

    def year(self, event: Any) -> Node | None:
        """A year from 1900 to 2999."""
        node = self._formed(event, _YEAR, "年份", "请写四位数字，如 2021")
        return node and Node(int(node.value), node.start_mark)

    def number(self, event: Any) -> Any:
        """A decimal number, kept as text."""
        return self._formed(event, _NUMBER, "数字", "单位请写在 unit 里，如 {at_least: 80, unit: 项}")

    def span(self, event: Any) -> Node | None:
        """A length of time."""
        node = self._formed(event, _SPAN, "时长", "请写成 30d、2w、1m、1q 或 1y")
        return node and Node(parse_span(node.value), node.start_mark)

    def _formed(self, event: Any, form: str, what: str, fix: str) -> Any:
        node = self.yaml.scalar(event)
        if node is not None and not re.fullmatch(form, node.value):
            self.yaml.fault(mark_of(node), f"{what}{quoted(node.value)}写法不对", fix)
            return None
        return node

    # Readers made of readers -----------------------------------------------------------------

    def required(self, read: FieldReader) -> FieldReader:
        """`read`, for a value that may not be left blank."""

        def reader(event: Any) -> Any:
            if self.yaml.is_null(event):
                self.yaml.fault(mark_of(event), *_BLANK)
                return None
            return read(event)

        return reader

    def several(self, read: FieldReader) -> FieldReader:
        """A list, none of whose values may be left blank."""
        one = self.required(read)
        return lambda event: self.yaml.sequence(event, one)

    def some(self, read: FieldReader, empty: str) -> FieldReader:
        """A list of at least one value; `empty` tells that there is none."""
        several = self.several(read)

        def reader(event: Any) -> Any:
            told = len(self.yaml.problems)
            node = several(event)
            if node is not None and not node.value and len(self.yaml.problems) == told:
                self.yaml.fault(mark_of(node), empty, "请至少写一项")
            return node

        return self.required(reader)

    # Keys ------------------------------------------------------------------------------------

    def has(self, node: Node, required: tuple[str, ...], what: str) -> bool:
        """Whether every required key was read. A missing one is told; a faulty one was told when read."""
        for key in required:
            if key not in node.value:
                self.yaml.fault(mark_of(node), f"{what}缺少“{key}”", f"请补上 {key}:")
        return all(node.value.get(key) is not None for key in required)


def value_of(node: Node, key: str) -> Any:
    """The value of an optional key; None when it is absent, blank or at fault."""
    found = node.value.get(key)
    return None if found is None else found.value
