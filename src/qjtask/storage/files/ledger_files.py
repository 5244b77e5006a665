"""The files that a ledger is made of: their names, and where a plan is looked for."""

import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from qjtask.core.named_tuple import NamedTuple

_DEFAULT_PLAN = "tasks.yaml"
_LOG = "progress.yaml"

PLAN_LIST = "ledger.yaml"
"""A list of plans that are looked at together; NAME.ledger.yaml is one too."""


class LedgerFiles(NamedTuple):
    """The two files of a ledger, by their paths, and how messages name them."""

    plan_path: str
    shown: str
    log_path: str
    log_shown: str

    @property
    def plan(self) -> Path:
        """The plan's file."""
        return Path(self.plan_path)

    @property
    def log(self) -> Path:
        """The log's file."""
        return Path(self.log_path)

    @property
    def staged(self) -> Path:
        """Where the new plan waits."""
        return Path(self._hidden(".new"))

    @property
    def going_with_it(self) -> Path:
        """Where its entries stand, below the digest of the plan that it replaces."""
        return Path(self._hidden(".new.log"))

    @property
    def unnamed(self) -> Path:
        """The same while it is written: it counts by its name."""
        return Path(self._hidden(".new.tmp"))

    @property
    def is_staged(self) -> bool:
        """Whether a new plan waits, as seldom one does."""
        return os.path.lexists(self._hidden(".new.log"))

    def _hidden(self, ending: str) -> str:
        folder, separator, name = self.plan_path.rpartition(os.sep)
        return f"{folder}{separator}.{name}{ending}"


def lock_of(file: Path) -> Path:
    """The lock of a file: beside what it really is, so that two links to it have one lock."""
    real = Path(os.path.realpath(file))
    return real.with_name(real.name + ".lock")


def was_written(file: Path) -> bool:
    """Whether the lock of a file remembers that something was written: it is not empty then."""
    try:
        return lock_of(file).stat().st_size > 0
    except OSError:
        return False


def log_path_of(plan: Path) -> Path:
    """tasks.yaml -> progress.yaml, NAME.yaml -> NAME.progress.yaml, in the same folder."""
    return plan.with_name(_log_of(plan.name))


def _log_of(plan: str) -> str:
    return _LOG if plan == _DEFAULT_PLAN else f"{Path(plan).stem}.{_LOG}"


def ledger_files(
    plan: Path | str, folder: Path, real_path: Callable[[Path | str], str] = os.path.realpath
) -> LedgerFiles:
    """The files of the plan at `plan`; messages name them as seen from `folder`.

    A link to a plan is that plan: its log stands beside the real file.
    """
    real, seen_from = real_path(plan), _with_separator(folder)
    above, separator, name = real.rpartition(os.sep)
    log = f"{above}{separator}{_log_of(name)}"
    return LedgerFiles(real, real.removeprefix(seen_from), log, log.removeprefix(seen_from))


@lru_cache(maxsize=1)  # hundreds of plans are seen from one folder
def _with_separator(folder: Path) -> str:
    return os.path.join(os.path.realpath(folder), "")  # noqa: PTH118


class RealPaths:
    """Where files really are, as `os.path.realpath` says it: of hundreds in one folder that is asked once."""

    def __init__(self) -> None:
        self._folders: dict[str, str] = {}

    def of(self, file: Path) -> str:
        """Where a file is."""
        return os.path.realpath(file) if os.name == "nt" else self._real(os.fspath(file))

    def _real(self, path: str) -> str:
        above, name = os.path.split(path)
        if not above or name in ("", ".", ".."):
            return os.path.realpath(path)
        if above not in self._folders:
            self._folders[above] = self._real(above)
        found = os.path.join(self._folders[above], name)  # noqa: PTH118 - of hundreds of files
        return os.path.realpath(found) if os.path.islink(found) else found  # noqa: PTH114


def beside_log(log: str, kind: str) -> str:
    """The file of a kind that belongs to a log's plan: NAME.progress.yaml -> NAME.contacts.yaml."""
    return f"{log.removesuffix(_LOG)}{kind}.yaml"


def places(folder: Path, data_folder: Callable[[], Path]) -> Iterator[Path]:
    """Where a ledger is looked for: `folder` and every one above it, then the user's data folder."""
    for place in (folder, *folder.parents):
        yield place / _DEFAULT_PLAN
        yield place / "data" / _DEFAULT_PLAN
    yield data_folder() / _DEFAULT_PLAN


def is_plan_list(path: Path) -> bool:
    """Whether a file is such a list: by its name, ledger.yaml or NAME.ledger.yaml."""
    return path.name == PLAN_LIST or path.name.endswith(f".{PLAN_LIST}")
