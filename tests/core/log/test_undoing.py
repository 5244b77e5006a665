"""What an undo takes back, and whose it was."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from itertools import count

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import History, history
from qjtask.core.log.undoing import Undoing, latest_command, one_record, undo_entries
from qjtask.core.problem import Refused
from tests.core.plans import day, entry, past

AT = datetime(2021, 6, 10, 12, tzinfo=timezone(timedelta(hours=8)))


def batch(name: str, *entries: Entry) -> list[Entry]:
    """The entries of one command."""
    return [one._replace(batch=name) for one in entries]


def by(name: str | None, *entries: Entry) -> list[Entry]:
    return [one._replace(by=name) for one in entries]


def latest(entries: list[Entry], name: str | None = "王芳", item: str | None = None) -> Undoing:
    return latest_command(past(entries), name, item)


def test_all_that_the_latest_command_wrote_is_taken_back() -> None:
    log = [entry("9.1"), *batch("b", entry("9.2"), entry("9.3"), entry("9.4"))]
    assert latest(log).taken == tuple(log[1:])


def test_what_was_written_alone_is_taken_back_alone() -> None:
    log = [entry("9.1"), entry("9.2")]
    assert latest(log).taken == (log[1],)


def test_of_an_item_only_what_is_about_it() -> None:
    log = batch("b", entry("9.1"), entry("9.2"), entry("9.2.1"), entry("9.3"))
    assert latest(log, item="9.2").taken == tuple(log[1:3])
    assert latest(log, item="9.2.1").taken == (log[2],)


def test_what_was_taken_back_is_not_taken_back_again() -> None:
    log = batch("b", entry("9.1"), entry("9.2"))
    log.append(entry("9.2", Do.UNDO, undoes=log[1]))
    assert latest(log).taken == (log[0],)


def test_a_letter_older_than_batches_is_taken_back_whole_and_no_other() -> None:
    def chase(item_id: str, letter: str, unit: str = "审批科") -> Entry:
        return entry(item_id, Do.CHASE, "06-10", unit=unit, text=letter, to="06-18")

    log = [chase("9.1", "第1号"), chase("9.1", "第2号", "建管科"), entry("9.1"), chase("9.2", "第1号")]
    assert latest(log).taken == (log[0], log[3])
    assert latest(log[:3]).taken == (log[2],)


def test_nothing_to_take_back_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        latest([entry("9.2")], item="9.1")
    assert str(refused.value) == "9.1: 没有可以撤销的记录；运行 qjtask log 可看全部记录"


@pytest.mark.parametrize(("writer", "name"), [("王芳", "李明"), (None, "李明"), ("王芳", None), (None, None)])
def test_what_another_or_nobody_known_wrote_is_not_ones_own(writer: str | None, name: str | None) -> None:
    log = by(writer, entry("9.1"))
    assert latest(log, name).foreign == tuple(log)


def test_ones_own_needs_no_asking() -> None:
    assert latest(by("王芳", entry("9.1"))).foreign == ()


def test_ones_own_latest_is_offered_beside_anothers() -> None:
    log = [*by("王芳", entry("9.1"), entry("9.2")), *by("李明", entry("9.3"))]
    assert latest(log).own == log[1]
    assert latest(log, "张三").own is None


def test_a_record_is_taken_back_by_its_number_alone() -> None:
    log = batch("b", entry("9.1"), entry("9.2"))
    assert one_record(past(log), log[0].id, "王芳").taken == (log[0],)


def refusal(log: History, number: str) -> str:
    with pytest.raises(Refused) as refused:
        one_record(log, number, "王芳")
    return str(refused.value).partition(": ")[2]


def test_a_number_that_is_none_or_counts_no_more_is_refused() -> None:
    log = [entry("9.1")]
    log.append(entry("9.1", Do.UNDO, undoes=log[0]))
    assert refusal(past(log), log[0].id) == "这条记录已经撤销，没有可撤销的；要恢复请重新登记"
    assert refusal(past(log), log[1].id) == "这条记录本身是撤销，没有可撤销的；要恢复请重新登记"
    assert refusal(past(log), "x") == "没有这个记录号；运行 qjtask log 可看全部记录"


def test_an_undo_stands_for_each_entry_and_never_before_its_day() -> None:
    log = by("王芳", entry("9.1", on="06-01"), entry("9.2.1", on="06-12"))
    numbers = count()
    undoing = Undoing(tuple(log), (), None)
    made = undo_entries(undoing, day("06-10"), AT, "王芳", lambda: f"n{next(numbers)}")
    assert [(one.id, one.item, one.do, one.on, one.by, one.undoes) for one in made] == [
        ("n0", "9.1", Do.UNDO, day("06-10"), "王芳", log[0].id),
        ("n1", "9.2.1", Do.UNDO, day("06-12"), "王芳", log[1].id),
    ]
    assert history([*log, *made], day("06-01")).standing == []
