"""qjtask import of a notice without a table."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

NOTICE = """青禾县人民政府办公室关于印发2021年重点工作分工方案的通知
禾政办〔2021〕5号
各镇人民政府，县政府各部门：
现将分工方案印发给你们。
青禾县人民政府办公室
2021年3月1日
一、抓实城建
1.新建人行天桥2座。（责任单位：县住建局、县公安局；完成时限：6月底）
2.改造老旧小区12个。（牵头单位：县住建局；完成时限：12月底）
"""


@pytest.fixture
def folder(ledger: Path) -> Path:
    """The office's folder before there is a plan, with the notice."""
    shutil.rmtree(ledger / "data")
    (ledger / "通知.txt").write_text(NOTICE, "utf-8")
    return ledger


def test_from_a_notice_without_a_table_to_a_ledger_that_works(folder: Path, run: Run) -> None:
    made = run("import", "通知.txt")
    assert made.code == 0
    assert made.err == "通知.txt：读到1组2项，其中2项有日期，0个时间节点，2个指标；没有疑点\n"
    plan = (folder / "tasks.yaml").read_text("utf-8")
    for line in (
        "document: 禾政办〔2021〕5号",
        "issued: 2021-03-01",
        "work: 新建人行天桥2座。",
        "deadline: 6月底",
    ):
        assert line in plan
    assert run("done", "1.1").code == 0
    assert run("check").code == 0


def test_the_same_notice_again_changes_nothing(folder: Path, run: Run) -> None:
    run("import", "通知.txt")
    before = (folder / "tasks.yaml").read_bytes()
    assert run("import", "通知.txt", "--update", "--yes").code == 0
    assert (folder / "tasks.yaml").read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_clauses_go_with_no_table(run: Run) -> None:
    refused = run("import", "通知.txt", "--clauses", "--table", "1")
    assert refused.code == 2
    assert "--clauses" in refused.err
    assert run("import", "通知.txt", "--clauses", "--dry-run").code == 0


def test_nothing_is_written_where_nothing_is_shared_out(folder: Path, run: Run) -> None:
    (folder / "要求.txt").write_text("各责任单位要抓好落实。\n", "utf-8")
    refused = run("import", "要求.txt")
    assert refused.code == 1
    assert refused.err == (
        "要求.txt: 没有找到表格，有1段提到责任单位或牵头单位，却读不出是哪项工作的；"
        "请给每项工作写明责任单位，或整理成表格再导入\n"
    )
    assert not (folder / "tasks.yaml").exists()
