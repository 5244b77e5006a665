"""What a notice asks for before the paper that it hands on is none of that paper's works."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import works

HANDED = ("2021年就业任务", "一、稳定岗位", "（一）返还失业保险费。（责任单位：县人社局）")
ASKED = "一、加强督导。县发改局负责统一督导调度，每月将进展报县政府办。"


@pytest.mark.parametrize(
    "before",
    [
        ("现将《2021年就业任务》印发给你们。", ASKED),
        ("现将任务印发给你们。", ASKED, "禾丰县人民政府", "2021年3月1日"),
        ("现将任务印发给你们。", ASKED, "禾丰县人民政府办公室"),
    ],
)
def test_what_a_notice_asks_for_in_passing_is_no_work(before: tuple[str, ...]) -> None:
    assert works(*before, *HANDED) == ["2021年就业任务：稳定岗位|1|返还失业保险费。||县人社局||"]


@pytest.mark.parametrize(
    "before",
    [
        ("现将任务印发给你们。", ASKED),  # nothing tells where it ends
        ("现将《2021年就业任务》印发给你们。", "一、加强督导。每月调度。（责任单位：县发改局）"),
    ],
)
def test_a_work_with_a_clause_of_its_own_stays_one(before: tuple[str, ...]) -> None:
    assert len(works(*before, *HANDED)) == 2
