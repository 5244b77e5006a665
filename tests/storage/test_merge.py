"""Two people report on two branches: git keeps both's lines, and the log folds the same on either side."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.storage.files.log_writer import append
from qjtask.storage.logs.log_file import load_log

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

ROOT = Path(__file__).parents[2]
START = datetime(2021, 6, 1, 9, 0, tzinfo=timezone(timedelta(hours=8)))
SIDES = [("ours", "theirs"), ("theirs", "ours")]

Run = Callable[..., Any]


def entry(minute: int, do: Do, **fields: Any) -> Entry:
    """An entry written so many minutes after START."""
    given = Entry(f"id-{minute}", "9.2", do, date(2021, 6, 1), START + timedelta(minutes=minute))
    return given._replace(**fields)


class Repository:
    """A git repository with the shipped plan, and a branch a person."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "data" / "progress.yaml"
        shutil.copy(ROOT / ".gitattributes", folder)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *args: str) -> str:
        """What git says; it knows no settings but its own defaults."""
        names = {
            f"GIT_{who}_{what}": "nobody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        nothing = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        done = subprocess.run(
            ["git", *args],
            cwd=self.folder,
            env={**environment, **names, **nothing, "LC_ALL": "C"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def commit(self, *entries: Entry) -> None:
        """Append and commit."""
        if entries:
            append(self.log, "p", entries)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=x")

    def branches(self, ours: Sequence[Entry], theirs: Sequence[Entry]) -> None:
        """Two branches from here, each with its own entries, a commit each."""
        for name, entries in (("ours", ours), ("theirs", theirs)):
            self.git("checkout", "--quiet", "-b", name, "main")
            for one in entries:
                self.commit(one)

    def merge(self, into: str, other: str) -> bytes:
        """The merged log, on a branch of its own."""
        self.git("checkout", "--quiet", "-B", f"merged-into-{into}", into)
        self.git("merge", "--quiet", "--no-edit", other)
        return self.log.read_bytes()


@pytest.fixture
def repository(ledger: Path) -> Repository:
    """A repository in which nothing is committed yet."""
    return Repository(ledger)


@pytest.fixture
def shown(run: Run) -> Callable[[], tuple[Any, ...]]:
    """What a user sees of the log as it is now: every item's state, and the history."""

    def shown() -> tuple[Any, ...]:
        found = []
        for command in ("list", "log", "stats"):
            outcome = run(command, "--format", "json", "--today", "2021-07-15")
            assert outcome.code == 0
            found.append((json.loads(outcome.out), re.sub(r":\d+:", ":", outcome.err)))
        return tuple(found)

    return shown


OURS = [
    entry(10, Do.START),
    entry(30, Do.DONE, on=date(2021, 6, 20)),
    entry(50, Do.NOTE, item="9.3", percent=60, text="甲方案"),
    entry(70, Do.DONE, item="1.4", unit="审批科"),
    entry(90, Do.DONE, item="1.4", unit="公路事务中心"),
]
THEIRS = [
    entry(20, Do.HOLD),
    entry(40, Do.REOPEN),
    entry(60, Do.NOTE, item="9.3", percent=40, text="乙方案"),
    entry(80, Do.DONE, item="1.4", unit="道路运输中心"),
    entry(100, Do.UNDO, item="9.2", undoes="id-0"),
]


@pytest.mark.parametrize("base", [[], [entry(0, Do.NOTE, text="早先")]], ids=["no log yet", "a log"])
def test_both_sides_count_and_fold_the_same(
    repository: Repository, shown: Callable[[], tuple[Any, ...]], base: list[Entry]
) -> None:
    repository.commit(*base)
    repository.branches(OURS, THEIRS)
    seen, merged = [], []
    for into, other in SIDES:
        merged.append(repository.merge(into, other))
        seen.append(shown())
        log = load_log(repository.log, "p")
        assert log.problems == ()
        assert {one._replace(line=0) for one in map(hashable, log.entries)} == set(
            map(hashable, [*base, *OURS, *THEIRS])
        )
    assert seen[0] == seen[1]
    assert sorted(merged[0].splitlines()) == sorted(merged[1].splitlines())
    items = {item["id"]: item for item in seen[0][0][0]["items"]}
    assert items["9.2"]["status"] == "doing"  # reopened after it was done, in writing if not in the file
    assert items["9.3"]["percent"] == 40
    assert items["1.4"]["status"] == "done"


def hashable(one: Entry) -> Entry:
    """The entry with its mappings in a form that a set takes."""
    return one._replace(values=tuple(one.values.items()), sha256=())  # type: ignore[arg-type]


def test_without_the_attribute_git_would_stop(repository: Repository) -> None:
    """The attribute is what does it."""
    (repository.folder / ".gitattributes").unlink()
    repository.commit(entry(0, Do.NOTE))
    repository.branches(OURS, THEIRS)
    with pytest.raises(AssertionError, match="CONFLICT"):
        repository.merge("ours", "theirs")
    log = load_log(repository.log, "p")
    assert len(log.entries) == 11
    assert len(log.problems) == 3


def test_other_ledgers_logs_merge_too(repository: Repository) -> None:
    repository.log = repository.folder / "2022.progress.yaml"
    repository.commit(entry(0, Do.NOTE))
    repository.branches(OURS, THEIRS)
    repository.merge("ours", "theirs")
    assert len(load_log(repository.log, "p").entries) == 11


def test_what_both_sides_have_counts_once(
    repository: Repository, shown: Callable[[], tuple[Any, ...]]
) -> None:
    """A commit picked over, and then merged as well; and one line pasted again by hand."""
    repository.commit(entry(0, Do.NOTE))
    repository.branches(OURS, THEIRS)
    repository.git("checkout", "--quiet", "ours")
    repository.git("cherry-pick", "theirs~4", "theirs~3")
    seen = []
    for into, other in SIDES:
        repository.merge(into, other)
        once = shown()
        assert len(once[1][0]["entries"]) == 11
        repository.log.write_bytes(repository.log.read_bytes() + repository.log.read_bytes())
        twice = shown()
        assert [found for found, _ in once] == [found for found, _ in twice]
        repository.git("checkout", "--quiet", "--force", "main")
        seen.append([found for found, _ in once])
    assert seen[0] == seen[1]


@pytest.mark.parametrize("rest", [b'- {"id": "x", "te', b"# 2021"], ids=["torn", "comment"])
def test_a_side_whose_last_line_lacks_its_newline_glues_nothing(repository: Repository, rest: bytes) -> None:
    repository.commit(entry(0, Do.NOTE))
    repository.branches(OURS[:1], THEIRS[:1])
    repository.git("checkout", "--quiet", "ours")
    repository.log.write_bytes(repository.log.read_bytes() + rest)
    repository.commit()
    for into, other in SIDES:
        merged = repository.merge(into, other)
        assert rest in merged
        assert {one.id for one in load_log(repository.log, "p").entries} == {"id-0", "id-10", "id-20"}


def test_after_a_merge_the_next_command_works(repository: Repository, run: Run) -> None:
    repository.commit(entry(0, Do.NOTE))
    repository.branches(OURS, THEIRS)
    merged = repository.merge("theirs", "ours")
    told = run("undo", "1.4", "--yes")
    assert told.code == 0
    assert "公路事务中心" in told.out  # the latest in writing; the last line of the file is another
    assert repository.log.read_bytes().startswith(merged)
