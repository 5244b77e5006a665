"""The plan and the log of one moment."""

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Plan
from qjtask.storage.logs.log_file import Log


class Snapshot(NamedTuple):
    """The plan and the log, as both were at one moment."""

    plan: Plan
    log: Log
