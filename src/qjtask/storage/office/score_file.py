"""rules.yaml, beside the plan: the office's own table of points, for `report score`.

points:
- {event: 按期完成, points: 2}
- {event: 逾期, points: -2, role: lead}
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from qjtask.core.letters.score_rules import EVENT_WORDS, SCORED_ROLES, ScoreEvent, ScoreRules
from qjtask.core.problem import refuse
from qjtask.core.standing.roles import OfficeRole
from qjtask.core.standing.words import ROLE_WORDS
from qjtask.core.text.quoting import quoted
from qjtask.storage.ledger import Side
from qjtask.storage.texts.field_values import Fields, value_of
from qjtask.storage.texts.source import decode
from qjtask.storage.texts.yaml_reader import FieldReader, Node, mark_of

_EXAMPLE = "points: [{event: 按期完成, points: 2}, {event: 逾期, points: -2, role: lead}]"
_POINTS = re.compile(r"[+-]?[0-9]{1,6}(\.[0-9]{1,3})?")
_EVENTS = {name: event for event, word in EVENT_WORDS.items() for name in (word, event.value)}
_ROLES = {name: role for role in SCORED_ROLES for name in (role.value, ROLE_WORDS[role])}


def load_score_rules(side: Side) -> ScoreRules:
    """Read the table. Raises Refused with every fault, and where there is none with what to write."""
    data = side.read()
    text = "" if data is None else decode(data, side.shown)
    if all(line.strip() in {"", "---"} or line.lstrip().startswith("#") for line in text.splitlines()):
        told = "没有这个文件" if data is None else "文件里还没有写"
        raise refuse(side.shown, f"{told}，不知道怎样计分", f"请写 {_EXAMPLE}")
    return parse_score_rules(text, side.shown)


def parse_score_rules(text: str, shown: str) -> ScoreRules:
    """Read the table from its YAML text. Raises Refused with every fault."""
    reader = _ScoreReader(text, shown)
    rules = reader.rules()
    if reader.yaml.problems:
        raise reader.yaml.refused()
    return rules


class _ScoreReader(Fields):
    """The file's one list. An event has its points once, or once for each role."""

    def rules(self) -> ScoreRules:
        """The table; what comes with problems is to be thrown away."""
        lines = self.some(self._line, "一条计分也没有写")
        root = self.yaml.read(lambda event: self.yaml.mapping(event, {"points": lines}, "计分办法"))
        found: dict[ScoreEvent, dict[OfficeRole, Decimal]] = {}
        if root is not None and self.has(root, ("points",), "计分办法"):
            for node in value_of(root, "points"):
                self._add(found, node)
        return ScoreRules(found)

    def _add(self, found: dict[ScoreEvent, dict[OfficeRole, Decimal]], node: Node) -> None:
        event, points = value_of(node, "event"), value_of(node, "points")
        role = value_of(node, "role") or OfficeRole.OWNER
        by_role = found.setdefault(event, {})
        word = EVENT_WORDS[event]
        if role in by_role:
            self.yaml.fault(mark_of(node), f"“{word}”的分值写了两次", "请只留一个")
        elif by_role and (role is OfficeRole.OWNER) != (OfficeRole.OWNER in by_role):
            fix = "请每条都写 role，或只留不写 role 的一条"
            self.yaml.fault(mark_of(node), f"“{word}”有的写了 role，有的没有写", fix)
        else:
            by_role[role] = points

    def _line(self, event: Any) -> Node | None:
        fields: dict[str, FieldReader] = {
            "event": self.required(self._event),
            "points": self.required(self._points),
            "role": self.required(self._role),
        }
        node = self.yaml.mapping(event, fields, "一条计分")
        is_whole = node is not None and self.has(node, ("event", "points"), "一条计分")
        return node if is_whole and node is not None and node.value.get("role", node) is not None else None

    def _event(self, event: Any) -> Node | None:
        fix = f"可用的有{'、'.join(EVENT_WORDS.values())}"
        return self._one_of(event, _EVENTS, "没有{}这种事件", fix)

    def _role(self, event: Any) -> Node | None:
        fix = "请写 lead（牵头）、units（责任）或 support（配合），不写的计给承办单位"
        return self._one_of(event, _ROLES, "没有{}这种角色", fix)

    def _one_of(self, event: Any, known: dict[str, Any], told: str, fix: str) -> Node | None:
        """What a word means; `told` says of an unknown one, {} in its place, that it is none."""
        node = self.yaml.scalar(event)
        if node is None:
            return None
        value = known.get(node.value.strip())
        if value is None:
            self.yaml.fault(mark_of(node), told.replace("{}", quoted(node.value)), fix)
            return None
        return Node(value, node.start_mark)

    def _points(self, event: Any) -> Node | None:
        node = self.yaml.scalar(event)
        if node is None:
            return None
        if not _POINTS.fullmatch(node.value.strip()):
            told = f"分值{quoted(node.value)}写法不对"
            self.yaml.fault(mark_of(node), told, "请写数字，如 2、-1、0.5")
            return None
        return Node(Decimal(node.value.strip()), node.start_mark)
