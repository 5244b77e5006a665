"""ledger.yaml: a list of plans, with the office that each belongs to. Every fault has its place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.quoting import quoted
from qjtask.storage.files.plan_folder import plain_name, short_names
from qjtask.storage.texts.field_values import Fields, value_of
from qjtask.storage.texts.source import read_text
from qjtask.storage.texts.yaml_reader import Node, mark_of

_ALL = "全部"


class ListedPlan(NamedTuple):
    """A plan's file, its short name, and whose plan it is ("" for the one that issued it)."""

    path: Path
    name: str
    office: str


class PlanList(NamedTuple):
    """Plans that are looked at together.

    `shared` are the offices that are one and the same in all of them; None for all of one name.
    """

    title: str
    plans: tuple[ListedPlan, ...]
    shared: frozenset[str] | None = frozenset()


def load_plan_list(path: Path, shown: str) -> PlanList:
    """Read a list; files are looked for from its own folder. Raises Refused with every fault."""
    reader = _ListReader(read_text(path, shown), shown)
    found = reader.plans(path.parent)
    if found is None or reader.yaml.problems:
        raise reader.yaml.refused()
    return found


class _ListReader(Fields):
    def plans(self, folder: Path) -> PlanList | None:
        fields = {
            "title": self.filled,
            "plans": self.some(self._plan, "没有列出一个计划"),
            "shared_units": self.named,
        }
        root = self.yaml.read(lambda event: self.yaml.mapping(event, fields, "计划名单"))
        if root is None or not self.has(root, ("plans",), "计划名单"):
            return None
        shared = {node.value for node in value_of(root, "shared_units") or []}
        plans = self._named(value_of(root, "plans"), folder)
        title = value_of(root, "title") or f"{len(plans)}个计划"
        return PlanList(title, plans, None if _ALL in shared else frozenset(shared))

    def _plan(self, event: Any) -> Node | None:
        fields = {"file": self.required(self.name), "name": self.name, "office": self.name}
        node = self.yaml.mapping(event, fields, "一个计划")
        return node if node and self.has(node, ("file",), "这个计划") else None

    def _named(self, nodes: list[Node], folder: Path) -> tuple[ListedPlan, ...]:
        paths = [folder / Path(value_of(node, "file")).expanduser() for node in nodes]
        found: dict[str, ListedPlan] = {}
        known: dict[str, str] = {}
        for node, path, short in zip(nodes, paths, short_names(map(str, paths)), strict=True):
            name = value_of(node, "name") or short
            if name != plain_name(name):
                fix = f"编号要写成 {plain_name(name)}:9.2，请写 name: {plain_name(name)}"
                self.yaml.fault(mark_of(node), f"计划的名称{quoted(name)}里有空格或标点", fix)
            elif name in found:
                self.yaml.fault(mark_of(node), f"有两个计划叫{quoted(name)}", "请用 name 另起一个名称")
            twin = known.setdefault(os.path.normpath(path), name)
            if twin != name:
                self.yaml.fault(mark_of(node), f"这份计划前面列过，叫{quoted(twin)}", "一份计划只列一次")
            found[name] = ListedPlan(path, name, value_of(node, "office") or "")
        return tuple(found.values())
