"""Times that words name without a day."""

from __future__ import annotations

import re

import pytest

from qjtask.importing.dates.named_times import NAMED_TIME, day_of_rhythm_in, is_within_year, rhythm_in


@pytest.mark.parametrize(
    "time", ["春节", "主汛期", "秋季学期", "秋季开学", "寒假", "供暖季", "秋收", "冬季", "全国两会"]
)
def test_named_times(time: str) -> None:
    assert re.fullmatch(NAMED_TIME, time)


@pytest.mark.parametrize("words", ["春天", "6月", "开工", "会议", "学期"])
def test_other_words(words: str) -> None:
    assert re.fullmatch(NAMED_TIME, words) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("年内", True),
        ("2021年度内", True),
        ("全年", True),
        ("今年年内", True),
        ("6月底前", False),
        ("年底", False),
    ],
)
def test_words_may_name_no_more_than_the_year(words: str, expected: bool) -> None:
    assert is_within_year(words) is expected


@pytest.mark.parametrize(
    ("work", "said"),
    [
        ("每季度召开1次例会。", "每季度召开1次"),
        ("每月开展两次检查", "每月开展两次"),
        ("教导处每学期检查教案一次。", "每学期检查教案一次"),
        ("每学年开展一次体质测试。", "每学年开展一次"),
        ("每年召开1次", ""),
        ("建成1处", ""),
    ],
)
def test_a_work_says_how_often(work: str, said: str) -> None:
    assert rhythm_in(work) == said


@pytest.mark.parametrize(
    ("work", "when"),
    [
        ("落实旁站监理，每周五向项目部报送进度。", "每周五"),
        ("每周一上午向县政府报送进展。", "每周一"),
        ("于每月25日前将进展报督查室。", "每月25日前"),
        ("每季度末通报资金拨付情况。", "每季度末"),
        ("于每年6月前公布划片范围。", "每年6月前"),
        ("每年6月开展宣传。", ""),
        ("每月最后一个周六组织居民大扫除。", "每月最后一个周六"),
        ("每月第一个星期一举行升旗仪式。", "每月第一个星期一"),
        ("每月5日前报送计划，每月25日前报送进展。", ""),
        ("每月通报一次。", ""),
        ("建设每周五开放的图书馆。", ""),
        ("新建学校2所。", ""),
    ],
)
def test_the_day_on_which_a_work_is_done_again_and_again(work: str, when: str) -> None:
    assert day_of_rhythm_in(work) == when
