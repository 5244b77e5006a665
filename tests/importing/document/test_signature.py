"""By whom and when a notice was issued."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.importing.document.signature import read_signature


@pytest.mark.parametrize(
    "addressed", ["各县（市、区）人民政府，市政府各部门：", "各乡镇（街道）、县直各单位：", "机关各科室:"]
)
def test_a_day_under_whom_a_notice_is_written_to_is_that_of_its_issue(addressed: str) -> None:
    assert read_signature((addressed, "2021年3月8日", "附件：任务表")).issued == date(2021, 3, 8)


@pytest.mark.parametrize("label", ["完成时限：", "截止日期：", "责任单位："])
def test_a_day_under_a_label_is_of_something_else(label: str) -> None:
    assert read_signature((label, "2021年3月8日")).issued is None


@pytest.mark.parametrize("sign", ["—", "——", "～", "-", "至"])
def test_the_last_day_of_an_event_is_not_that_of_its_notices_issue(sign: str) -> None:
    lines = ("艺术节活动策划方案", "一、活动时间：", f"2022年11月15日{sign}2022年12月15日")
    assert read_signature(lines).issued is None
    assert read_signature((*lines, "校团委 2022年11月1日")).issued == date(2022, 11, 1)
