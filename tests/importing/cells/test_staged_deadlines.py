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
        ("春节前启动，11月底前完成", "11月底前完成", "2021-11-30", []),
        ("秋季开学前启用，12月底前全覆盖", "12月底前全覆盖", "2021-12-31", []),
    ],
)
def test_the_last_is_the_deadline_and_the_others_are_steps(
    text: str, last: str, day: str, steps: list[tuple[str, str]]
) -> None:
    found = read_staged(text, year=2021, issued=None)
    assert found is not None
    assert (found.deadline.text, str(found.deadline.date)) == (last, day)
    assert [(str(one.by), one.work) for one in found.milestones] == steps


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12月完工",
        "6月底、12月底",
        "6月，12月",
        "12月完工，3月开工",
        "6月起立项，9月开工",
        "2月30日立项，9月开工",
        "2月立项3月招标，9月开工",
        "3月开工，12月完成或继续",
        "每月5日前，12月底前",
        "持续推进，12月完成",
    ],
)
def test_any_other_cell_is_left_as_it_is(text: str) -> None:
    assert read_staged(text, year=2021, issued=None) is None
