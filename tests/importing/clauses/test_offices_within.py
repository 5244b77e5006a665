"""Offices that sentences name within what is to be done."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_finder import find_clauses

NOBODY = Vocabulary(())


def test_who_explains_a_notice_does_none_of_its_works() -> None:
    assert not find_clauses("本方案由县住建局负责解释。", NOBODY, bare=True).clauses


@pytest.mark.parametrize(
    ("text", "lead", "units", "support"),
    [
        (
            "改造管网。由甲公司负责实施，改造42公里，安监部、企管部配合。",
            (),
            ("甲公司",),
            ("安监部", "企管部"),
        ),
        ("由县住建局牵头，改造农贸市场3处，县财政局予以配合。", ("县住建局",), (), ("县财政局",)),
        (
            "甲片区。由区住建局牵头，会同东街街道办事处、河东社区居委会，于5月底前完成调查。",
            ("区住建局",),
            ("东街街道办事处", "河东社区居委会"),
            (),
        ),
        ("关于平台。请信息中心会同营销公司，6月20日前提出方案。", ("信息中心",), ("营销公司",), ()),
        ("请县住建局会同城关镇，对易涝点逐一整治，5月20日前完成。", ("县住建局",), ("城关镇",), ()),
        ("国企停车场由市国资委负责协调，国庆节前开放。", (), ("市国资委",), ()),
        ("会议议定：由县住建局牵头，县财政局配合，加快前期工作。", ("县住建局",), (), ("县财政局",)),
        ("会议明确，县教育局为牵头单位，县财政局为配合单位，做好招标。", ("县教育局",), (), ("县财政局",)),
        ("建成采购平台——采购中心牵头，设备科配合", ("采购中心",), (), ("设备科",)),
        ("关于引才。人力资源部牵头制定引才办法，7月底前印发。", ("人力资源部",), (), ()),
        (
            "由县教体局牵头，会同县公安局、县发展改革局制定保障方案，5月20日前报县政府。",
            ("县教体局",),
            (),
            ("县公安局", "县发展改革局"),
        ),
        (
            "由县生态环境分局牵头制定督导方案，各乡镇（街道）落实属地责任。",
            ("县生态环境分局",),
            ("各乡镇（街道）",),
            (),
        ),
        ("由县农业农村局牵头，各乡镇落实属地责任，开展秸秆禁烧。", ("县农业农村局",), ("各乡镇",), ()),
        (
            "由县教体局牵头，县公安局配合，开展检查，县财政局落实资金。",
            ("县教体局",),
            ("县财政局",),
            ("县公安局",),
        ),
        ("会同县水利局对管网进行检修，由县供水公司负责，5月底前完成。", (), ("县供水公司",), ("县水利局",)),
        ("由县农业农村局牵头，推动各乡镇落实属地责任。", ("县农业农村局",), (), ()),
        ("由县教体局牵头制定方案，报省政府审定，省政府办公厅印发。", ("县教体局",), (), ()),
    ],
)
def test_offices_within_what_is_to_be_done(
    text: str, lead: tuple[str, ...], units: tuple[str, ...], support: tuple[str, ...]
) -> None:
    search = find_clauses(text, NOBODY, bare=True)
    assert [(one.lead, one.units, one.support) for one in search.clauses] == [(lead, units, support)]


def test_who_looks_after_a_work_does_none_of_it() -> None:
    assert not find_clauses("抓紧排查，由安监部负责督促检查，按月报告。", NOBODY, bare=True).clauses


def test_those_who_answer_for_an_office_took_part_in_a_meeting() -> None:
    text = "副县长主持召开会议。县政府办公室、县住建局等单位负责同志参加会议。"
    assert not find_clauses(text, NOBODY, bare=True).clauses
