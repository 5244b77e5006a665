"""What an undo takes back: all that one command wrote, or one record; and whose it was."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import History
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.plan_address import HERE, PlanAddress
from qjtask.core.problem import refuse


class Undoing(NamedTuple):
    """The entries to take back, oldest first; those of them that `foreign` names are not the person's own.

    `own` is the latest of the person's own, where there is one: what was perhaps meant.
    """

    taken: tuple[Entry, ...]
    foreign: tuple[Entry, ...]
    own: Entry | None


def latest_command(
    past: History, by: str | None, item: str | None = None, address: PlanAddress = HERE
) -> Undoing:
    """What the latest command wrote; of those that wrote about an item or milestone, and only what is on it.

    `by` is who undoes, `address` the plan's. Refused when there is nothing to take back.
    """
    standing = [entry for entry in past.standing if item in (None, entry.item, item_id_of(entry.item))]
    if not standing:
        raise refuse(address.id(item) if item else "", "没有可以撤销的记录", _look(address))
    latest = standing[-1]
    return _undoing([entry for entry in standing if _is_beside(entry, latest)], standing, by)


def _look(address: PlanAddress) -> str:
    return f"运行 {address.command('log')} 可看全部记录"


def _is_beside(entry: Entry, latest: Entry) -> bool:
    """Whether one command wrote both; of a letter that is older than batches, whether both are of it."""
    if entry is latest or (latest.batch is not None and entry.batch == latest.batch):
        return True
    letter = (Do.CHASE, latest.on, latest.unit, latest.text)
    return latest.do is Do.CHASE and (entry.do, entry.on, entry.unit, entry.text) == letter


def one_record(past: History, number: str, by: str | None, address: PlanAddress = HERE) -> Undoing:
    """The one entry of that record number. Refused when there is none, or it does not count any more."""
    entry = next((entry for entry in past.ordered if entry.id == number), None)
    if entry is None:
        raise refuse(address.id(number), "没有这个记录号", _look(address))
    if entry.do is Do.UNDO or entry.id in past.undone:
        told = "这条记录本身是撤销" if entry.do is Do.UNDO else "这条记录已经撤销"
        raise refuse(address.id(number), f"{told}，没有可撤销的", "要恢复请重新登记")
    return _undoing([entry], past.standing, by)


def _undoing(taken: Sequence[Entry], standing: Sequence[Entry], by: str | None) -> Undoing:
    """A name that is not known is nobody's own."""
    foreign = tuple(entry for entry in taken if entry.by is None or entry.by != by)
    own = next((entry for entry in reversed(standing) if by is not None and entry.by == by), None)
    return Undoing(tuple(taken), foreign, own)


def undo_entries(
    undoing: Undoing, on: date, at: datetime, by: str | None, new_id: Callable[[], str]
) -> list[Entry]:
    """What to append so that the entries count on no day."""
    return [
        Entry(new_id(), entry.item, Do.UNDO, max(on, entry.on), at, by, undoes=entry.id)
        for entry in undoing.taken
    ]
