"""Works under an office's heading that begin with somebody else."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read

_UNDER = ("运动会工作安排", "一、学工部", "（一）负责看台的分布。")


@pytest.mark.parametrize(
    ("work", "office", "is_asked"),
    [
        ("体育部负责布置场地。", "体育部", True),
        ("各院系于4月10日前上报名单。", "各院系", True),
        ("各院系维持好看台上的秩序。", "学工部", True),
        ("学工部负责广播。", "学工部", False),
        ("组织各班训练。", "学工部", False),
        ("布置会场，学生会协助。", "学工部", False),
    ],
)
def test_whom_a_work_under_an_office_gives_a_duty_owes_it(work: str, office: str, *, is_asked: bool) -> None:
    (task,) = read(*_UNDER, f"（二）{work}", "二、后勤集团", "（一）保证食品卫生。").tasks[1:2]
    assert task.units == (office,)
    assert any("标题写着“学工部”" in one.read for one in task.told) == is_asked
