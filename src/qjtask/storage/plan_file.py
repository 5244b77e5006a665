"""The plan file read and checked: all its faults at once, each with its line and column.

The keys and their forms are those of schema/plan.schema.json; a test holds the two together.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from qjtask.core.deadline import Deadline, DeadlineClass, read_deadline
from qjtask.core.plan import Group, Item, Milestone, Plan, Rules, Target
from qjtask.core.problem import Refused
from qjtask.core.span import Span, parse_span
from qjtask.storage.source import read_text
from qjtask.storage.yaml_reader import FieldReader, Mark, Node, YamlReader, mark_of

_NUMBER = r"-?\d+(\.\d+)?"
_ISO_LENGTH = len("2021-06-30")
_LONGEST = 4  # digits of a number in an id, or of a year


def _is_count(text: str) -> bool:
    """A number as an id has it: 1 to 9999, without a leading zero."""
    return text.isascii() and text.isdecimal() and text[0] != "0" and len(text) <= _LONGEST


def load_plan(path: Path, shown: str) -> Plan:
    """Read the plan at `path`; `shown` is how messages name it. Raises Refused with every fault."""
    return parse_plan(read_text(path, shown), shown)


def parse_plan(text: str, shown: str) -> Plan:
    """Read a plan from its YAML text. Raises Refused with every fault."""
    reader = _PlanReader(text, shown)
    plan = reader.plan()
    if plan is None or reader.yaml.problems:
        raise Refused(sorted(reader.yaml.problems, key=_place))
    return plan


def _place(problem: Any) -> tuple[int, int]:
    _, line, column = problem.where.rsplit(":", 2)
    return int(line), int(column)


class _PlanReader:
    """One reader a field. A reader notes a fault and gives None; the walk goes on."""

    def __init__(self, text: str, shown: str) -> None:
        self.yaml = YamlReader(text, shown)
        self._group_lines: dict[str, int] = {}
        self._item_lines: dict[str, int] = {}
        self._plan_fields: dict[str, FieldReader] = {
            "title": self.filled,
            "document": self.yaml.scalar,
            "issuer": self.yaml.scalar,
            "issued": self.day,
            "year": self._required(self.year),
            "units": self.units,
            "rules": self.rules,
            "groups": self._required(lambda event: self.yaml.sequence(event, self.group)),
        }
        self._group_fields: dict[str, FieldReader] = {
            "id": self.filled,
            "heading": self.filled,
            "items": self._required(lambda event: self.yaml.sequence(event, self.item)),
        }
        self._item_fields: dict[str, FieldReader] = {
            "id": self.filled,
            "work": self.filled,
            "lead": self.names,
            "units": self.names,
            "deadline": self.yaml.scalar,
            "milestones": lambda event: self.yaml.sequence(event, self.milestone),
            "targets": lambda event: self.yaml.sequence(event, self.target),
            "note": self.yaml.scalar,
        }
        self._milestone_fields: dict[str, FieldReader] = {"by": self._required(self.day), "work": self.filled}
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
        if root is None or not self._has(root, ("title", "year", "groups"), "计划"):
            return None
        year: int = root.value["year"].value
        issued: date | None = _value(root, "issued")
        groups = tuple(
            group._replace(items=tuple(_understood(item, year, issued) for item in group.items))
            for group in root.value["groups"].value
        )
        if not groups:
            self.yaml.fault(root.value["groups"].mark, "groups 里没有一项重点任务", "请至少写一项")
            return None
        return Plan(
            title=root.value["title"].value,
            year=year,
            groups=groups,
            document=_value(root, "document") or "",
            issuer=_value(root, "issuer") or "",
            issued=issued,
            units=_value(root, "units") or {},
            rules=_value(root, "rules") or Rules(),
        )

    # Groups and items ------------------------------------------------------------------------

    def group(self, event: Any) -> Group | None:
        node = self.yaml.mapping(event, self._group_fields, "重点任务")
        if node is None or not self._has(node, ("id", "heading", "items"), "重点任务"):
            return None
        group_id, mark = node.value["id"]
        if not _is_count(group_id):
            self.yaml.fault(mark, f"重点任务的编号“{group_id}”不对", '请写成表中的序号，如 "9"')
            return None
        self._once(self._group_lines, node.value["id"], "重点任务编号")
        items: list[Item] = node.value["items"].value
        if not items:
            self.yaml.fault(node.value["items"].mark, f"重点任务 {group_id} 下没有具体工作", "请至少写一项")
        for item in items:
            if not item.id.startswith(f"{group_id}."):
                place = Mark(item.line, item.column)
                self.yaml.fault(place, f"编号 {item.id} 不属于重点任务 {group_id}", f"应以“{group_id}.”开头")
        return Group(group_id, node.value["heading"].value, tuple(items))

    def item(self, event: Any) -> Item | None:
        node = self.yaml.mapping(event, self._item_fields, "具体工作")
        if node is None or not self._has(node, ("id", "work"), "具体工作"):
            return None
        found = node.value
        item_id, mark = found["id"]
        group_id, dot, number = item_id.partition(".")
        if not (dot and _is_count(group_id) and _is_count(number)):
            self.yaml.fault(mark, f"编号“{item_id}”不对", '请写成“重点任务编号.序号”，如 "9.2"，并加引号')
            return None
        self._once(self._item_lines, found["id"], "编号")
        return Item(
            id=item_id,
            work=found["work"].value,
            lead=_value(node, "lead") or (),
            units=_value(node, "units") or (),
            deadline=Deadline(_value(node, "deadline") or "", DeadlineClass.UNKNOWN),
            milestones=tuple(_value(node, "milestones") or ()),
            targets=tuple(_value(node, "targets") or ()),
            note=_value(node, "note") or "",
            line=mark.line,
            column=mark.column,
        )

    def milestone(self, event: Any) -> Milestone | None:
        node = self.yaml.mapping(event, self._milestone_fields, "时间节点")
        if node is None or not self._has(node, ("by", "work"), "时间节点"):
            return None
        return Milestone(node.value["by"].value, node.value["work"].value)

    def target(self, event: Any) -> Target | None:
        node = self.yaml.mapping(event, self._target_fields, "指标")
        if node is None or not self._has(node, ("name",), "指标"):
            return None
        if (_value(node, "at_least") is None) == (_value(node, "at_most") is None):
            self.yaml.fault(node.mark, "指标要写 at_least（不低于）或 at_most（不超过）中的一个", "如 at_least: 80")
            return None
        return Target(*(_value(node, key) for key in ("name", "at_least", "at_most")), _value(node, "unit") or "")

    # Units and rules -------------------------------------------------------------------------

    def units(self, event: Any) -> Node | None:
        """The names to show and their aliases. A name may stand for one office only."""
        found: dict[str, tuple[str, ...]] = {}
        owner: dict[str, str] = {}

        def one(key: Node, value: Any) -> None:
            if key.value in found:
                self.yaml.fault(key.mark, f"单位“{key.value}”写了两次", "请合并成一行")
            elif not key.value.strip():
                self.yaml.fault(key.mark, "单位名称是空的", "请写出名称")
            others = self.yaml.sequence(value, self.filled)
            aliases: list[Node] = others.value if others else []
            found.setdefault(key.value, tuple(alias.value for alias in aliases))
            for name, mark in [key, *aliases]:
                if owner.setdefault(name, key.value) != key.value:
                    both = f"“{owner[name]}”和“{key.value}”"
                    self.yaml.fault(mark, f"“{name}”同时是{both}的名称", "一个名称只能指一个单位")

        return Node(found, mark_of(event)) if self.yaml.pairs(event, one, "units") else None

    def rules(self, event: Any) -> Node | None:
        node = self.yaml.mapping(event, self._rules_fields, "rules")
        if node is None:
            return None
        spans: dict[str, Span] = {key: value.value for key, value in node.value.items() if value}
        return Node(Rules(**spans), node.mark)

    # Scalars ---------------------------------------------------------------------------------

    def filled(self, event: Any) -> Node | None:
        """A text that may not be blank."""
        node = self.yaml.scalar(event)
        if self.yaml.is_null(event) or (node is not None and not node.value.strip()):
            self.yaml.fault(mark_of(event), "这里是空的", "请写出内容")
            return None
        return node

    def names(self, event: Any) -> Node | None:
        """A list of names."""
        node = self.yaml.sequence(event, self.filled)
        return Node(tuple(name.value for name in node.value), node.mark) if node else None

    def day(self, event: Any) -> Node | None:
        """A date written YYYY-MM-DD that exists."""
        node = self.yaml.scalar(event)
        if node is None:
            return None
        try:
            if len(node.value) == _ISO_LENGTH and node.value[4::3] == "--":
                return node._replace(value=date.fromisoformat(node.value))
        except ValueError:
            self.yaml.fault(node.mark, f"没有“{node.value}”这一天", "请核对日期")
            return None
        self.yaml.fault(node.mark, f"日期“{node.value}”写法不对", "请写成 2021-06-30 的形式")
        return None

    def year(self, event: Any) -> Node | None:
        """A year of four digits."""
        node = self.yaml.scalar(event)
        if node is not None and not (_is_count(node.value) and "1000" <= node.value < "3000"):
            self.yaml.fault(node.mark, f"年份“{node.value}”写法不对", "请写四位数字，如 2021")
            return None
        return node._replace(value=int(node.value)) if node else None

    def number(self, event: Any) -> Node | None:
        """A decimal number, kept as text."""
        node = self.yaml.scalar(event)
        if node is not None and not re.fullmatch(_NUMBER, node.value):
            self.yaml.fault(node.mark, f"“{node.value}”不是数字", "单位请写在 unit 里，如 {at_least: 80, unit: 项}")
            return None
        return node

    def span(self, event: Any) -> Node | None:
        """A length of time."""
        node = self.yaml.scalar(event)
        span = parse_span(node.value) if node else None
        if node is not None and span is None:
            self.yaml.fault(node.mark, f"时长“{node.value}”写法不对", "请写成 30d、2w、1m、1q 或 1y")
        return node._replace(value=span) if node and span else None

    # Checks ----------------------------------------------------------------------------------

    def _required(self, read: FieldReader) -> FieldReader:
        """`read`, for a value that may not be left blank."""

        def reader(event: Any) -> Any:
            if self.yaml.is_null(event):
                self.yaml.fault(mark_of(event), "这里是空的", "请写出内容")
                return None
            return read(event)

        return reader

    def _has(self, node: Node, required: tuple[str, ...], what: str) -> bool:
        """Whether every required key was read. A missing one is told; a blank one was told when read."""
        for key in required:
            if key not in node.value:
                self.yaml.fault(node.mark, f"{what}缺少“{key}”", f"请补上 {key}:")
        return all(node.value.get(key) is not None for key in required)

    def _once(self, lines: dict[str, int], node: Node, what: str) -> None:
        first = lines.setdefault(node.value, node.mark.line)
        if first != node.mark.line:
            self.yaml.fault(node.mark, f"{what} {node.value} 重复（第 {first} 行已经有了）", "请改成没有用过的编号")


def _value(node: Node, key: str) -> Any:
    """The value of an optional key; None when it is absent or blank."""
    found = node.value.get(key)
    return None if found is None else found.value


def _understood(item: Item, year: int, issued: date | None) -> Item:
    return item._replace(deadline=read_deadline(item.deadline.text, year=year, issued=issued))
