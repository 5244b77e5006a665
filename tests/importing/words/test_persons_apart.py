"""The persons whom a cell names with their offices."""

from __future__ import annotations

import pytest

from qjtask.importing.words.persons_apart import office_and_person, persons_apart


@pytest.mark.parametrize(
    ("piece", "parts"),
    [
        ("县财政局（王强）\n县数据局（黄敏）", ("县财政局（王强）", "县数据局（黄敏）")),
        ("县财政局（王强） 县数据局", ("县财政局（王强）", "县数据局")),
        ("县财政局\n县数据局（黄敏）", ("县财政局", "县数据局（黄敏）")),
        ("县财政局：王强\n县数据局：黄敏", ("县财政局：王强", "县数据局：黄敏")),
        ("县财政局 王强\n县数据局 黄敏", ("县财政局：王强", "县数据局：黄敏")),
        ("县市场监督\n管理局（王强）\n县数据局", ("县市场监督管理局（王强）", "县数据局")),
        ("县市场监督\n管理局 王强\n县数据局", ("县市场监督管理局：王强", "县数据局")),
        ("王强（县财政局）\n黄敏（县数据局）", ("王强（县财政局）", "黄敏（县数据局）")),
        # no persons, or one under one office, which is told
        ("县公安局（交警大队）\n县教育局", ("县公安局（交警大队）\n县教育局",)),
        ("县教育局\n史志办\n党校", ("县教育局\n史志办\n党校",)),
        ("县财政局\n王强", ("县财政局\n王强",)),
        ("县农业\n农村局\n县商务局", ("县农业\n农村局\n县商务局",)),
        ("各镇（街道）", ("各镇（街道）",)),
    ],
)
def test_lines_are_parted_where_they_name_persons(piece: str, parts: tuple[str, ...]) -> None:
    assert tuple(persons_apart(piece)) == parts


@pytest.mark.parametrize(
    ("piece", "found"),
    [
        ("县财政局：王强", ("县财政局", "王强")),
        ("县财政局（局长王强）", ("县财政局", "局长王强")),
        ("王强（县财政局）", ("县财政局", "王强")),
        ("县公安局（交警大队）", None),
        ("县财政局", None),
        ("任务：王强", None),
    ],
)
def test_an_office_is_told_from_its_person(piece: str, found: tuple[str, str] | None) -> None:
    assert office_and_person(piece) == found


def test_words_too_long_for_an_offices_name_are_joined_with_no_person() -> None:
    lines = "\n".join([*("县市场监督" for _ in range(20)), "管理局", "王强", "县数据局（黄敏）"])
    assert tuple(persons_apart(lines)) == (lines.removesuffix("\n县数据局（黄敏）"), "县数据局（黄敏）")
