"""Offices with their one work on the same line."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.lines.offices_with_one_work import named_with_work
from tests.importing.works.documents import works

NUMBERED = ("农林水局：", "（1）强化防汛值守。", "（2）加强监测预报。")


@pytest.mark.parametrize("name", ["城管局", "金龙街道", "城关镇", "后勤集团", "县教育局、县公安局"])
def test_an_office_or_a_place_before_a_colon_has_its_work_behind_it(name: str) -> None:
    assert named_with_work(f"{name}：对下穿通道落实值守人员。", Vocabulary(())) == (
        name,
        "对下穿通道落实值守人员。",
    )


@pytest.mark.parametrize(
    "text",
    [
        "时间：三月五日上午九点。",
        "责任单位：县教育局、县公安局。",
        "联系人：王建国，县教育局办公室。",
        "城管局：0713-6678",
        "1.城管局：落实值守人员。",
        "抓好值守：落实值守人员。",
    ],
)
def test_any_other_line_is_none(text: str) -> None:
    assert named_with_work(text, Vocabulary(())) == ("", "")


def test_one_with_its_work_behind_others_over_several_heads_that() -> None:
    assert works(
        *NUMBERED, "金龙街道：排查普通危房。", "城管局：对下穿通道落实值守人员，6月底前完成清淤。"
    ) == [
        "农林水局|1|强化防汛值守。||农林水局||",
        "农林水局|2|加强监测预报。||农林水局||",
        "金龙街道|1|排查普通危房。||金龙街道||",
        "城管局|1|对下穿通道落实值守人员，6月底前完成清淤。||城管局||",
    ]


@pytest.mark.parametrize("duties", ["", "任务"])
def test_the_first_of_several_may_stand_on_the_office_s_own_line(duties: str) -> None:
    texts = (f"文娱部{duties}：①租借晚会场地", "②邀请街舞协会", f"学习部{duties}：登记帮忙的同学名单")
    assert works("迎新晚会方案", "四、各部门分工", *texts, f"新闻部{duties}：①拍摄照片", "②写新闻稿") == [
        "各部门分工|1|租借晚会场地||文娱部||",
        "各部门分工|2|邀请街舞协会||文娱部||",
        "各部门分工|1|登记帮忙的同学名单||学习部||",
        "各部门分工|1|拍摄照片||新闻部||",
        "各部门分工|2|写新闻稿||新闻部||",
    ]


def test_a_run_of_such_lines_shares_out_works_without_another_word() -> None:
    lines = ("各部门分工", "农林水局：强化防汛值守。", "城管局：清理下穿通道。", "城关镇：排查普通危房。")
    assert [one.split("|")[4] for one in works(*lines)] == ["农林水局", "城管局", "城关镇"]
    assert works(*lines[:3]) == []
