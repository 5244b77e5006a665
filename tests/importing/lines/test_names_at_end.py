"""Offices at the very end of each work."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import works


@pytest.mark.parametrize("sign", ["。——", "——", "。--", "。—— ", "。", "；——"])
def test_offices_behind_a_dash_or_a_stop_own_the_work(sign: str) -> None:
    found = works("一、城建", f"1.建设学校2所{sign}县教育局", f"2.修建天桥2座{sign}县住建局、县财政局。")
    own = [(work.strip("。；"), units) for _, _, work, _, units, _, _ in (one.split("|") for one in found)]
    assert own == [("建设学校2所", "县教育局"), ("修建天桥2座", "县住建局、县财政局")]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("1.建设学校2所——县教育局", "2.修建天桥2座"),
        ("1.建设学校2所——县教育局",),
        ("1.提升服务——建设办事大厅", "2.改造设施——完善图书馆"),
        ("1.建设学校2所——全县最大的学校", "2.修建天桥2座——全县最长的天桥"),
    ],
)
def test_where_not_all_works_end_so_nothing_is_shared_out(paragraphs: tuple[str, ...]) -> None:
    assert works("一、城建", *paragraphs) == []


def test_behind_a_dash_most_works_are_enough() -> None:
    paragraphs = ("1.建桥2座。——县住建局", "2.修路3公里。——县交通局", "3.建校2所。")
    assert works("一、城建", *paragraphs) == [
        "城建|1|建桥2座。||县住建局||",
        "城建|2|修路3公里。||县交通局||",
        "城建|3|建校2所。||||",
    ]


def test_a_zone_s_own_body_owns_what_stands_before_it() -> None:
    found = works("一、城建", "1.建桥2座。——县住建局", "2.修路3公里。——开发区管委会、县交通局")
    assert found[1] == "城建|2|修路3公里。||开发区管委会、县交通局||"


def test_a_work_keeps_the_clause_that_it_has() -> None:
    found = works("一、城建", "1.建桥2座。（县住建局负责）", "2.修路3公里。县交通局")
    assert found[0] == "城建|1|建桥2座。||县住建局||"
