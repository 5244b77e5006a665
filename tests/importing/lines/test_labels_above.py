"""Labels on lines of their own over the works that they are said of."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, works

TITLE = "2026年工作分工"


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("牵头单位：{}", "{}||"),
        ("责任单位：{}", "|{}|"),
        ("责任部门：{}", "|{}|"),
        ("责任科室：{}", "|{}|"),
        ("落实单位：{}", "|{}|"),
    ],
)
def test_labels_over_works_are_said_of_all_to_the_next_labels(label: str, said: str) -> None:
    lines = (
        label.format("市发改委"),
        "1.推进项目。",
        "2.推进招商。",
        label.format("市住建局"),
        "1.改造小区。",
        "2.建公园。",
    )
    first, second = said.format("市发改委"), said.format("市住建局")
    assert works(TITLE, *lines) == [
        f"市发改委|1|推进项目。|{first}|",
        f"市发改委|2|推进招商。|{first}|",
        f"市住建局|1|改造小区。|{second}|",
        f"市住建局|2|建公园。|{second}|",
    ]


def test_several_labels_over_works_are_one() -> None:
    lines = (
        "牵头单位：市发改委",
        "责任人：张建国",
        "完成时限：6月底前",
        "1.推进项目。",
        "2.推进招商。（市商务局）",
    )
    made = read(TITLE, *lines).tasks
    assert [(task.lead, task.units, task.note, task.deadline_text) for task in made] == [
        (("市发改委",), (), "责任人：张建国", "6月底前"),
        (("市发改委",), ("市商务局",), "责任人：张建国", ""),
    ]


def test_numbers_may_run_on_under_the_next_labels() -> None:
    lines = ("责任人：张建国", "1.清理河道。", "责任人：李海燕", "2.安装路灯。")
    assert [(task.number, task.note) for task in read(TITLE, *lines).tasks] == [
        (1, "责任人：张建国"),
        (2, "责任人：李海燕"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("1.推进项目。", "牵头单位：市发改委", "2.推进招商。", "牵头单位：市商务局"),
        ("推进项目。", "牵头单位：市发改委", "推进招商。", "牵头单位：市商务局"),
    ],
)
def test_labels_under_works_stay_theirs(lines: tuple[str, ...]) -> None:
    assert [(one.split("|")[2], one.split("|")[3]) for one in works(TITLE, *lines)] == [
        ("推进项目。", "市发改委"),
        ("推进招商。", "市商务局"),
    ]
