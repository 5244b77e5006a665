"""What a command pays for before it does anything: modules that it imports, patterns that it compiles.

Times are measured by bench/; a test counts what they are made of.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from generate import write_plan

TODAY = ("--today", "2021-06-10")
RECORDED = """
import collections, contextlib, io, json, re, sys
compile, patterns = re._compiler.compile, []
namedtuple, classes = collections.namedtuple, []
def compiled(name, *args, **kwargs):
    classes.append(name)
    return namedtuple(name, *args, **kwargs)
def recorded(pattern, flags=0):
    patterns.append(pattern if isinstance(pattern, str) else "")
    return compile(pattern, flags)
import typer
known = set(sys.modules)
re._compiler.compile = recorded
collections.namedtuple = compiled
from qjtask.cli.main import run
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as told:
    code = run(sys.argv[1:])
assert code == 0, told.getvalue()
print(json.dumps([sorted(set(sys.modules) - known), patterns, classes]))
"""


class Paid(NamedTuple):
    """What a command imported beside typer, and compiled: patterns, and classes of named fields."""

    modules: frozenset[str]
    patterns: tuple[str, ...]
    classes: tuple[str, ...]

    def of(self, package: str) -> set[str]:
        """The modules of a package."""
        return {name for name in self.modules if name.split(".")[0] == package}


def paid(folder: Path, *args: str) -> Paid:
    done = subprocess.run(
        [sys.executable, "-c", RECORDED, *args],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    modules, patterns, classes = json.loads(done.stdout)
    return Paid(frozenset(modules), tuple(patterns), tuple(classes))


def test_due_imports_no_more_than_it_needs(ledger: Path) -> None:
    due = paid(ledger, "due", *TODAY)
    own = due.of("qjtask")
    assert len(own) <= 104, sorted(own)
    assert own.isdisjoint(
        {
            "qjtask.core.time.worded_deadlines",
            "qjtask.render.json_text",
            "qjtask.render.terminal",
            "qjtask.storage.files.staged_update",
            "qjtask.storage.texts.yaml_reader",
            "qjtask.storage.ledger",
            "qjtask.cli.database",
            "qjtask.cli.mark_options",
            "qjtask.cli.several_ledgers",
            "qjtask.core.time.terms",
            "qjtask.core.log.log_doubts",
        }
    )
    for package in ("rich", "yaml", "dateutil", "platformdirs", "dataclasses", "decimal"):
        assert not due.of(package), package


COLLECTED = """
import atexit, gc, sys
gc.callbacks.append(lambda phase, info: print("typer" in sys.modules, "at", phase))
atexit.register(lambda: print("left", gc.get_freeze_count()))
from qjtask.__main__ import main
main()
"""


def test_nobody_looks_for_garbage_while_typer_is_read_or_through_all_at_the_end() -> None:
    words = [sys.executable, "-c", COLLECTED, "due", "--help"]
    done = subprocess.run(words, capture_output=True, check=True, encoding="utf-8")
    assert "True at " not in done.stdout
    left = int(done.stdout.splitlines()[-1].removeprefix("left "))
    assert left > 10_000  # what the interpreter's last collection passes over


def test_due_compiles_no_pattern_of_the_grammar_for_the_deadlines_met_most_often(ledger: Path) -> None:
    patterns = paid(ledger, "due", *TODAY).patterns
    assert len(patterns) <= 8, patterns
    assert not any(
        "by_quarter" in pattern or "工作日" in pattern or "动工" in pattern for pattern in patterns
    )


def test_the_patterns_of_a_plan_with_all_usual_deadlines_are_few(tmp_path: Path) -> None:
    with (tmp_path / "tasks.yaml").open("w", encoding="utf-8") as plan:
        write_plan(300, plan)
    listed = paid(tmp_path, "list", *TODAY)
    assert not listed.of("dateutil")  # 每月25日前 and 每季度末 need no general rules
    assert not any("by_quarter" in pattern for pattern in listed.patterns)
    assert len(listed.patterns) <= 11, listed.patterns


def test_a_mark_without_settings_reads_no_yaml(ledger: Path) -> None:
    noted = paid(ledger, "note", "9.2", "开了会", *TODAY)
    for package in ("rich", "yaml", "dateutil", "platformdirs", "tempfile", "logging", "secrets", "decimal"):
        assert not noted.of(package), package


def test_several_plans_are_looked_at_by_their_indexes_alone(tmp_path: Path) -> None:
    for seed in range(4):
        office = tmp_path / f"office{seed}"
        office.mkdir()
        with (office / "tasks.yaml").open("w", encoding="utf-8") as plan:
            write_plan(120, plan, seed)
        os.utime(office / "tasks.yaml", (1_600_000_000, 1_600_000_000))
    paid(tmp_path, "due", "--file", ".", *TODAY)  # it makes the indexes
    again = paid(tmp_path, "due", "--file", ".", *TODAY)
    assert "qjtask.cli.many_part_session" in again.modules
    assert again.of("qjtask").isdisjoint(
        {
            "qjtask.cli.part_session",
            "qjtask.cli.index_choice",
            "qjtask.storage.index.index_making",
            "qjtask.storage.index.index_growth",
            "qjtask.storage.files.plan_list",
            "qjtask.storage.plans.plan_walk",
            "qjtask.cli.database",
        }
    )
    for package in ("rich", "yaml", "dateutil", "platformdirs", "glob"):
        assert not again.of(package), package


@pytest.mark.parametrize("args", [("due",), ("list",), ("note", "9.2", "开了会")])
def test_no_class_is_compiled_when_the_program_starts(args: tuple[str, ...], ledger: Path) -> None:
    """One costs as much as ten of those that are made without: see core.named_tuple."""
    assert not paid(ledger, *args, *TODAY).classes
