"""What was found says nothing of what is to be reached."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.found_faults import without_faults
from qjtask.importing.numbers.promises import read_targets


@pytest.mark.parametrize("label", ["问题：", "存在问题:", "反馈的问题：", "审计发现问题：", "现状："])
def test_the_problem_under_its_label_promises_nothing(label: str) -> None:
    targets, told = read_targets(f"{label}3个项目未开工，超付126万元。督促退回超付资金126万元。")
    assert [(one.at_least, one.unit) for one in targets] == [("126", "万元")]
    assert not told


@pytest.mark.parametrize("text", ["解决问题：新建学校2所。", "新建学校2所。存在问题：超付3万元。"])
def test_what_is_done_about_it_stays(text: str) -> None:
    assert without_faults(text) == text
