"""Works for which persons answer and no office: they are works, and that is told once."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, told

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


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("村主任周大勇负责硬化通户路2.3公里。", "责任：村主任周大勇"),
        ("由村委会副主任陈志负责硬化通户路2.3公里。", "责任：村委会副主任陈志"),
        ("周大勇负责硬化通户路2.3公里。", "责任：周大勇"),
        ("请王海副校长牵头，9月底前举办培训2场。", "牵头：王海副校长"),
        ("周大勇、黄军负责硬化通户路2.3公里。", "责任：周大勇；责任：黄军"),
    ],
)
def test_a_person_who_is_told_to_do_a_work_in_its_sentence_answers_for_it(text: str, note: str) -> None:
    found = read(f"1、{text}", f"2、{text}")
    assert [(task.work, task.note) for task in found.tasks] == [(text, note)] * 2
    assert [(one.read, one.rows) for one in found.doubts] == [(ONCE, ("第1段", "第2段"))]


@pytest.mark.parametrize("end", ["（负责人：周大勇）", "负责人：周大勇"])
def test_whoever_is_in_charge_answers_too(end: str) -> None:
    lines = (f"1、硬化通户路2.3公里。{end}", f"2、安装路灯86盏。{end}")
    assert [task.note for task in read(*lines).tasks] == ["负责人：周大勇"] * 2


def test_a_person_under_an_office_answers_beside_it() -> None:
    found = read("教务处：", "1.编排课程表。（负责人：李明）", "2.组织期中考试。")
    assert [(task.units, task.note) for task in found.tasks] == [
        (("教务处",), "负责人：李明"),
        (("教务处",), ""),
    ]


def test_the_duty_of_an_office_head_is_the_office_s_and_names_no_person() -> None:
    lines = ("1.成员职责", "教务处负责人：负责教学过程的安全管理", "总务处负责人：负责设施的安全检查")
    tasks = read(*lines).tasks
    assert [(task.units, task.note) for task in tasks] == [(("教务处",), ""), (("总务处",), "")]


@pytest.mark.parametrize(
    ("answers", "units", "note"),
    [
        ("责任人：德育处", ("德育处",), ""),
        ("责任人：总务处 教导处、校办", ("总务处", "教导处", "校办"), ""),
        ("（责任人：各班班主任）", ("各班班主任",), ""),
        ("负责人：各工段长", ("各工段长",), ""),
        ("责任人：全体教师", ("全体教师",), ""),
        ("责任人：德育处、周大勇", ("德育处",), "责任人：周大勇"),
        ("责任人：工会主席", (), "责任人：工会主席"),
        ("责任人：公卫科陈静", (), "责任人：公卫科陈静"),
        ("责任单位：教务处；责任人：德育处", ("教务处",), ""),
    ],
)
def test_offices_that_answer_own_a_work(answers: str, units: tuple[str, ...], note: str) -> None:
    tasks = read(f"1、开一次班会。{answers}", "2、隐患排查。责任人：黄军").tasks[:-1]
    assert [(task.work, task.units, task.note) for task in tasks] == [("开一次班会。", units, note)]


@pytest.mark.parametrize(
    ("end", "note"),
    [
        ("由曾广容老师负责。", "责任：曾广容老师"),
        ("康艳春老师负责。", "责任：康艳春老师"),
        ("由村会计李明负责。", "责任：村会计李明"),
        ("由支部书记王建国牵头。", "牵头：支部书记王建国"),
    ],
)
def test_a_person_at_the_end_of_a_sentence_answers_for_it(end: str, note: str) -> None:
    tasks = read(f"1、舞台布置，{end}", f"2、道具到位，{end}").tasks
    assert [(task.work, task.note) for task in tasks] == [("舞台布置", note), ("道具到位", note)]


def test_persons_of_a_kind_at_the_end_own_a_work_beside_its_time() -> None:
    tasks = read("1、5月中旬以班为单位排练，各班教师负责。", "2、坚持属地管理，各部门负责。").tasks
    assert [(task.work, task.units) for task in tasks][:1] == [("5月中旬以班为单位排练", ("各班教师",))]


def test_this_event_s_school_is_no_office() -> None:
    lines = ("1、安全教育。（责任单位：政教处）", "2、本次活动学校提供食品，不得携带零食。")
    assert [task.units for task in read(*lines).tasks] == [("政教处",), ()]


def test_persons_and_a_time_behind_a_blank_are_the_work_s() -> None:
    lines = ("1、档案资料整理 负责人：王明 完成时间：3月20日", "2、接待工作 负责人：办公室 完成时间：3月23日")
    assert [(task.work, task.units, task.note, task.deadline_text) for task in read(*lines).tasks] == [
        ("档案资料整理", (), "负责人：王明", "3月20日"),
        ("接待工作", ("办公室",), "", "3月23日"),
    ]


def test_a_post_under_a_label_of_offices_is_one_of_them() -> None:
    (task,) = read("1、开展安全大检查。责任部门：设备组、安全员").tasks
    assert (task.units, task.note) == (("设备组", "安全员"), "")
