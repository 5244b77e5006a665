"""The marking commands: one table of options, from the command line to the entry."""

from __future__ import annotations

import json
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qjtask.cli.marks import OPTIONS, marking_command
from qjtask.core.log.entry import Do, Entry
from qjtask.core.standing.marking import Wanted

if TYPE_CHECKING:
    from tests.conftest import Run


def test_every_option_fills_a_field_of_an_entry_or_of_what_is_asked() -> None:
    assert {option.field for option in OPTIONS.values()} <= {*Entry._fields, *Wanted._fields}


def test_a_command_has_the_options_that_it_names_in_their_order() -> None:
    command = marking_command(Do.DONE, "on", "note")
    assert [*signature(command).parameters] == ["ctx", "ids", "on", "note", "file", "today"]


@pytest.mark.parametrize(
    ("args", "fields"),
    [
        (("done", "9.4", "--unit", "审批", "-n", "办结", "-e", "a.pdf", "--on", "6月1日"),
         {"do": "done", "unit": "审批科", "text": "办结", "evidence": ["a.pdf"], "on": "2021-06-01"}),
        (("note", "9.2", "进展", "-p", "60", "--value", "行政许可=86"),
         {"do": "note", "text": "进展", "percent": 60, "values": {"行政许可事项全程网办占比": "86"}}),
        (("extend", "13.1", "--to", "9月底", "-r", "等清单"), {"text": "等清单", "to": "2021-09-30"}),
        (("extend", "13.1", "--to", "9月底", "-r", "等清单", "--approved-by", "李局长", "--doc", "交函7号"),
         {"approved_by": "李局长", "doc": "交函7号"}),
        (("start", "9.2"), {"do": "start", "on": "2021-06-10"}),
        (("hold", "9.2", "-n", "等"), {"do": "hold", "text": "等"}),
        (("drop", "9.2"), {"do": "drop", "text": ""}),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)  # fmt: skip
def test_what_is_typed_stands_in_the_entry(
    args: tuple[str, ...], fields: dict[str, object], run: Run, ledger: Path
) -> None:
    outcome = run(*args, "--by", "张三")
    assert outcome.code == 0, outcome.err
    (line,) = (ledger / "data" / "progress.yaml").read_text("utf-8").splitlines()
    entry = json.loads(line[2:])
    assert fields.items() <= entry.items()
    assert entry["by"] == "张三"


def test_bad_arguments_are_refused_before_anything_is_locked(run: Run, ledger: Path) -> None:
    assert run("done", "8.8", "--on", "胡说", "--unit", "没有科").code == 2
    assert not list((ledger / "data").glob("*.lock"))


@pytest.mark.parametrize("text", ["", "  ", "无", "——"])
def test_a_note_that_says_nothing_is_no_report(text: str, run: Run, ledger: Path) -> None:
    """It would count as one, and end the work's silence."""
    outcome = run("note", "9.2", text, "--by", "张三")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "TEXT: 没有写进展；请写明做了什么；没有新进展的不用登记\n"
    assert not (ledger / "data" / "progress.yaml").exists()
    assert run("note", "9.2", text, "--percent", "60", "--by", "张三").code == 0


@pytest.mark.parametrize("path", ["", " ", "—"])
def test_a_path_of_nothing_is_no_evidence(path: str, run: Run, ledger: Path) -> None:
    """An empty one is the ledger's own folder, which is there: it would pass for evidence."""
    outcome = run("done", "9.3", "--evidence", path, "--by", "张三")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "--evidence: 没有写是哪个文件；请写佐证材料的路径；没有佐证就不写 --evidence\n"
    assert not (ledger / "data" / "progress.yaml").exists()


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("extend", "13.1", "--to", "", "--reason", "等"), 2, "--to: 日期“”读不懂"),
        (("done", "9.4", "--unit", ""), 1, "--unit: 没有“”这个单位"),
        (("done", "9.4", "--on", ""), 2, "--on: 日期“”读不懂"),
        (("done", "9.3", "--period", ""), 1, "9.3: 没有分期"),
    ],
)
def test_an_option_that_was_left_empty_is_not_one_that_was_not_given(
    args: tuple[str, ...], code: int, told: str, run: Run, ledger: Path
) -> None:
    """As `--unit "$OFFICE"` is where the shell knows no OFFICE: the whole work would be done."""
    outcome = run(*args, "--by", "张三")
    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith(told)
    assert not (ledger / "data" / "progress.yaml").exists()
