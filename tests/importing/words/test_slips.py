"""Names that look like slips: a typing error, a short form; places and series are none."""

from __future__ import annotations

import pytest

from qjtask.importing.words.slips import slips


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"法规科": 9, "法夫科": 1}, {"法夫科": "法规科"}),
        ({"区发展改革委": 6, "区发改委": 1}, {"区发改委": "区发展改革委"}),
        ({"行审批科": 1, "审批科": 8}, {"行审批科": "审批科"}),
        ({"法规科": 9, "法夫科": 9}, {}),
        ({"岚州市": 9, "禾州市": 1}, {}),
        ({"岚州市财政局": 9, "禾州市财政局": 1}, {}),
        ({"东山街道": 9, "西山街道": 1}, {}),
        ({"第一分局": 9, "第二分局": 1}, {}),
        ({"审批一科": 9, "审批二科": 1}, {}),
        ({"县教育局": 9, "县教体局": 1}, {"县教体局": "县教育局"}),
        ({"县财政局": 9, "市财政局": 1}, {}),
        ({"各镇": 9, "各乡": 1}, {}),
        ({"区属各小学": 2, "区属各相关小学": 1}, {}),
        ({"住建局": 1, "市住建局": 1}, {"住建局": "市住建局"}),
        ({"住建局": 9, "市住建局": 2}, {"市住建局": "住建局"}),
        ({"场监管局": 1, "市场监管局": 1}, {}),
        ({"市财政局": 1, "省市财政局": 1}, {}),
        ({"县府办": 9, "县编办": 1}, {}),
        ({"县委办": 1, "县府办": 9}, {}),
        ({"县委政办": 4, "县委农办": 1}, {}),
        ({"县文旅办": 4, "县文明办": 1}, {}),
        ({"县侨办": 3, "县外办": 1}, {}),
        ({"网监股": 2, "价监股": 1}, {}),
        ({"人民银行青禾支行": 1, "农业银行青禾支行": 5}, {}),
        ({"人行县支行": 1, "农行县支行": 5}, {}),
        ({"国网青岚公司": 4, "国网青禾公司": 1}, {}),
        ({"县城投集团": 2, "县工投集团": 1}, {}),
        ({"市交投公司": 5, "市能投公司": 2}, {}),
        ({"县城投集团": 2, "县诚投集团": 1}, {"县诚投集团": "县城投集团"}),
        ({"县政府办": 9, "县府办": 1}, {"县府办": "县政府办"}),
        ({}, {}),
    ],
)
def test_slips(counts: dict[str, int], found: dict[str, str]) -> None:
    assert slips(counts) == found


def test_a_slip_is_of_a_name_that_is_none_itself() -> None:
    found = slips({"法规科": 20, "法夫科": 2, "法天科": 1})
    assert set(found.values()) == {"法规科"}


def test_a_series_of_names_is_no_slip_of_itself() -> None:
    assert slips({f"第{at}号示范基地办公室": 1 + at % 7 for at in range(150)}) == {}


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("区政府办", "区政府法制办"),
        ("县委办", "县委统战办"),
        ("县政府办", "县政府金融办"),
    ],
)
def test_the_office_of_a_body_is_no_short_form_of_another_of_its_offices(short: str, long: str) -> None:
    assert slips({short: 1, long: 4}) == {}
