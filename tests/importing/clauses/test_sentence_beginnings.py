"""Sentences that begin with who does a work."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_finder import find_clauses

NOBODY = Vocabulary(())


@pytest.mark.parametrize(
    ("text", "left", "wanted"),
    [
        (
            "由县住建局牵头，县公安局参加，组成联合专班，8月底前对占道经营进行整治。",
            "组成联合专班，8月底前对占道经营进行整治。",
            (("县住建局",), (), ("县公安局",), ""),
        ),
        (
            "由县住建局牵头，县公安局，各镇，各街道配合，清理河道。",
            "清理河道。",
            (("县住建局",), (), ("县公安局", "各镇", "各街道"), ""),
        ),
        (
            "由县资源局负责，尽快拿出规划意见，于9月10日前提请审定。",
            "尽快拿出规划意见，于9月10日前提请审定。",
            ((), ("县资源局",), (), ""),
        ),
        (
            "会议明确，县教育局为牵头单位，县财政局、县住建局为配合单位，10月底前完成招标。",
            "会议明确，10月底前完成招标。",
            (("县教育局",), (), ("县财政局", "县住建局"), ""),
        ),
        (
            "会议要求，明确县交通局为牵头单位，负责桥梁建设，6月底前开工。",
            "会议要求，明确负责桥梁建设，6月底前开工。",
            (("县交通局",), (), (), ""),
        ),
    ],
)
def test_what_follows_who_does_it_is_the_work(
    text: str, left: str, wanted: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]
) -> None:
    search = find_clauses(text, NOBODY, bare=False)
    assert search.text == left
    assert [(one.lead, one.units, one.support, one.deadline) for one in search.clauses] == [wanted]


@pytest.mark.parametrize(
    ("text", "lead", "units"),
    [
        ("方案已经批准。由县住建局牵头，按照意见，监督管理好工程，10月15日前完工。", ("县住建局",), ()),
        ("责成县住建局牵头，10月15日前完成清淤工程。", ("县住建局",), ()),
        ("前期工作就绪，下一步由县住建局牵头，10月15日前完成清淤工程。", ("县住建局",), ()),
        ("会议原则同意方案，由县卫健局负责，持续推进医共体建设，提高水平。", (), ("县卫健局",)),
        ("加强协调。由县住建局牵头，定期召开会议，研究解决问题。", ("县住建局",), ()),
        ("遵照原则，由甲街道、乙街道分别负责辖区市场管理，加强管理。", (), ("甲街道", "乙街道")),
        ("新建图书馆，由县文旅局负责前期工作，由县发改局负责立项。", (), ("县文旅局", "县发改局")),
    ],
)
def test_a_later_part_says_who_does_it_and_stays_in_the_text(
    text: str, lead: tuple[str, ...], units: tuple[str, ...]
) -> None:
    search = find_clauses(text, NOBODY, bare=True)
    assert search.text == text
    assert [(one.lead, one.units) for one in search.clauses] == [(lead, units)]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("由县住建局牵头，于5月底前完成招标，12月底前完成主体工程。", ""),
        ("由县住建局牵头，6月底前完成，确保群众满意度提高。", "6月底前"),
        ("由县住建局牵头，持续推进，确保群众满意度提高。", "持续推进"),
    ],
)
def test_a_time_that_says_what_is_to_be_done_is_of_the_work(text: str, deadline: str) -> None:
    search = find_clauses(text, NOBODY, bare=False)
    assert [(one.lead, one.deadline) for one in search.clauses] == [(("县住建局",), deadline)]


@pytest.mark.parametrize(
    ("text", "left", "lead", "units"),
    [
        ("共建服务站，培训400人次，县司法局负责。", "共建服务站，培训400人次", (), ("县司法局",)),
        (
            "推进改造，10月底前完成招标，县住建局为牵头单位，县财政局为配合单位。",
            "推进改造，10月底前完成招标",
            ("县住建局",),
            (),
        ),
        ("清理河道。整治岸线，县水务局牵头，6月底前完成。", "清理河道。整治岸线", ("县水务局",), ()),
    ],
)
def test_the_last_parts_of_a_sentence_say_who_does_it(
    text: str, left: str, lead: tuple[str, ...], units: tuple[str, ...]
) -> None:
    search = find_clauses(text, NOBODY, bare=False)
    assert search.text == left
    assert [(one.lead, one.units) for one in search.clauses] == [(lead, units)]


@pytest.mark.parametrize(
    "text",
    [
        "坚持属地管理，各部门负责。",
        "加强协调，县财政局要落实。",
        "健全机制，统筹推进。",
        "加强协调，县财政局配合。",
    ],
)
def test_last_parts_that_name_no_owner_say_nothing(text: str) -> None:
    assert find_clauses(text, NOBODY, bare=False).clauses == ()


@pytest.mark.parametrize(
    ("later", "units", "support"),
    [
        ("由市电信公司、移动公司负责，7月底前完成线缆入地。", ("市供电公司", "市电信公司", "移动公司"), ()),
        ("其余工作由市资源局负责。", ("市供电公司", "市资源局"), ()),
        ("市住建局负责道路恢复，市公安局做好配合。", ("市供电公司", "市住建局"), ("市公安局",)),
    ],
)
def test_whom_later_parts_name_is_named_beside_who_begins(
    later: str, units: tuple[str, ...], support: tuple[str, ...]
) -> None:
    text = f"由市供电公司负责，7月25日前完成线路迁改；{later}"
    search = find_clauses(text, NOBODY, bare=False)
    assert search.text == text
    assert [(one.units, one.support, one.deadline) for one in search.clauses] == [(units, support, "")]


def test_who_helps_may_end_the_sentence_that_begins_with_who_leads() -> None:
    text = "由医务科牵头，护理部、急诊科配合。开展伤员检伤分类与救治。"
    (clause,) = find_clauses(text, NOBODY, bare=False).clauses
    assert (clause.lead, clause.support) == (("医务科",), ("护理部", "急诊科"))
