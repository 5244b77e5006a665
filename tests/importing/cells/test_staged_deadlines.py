"""Several times in one deadline cell."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.staged_deadlines import read_staged


@pytest.mark.parametrize(
    ("text", "last", "day", "steps"),
    [
        ("3月开工，12月完工", "12月完工", "2021-12-31", [("2021-03-31", "开工")]),
        (
            "2022年3月启动；5月底前招标；10月完成",
            "2022年10月完成",
            "2022-10-31",
            [("2022-03-31", "启动"), ("2022-05-31", "招标")],
        ),
        (
            "6月底前完成初步设计\n9月底前开工建设。",
            "9月底前开工建设",
            "2021-09-30",
            [("2021-06-30", "完成初步设计")],
        ),
        ("6月底前基本完成，年底前全部完成", "年底前全部完成", "2021-12-31", [("2021-06-30", "基本完成")]),
        ("2月立项，6月开工", "6月开工", "2021-06-30", [("2021-02-28", "立项")]),
        (
            "3月底前完成规划；6月底前启动首批建设；12月底前入驻企业20家以上。",
            "12月底前入驻企业20家以上",
            "2021-12-31",
            [("2021-03-31", "完成规划"), ("2021-06-30", "启动首批建设")],
        ),
        (
            "一季度实现“开门红”；上半年时间过半、任务过半；全年完成各项预期目标。",
            "全年完成各项预期目标",
            "2021-12-31",
            [("2021-03-31", "实现“开门红”"), ("2021-06-30", "时间过半、任务过半")],
        ),
        (
            "4月底前公布第一批事项；12月底前实现80%左右事项全覆盖",
            "12月底前实现80%左右事项全覆盖",
            "2021-12-31",
            [("2021-04-30", "公布第一批事项")],
        ),
        (
            "6月底前完成整改，并报市政府备案；12月底前通过验收",
            "12月底前通过验收",
            "2021-12-31",
            [("2021-06-30", "完成整改，并报市政府备案")],
        ),
        (
            "3月：制定方案；6月：开展检查；11月：总结",
            "11月",
            "2021-11-30",
            [("2021-03-31", "制定方案"), ("2021-06-30", "开展检查")],
        ),
        (
            "1-3月制定方案，4-10月组织实施，11-12月总结验收",
            "11-12月",
            "2021-12-31",
            [("2021-03-31", "制定方案"), ("2021-10-31", "组织实施")],
        ),
        ("春节前启动，11月底前完成", "11月底前完成", "2021-11-30", []),
        ("秋季开学前启用，12月底前全覆盖", "12月底前全覆盖", "2021-12-31", []),
    ],
)
def test_the_last_is_the_deadline_and_the_others_are_steps(
    text: str, last: str, day: str, steps: list[tuple[str, str]]
) -> None:
    found = read_staged(text, year=2021, issued=None)
    assert found is not None
    assert not found.is_named
    assert (found.deadline.text, str(found.deadline.date)) == (last, day)
    assert [(str(one.by), one.work) for one in found.milestones] == steps


@pytest.mark.parametrize(
    ("text", "last", "day", "steps"),
    [
        (
            "第一阶段6月底前完成，第二阶段12月底前完成",
            "12月底前完成",
            "2021-12-31",
            [("2021-06-30", "第一阶段完成")],
        ),
        ("一阶段6月底前，二阶段12月底前", "12月底前", "2021-12-31", [("2021-06-30", "一阶段")]),
        (
            "第一批：2021年6月底前公布；第二批：12月底前公布",
            "2021年12月底前公布",
            "2021-12-31",
            [("2021-06-30", "第一批公布")],
        ),
        ("一期6月底前完工，二期2022年底前完工", "2022年底前完工", "2022-12-31", [("2021-06-30", "一期完工")]),
        (
            "第1阶段（3月至6月）动员部署，第2阶段（7月至10月）集中整治，第3阶段（11月至12月）总结",
            "（11月至12月）",
            "2021-12-31",
            [("2021-06-30", "第1阶段动员部署"), ("2021-10-31", "第2阶段集中整治")],
        ),
    ],
)
def test_stages_that_say_which_they_are_leave_no_doubt(
    text: str, last: str, day: str, steps: list[tuple[str, str]]
) -> None:
    found = read_staged(text, year=2021, issued=None)
    assert found is not None
    assert found.is_named
    assert (found.deadline.text, str(found.deadline.date)) == (last, day)
    assert [(str(one.by), one.work) for one in found.milestones] == steps


@pytest.mark.parametrize(
    "text",
    [
        "",
        "第一阶段12月底前，第二阶段6月底前",
        "第一批4月底前公布，12月底前完成",
        "第一阶段6月前，第二阶段12月底前",
        "12月完工",
        "6月底、12月底",
        "6月，12月",
        "12月完工，3月开工",
        "6月起立项，9月开工",
        "2月30日立项，9月开工",
        "2月立项3月招标，9月开工",
        "每月5日前，12月底前",
        "持续推进，12月完成",
    ],
)
def test_any_other_cell_is_left_as_it_is(text: str) -> None:
    assert read_staged(text, year=2021, issued=None) is None
