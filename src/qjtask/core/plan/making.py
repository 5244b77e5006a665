"""The plan made of what stands under its keys: the one place where a deadline is read.

Values come by key, those left out are not there; storage reads them from the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from qjtask.core.plan.plan import Item, Milestone, Plan
from qjtask.core.time.deadline import Deadline, DeadlineClass, read_deadline


def make_plan(values: Mapping[str, Any]) -> Plan:
    """The plan. Its units are mappings by the names to show, all else is made already."""
    units = values.get("units", {})
    aliases = {name: more.get("aliases", ()) for name, more in units.items()}
    members = {name: more["members"] for name, more in units.items() if "members" in more}
    return Plan(**{**values, "groups": tuple(values["groups"]), "units": aliases, "members": members})


def make_item(values: dict[str, Any], year: int, issued: date | None) -> Item:
    """An item, its deadline understood; `year` and `issued` are the plan's. `values` are used up."""
    read = read_deadline(values.get("deadline", ""), year=year, issued=issued)
    values["deadline"] = overruled(read, values.get("due"))
    values.setdefault("lead", ())
    values.setdefault("units", ())
    return Item(**values)


def plain_item(
    number: str,
    work: str,
    lead: tuple[str, ...],
    units: tuple[str, ...],
    deadline: str,
    milestones: tuple[Milestone, ...],
    year: int,
    issued: date | None,
) -> Item:
    """The same of what nearly all items say, and nothing else."""
    return Item(number, work, lead, units, read_deadline(deadline, year=year, issued=issued), milestones)


def overruled(deadline: Deadline, due: date | None) -> Deadline:
    """The deadline as a person reads it, where one wrote `due`: that day, without doubt; the words stay."""
    return deadline if due is None else Deadline(deadline.text, DeadlineClass.DATE, due)
