"""The short way to read a plan: by pattern, where every line has an ordinary form.

The event walk of plan_walk.py is the reader; it alone knows YAML and tells faults. This one goes down the
lines by the same tables of keys and gives what the walk would give, four times as quickly and without
importing yaml (8 ms of every command). Keys may come in any order, but an item's id opens it, and the groups
come last. At the first thing that is in any way out of the ordinary, or at fault, it gives up. Tests hold the
two against each other on plans made and marred at random.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache, partial
from typing import Any, Self

from qjtask.core.plan.item_keys import ITEM
from qjtask.core.plan.making import make_item, make_plan
from qjtask.core.plan.plan import Group, Item, Plan
from qjtask.core.plan.plan_form import Form, PlanKey, PlanPart
from qjtask.core.plan.plan_keys import GROUP, PLAN, UNIT
from qjtask.storage.plans.plan_lines import (
    END,
    Irregular,
    PlanLines,
    key_in,
    name_in,
    names_in,
    pairs_in,
    says_nothing,
)
from qjtask.storage.plans.plan_units import unit_faults
from qjtask.storage.plans.regular_fields import (
    Below,
    Inline,
    RegularTable,
    dash_of,
    known_keys,
    left_out,
    never,
    no_parts,
    no_units,
    scalar_reader,
)
from qjtask.storage.texts.scalar_forms import SCALAR_FORMS

_GROUPS = "\ngroups:"


def read_regular(text: str) -> Plan | None:
    """The plan, just as the event walk would read it; None where it may be anything but ordinary."""
    text = text.replace("\r\n", "\n")
    begin = text.find(_GROUPS) + 1
    reader = shared_reader()
    try:
        head = {**head_of(text[:begin])} if begin else {}
        return make_plan(reader.begin(text, begin, head).plan())
    except Irregular:
        return None


@lru_cache(maxsize=16)
def head_of(text: str) -> Mapping[str, Any]:
    """What stands over the groups: of many plans of one notice it is the same."""
    return shared_reader().begin(text, 0, {}).values()


@cache
def shared_reader() -> RegularReader:
    """One reader for many plans: its tables are made once."""
    return RegularReader()


class RegularReader:
    """Goes down the lines by the tables of keys. `head` are the plan's values as far as they are known."""

    def __init__(self) -> None:
        self._tables: dict[tuple[str, str], RegularTable] = {}
        self.begin("", 0, {})

    def begin(self, text: str, at: int, head: dict[str, Any]) -> Self:
        """Begin at a line of a text, which stands at that place of it."""
        self.head = head
        self._numbered = PlanLines(text, at)
        self._lines = iter(self._numbered)
        return self

    def plan(self) -> dict[str, Any]:
        """The plan's values by key."""
        return self.whole(self.values())

    def whole(self, values: dict[str, Any]) -> dict[str, Any]:
        """The plan's values by key, of which none is blank, and none twice that must be there once."""
        checked_groups(values.get("groups") or ())
        if next(reversed(values), "") != "groups":
            raise Irregular
        said: dict[str, Any] = self.table(PLAN, "").made(_said(values))
        return said

    def values(self) -> dict[str, Any]:
        """What the lines say under the plan's keys, beside what is known; a blank one says None."""
        if self._values(self.table(PLAN, ""), self._next(), self.head) is not END:
            raise Irregular
        return self.head

    def item(self) -> Item:
        """The one item that the lines are, as far in as usual; where it stands is not known."""
        items, line = self._items("  ", self._next())
        if items is None or len(items) > 1 or line is not END:
            raise Irregular
        return items[0]._replace(line=0, column=0)

    def parts(self, part: PlanPart, indent: str) -> tuple[Any, ...]:
        """The entries of the list that the lines are, under a key at that indent."""
        found, line = self._parts(part, indent, self._next())
        if found is None or line is not END:
            raise Irregular
        return found

    def rest(self, table: RegularTable, found: dict[str, Any]) -> dict[str, Any]:
        """What is `found` of a mapping, and what all the lines say beside it."""
        if self._values(table, self._next(), found) is not END:
            raise Irregular
        made: dict[str, Any] = table.made(_said(found))
        return made

    def _next(self) -> str:
        """The next line that says something."""
        line = next(self._lines)
        while says_nothing(line):
            line = next(self._lines)
        return line

    # Mappings and lists ----------------------------------------------------------------------

    def _mapping(self, table: RegularTable, line: str) -> tuple[Any, str]:
        """What is made of the lines of a mapping, None where there are none; and the line after them."""
        found: dict[str, Any] = {}
        line = self._values(table, line, found)
        return table.made(_said(found)) if found else None, line

    def _values(self, table: RegularTable, line: str, found: dict[str, Any]) -> str:
        """The line after those of a mapping, whose values are put into `found`; a blank one is None."""
        lines, fields, bare = self._lines, table.fields, table.bare
        while True:
            before, colon, value = line.partition(": ")
            field = fields.get(before) if colon else bare.get(before)
            if field is None:
                if not says_nothing(line):
                    break
                line = next(lines)
                continue
            key, inline, below = field
            if key in found:
                raise Irregular
            if value and value[0] not in " #":
                found[key] = inline(value)
                line = next(lines)
            elif says_nothing(value):
                found[key], line = below(table.indent, self._next())
            else:
                raise Irregular
        return line

    def _block(self, part: PlanPart, indent: str, line: str) -> tuple[Any, str]:
        """What is made of a mapping under a key at that indent; None where there is none."""
        return self._mapping(self.table(part, f"{indent}  "), line)

    def _pairs(self, part: PlanPart, value: str) -> Any:
        """What is made of a mapping in {}."""
        table = self.table(part, "")
        found: dict[str, Any] = {}
        for key, one in pairs_in(value):
            if key not in table.fields or key in found:
                raise Irregular
            found[key] = table.fields[key][1](one)
        return table.made(found)

    def _groups(self, indent: str, line: str) -> tuple[tuple[Group, ...] | None, str]:
        """The groups, each with items numbered under it."""
        if self.head.get("year") is None:
            raise Irregular
        groups, line = self._parts(GROUP, indent, line)
        return groups and tuple(map(checked_group, groups)), line

    def _items(self, indent: str, line: str) -> tuple[tuple[Item, ...] | None, str]:
        """The items of a group, which open with their ids."""
        year, issued = self.head["year"], self.head.get("issued")
        dash = dash_of(indent, line)
        inner = " " * len(dash)
        table = self.table(ITEM, inner)
        opening, column = f"{dash}id: ", len(f"{dash}id: ") + 1
        items: list[Item] = []
        while dash and line.startswith(opening):
            number = self._numbered.number
            values, line = self._mapping(table, inner + line[len(dash) :])
            values["line"], values["column"] = number, column
            items.append(make_item(values, year, issued))
        return tuple(items) or None, line

    def _parts(self, part: PlanPart, indent: str, line: str) -> tuple[tuple[Any, ...] | None, str]:
        """The entries of a list of mappings under a key at that indent; None where there are none."""
        dash = dash_of(indent, line)
        inner = " " * len(dash)
        table = self.table(part, inner)
        entries: list[Any] = []
        while dash and line.startswith(dash):
            entry = line[len(dash) :]
            if entry[:1] == "{":
                made, line = self._pairs(part, entry), self._next()
            else:
                made, line = self._mapping(table, inner + entry)
            if made is None:
                raise Irregular
            entries.append(made)
        return tuple(entries) or None, line

    def _names(self, indent: str, line: str) -> tuple[tuple[str, ...] | None, str]:
        """The names of a list under a key at that indent; None where there are none."""
        dash = dash_of(indent, line)
        names: list[str] = []
        while dash and line.startswith(dash):
            names.append(name_in(line[len(dash) :]))
            line = self._next()
        return tuple(names) or None, line

    def _keys(self, indent: str, line: str) -> tuple[tuple[str, ...] | None, str]:
        names, line = self._names(indent, line)
        return names and known_keys(names), line

    def _units(self, indent: str, line: str) -> tuple[dict[str, Any] | None, str]:
        """The names to show, each with more about it."""
        inner = f"{indent}  "
        units: dict[str, Any] = {}
        while line.startswith(inner):
            before, colon, value = line[len(inner) :].partition(": ")
            name = key_in(before if colon else before.removesuffix(":"))
            if name in units or not (colon or before.endswith(":")):
                raise Irregular
            line = self._next()
            if not says_nothing(value):
                units[name] = self._pairs(UNIT, value) if value[0] == "{" else {"aliases": names_in(value)}
            elif dash_of(inner, line):
                aliases, line = self._names(inner, line)
                units[name] = {"aliases": aliases}
            else:
                about, line = self._block(UNIT, inner, line)
                units[name] = about or {}
        if next(unit_faults(list(units.items())), None) is not None:
            raise Irregular
        return units or None, line

    # By the tables ---------------------------------------------------------------------------

    def table(self, part: PlanPart, indent: str) -> RegularTable:
        """The part's table for mappings at that indent."""
        table = self._tables.get((part.name, indent))
        if table is None:
            table = self._tables[part.name, indent] = RegularTable(part, indent, self._field)
        return table

    def _field(self, key: PlanKey) -> tuple[Inline, Below]:
        """The readers of what stands behind a key, and of what stands in the lines below it."""
        if key.form in SCALAR_FORMS:
            return scalar_reader(key.form), left_out
        part = key.part
        apart: dict[Form, tuple[Inline, Below]] = {
            "names": (names_in, self._names),
            "keys": (lambda text: known_keys(names_in(text)), self._keys),
            "part": (partial(self._pairs, part), partial(self._block, part)),
            "parts": (no_parts, partial(self._parts, part)),
            "some parts": (never, self._items if part is ITEM else self._groups),
            "units": (no_units, self._units),
        }
        return apart[key.form]


def checked_group(group: Group) -> Group:
    """The group, whose items are numbered under it."""
    begin = f"{group.id}."
    for item in group.items:
        if not item.id.startswith(begin):
            raise Irregular
    return group


def checked_groups(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups of a plan, of which none has another's number, and no item."""
    ids = [one.id for group in groups for one in group.items]
    if len({group.id for group in groups}) < len(groups) or len(set(ids)) < len(ids):
        raise Irregular
    return groups


def _said(found: dict[str, Any]) -> dict[str, Any]:
    """The values without the blank ones."""
    if None not in found.values():  # as most are
        return found
    return {key: value for key, value in found.items() if value is not None}
