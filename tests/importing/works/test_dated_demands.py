"""Numbered paragraphs beside the works that ask one office for something by a day."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read

WORKS = ("一、活动安排", "（一）文艺汇演。（县文广新局负责）", "（二）灯谜会。（县文化馆负责）")


def told(demand: str) -> list[str]:
    return [one.read for one in read(*WORKS, "二、工作要求", f"（一）{demand}").doubts]


@pytest.mark.parametrize(
    "demand",
    ["县公安局要制定应急预案，2月20日前报领导小组。", "强化安全。县公安局负责安保，2月底前制定预案。"],
)
def test_what_one_office_is_asked_for_by_a_day_is_told(demand: str) -> None:
    assert any("要一个单位按时做" in one for one in told(demand))


@pytest.mark.parametrize(
    "demand",
    ["县公安局要维持秩序。", "各单位于2月20日前报送方案。", "2月20日前完成布展。", "高度重视，2月底前完成。"],
)
def test_what_has_no_day_or_no_office_is_not(demand: str) -> None:
    assert not any("要一个单位按时做" in one for one in told(demand))
