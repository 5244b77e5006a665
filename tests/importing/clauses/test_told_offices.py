"""Offices that sentences tell to do something."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_finder import find_clauses
from qjtask.importing.clauses.told_offices import told_to, without_telling

NOBODY = Vocabulary(())


@pytest.mark.parametrize(
    "text",
    [
        "关于校舍事宜，责成区教育局10月底前完成。",
        "关于校舍事宜，商请区教育局办理。",
        "关于校舍事宜，同意由区教育局负责。",
        "关于校舍事宜，指派区教育局组织实施。",
        "会议听取了汇报，要求区教育局做好报道。",
        "提请区教育局审核。",
        "关于校舍事宜，督促区教育局抓好落实。",
        "协调区教育局腾退校舍2处。",
        "关于校舍事宜，责成区教育局管理中心组织实施。",
    ],
)
def test_who_is_told_to_do_something_does_it_and_the_words_stay(text: str) -> None:
    search = find_clauses(text, NOBODY, bare=True)
    assert search.text == text
    assert [one.units for one in search.clauses] in ([("区教育局",)], [("区教育局管理中心",)])


def test_one_told_to_lead_leads_and_one_told_to_join_is_responsible() -> None:
    led = told_to("指定区信访局牵头办理。", NOBODY)
    joined = told_to("责成区教育局会同区财政局制定办法。", NOBODY)
    assert led
    assert joined
    assert led.clause.lead == ("区信访局",)
    assert (joined.clause.lead, joined.clause.units) == (("区教育局",), ("区财政局",))


@pytest.mark.parametrize(
    "text",
    [
        "督促各镇落实防火责任。",
        "安排区财政局专项资金50万元。",
        "已责成区教育局整改。",
        "委托第三方机构开展评估。",
        "督促检查室负责督办。",
        "要求加强领导，落实责任。",
        "协调办组织会议。",
        "会议要求抓紧办理手续。",
        "会议要求抓紧办手续，尽快开工。",
        "会议要求抓好办学质量。",
        "会议要求提前办妥手续。",
        "会议要求全力办好节会。",
        "会议要求依法办理征地手续。",
        "会议要求从快从严办案3件。",
        "会议要求民生实事办好办实。",
        "会议要求继续委托设计单位。",
    ],
)
def test_money_all_of_a_kind_and_what_was_done_tell_nobody(text: str) -> None:
    assert told_to(text, NOBODY) is None


@pytest.mark.parametrize("office", ["县政府办", "县委办", "县创建办"])
def test_an_office_that_ends_so_is_told(office: str) -> None:
    told = told_to(f"会议要求{office}抓紧办理手续。", NOBODY)
    assert told
    assert told.clause.units == (office,)


def test_names_lose_the_verb_that_tells_them() -> None:
    assert without_telling("安排区应急管理局") == "区应急管理局"
    for name in ("督促检查室", "协调办", "协调小组", "区协调中心"):
        assert without_telling(name) == name
