"""Cells whose heading says two things of its column."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.parted_cells import offices_apart, term_apart


@pytest.mark.parametrize(
    ("cell", "names", "term"),
    [
        ("县住建局/6月底前", "县住建局", "6月底前"),
        ("县城管局、县水利局\n9月底前", "县城管局、县水利局", "9月底前"),
        ("6月底前，县住建局", "县住建局", "6月底前"),
        ("6月底前\n县住建局", "县住建局", "6月底前"),
        ("6月底前\n张三", "张三", "6月底前"),
        ("县住建局\n6月\n底前完成", "县住建局", "6月底前完成"),
        ("县住建局（6月底前）", "县住建局", "6月底前"),
        ("县住建局：6月底前", "县住建局", "6月底前"),
        ("县住建局 2024年 6月底前", "县住建局", "2024年 6月底前"),
        ("（县住建局牵头，县公安局配合，6月底前完成）", "县住建局牵头，县公安局配合", "6月底前完成"),
        (
            "（牵头单位：县城管局；责任单位：县水利局；完成时限：9月底前）",
            "牵头单位：县城管局；责任单位：县水利局",
            "9月底前",
        ),
        ("县教育局牵头，6月底前完成；县财政局配合", "县教育局牵头；县财政局配合", "6月底前完成"),
        ("各镇（街道、园区），长期坚持", "各镇（街道、园区）", "长期坚持"),
        ("6月底前，各镇（街道）", "各镇（街道）", "6月底前"),
        ("全年推进（县城管局）", "县城管局", "全年推进"),
        ("3月底前完成选址，12月底前完工（县住建局）", "县住建局", "3月底前完成选址，12月底前完工"),
        ("6月底前", "", "6月底前"),
        ("县林业局", "县林业局", ""),
    ],
)
def test_a_deadline_stands_among_the_offices(cell: str, names: str, term: str) -> None:
    assert term_apart(cell) == (names, term)


@pytest.mark.parametrize(
    "cell",
    [
        "县住建局3月底前拿方案，县城管局6月底前完成",
        "3月底前，县住建局，6月底前",
        "县住建局" * 60 + "，6月底前",
    ],
)
def test_a_cell_of_several_times_stays_whole(cell: str) -> None:
    assert term_apart(cell) == (cell, "")


@pytest.mark.parametrize(
    ("cell", "work", "names"),
    [
        ("新建公厕5座（县城管局）", "新建公厕5座", "县城管局"),
        ("新建公厕5座（县城管局牵头，县水利局配合）。", "新建公厕5座", "县城管局牵头，县水利局配合"),
        ("新建公厕5座\n责任单位：县城管局", "新建公厕5座", "责任单位：县城管局"),
        ("新建公厕5座（含改建）", "新建公厕5座（含改建）", ""),
        ("落实责任单位，建设停车场", "落实责任单位，建设停车场", ""),
    ],
)
def test_offices_end_a_work(cell: str, work: str, names: str) -> None:
    assert offices_apart(cell) == (work, names)
