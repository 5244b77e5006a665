"""Readers of a YAML file's single values: a text, a name, a scalar of a form, a list."""

from __future__ import annotations

from typing import Any

from qjtask.core.plan.plan_form import Form
from qjtask.core.text.quoting import quoted
from qjtask.storage.texts.scalar_forms import SCALAR_FORMS
from qjtask.storage.texts.yaml_reader import FieldReader, Node, YamlReader, is_text, mark_of

_BLANK = SCALAR_FORMS["filled"].told("")


class Fields:
    """Readers of single values. A reader notes a fault and gives None; the walk goes on.

    Where a value may be left out, a blank one (`key:`) counts as left out.
    """

    def __init__(self, text: str, shown: str, *, private: bool = False) -> None:
        self.yaml = YamlReader(text, shown, private=private)

    # Scalars ---------------------------------------------------------------------------------

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

    def scalar(self, form: Form) -> FieldReader:
        """The reader of a scalar of that form."""
        read, _, _, told = SCALAR_FORMS[form]

        def reader(event: Any) -> Any:
            node = self.yaml.scalar(event)
            if node is None:
                return None
            value = read(node.value)
            if value is None:
                what, fix = told(node.value)
                self.yaml.fault(mark_of(node), what.replace("{}", quoted(node.value)), fix)
                return None
            return node if value is node.value else Node(value, node.start_mark)

        return reader

    # Lists -----------------------------------------------------------------------------------

    def named(self, event: Any) -> Node | None:
        """A list of names, each with its place."""
        return self.yaml.sequence(event, self.name)

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
