"""Sentences that begin with an office and what it owes."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.opening_offices import read_opening

NOBODY = Vocabulary(())


@pytest.mark.parametrize(
    ("text", "lead", "units", "support"),
    [
        ("县水利局负责清理河道，5月15日前完成。", "", "县水利局", ""),
        ("县自然资源局要抓紧办理用地手续，县林业局做好配合。", "", "县自然资源局", "县林业局"),
        ("请县教育局牵头，县公安局配合，尽快制定方案。", "县教育局", "", "县公安局"),
        ("县教育局会同县财政局制定资助办法。", "县教育局", "县财政局", ""),
        ("县教育局会同县财政局、县人社局，制定资助办法。", "县教育局", "县财政局、县人社局", ""),
        ("会议明确，县住建局要加快清淤进度。", "", "县住建局", ""),
        ("关于清淤。责成县住建局于6月底前完成清淤。", "", "县住建局", ""),
        ("县教育局负责选址，县住建局负责施工。", "", "县教育局、县住建局", ""),
        ("各镇负责地质灾害点巡查。", "", "各镇", ""),
        ("城关镇负责水库防汛，县水利局指导。", "", "城关镇", "县水利局"),
        ("友谊里社区负责清理楼道。", "", "友谊里社区", ""),
        ("县发展改革局需抓紧申报项目。", "", "县发展改革局", ""),
        ("下穿通道由镇城管中队负责，配备水泵3台。", "", "镇城管中队", ""),
        ("老街段由友谊里社区负责值守，镇城管中队配合。", "", "友谊里社区", "镇城管中队"),
        ("整治环境。4月10日前，县城管局要清扫背街小巷；各街道负责小区清理。", "", "县城管局、各街道", ""),
        ("会议原则同意方案，由人事科修改完善后印发。", "", "人事科", ""),
        ("各年级组要于9月底前完成摸底。", "", "各年级组", ""),
        ("会议听取了清淤情况汇报。会议决定，县住建局负责清淤18公里。", "", "县住建局", ""),
        ("目前前期工作已完成。县住建局要加快清淤进度。", "", "县住建局", ""),
        ("关于清淤工作：会议指出，工作有成效。会议明确：县住建局负责清淤。", "", "县住建局", ""),
        ("方案已获批复，下一步，由县住建局牵头，尽快组织清淤。", "县住建局", "", ""),
        ("王县长批示：“请县住建局于6月底前完成清淤。”", "", "县住建局", ""),
        ("由县住建局负责清淤，由县财政局做好资金保障。", "", "县住建局、县财政局", ""),
        ("县住建局要完成清淤；县融媒体中心做好宣传引导。", "", "县住建局、县融媒体中心", ""),
        ("会议议定以下事项：县住建局牵头，县财政局配合，抓紧清淤。", "县住建局", "", "县财政局"),
    ],
)
def test_who_owes_what(text: str, lead: str, units: str, support: str) -> None:
    opening = read_opening(text, NOBODY)
    assert opening is not None
    assert opening.is_strong
    clause = opening.clause
    assert ["、".join(names) for names in (clause.lead, clause.units, clause.support)] == [
        lead,
        units,
        support,
    ]


def test_a_mere_deed_is_weak() -> None:
    opening = read_opening("县公安局加强巡逻防控。", NOBODY)
    assert opening is not None
    assert not opening.is_strong


@pytest.mark.parametrize(
    "text",
    [
        "县住建局去年已完成清淤18公里。",
        "县住建局要加快进度，目前完成60%。",
        "今年以来，县住建局要求各地上报。",
        "县住建局负责清淤，清理了18公里。",
        "县住建局负责人要到现场。",
        "县水利局负责的水库有12座。",
        "会议听取了清淤情况汇报。县住建局开展了巡查。",
        "县住建局负责清淤。目前已完成60%。",
        "会议同意县住建局提出的方案。",
        "会议认为县住建局要加强管理。",
        "各单位要密切配合。",
        "教育部门要加强宣传教育。",
        "燃气经营企业应当取得许可证。",
        "县应急管理局要求各单位上报材料。",
        "组长负责召集会议。",
        "分管副县长负责清淤。",
        "全县要加大投入。",
        "加强巡逻防控。",
        "县财政局负责。",
        "会议要求，县政府督查室要对以上议定事项进行跟踪督办。",
        "县财政局6月底前。",
        "河道由组长负责巡查。",
    ],
)
def test_reports_wishes_and_others_are_none(text: str) -> None:
    assert read_opening(text, NOBODY) is None


def test_what_is_done_to_things_that_stand_is_no_report() -> None:
    assert read_opening("县住建局负责对已建成管网进行检测。", NOBODY) is not None
