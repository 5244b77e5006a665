"""Plans and entries where work that is reported done waits for its acceptance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Rules, Target
from tests.core.plans import entry, item, plan

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Item, Plan

RATE = Target("占比", at_least="80", unit="%")
AMOUNT = Target("办件", at_least="100", unit="宗", cumulative=True)
SHARED = item("9.4", units=("审批科", "建管科"))
MONTHLY = item("9.5", deadline="每季度末")


def accepting(*items: Item) -> Plan:
    """A plan whose finished work another person accepts."""
    return plan(*items)._replace(rules=Rules(accept=True))


def claim(item_id: str = "9.1", on: str = "06-10", *, by: str = "王芳", unit: str | None = None) -> Entry:
    """A completion, by a name."""
    return entry(item_id, Do.DONE, on, by=by, unit=unit)


def judged(do: Do, item_id: str = "9.1", on: str = "06-12", *, by: str = "李明", text: str = "") -> Entry:
    """An acceptance or a return, by another name."""
    return entry(item_id, do, on, by=by, text=text)
