"""What the branches under one heading say of each other."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import told, works

POINTS = ("（1）清理河道。", "（2）加固堤坝。", "责任单位：县水利局")


def test_a_work_that_lacks_its_offices_stands_among_works_with_points() -> None:
    paragraphs = (
        "一、水利",
        "1.整治河道，改善水质。",
        *POINTS,
        "2.修建水库，增加供水。",
        "3.疏通沟渠，防止内涝。",
        *POINTS,
    )
    assert [one.split("|")[1:5] for one in works(*paragraphs)] == [
        ["1", "整治河道，改善水质。（1）清理河道。（2）加固堤坝。", "", "县水利局"],
        ["2", "修建水库，增加供水。", "", ""],
        ["3", "疏通沟渠，防止内涝。（1）清理河道。（2）加固堤坝。", "", "县水利局"],
    ]
    assert any("这一项没有" in one for one in told(*paragraphs))


@pytest.mark.parametrize("between", ["2.县水利局去年已完成水库建设。", "2.会议听取了水库情况。"])
def test_what_was_done_or_heard_is_no_work(between: str) -> None:
    clause = "（责任单位：县水利局）"
    assert len(works("一、水利", f"1.整治河道。{clause}", between, f"3.疏通沟渠。{clause}")) == 2
