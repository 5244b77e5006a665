"""Years that a title or a heading names as those of something else."""

from __future__ import annotations

import pytest

from qjtask.importing.document.other_years import other_years, without_other_years


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022年度审计发现问题整改任务分解表", "2022年度审计发现"),
        ("关于2022年审计报告反映问题的整改清单", "2022年审计报告"),
        ("2021年度高标准农田建设项目整改清单", "2021年度高标准农田建设项目整改"),
        ("落实2023年度民主生活会整改任务清单", "2023年度民主生活会整改"),
        ("2023年度省级环保督察反馈问题整改台账", "2023年度省级环保督察反馈"),
        ("2023年度完成情况", "2023年度完成情况"),
        ("2023年度实际完成数", "2023年度实际完成数"),
    ],
)
def test_a_year_is_that_of_something_else(text: str, words: str) -> None:
    assert other_years([text]) == (words,)
    assert "20" not in without_other_years(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024年度重点工作任务分解表",
        "县教育局2024年度工作要点任务分解表",
        "2022年度食品安全重点工作安排",
        "2023年度审计项目计划",
        "2024年度目标考核任务分解表",
        "2024年问题整改清单",
        "2024年重点项目清单",
        "2024年度重点项目推进表",
        "2024年目标",
        "2024年度目标",
        "2024年完成情况",
        "",
    ],
)
def test_a_year_is_the_plans(text: str) -> None:
    assert other_years([text]) == ()
    assert without_other_years(text) == text
