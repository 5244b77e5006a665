"""Works for which persons answer and no office: they are works, and that is told once."""

from __future__ import annotations

import pytest

from tests.importing.clauses.documents import read, told

ONCE = "2项只写了责任人，没有写责任单位"


@pytest.mark.parametrize(
    ("end", "note"),
    [
        ("责任人：村主任周大勇。", "责任人：村主任周大勇"),
        ("责任人：周大勇", "责任人：周大勇"),
        ("责任人：黄军、陈静", "责任人：黄军、陈静"),
        ("责任领导：周大勇；联系人：黄军", "责任领导：周大勇"),
        ("包联责任人：周大勇。", "包联责任人：周大勇"),
        ("（责任人：周大勇）", "责任人：周大勇"),
    ],
)
def test_a_work_whose_only_owner_is_a_person_is_one(end: str, note: str) -> None:
    lines = (f"1、硬化通户路2.3公里，6月底前完工。{end}", f"2、安装路灯86盏。{end}")
    found = read(*lines)
    assert [(task.work, task.note.startswith(note)) for task in found.tasks] == [
        ("硬化通户路2.3公里，6月底前完工。", True),
        ("安装路灯86盏。", True),
    ]
    assert not any(task.lead or task.units or task.support for task in found.tasks)
    assert [(one.read, one.rows) for one in found.doubts] == [(ONCE, ("第1段", "第2段"))]
    assert not told(*lines)


def test_persons_beside_offices_are_told_as_they_were() -> None:
    lines = ("1、修路。责任单位：村委会；责任人：周大勇。", "2、安装路灯。责任人：黄军。")
    assert not any("只写了责任人" in one.read for one in read(*lines).doubts)
    assert told(*lines) == ["没有写责任单位"]


@pytest.mark.parametrize("end", ["联系人：周大勇。", "责任人：一要认真；二要仔细。"])
def test_whoever_is_only_asked_answers_for_nothing(end: str) -> None:
    assert not read(f"1、硬化通户路2.3公里。{end}", f"2、安装路灯86盏。{end}").tasks
