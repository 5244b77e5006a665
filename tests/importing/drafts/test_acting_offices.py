"""Offices that a work's text makes act, and that are named nowhere as who does it."""

from __future__ import annotations

import pytest

from qjtask.core.plan.plan import Item
from qjtask.core.time.deadline import read_deadline
from qjtask.importing.cells.items import ReadItem
from qjtask.importing.drafts.acting_offices import acting_unnamed


def one(item: str, work: str, *units: str) -> ReadItem:
    made = Item(item, work, (), units, read_deadline("年底前", year=2021))
    return ReadItem(made, f"第{item}段", ())


@pytest.mark.parametrize(
    "work",
    [
        "排查隐患；市公安局加强治理。",
        "推进学校建设，市公安局要及时做好保障",
        "由市公安局负责执法，市教育局负责宣传",
        "由市公安局（市司法局）牵头，开展检查",
        "市教育局、市公安局联合开展检查",
        "排查隐患。市公安局组织检查",
    ],
)
def test_an_office_that_acts_and_is_named_nowhere_is_told(work: str) -> None:
    (doubt,) = acting_unnamed([one("1", work, "市教育局")])
    assert doubt.read == "具体工作里写着“市公安局”做什么，单位里没有"
    assert (doubt.place, doubt.items) == ("第1段", ("1",))


def test_the_works_of_one_document_are_told_together() -> None:
    works = [
        one("1", "培训10次；财务部做好资金保障", "人事部"),
        one("2", "做好统计", "财务部"),
        one("3", "建设平台，财务部提供经费", "信息部"),
    ]
    (doubt,) = acting_unnamed(works)
    assert (doubt.items, doubt.rows) == (("1", "3"), ("第1段", "第3段"))


@pytest.mark.parametrize(
    "work",
    [
        "向市公安局移交线索",
        "会同市公安局开展检查",
        "配合市公安局做好检查",
        "市教育局加强治理",
        "教育局加强治理",  # the own one for short
        "省财政厅完成审核后办理",
        "落实市公安局牵头的各项整治",
        "市公安局负责的项目全部开工",
        "各镇做好宣传",
        "市场监管所开展检查",
        "市民中心完成改造",  # nobody: what is built
        "财务部做好资金保障",  # no office known here
    ],
)
def test_an_object_an_own_name_or_a_stranger_is_not(work: str) -> None:
    assert list(acting_unnamed([one("1", work, "市教育局")])) == []


def test_a_work_that_names_nobody_is_told_elsewhere() -> None:
    assert list(acting_unnamed([one("1", "市公安局加强治理")])) == []


@pytest.mark.parametrize(
    ("work", "who"),
    [
        ("建设学校2所；各镇要落实用地指标。", "各镇"),
        ("建设学校2所。各乡镇（街道）应做好宣传。", "各乡镇（街道）"),
        ("修建天桥2座；各社区做好宣传。", "各社区"),
    ],
)
def test_places_that_a_sentence_of_their_own_asks_are_told(work: str, who: str) -> None:
    (doubt,) = acting_unnamed([one("1", work, "市教育局")])
    assert doubt.read == f"具体工作里写着“{who}”做什么，单位里没有"


@pytest.mark.parametrize(
    ("work", "units"),
    [
        ("建设学校2所；各镇要落实用地指标。", ("市教育局", "各镇")),
        ("建设学校2所；各镇的用地指标要落实。", ("市教育局",)),
        ("建设学校2所，各镇要覆盖到。", ("市教育局",)),
    ],
)
def test_places_that_own_the_work_or_are_not_asked_are_not(work: str, units: tuple[str, ...]) -> None:
    assert list(acting_unnamed([one("1", work, *units)])) == []
