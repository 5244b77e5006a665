"""A new plan and its entries: both or neither, whatever fails or dies in between."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.files import file_writer, line_append, update_writer
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.plans.plan_file import parse_plan
from tests.storage.ledger_contract import PLAN, RENUMBERED, ids, nobody, note

ENTRIES = [note("b", "1.3"), note("c", "1.3")]
DEAD = 9
posix_only = pytest.mark.skipif(os.name == "nt", reason="forks")


@pytest.fixture
def ledger(tmp_path: Path) -> FileLedger:
    """A ledger with one entry."""
    (tmp_path / "tasks.yaml").write_text(PLAN, "utf-8")
    ledger = FileLedger(tmp_path / "tasks.yaml", tmp_path)
    with ledger.writing(nobody) as book:
        book.append([note("a", "1.2")])
    return ledger


def update(ledger: FileLedger) -> None:
    with ledger.writing(nobody) as book:
        book.replace_plan(RENUMBERED, ENTRIES)


def state(ledger: FileLedger) -> tuple[str, list[str]]:
    """Which plan a reader goes by, and which entries it sees."""
    plan, log = ledger.read()
    assert plan == ledger.plan()
    text = next(text for text in (PLAN, RENUMBERED) if parse_plan(text, "p") == plan)
    return text, [entry.id for entry in log.entries]


NEITHER, BOTH = (PLAN, ["a"]), (RENUMBERED, ["a", "b", "c"])


def tidy(ledger: FileLedger) -> list[str]:
    return sorted(path.name for path in ledger.folder.iterdir())


FILES = ["progress.yaml", "progress.yaml.lock", "tasks.yaml"]


# What fails ---------------------------------------------------------------------------------------


def failing(count: int, real: Callable[..., Any]) -> Callable[..., Any]:
    """The call of that number fails as on a full disk; those after it too."""
    calls = iter(range(1, 1000))

    def call(*args: Any, **kwargs: Any) -> Any:
        if next(calls) >= count:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*args, **kwargs)

    return call


@pytest.mark.parametrize("count", range(1, 6))
@pytest.mark.parametrize(
    "name", ["os.fsync", "os.write", "os.open", "pathlib.Path.replace", "pathlib.Path.open"]
)
def test_a_full_disk_at_any_call_changes_nothing_or_everything(
    ledger: FileLedger, monkeypatch: pytest.MonkeyPatch, name: str, count: int
) -> None:
    owner, _, attribute = name.rpartition(".")
    real = getattr(os if owner == "os" else Path, attribute)
    with monkeypatch.context() as broken, ledger.writing(nobody) as book:
        broken.setattr(name, failing(count, real))
        outcome = None
        try:
            book.replace_plan(RENUMBERED, ENTRIES)
        except Refused as refused:
            outcome = refused
    assert state(ledger) == (NEITHER if outcome else BOTH)
    if outcome:
        assert "磁盘已满" in str(outcome)
    update(ledger) if outcome else None
    assert state(ledger) == BOTH
    assert tidy(ledger) == FILES


STEPS = [("stage", 1), ("stage", 2), ("rename", 1), ("append", 1), ("rename", 2)]


def at_call(number: int, then: Callable[..., Any], real: Callable[..., Any]) -> Callable[..., Any]:
    """`real`, but for the call of that number."""
    calls: Iterator[int] = iter(range(1, 1000))
    return lambda *args: then(*args) if next(calls) == number else real(*args)


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("step", STEPS, ids=str)
def test_ctrl_c_at_any_step_changes_nothing_or_everything(
    ledger: FileLedger, monkeypatch: pytest.MonkeyPatch, step: tuple[str, int], *, late: bool
) -> None:
    name, number = step
    real = getattr(update_writer, name)

    def interrupted(*args: Any) -> None:
        if late:
            real(*args)
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(update_writer, name, at_call(number, interrupted, real))
        with pytest.raises(KeyboardInterrupt):
            update(ledger)
    assert state(ledger) == (BOTH if (step, late) == (STEPS[-1], True) else NEITHER)
    with ledger.writing(nobody):
        assert tidy(ledger) == FILES


def test_entries_that_cannot_be_taken_back_make_the_update_count(
    ledger: FileLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk takes neither the rename nor the way back: readers and the next writer finish it."""

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", at_call(2, fail, Path.replace))
        broken.setattr(line_append, "_cut", fail)
        with pytest.raises(Refused, match="磁盘读写出错"):
            update(ledger)
    assert (ledger.folder / "tasks.yaml").read_text("utf-8") == PLAN
    assert state(ledger) == BOTH
    with ledger.writing(nobody) as book:
        assert book.plan_text == RENUMBERED
    assert tidy(ledger) == FILES
    assert ids(ledger) == BOTH[1]


# What dies ----------------------------------------------------------------------------------------


def dying(monkeypatch: pytest.MonkeyPatch, last: int) -> None:
    """The process dies before its `last`-th call that changes the disk; of a write, in its middle."""
    calls = iter(range(1, 1000))

    def before(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if next(calls) == last:
                if name == "write":
                    real(args[0], args[1][: len(args[1]) // 2])
                os._exit(DEAD)
            return real(*args, **kwargs)

        return call

    for name in ("write", "fsync", "replace", "unlink"):
        monkeypatch.setattr(os, name, before(name, getattr(os, name)))


@posix_only
@pytest.mark.parametrize("last", range(1, 31))
def test_killed_before_any_step_readers_see_both_or_neither_and_the_next_writer_tidies_up(
    ledger: FileLedger, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    pid = os.fork()
    if pid == 0:
        with suppress(BaseException):
            dying(monkeypatch, last)
            update(ledger)
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    died = os.waitstatus_to_exitcode(status) == DEAD
    seen = state(ledger)
    assert seen in (NEITHER, BOTH)
    assert died or seen == BOTH
    with ledger.writing(nobody) as book:
        assert (book.plan_text, [entry.id for entry in book.log.entries]) == seen
        book.append([note("z")])
    assert state(ledger) == (seen[0], [*seen[1], "z"])
    assert tidy(ledger) == FILES
    assert last < 30 or not died, "more steps than are tried here"


@posix_only
def test_a_plan_edited_by_hand_after_such_a_death_is_not_written_over(
    ledger: FileLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = os.fork()
    if pid == 0:
        with suppress(BaseException):
            dies = at_call(2, lambda *_: os._exit(DEAD), file_writer.rename)
            monkeypatch.setattr(update_writer, "rename", dies)
            update(ledger)
        os._exit(0)
    os.waitpid(pid, 0)
    plan = ledger.folder / "tasks.yaml"
    plan.write_text(PLAN.replace("建管科", "养护科"), "utf-8")
    for use in (ledger.read, ledger.plan, lambda: ledger.writing(nobody).__enter__()):
        with pytest.raises(Refused, match="上次的更新写到一半就中断了，计划后来又改过"):
            use()
    assert "养护科" in plan.read_text("utf-8")
    plan.write_text(RENUMBERED.replace("建管科", "养护科"), "utf-8")
    (ledger.folder / ".tasks.yaml.new").unlink()
    assert ledger.read().plan.groups[0].items[0].units == ("养护科",)
    with ledger.writing(nobody):
        assert tidy(ledger) == FILES


def test_what_was_staged_and_never_counted_is_thrown_away(ledger: FileLedger) -> None:
    (ledger.folder / ".tasks.yaml.new").write_text(RENUMBERED, "utf-8")
    assert state(ledger) == NEITHER
    with ledger.writing(nobody):
        assert tidy(ledger) == FILES
