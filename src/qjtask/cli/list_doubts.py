"""What is doubtful in a list of plans: a plan beside it that it does not name, an office that no plan has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from qjtask.cli.ledgers import Ledgers
from qjtask.cli.several_ledgers import plan_path
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.problem import Problem, Refused
from qjtask.core.text.quoting import quoted
from qjtask.storage.files.ledger_files import PLAN_LIST
from qjtask.storage.files.plan_folder import plans_under


def list_doubts(ledgers: Ledgers) -> Iterator[Problem]:
    """The doubts, where a list names the ledgers.

    The list of a folder stands for all of it: a plan that it lacks would never be missed.
    """
    if ledgers.list_file is None:
        return
    if ledgers.list_file.name == PLAN_LIST:
        yield from _unlisted(ledgers, ledgers.list_file.parent, Path(ledgers.list_shown).parent)
    for unit in sorted(_unknown(ledgers)):
        told = f"shared_units 里的{quoted(unit)}不是哪个计划的单位"
        yield Problem(ledgers.list_shown, told, "请照计划里的写法写", is_warning=True)


def _unlisted(ledgers: Ledgers, folder: Path, shown: Path) -> Iterator[Problem]:
    named = {os.path.realpath(plan_path(one.ledger)) for one in ledgers.listed}
    for plan in plans_under(folder, str(shown)).plans:  # a closed folder is nobody's business here
        if plan.real not in named:
            where = str(shown / Path(plan.path).relative_to(folder))
            fix = f"请写进 {ledgers.list_shown} 的 plans，或把它移到别处"
            yield Problem(where, "计划名单里没有这个计划，没有算上它", fix, is_warning=True)


def _unknown(ledgers: Ledgers) -> frozenset[str]:
    """The shared offices that no plan has; none where a plan cannot be read, which is told elsewhere."""
    if not ledgers.shared:
        return frozenset()
    try:
        plans = [one.ledger.plan() for one in ledgers.listed]
    except Refused:
        return frozenset()
    return ledgers.shared.difference(*(unit_names(plan).shown() for plan in plans))
