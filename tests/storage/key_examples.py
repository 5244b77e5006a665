"""Plans in which one key has one of the examples that the schema gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from qjtask.core.plan.plan_form import PlanKey

NEEDED = {"id": "9.1", "work": "做事"}


def with_key(key: PlanKey, example: Any) -> str:
    """A plan whose only item has that key."""
    item = {**NEEDED, key.name: example}
    lines = yaml.safe_dump(item, allow_unicode=True, sort_keys=False, default_flow_style=False, width=10**6)
    indented = lines.replace("'no': ", "no: ").replace("\n", "\n    ").rstrip()  # no is false in YAML 1.1
    return f'title: 表\nyear: 2021\ngroups:\n- id: "9"\n  heading: 甲\n  items:\n  - {indented}\n'
