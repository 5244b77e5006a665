"""The plan walked by the YAML parser's events: all its faults at once, each with its line and column.

It goes by the tables of keys in core.plan; here stands what a table does not say.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from yaml.events import MappingStartEvent

from qjtask.core.plan.item_keys import ITEM, SETTLED_KEYS, TARGET
from qjtask.core.plan.making import make_item, make_plan
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.plan_form import Form, PlanKey, PlanPart
from qjtask.core.plan.plan_keys import GROUP, PLAN, UNIT
from qjtask.core.text.quoting import quoted
from qjtask.storage.plans.plan_units import unit_faults
from qjtask.storage.texts.field_values import Fields, value_of
from qjtask.storage.texts.yaml_reader import FieldReader, Mark, Node, mark_of


def walk_plan(text: str, shown: str) -> Plan:
    """Read a plan from its YAML text; `shown` is how messages name it. Raises Refused with every fault."""
    reader = _PlanReader(text, shown)
    plan = reader.plan()
    if plan is None or reader.yaml.problems:
        raise reader.yaml.refused()
    return plan


class _PlanReader(Fields):
    """The tables of keys as readers, and what only the whole plan shows: ids and names told twice."""

    def __init__(self, text: str, shown: str) -> None:
        super().__init__(text, shown)
        self._group_ids: dict[str, Mark] = {}
        self._item_ids: dict[str, Mark] = {}
        self._ids: list[Node] = []  # of the items of the group that is being read

    def plan(self) -> Plan | None:
        """The plan, or None; either may come with problems."""
        values = self.yaml.read(self._made(PLAN))
        if values is None:
            return None
        year, issued = values["year"], values.get("issued")
        groups = [
            group._replace(items=tuple(make_item(item, year, issued) for item in group.items))
            for group in values["groups"]
        ]
        return make_plan({**values, "groups": groups})

    # By the tables ---------------------------------------------------------------------------

    def _made(self, part: PlanPart) -> FieldReader:
        """The reader of a mapping; what it is made into, None when a required value cannot be had."""
        fields = {key.name: self._under(key) for key in part.keys}
        required = tuple(key.name for key in part.keys if key.is_required)
        check = {GROUP.name: self._check_group, TARGET.name: self._check_target}.get(part.name)

        def reader(event: Any) -> Any:
            told = len(self.yaml.problems)
            node = self.yaml.mapping(event, fields, part.title)
            if node is None:
                return None
            if check is not None:
                check(node, told)
            if not self.has(node, required, part.title):
                return None
            return part.make(**{key: one.value for key, one in node.value.items() if one is not None})

        return reader

    def _under(self, key: PlanKey) -> FieldReader:
        """The reader of what stands under a key."""
        if key.form in {"parts", "some parts"}:
            return self._parts(key)
        if key.form == "part":
            return self._one(self._made(key.part))
        read = self._apart.get(key.form) or self.scalar(key.form)
        return self.required(read) if key.is_required else read

    @cached_property
    def _apart(self) -> Mapping[Form, FieldReader]:
        """The readers of what is no scalar, or of what only the whole plan shows."""
        return {
            "group id": self._group_id,
            "item id": self._item_id,
            "names": self.names,
            "keys": self._settled,
            "units": self._units,
        }

    @staticmethod
    def _one(made: FieldReader) -> FieldReader:
        def reader(event: Any) -> Node | None:
            value = made(event)
            return None if value is None else Node(value, event.start_mark)

        return reader

    def _parts(self, key: PlanKey) -> FieldReader:
        """The reader of a list of mappings."""
        made = self._item if key.part is ITEM else self._made(key.part)
        if key.form == "some parts":
            return self.some(made, f"{key.name} 里没有一项{key.part.title}")
        several = self.several(made)

        def reader(event: Any) -> Node | None:
            node = several(event)
            return node and Node(tuple(node.value), node.start_mark)

        return reader

    # Groups, items and targets ---------------------------------------------------------------

    @cached_property
    def _item(self) -> FieldReader:
        made = self._made(ITEM)

        def reader(event: Any) -> Any:
            values = made(event)
            if values is None:
                return None
            mark = mark_of(self._ids[-1])
            return {**values, "line": mark.line, "column": mark.column}

        return reader

    def _check_group(self, node: Node, _: int) -> None:
        """Items numbered under another group."""
        group_id = value_of(node, "id")
        for item in self._ids:
            if group_id and not item.value.startswith(f"{group_id}."):
                told = f"编号 {item.value} 不属于重点任务 {group_id}"
                self.yaml.fault(mark_of(item), told, f"应以“{group_id}.”开头")
        self._ids = []

    def _check_target(self, node: Node, told: int) -> None:
        """A target has one bound. `told` is how many faults were told before it."""
        at_least, at_most = value_of(node, "at_least"), value_of(node, "at_most")
        if (at_least and at_most) or not (at_least or at_most or len(self.yaml.problems) > told):
            what = "指标要写 at_least（不低于）或 at_most（不超过）中的一个"
            self.yaml.fault(mark_of(node), what, "如 at_least: 80")

    def _group_id(self, event: Any) -> Node | None:
        node = self.scalar("group id")(event)
        return node and self._once(self._group_ids, node, "重点任务编号")

    def _item_id(self, event: Any) -> Node | None:
        node = self.scalar("item id")(event)
        if node is None:
            return None
        self._ids.append(node)
        return self._once(self._item_ids, node, "编号")

    def _once(self, firsts: dict[str, Mark], node: Node, what: str) -> Node:
        mark = mark_of(node)
        first = firsts.setdefault(node.value, mark)
        if first is not mark:
            told = f"{what} {node.value} 重复（第 {first.line} 行已经有了）"
            self.yaml.fault(mark, told, "请改成没有用过的编号")
        return node

    # Names and keys --------------------------------------------------------------------------

    def _settled(self, event: Any) -> Node | None:
        """Keys of the item whose doubts are settled."""
        node = self.named(event)
        for key in node.value if node else ():
            if key.value not in SETTLED_KEYS:
                fix = f"请写有疑问的键：{'、'.join(SETTLED_KEYS)}"
                self.yaml.fault(mark_of(key), f"settled 里不能写{quoted(key.value)}", fix)
        return node and Node(tuple(key.value for key in node.value), node.start_mark)

    def _units(self, event: Any) -> Node | None:
        """The names to show, each with its aliases or with more about it, as mappings."""
        shown: list[Node] = []
        about: list[dict[str, list[Node]]] = []
        for key, value in self.yaml.pairs(event, "units"):
            name = key.value.strip()
            if not name:
                self.yaml.fault(mark_of(key), "单位名称是空的", "请写出名称")
            shown.append(Node(name, key.start_mark))
            about.append(self._about_unit(value))
        more = [{key: tuple(name.value for name in names) for key, names in lists.items()} for lists in about]
        lines = [(name.value, lists) for name, lists in zip(shown, more, strict=True)]
        for (at, key, number), what, fix in unit_faults(lines):
            self.yaml.fault(mark_of(about[at][key][number] if key else shown[at]), what, fix)
        return None if self.yaml.is_null(event) else Node(dict(lines), event.start_mark)

    def _about_unit(self, event: Any) -> dict[str, list[Node]]:
        """The lists of names under a unit: its other names alone, or all by their keys."""
        if isinstance(event, MappingStartEvent):
            lists = {key.name: self.named for key in UNIT.keys}
            node = self.yaml.mapping(event, lists, UNIT.title)
            return {key: names.value for key, names in node.value.items() if names} if node else {}
        aliases = self.named(event)
        return {"aliases": aliases.value} if aliases else {}
