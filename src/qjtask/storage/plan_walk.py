"""The plan walked by the YAML parser's events: all its faults at once, each with its line and column.

The keys and their forms are those of schema/plan.schema.json; a test holds the two together.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from qjtask.core.plan.plan import Group, Item, Milestone, Plan, Rules, Target
from qjtask.core.time.deadline import Deadline, DeadlineClass, read_deadline
from qjtask.storage.plan_fields import Fields, value_of
from qjtask.storage.yaml_reader import FieldReader, Mark, Node, mark_of, quoted

_LONGEST = 4  # digits of a number in an id


def walk_plan(text: str, shown: str) -> Plan:
    """Read a plan from its YAML text; `shown` is how messages name it. Raises Refused with every fault."""
    reader = _PlanReader(text, shown)
    plan = reader.plan()
    if plan is None or reader.yaml.problems:
        raise reader.yaml.refused()
    return plan


class _PlanReader(Fields):
    """The plan's own tables of keys, and what only the whole plan shows: ids and names told twice."""

    def __init__(self, text: str, shown: str) -> None:
        super().__init__(text, shown)
        self._group_ids: dict[str, Mark] = {}
        self._item_ids: dict[str, Mark] = {}
        self._ids: list[Node] = []  # of the items of the group that is being read
        self._plan_fields: dict[str, FieldReader] = {
            "title": self.filled,
            "document": self.yaml.scalar,
            "issuer": self.yaml.scalar,
            "issued": self.day,
            "year": self.required(self.year),
            "units": self.units,
            "rules": self.rules,
            "groups": self.some(self.group, "groups 里没有一项重点任务"),
        }
        self._group_fields: dict[str, FieldReader] = {
            "id": self.group_id,
            "heading": self.filled,
            "items": self.some(self.item, "这项重点任务下没有具体工作"),
        }
        self._item_fields: dict[str, FieldReader] = {
            "id": self.item_id,
            "work": self.filled,
            "lead": self.names,
            "units": self.names,
            "deadline": self.yaml.scalar,
            "milestones": self.several(self.milestone),
            "targets": self.several(self.target),
            "note": self.yaml.scalar,
        }
        self._milestone_fields: dict[str, FieldReader] = {
            "by": self.required(self.day),
            "work": self.filled,
        }
        self._target_fields: dict[str, FieldReader] = {
            "name": self.filled,
            "at_least": self.number,
            "at_most": self.number,
            "unit": self.yaml.scalar,
        }
        self._rules_fields: dict[str, FieldReader] = {"warn": self.span, "review": self.span}

    def plan(self) -> Plan | None:
        """The plan, or None; either may come with problems."""
        root = self.yaml.read(lambda event: self.yaml.mapping(event, self._plan_fields, "计划"))
        if root is None or not self.has(root, ("title", "year", "groups"), "计划"):
            return None
        year: int = value_of(root, "year")
        issued: date | None = value_of(root, "issued")
        groups = tuple(
            group._replace(items=tuple(_understood(item, year, issued) for item in group.items))
            for group in value_of(root, "groups")
        )
        return Plan(
            title=value_of(root, "title"),
            year=year,
            groups=groups,
            document=value_of(root, "document") or "",
            issuer=value_of(root, "issuer") or "",
            issued=issued,
            units=value_of(root, "units") or {},
            rules=value_of(root, "rules") or Rules(),
        )

    # Groups and items ------------------------------------------------------------------------

    def group(self, event: Any) -> Group | None:
        self._ids = []
        node = self.yaml.mapping(event, self._group_fields, "重点任务")
        if node is None:
            return None
        group_id = value_of(node, "id")
        for item in self._ids:
            if group_id and not item.value.startswith(f"{group_id}."):
                told = f"编号 {item.value} 不属于重点任务 {group_id}"
                self.yaml.fault(mark_of(item), told, f"应以“{group_id}.”开头")
        if not self.has(node, ("id", "heading", "items"), "重点任务"):
            return None
        return Group(group_id, value_of(node, "heading"), tuple(value_of(node, "items")))

    def item(self, event: Any) -> Item | None:
        node = self.yaml.mapping(event, self._item_fields, "具体工作")
        if node is None or not self.has(node, ("id", "work"), "具体工作"):
            return None
        found = node.value
        start = found["id"].start_mark
        return Item(
            id=found["id"].value,
            work=found["work"].value,
            lead=_value(found.get("lead"), ()),
            units=_value(found.get("units"), ()),
            deadline=Deadline(_value(found.get("deadline"), ""), DeadlineClass.UNKNOWN),
            milestones=tuple(_value(found.get("milestones"), ())),
            targets=tuple(_value(found.get("targets"), ())),
            note=_value(found.get("note"), ""),
            line=start.line + 1,
            column=start.column + 1,
        )

    def milestone(self, event: Any) -> Milestone | None:
        node = self.yaml.mapping(event, self._milestone_fields, "时间节点")
        if node is None or not self.has(node, ("by", "work"), "时间节点"):
            return None
        return Milestone(value_of(node, "by"), value_of(node, "work"))

    def target(self, event: Any) -> Target | None:
        told = len(self.yaml.problems)
        node = self.yaml.mapping(event, self._target_fields, "指标")
        if node is None:
            return None
        at_least, at_most = value_of(node, "at_least"), value_of(node, "at_most")
        if (at_least and at_most) or not (at_least or at_most or len(self.yaml.problems) > told):
            what = "指标要写 at_least（不低于）或 at_most（不超过）中的一个"
            self.yaml.fault(mark_of(node), what, "如 at_least: 80")
        if not self.has(node, ("name",), "指标"):
            return None
        return Target(value_of(node, "name"), at_least, at_most, value_of(node, "unit") or "")

    # Ids -------------------------------------------------------------------------------------

    def group_id(self, event: Any) -> Node | None:
        """The number of a group, not yet taken."""
        node = self.filled(event)
        if node is None:
            return None
        if not _is_count(node.value):
            fix = '请写成表中的序号，如 "9"'
            self.yaml.fault(mark_of(node), f"重点任务的编号{quoted(node.value)}不对", fix)
            return None
        return self._once(self._group_ids, node, "重点任务编号")

    def item_id(self, event: Any) -> Node | None:
        """The id of an item, not yet taken."""
        node = self.filled(event)
        if node is None:
            return None
        group_id, dot, number = node.value.partition(".")
        if not (dot and _is_count(group_id) and _is_count(number)):
            fix = '请写成“重点任务编号.序号”，如 "9.2"，并加引号'
            self.yaml.fault(mark_of(node), f"编号{quoted(node.value)}不对", fix)
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

    # Units and rules -------------------------------------------------------------------------

    def units(self, event: Any) -> Node | None:
        """The names to show and their aliases. A name may stand for one office only."""
        found: dict[str, tuple[str, ...]] = {}
        owner: dict[str, str] = {}

        for key, value in self.yaml.pairs(event, "units"):
            shown = key.value.strip()
            if not shown:
                self.yaml.fault(mark_of(key), "单位名称是空的", "请写出名称")
            elif shown in found:
                self.yaml.fault(mark_of(key), f"单位{quoted(shown)}写了两次", "请合并成一行")
            others = self.yaml.sequence(value, self.name)
            aliases: list[Node] = others.value if others else []
            found.setdefault(shown, tuple(alias.value for alias in aliases))
            seen: set[str] = set()
            for name, mark in [(shown, mark_of(key)), *((alias.value, mark_of(alias)) for alias in aliases)]:
                if owner.setdefault(name, shown) != shown:
                    told = f"{quoted(name)}同时是{quoted(owner[name])}和{quoted(shown)}的名称"
                    self.yaml.fault(mark, told, "一个名称只能指一个单位")
                elif name in seen and name != shown:
                    self.yaml.fault(mark, f"别名{quoted(name)}写了两次", "请只留一个")
                seen.add(name)

        return None if self.yaml.is_null(event) else Node(found, event.start_mark)

    def rules(self, event: Any) -> Node | None:
        """How early a date warns, and how long an undated item may stay silent."""
        node = self.yaml.mapping(event, self._rules_fields, "rules")
        if node is None:
            return None
        return Node(Rules(**{key: span.value for key, span in node.value.items() if span}), node.start_mark)


def _is_count(text: str) -> bool:
    """A number as an id has it: 1 to 9999, without a leading zero."""
    return text.isascii() and text.isdecimal() and text[0] != "0" and len(text) <= _LONGEST


def _value(node: Node | None, default: Any) -> Any:
    return node.value if node else default


def _understood(item: Item, year: int, issued: date | None) -> Item:
    return item._replace(deadline=read_deadline(item.deadline.text, year=year, issued=issued))
