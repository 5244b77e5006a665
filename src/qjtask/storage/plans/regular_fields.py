"""The keys of a part as lines of ordinary form: how what stands behind each, and below it, is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qjtask.core.plan.item_keys import SETTLED_KEYS, TARGET
from qjtask.core.plan.plan_form import Form, PlanKey, PlanPart
from qjtask.storage.plans.plan_lines import Irregular, bare_in, is_plain, term_in, text_in, value_in
from qjtask.storage.texts.scalar_forms import SCALAR_FORMS

Inline = Callable[[str], Any]
"""Takes what stands behind a key."""

Below = Callable[[str, str], tuple[Any, str]]
"""Takes a key's indent and the line below; gives what is read there, None for nothing, and the line after."""


class RegularTable:
    """A part's keys with their readers, as its lines begin at some indent."""

    def __init__(self, part: PlanPart, indent: str, field: Callable[[PlanKey], tuple[Inline, Below]]) -> None:
        self.fields = {f"{indent}{key.name}": (key.name, *field(key)) for key in part.keys}
        self.bare = {f"{before}:": one for before, one in self.fields.items()}
        self.indent = indent
        self._required = frozenset(key.name for key in part.keys if key.is_required)
        self._part = part

    def inline(self, key: str) -> Inline:
        """The reader of what stands behind a key."""
        return self.fields[f"{self.indent}{key}"][1]

    def made(self, found: dict[str, Any]) -> Any:
        """The part of these values."""
        if not self._required <= found.keys():
            raise Irregular
        if self._part is TARGET and ("at_least" in found) is ("at_most" in found):
            raise Irregular
        return found if self._part.make is dict else self._part.make(**found)


def scalar_reader(form: Form) -> Inline:
    """The reader of a scalar."""
    read, write = SCALAR_FORMS[form][:2]
    text_of = term_in if form == "term" else text_in
    if read is str:
        return text_of

    def as_filled(text: str) -> Any:
        return text if is_plain(text) else as_text(text)

    def as_text(text: str) -> Any:
        value = read(text_of(text))
        if value is None:
            raise Irregular
        return value

    def as_formed(text: str) -> Any:
        value = read(bare_in(text))
        return as_text(text) if value is None else value  # a comment may stand behind it

    if form == "filled":
        return as_filled  # as nearly all are at once
    return as_text if write is None else as_formed


def left_out(_: str, line: str) -> tuple[None, str]:
    """Nothing stands below a scalar's key."""
    return None, line


def no_parts(text: str) -> tuple[()]:
    """A list of parts on its key's line has none."""
    if value_in(text) != "[]":
        raise Irregular
    return ()


def no_units(text: str) -> dict[str, Any]:
    """Units on the line of their key are none."""
    if value_in(text) != "{}":
        raise Irregular
    return {}


def never(_: str) -> Any:
    """Groups and items never stand on their key's line."""
    raise Irregular


def dash_of(indent: str, line: str) -> str:
    """The blanks and the dash of a list under a key at that indent; "" where the line begins none."""
    if line.startswith("- ", len(indent)) and line.startswith(indent):
        return f"{indent}- "
    return f"{indent}  - " if line.startswith(f"{indent}  - ") else ""


def known_keys(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys, whose doubts can all be settled."""
    if not set(keys) <= set(SETTLED_KEYS):
        raise Irregular
    return keys
