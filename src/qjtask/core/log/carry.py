"""The entries that go with a reissue: works with another number, joined, split, withdrawn, printed again.

No line of the log is changed: what no longer counts as it stands is taken back, and written anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime

from qjtask.core.log.bounds import LONGEST_TEXT
from qjtask.core.log.entry import DO_WORDS, Do, Entry
from qjtask.core.log.history import history
from qjtask.core.log.order import rising
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import item_id_of, milestone_number
from qjtask.core.plan.shifts import Shifts


class Hand(NamedTuple):
    """Who writes, on which day, at which moment, and what makes the ids; `document` names the new print."""

    today: date
    at: datetime
    by: str | None
    new_id: Callable[[], str]
    document: str


def withdrawn_items(entries: Iterable[Entry]) -> frozenset[str]:
    """The items that a reissue withdrew, and none printed again: only such entries name its document."""
    last: dict[str, Do] = {}
    for entry in history(entries, date.max).standing:
        if entry.doc is not None and entry.do in (Do.DROP, Do.REOPEN):
            last[item_id_of(entry.item)] = entry.do
    return frozenset(item for item, do in last.items() if do is Do.DROP)


def carried_entries(
    entries: Iterable[Entry], shifts: Shifts, dropped: Collection[str], hand: Hand
) -> list[Entry]:
    """What to append so that the log says of the updated plan what it said of the old one.

    `dropped` are the old items that count as dropped. What one command wrote stays one batch.
    """
    by_item: dict[str, list[Entry]] = {}
    for entry in history(entries, date.max).standing:
        by_item.setdefault(item_id_of(entry.item), []).append(entry)
    made: list[Entry] = []
    for old, own in by_item.items():
        made += _of_one(old, own, shifts, hand)
    for part, whole in shifts.parts.items():
        made += _of_part(part, by_item.get(whole, ()), shifts.measured.get(part, ()), hand)
    made += _turned(shifts, hand)
    was = {new: old for old, new in shifts.items.items()}
    for item in shifts.restored:
        own = [*by_item.get(was.get(item, item), ()), *(entry for entry in made if entry.item == item)]
        made += _restored(item, own, hand, is_dropped=was.get(item, item) in dropped)
    return rising(made)


def _of_one(old: str, own: Sequence[Entry], shifts: Shifts, hand: Hand) -> Iterator[Entry]:
    """The entries of an item anew, if any of them no longer says what it said."""
    if old in shifts.joined:
        item = shifts.joined[old]
        told = f"并入 {item}，已照录"
        anew = [_as_note(entry, item, f"原{old}") for entry in own]
    else:
        item = shifts.items.get(old, old)
        told = "新表里改了节点或指标，已照录" if item == old else f"改编号为 {item}，已照录"
        anew = [_shifted(entry, item, shifts) for entry in own]
        if anew == list(own):
            return
    for entry, one in zip(own, anew, strict=True):
        yield one._replace(id=hand.new_id(), at=hand.at, line=0)
        undo = _new(entry.item, Do.UNDO, told, hand)
        yield undo._replace(on=max(hand.today, entry.on), undoes=entry.id)


def _shifted(entry: Entry, item: str, shifts: Shifts) -> Entry:
    """An entry under the numbers and names of today; a withdrawn milestone's is a note on its item."""
    old = item_id_of(entry.item)
    names = shifts.measures.get(old, {})
    values = {names.get(name, name): value for name, value in entry.values.items()} if names else entry.values
    entry = entry._replace(values=values)
    if milestone_number(entry.item) is None:
        return entry._replace(item=item)
    number = shifts.steps.get(entry.item, item + entry.item[len(old) :])
    return _as_note(entry, item, "原时间节点") if number is None else entry._replace(item=number)


def _as_note(entry: Entry, item: str, about: str) -> Entry:
    """What an entry said, as a note on another item: it says how things went, and settles nothing."""
    if entry.do is Do.CHASE:
        return entry._replace(item=item)
    word = "" if entry.do is Do.NOTE else DO_WORDS[entry.do]
    percent = f"{entry.percent}%" if entry.percent is not None else ""
    to = f"至{entry.to}" if entry.to else ""
    said = "，".join(filter(None, (f"{word}{to}", percent, entry.text)))
    kept = entry._replace(percent=None, to=None, period=None, grade=None, approved_by=None, doc=None)
    return kept._replace(item=item, do=Do.NOTE, text=f"{about}：{said}"[:LONGEST_TEXT])


def _of_part(part: str, own: Sequence[Entry], names: Collection[str], hand: Hand) -> Iterator[Entry]:
    """A part's entries: what was told of the whole holds for it, but how far that was.

    A value counts for the one that is measured by it, and for no two.
    """
    for entry in own:
        if entry.do is Do.CHASE:
            continue
        whole = item_id_of(entry.item)
        values = {name: value for name, value in entry.values.items() if name in names}
        if milestone_number(entry.item) is not None or entry.percent is not None:
            one = _as_note(entry, part, f"原{whole}")
        else:
            one = entry._replace(item=part)
        yield one._replace(id=hand.new_id(), at=hand.at, line=0, values=values)


def _restored(item: str, own: Sequence[Entry], hand: Hand, *, is_dropped: bool) -> Iterator[Entry]:
    """What brings back an item that was withdrawn: opened again, or the drop of a finished one taken back."""
    drops = [entry for entry in own if entry.do is Do.DROP and entry.doc is not None]
    text = f"恢复：{hand.document}"
    if is_dropped:
        yield _new(item, Do.REOPEN, text, hand)._replace(doc=hand.document)
    elif drops:
        undo = _new(item, Do.UNDO, text, hand)
        yield undo._replace(on=max(hand.today, drops[-1].on), undoes=drops[-1].id)


def _turned(shifts: Shifts, hand: Hand) -> list[Entry]:
    """The works opened again because not all that was joined is done, and those that are cancelled."""
    batch = hand.new_id() if len(shifts.reopened) + len(shifts.cancelled) > 1 else None
    told = "并入的工作尚未完成"
    opened = [_new(item, Do.REOPEN, told, hand)._replace(unit=unit) for item, unit in shifts.reopened]
    text = f"取消：{hand.document}"
    out = [_new(item, Do.DROP, text, hand)._replace(doc=hand.document) for item in shifts.cancelled]
    return [entry._replace(batch=batch) for entry in (*opened, *out)]


def _new(item: str, do: Do, text: str, hand: Hand) -> Entry:
    return Entry(hand.new_id(), item, do, hand.today, hand.at, hand.by, text=text)
