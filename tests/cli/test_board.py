"""qjtask report board: where the page goes, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden"


def test_it_is_written_to_a_file_or_to_stdout_the_same(run: Run, ledger: Path) -> None:
    shutil.copy(GOLDEN / "progress.yaml", ledger / "data")
    outcome = run("report", "board", "-o", "board.html")
    assert (outcome.code, outcome.out) == (0, "已写入 board.html\n")
    page = (ledger / "board.html").read_bytes()
    assert run("report", "board").out.encode() == page
    assert run("report", "board", "-o", "-").out.encode() == page
    assert '截至<time datetime="2021-06-10">2021年6月10日</time>' in page.decode()
    assert run("report", "board", "--today", "2021-07-01").out.encode() != page


def test_a_file_that_is_there_is_kept_unless_forced(run: Run, ledger: Path) -> None:
    (ledger / "board.html").write_text("mine", encoding="utf-8")
    outcome = run("report", "board", "-o", "board.html")
    assert outcome.code == 1
    assert "--force" in outcome.err
    assert (ledger / "board.html").read_text("utf-8") == "mine"
    assert run("report", "board", "-o", "board.html", "--force").code == 0
    assert (ledger / "board.html").read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("name", ["board.pdf", "board.htm", "board", "board.html.docx"])
def test_only_html_is_written(name: str, run: Run, ledger: Path) -> None:
    outcome = run("report", "board", "-o", name)
    assert outcome.code == 2
    assert outcome.err == f"--output: “{name}”不是能写的格式；请用 .html 作后缀\n"
    assert not (ledger / name).exists()


def test_the_template_engine_is_not_loaded_by_other_commands(qjtask: Run) -> None:
    outcome = qjtask("timeline", "--format", "plain", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert outcome.code == 0
    assert "jinja2" not in outcome.err
    assert "qjtask.core.standing.time_axis" in outcome.err
    assert "rich" not in outcome.err
