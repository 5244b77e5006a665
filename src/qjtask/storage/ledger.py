"""A ledger on disk: the plan, and the log beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from qjtask.core.plan.plan import Plan
from qjtask.storage.log_file import Log, load_log
from qjtask.storage.plan_file import load_plan

_DEFAULT_PLAN = "tasks.yaml"
_LOG = "progress.yaml"


class Ledger(NamedTuple):
    """The plan as read, and where its log stands; the `shown` names are those of messages."""

    plan: Plan
    shown: str
    log_path: Path
    log_shown: str

    def log(self) -> Log:
        """The log as it is on disk now."""
        return load_log(self.log_path, self.log_shown)


def open_ledger(path: Path, folder: Path) -> Ledger:
    """Read the plan at `path`; messages name files as seen from `folder`. Refused with every fault."""
    shown = _seen_from(folder, path)
    log_path = log_path_of(path)
    return Ledger(load_plan(path, shown), shown, log_path, _seen_from(folder, log_path))


def open_log(path: Path, folder: Path) -> Log:
    """The log beside the plan at `path`, for when the plan itself cannot be read."""
    log_path = log_path_of(path)
    return load_log(log_path, _seen_from(folder, log_path))


def log_path_of(plan: Path) -> Path:
    """tasks.yaml -> progress.yaml, NAME.yaml -> NAME.progress.yaml, in the same folder."""
    if plan.name == _DEFAULT_PLAN:
        return plan.with_name(_LOG)
    return plan.with_name(f"{plan.stem}.{_LOG}")


def beside_log(log: str, kind: str) -> str:
    """The file of a kind that belongs to a log's plan: NAME.progress.yaml -> NAME.contacts.yaml."""
    return f"{log.removesuffix(_LOG)}{kind}.yaml"


def places(folder: Path, data_folder: Callable[[], Path]) -> Iterator[Path]:
    """Where a ledger is looked for: `folder` and every one above it, then the user's data folder."""
    for place in (folder, *folder.parents):
        yield place / "data" / _DEFAULT_PLAN
        yield place / _DEFAULT_PLAN
    yield data_folder() / _DEFAULT_PLAN


def _seen_from(folder: Path, path: Path) -> str:
    return str(path.relative_to(folder) if path.is_relative_to(folder) else path)
