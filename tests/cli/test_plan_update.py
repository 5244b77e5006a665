"""qjtask import --update: a notice issued again, taken in by one run with nothing to edit by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pytest

from qjtask.storage.logs.log_file import load_log
from qjtask.storage.plans.plan_file import load_plan
from tests.cli.asking import asked
from tests.cli.notices import Work, docx_notice, markdown_notice, text_notice, xlsx_notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qjtask.core.plan.plan import Item
    from tests.conftest import Outcome, Run

ROADS = Work("一、设施建设", "新建农村公路不少于120公里，4月底前完成设计", "公路科、养护站", "12月底前")
HAZARDS = Work("一、设施建设", "整治道路安全隐患不少于15处", "公路科", "10月底前")
CHECKS = Work("二、行业管理", "开展客运企业安全检查", "运管所", "每季度末")
BOOKLETS = Work("二、行业管理", "印发安全宣传手册5000份", "办公室", "6月底前")
TAXIS = Work("二、行业管理", "完成出租车更新和驾驶员培训", "运管所、办公室", "11月底前")
TRAINING = Work("三、队伍建设", "组织业务培训", "办公室", "持续推进")
FIRST = [ROADS, HAZARDS, CHECKS, BOOKLETS, TAXIS, TRAINING]


@pytest.fixture
def office(ledger: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the first print taken in."""
    monkeypatch.setenv("QJTASK_BY", "王芳")
    (ledger / "data" / "tasks.yaml").unlink()
    markdown_notice(ledger / "v1.md", FIRST)
    assert run("import", "v1.md").code == 0
    return ledger


def again(office: Path, run: Run, works: Iterable[Work], *args: str) -> Outcome:
    """The update to a second print, with everybody's consent."""
    markdown_notice(office / "v2.md", works, document="青交发〔2021〕21号", issued="2021年6月1日")
    outcome = run("import", "v2.md", "--update", "--yes", *args)
    assert outcome.code == 0, outcome.err
    return outcome


def item(office: Path, item_id: str) -> Item:
    plan = load_plan(office / "tasks.yaml", "f")
    return next(one for one in plan.items() if one.id == item_id)


def kinds(outcome: Outcome) -> list[str]:
    return [line.split("\t")[0] for line in outcome.out.splitlines() if "\t" in line and line[0] != "#"]


def changed(works: Sequence[Work], *changes: tuple[Work, Work | None]) -> list[Work]:
    """The works with some of them in other words, or without them."""
    by_work = dict(changes)
    return [by_work.get(one, one) for one in works if by_work.get(one, one) is not None]  # type: ignore[misc]


@pytest.mark.parametrize("entries", ["none", "undone", "note", "done", "dropped"])
def test_a_cancelled_work_stays_dropped_with_its_history_whatever_the_log_says(
    entries: str, office: Path, run: Run
) -> None:
    commands: dict[str, list[tuple[str, ...]]] = {
        "none": [],
        "undone": [("note", "2.4", "已排版"), ("undo", "2.4")],
        "note": [("note", "2.4", "已排版")],
        "done": [("done", "2.4")],
        "dropped": [("drop", "2.4")],
    }
    for command in commands[entries]:
        assert run(*command).code == 0
    log = office / "progress.yaml"
    before = log.read_bytes() if log.exists() else b""
    outcome = again(office, run, changed(FIRST, (BOOKLETS, None)))
    told = {"done": "已完成，记录照留", "dropped": ""}.get(entries, "留在计划里，记作取消")
    assert (f"取消\t2.4\t{BOOKLETS.work}\t{told}\n" in outcome.out) is bool(told)
    assert (log.read_bytes() if log.exists() else b"").startswith(before)
    status = "已完成" if entries == "done" else "取消"
    shown = run("show", "2.4").out
    assert f"状态\t{status}" in shown
    assert ("取消：青交发〔2021〕21号通知" in shown) is bool(told)
    assert ("已排版" in shown) is (entries in {"undone", "note"})
    assert item(office, "2.4").work == BOOKLETS.work
    assert run("check").err == ""


def test_a_work_that_is_printed_again_later_is_open_again_as_it_was(office: Path, run: Run) -> None:
    run("note", "2.4", "已排版", "--percent", "40")
    again(office, run, changed(FIRST, (BOOKLETS, None)))
    assert again(office, run, changed(FIRST, (BOOKLETS, None))).out == "# 没有变化\n"
    outcome = again(office, run, FIRST)
    assert "恢复\t2.4\t已取消\t" in outcome.out
    assert "推进中" in run("show", "2.4").out
    assert again(office, run, FIRST).out == "# 没有变化\n"


def test_a_person_may_go_on_with_a_cancelled_work_and_no_reading_drops_it_again(
    office: Path, run: Run
) -> None:
    rest = changed(FIRST, (BOOKLETS, None))
    again(office, run, rest)
    assert run("reopen", "2.4").code == 0
    assert again(office, run, rest).out == "# 没有变化\n"
    assert "推进中" in run("show", "2.4").out


def test_promises_are_made_anew_from_the_new_text_and_each_is_shown(office: Path, run: Run) -> None:
    run("done", "1.1.1", "--on", "2021-05-02")
    roads = ROADS._replace(work="新建农村公路不少于150公里，8月底前完成设计")
    hazards = HAZARDS._replace(work="整治道路安全隐患不少于18处")
    outcome = again(office, run, changed(FIRST, (ROADS, roads), (HAZARDS, hazards)))
    for words in (
        "改指标\t1.1\t新建农村公路≥120公里\t新建农村公路≥150公里",
        "改指标\t1.2\t整治道路安全隐患≥15处\t整治道路安全隐患≥18处",
        "改节点\t1.1\t2021-04-30 完成设计\t2021-08-31 完成设计",
    ):
        assert f"{words}\n" in outcome.out
    assert [one.at_least for one in item(office, "1.2").targets] == ["18"]
    shown = run("note", "1.2", "已整治", "--value", "整治道路安全隐患=16")
    assert shown.code == 0
    assert "未达标" in run("show", "1.2").out
    assert "2021-08-31  完成设计（2021-05-02完成）" in run("show", "1.1").out


def test_a_withdrawn_milestone_is_gone_and_what_was_reported_of_it_is_kept_as_a_note(
    office: Path, run: Run
) -> None:
    run("done", "1.1.1", "--on", "2021-04-20", "--note", "图纸已审")
    roads = ROADS._replace(work="新建农村公路不少于120公里")
    outcome = again(office, run, changed(FIRST, (ROADS, roads)))
    assert "改节点\t1.1\t2021-04-30 完成设计\t\n" in outcome.out
    assert item(office, "1.1").milestones == ()
    shown = run("show", "1.1").out
    assert "原时间节点：完成，图纸已审" in shown
    assert run("check").err == ""
    assert again(office, run, changed(FIRST, (ROADS, roads))).out == "# 没有变化\n"


def test_what_a_person_corrected_is_kept_and_told_when_the_new_table_says_something_else(
    office: Path, run: Run
) -> None:
    plan = office / "tasks.yaml"
    text = plan.read_text("utf-8").replace(
        "    deadline: 10月底前\n", "    deadline: 10月底前\n    due: 2021-10-15\n"
    )
    plan.write_text(
        text.replace("at_least: 15,", "at_least: 20,").replace("at_least: 5000", "at_least: 6000"), "utf-8"
    )
    hazards = HAZARDS._replace(work="整治道路安全隐患不少于18处", term="11月底前")
    outcome = again(office, run, changed(FIRST, (HAZARDS, hazards)))
    kept = "整治道路安全隐患≥20处（人工写的，没有改；新表是整治道路安全隐患≥18处，请核对）"
    assert f"改指标\t1.2\t整治道路安全隐患≥20处\t{kept}\n" in outcome.out
    assert "改时限\t1.2\t10月底前\t11月底前（仍按认定的2021-10-15）\n" in outcome.out
    assert "2.4" not in outcome.out  # its text is the same, and so is what the person made of it
    assert str(item(office, "1.2").due) == "2021-10-15"
    assert [one.at_least for one in item(office, "1.2").targets] == ["20"]
    assert [one.at_least for one in item(office, "2.4").targets] == ["6000"]


def test_an_insertion_shifts_29_numbers_in_one_line(office: Path, run: Run) -> None:
    works = [
        Work("一、设施建设", f"养护{name}公路", "养护站", "12月底前") for name in "甲乙丙丁戊己庚辛壬癸" * 3
    ]
    works = [one._replace(work=f"{one.work}第{at}段") for at, one in enumerate(works)]
    again(office, run, works)
    new = Work("一、设施建设", "推进智慧交通平台建设", "公路科", "11月底前")
    outcome = again(office, run, [works[0], new, *works[1:]])
    assert kinds(outcome) == ["新增", "改编号"]
    assert re.search(r"改编号\t\S+\t印作1\.2—1\.30\t印作1\.3—1\.31（29项，编号不变）\n", outcome.out)
    assert again(office, run, [works[0], new, *works[1:]]).out == "# 没有变化\n"


def test_an_office_that_was_renamed_is_told_with_the_line_to_write(office: Path, run: Run) -> None:
    run("done", "1.2", "--unit", "公路科")
    new = [one._replace(units=one.units.replace("公路科", "公路养护中心")) for one in FIRST]
    outcome = again(office, run, new)
    told = (
        "units: 新表里没有“公路科”了，原来它的2项（1.1、1.2）现在写“公路养护中心”；"
        "若是同一个单位，请在 units 里把“公路科: []”改成“公路养护中心: [公路科]”\n"
    )
    assert told in outcome.err
    assert outcome.out.count("改单位\t") == 2
    plan = office / "tasks.yaml"
    text = plan.read_text("utf-8").replace("  公路养护中心: []\n", "")
    plan.write_text(text.replace("  公路科: []\n", "  公路养护中心: [公路科]\n"), "utf-8")
    assert run("check").err == ""
    assert "已完成" in run("show", "1.2").out
    assert again(office, run, new) == again(office, run, new)


@pytest.mark.parametrize("answer", ["y", "n"])
def test_on_a_terminal_it_asks_whether_it_is_the_same_office(answer: str, office: Path, run: Run) -> None:
    run("done", "1.2", "--unit", "公路科")
    new = [one._replace(units=one.units.replace("公路科", "公路养护中心")) for one in FIRST]
    markdown_notice(office / "v2.md", new)
    told = asked(f"{answer}\ny", "import", "v2.md", "--update", folder=office)
    assert "现在写“公路养护中心”：是同一个单位吗？[y/N]" in told
    plan = load_plan(office / "tasks.yaml", "f")
    assert plan.units.get("公路养护中心") == (("公路科",) if answer == "y" else ())
    assert ("公路科" in plan.units) is (answer == "n")
    assert ("已完成" in run("show", "1.2").out) is (answer == "y")
    assert run("import", "v2.md", "--update").out == "# 没有变化\n"


def test_a_work_is_split_and_works_are_joined_by_moved(office: Path, run: Run) -> None:
    run("note", "2.5", "更新20辆", "--percent", "30")
    run("done", "2.4", "--on", "2021-05-01")
    cars, drivers = (
        TAXIS._replace(work="完成出租车更新"),
        TAXIS._replace(work="完成驾驶员培训", units="办公室"),
    )
    both = TRAINING._replace(work="印发手册并组织业务培训")
    new = [ROADS, HAZARDS, CHECKS, cars, drivers, both]
    moves = ("2.5=2.4", "2.5=2.5", "2.4=3.6", "3.6=3.6")
    args = [word for move in moves for word in ("--moved", move)]
    outcome = again(office, run, new, *args)
    assert "合并\t2.4\t印发安全宣传手册5000份\t并入3.6，记录随去\n" in outcome.out
    assert "拆分\t" in outcome.out
    assert "取消" not in outcome.out
    assert "原2.4：完成" in run("show", "3.6").out
    assert "推进中" in run("show", "3.6").out
    parts = [
        one.id
        for one in load_plan(office / "tasks.yaml", "f").items()
        if one.work in (cars.work, drivers.work)
    ]
    assert all("更新20辆" in run("show", one).out for one in parts)
    assert run("check").err == ""
    assert again(office, run, new).out == "# 没有变化\n"
    assert again(office, run, new, *args).out == "# 没有变化\n"


def test_a_finished_work_is_open_again_when_an_unfinished_one_is_joined_to_it(office: Path, run: Run) -> None:
    run("done", "3.6")
    both = TRAINING._replace(work="印发手册并组织业务培训")
    new = [ROADS, HAZARDS, CHECKS, TAXIS, both]
    again(office, run, new, "--moved", "3.6=3.5", "--moved", "2.4=3.5")
    assert "推进中" in run("show", "3.6").out


def test_another_day_of_issue_moves_no_period_that_was_settled(office: Path, run: Run) -> None:
    assert run("done", "2.3", "--on", "2021-05-20", "--period", "2021-06-30").code == 0
    before = run("show", "2.3").out
    assert kinds(again(office, run, FIRST)) == ["改通知"] * 3  # its number and both days of issue
    assert run("show", "2.3").out == before
    assert item(office, "1.1").milestones  # 4月底前 is older than the new print, and no less asked for


def test_comments_and_handwriting_are_kept_with_a_cancelled_work_too(office: Path, run: Run) -> None:
    plan = office / "tasks.yaml"
    text = plan.read_text("utf-8").replace('  - id: "2.4"\n', '  # 局长过问\n  - id: "2.4"\n')
    plan.write_text(
        text.replace("    deadline: 6月底前\n", "    deadline: 6月底前  # 改过\n    note: 催\n"), "utf-8"
    )
    again(office, run, changed(FIRST, (BOOKLETS, None)))
    written = plan.read_text("utf-8")
    assert '  # 局长过问\n  - id: "2.4"\n' in written
    assert "    deadline: 6月底前  # 改过\n" in written
    assert item(office, "2.4").note == "催"


@pytest.mark.parametrize("write", [docx_notice, xlsx_notice, text_notice, markdown_notice])
def test_each_kind_of_file_is_a_print_like_any_other(
    write: Callable[..., str], office: Path, run: Run
) -> None:
    name = write(office / "新版", FIRST)
    assert run("import", name, "--update", "--yes").out == "# 没有变化\n"
    rest = [*changed(FIRST, (BOOKLETS, None)), Work("三、队伍建设", "完善考核办法", "办公室", "9月底前")]
    name = write(office / "再版", rest)
    outcome = run("import", name, "--update", "--yes")
    assert kinds(outcome)[:2] == ["取消", "新增"]
    assert run("import", name, "--update", "--yes").out == "# 没有变化\n"


def test_doubts_of_a_reissue_go_by_the_numbers_of_the_plan(office: Path, run: Run) -> None:
    new = Work("一、设施建设", "推进智慧交通平台建设", "公路科", "11月底前")
    roads = ROADS._replace(work="新建农村公路不少于120公里，8月底前完成设计")
    outcome = again(office, run, [new, *changed(FIRST, (ROADS, roads))])
    assert "（1.1）: 具体工作里藏着时间“8月底前”" in outcome.err
    written = (office / "tasks.yaml").read_text("utf-8")
    assert re.search(r'# 疑：具体工作里藏着时间.*\n  - id: "1\.1"\n', written)


def test_what_an_update_cancels_is_in_the_log_once_even_if_it_is_cut_off(
    office: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathlib import Path as AnyPath

    rest = changed(FIRST, (BOOKLETS, None))
    markdown_notice(office / "v2.md", rest)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(AnyPath, "replace", full)
        assert run("import", "v2.md", "--update", "--yes").code == 1
    assert run("import", "v2.md", "--update", "--yes").code == 0
    entries = load_log(office / "progress.yaml", "f").entries
    assert [(one.item, one.do.value) for one in entries] == [("2.4", "drop")]


@pytest.mark.parametrize("ending", ["md", "docx", "xlsx", "html"])
def test_what_changed_is_a_document_too_and_nothing_is_written_to_the_ledger(
    ending: str, office: Path, run: Run
) -> None:
    markdown_notice(office / "v2.md", changed(FIRST, (BOOKLETS, None)))
    before = {one.name: one.read_bytes() for one in office.iterdir() if one.is_file()}
    outcome = run("report", "changes", "v2.md", "-o", f"对照.{ending}")
    assert (outcome.code, outcome.out) == (0, f"已写入 对照.{ending}\n")
    made = (office / f"对照.{ending}").read_bytes()
    assert made.startswith(b"PK") or BOOKLETS.work in made.decode()
    (office / f"对照.{ending}").unlink()
    assert {one.name: one.read_bytes() for one in office.iterdir() if one.is_file()} == before


def test_the_document_begins_with_what_matters_most_and_takes_moves(office: Path, run: Run) -> None:
    new = Work("一、设施建设", "推进智慧交通平台建设", "公路科", "11月底前")
    hazards = HAZARDS._replace(work="整治道路安全隐患不少于18处")
    works = [new, *changed(FIRST, (BOOKLETS, None), (HAZARDS, hazards))]
    markdown_notice(office / "v2.md", works)
    shown = run("report", "changes", "v2.md")
    headings = re.findall(r"^## .、(.*)$", shown.out, re.MULTILINE)
    assert headings == ["取消的工作", "新增、恢复的工作", "改了任务和指标的工作", "只改了编号的工作"]
    assert "具体工作里藏着时间" in shown.err
    moved = run("report", "changes", "v2.md", "--moved", "2.4=1.1")
    assert "## 一、改了任务和指标的工作" in moved.out
    assert run("report", "changes", "v2.md", "--moved", "9.9=1.1").code == 1
    assert "没有变化" in run("report", "changes", "v1.md").out


def test_an_update_keeps_the_layout_of_what_did_not_change(office: Path, run: Run) -> None:
    plan = office / "tasks.yaml"
    text = plan.read_text("utf-8").replace("    units: [办公室]\n", "    units:\n      - 办公室\n")
    by_hand = text.replace("    work: 组织业务培训\n", '    work: "组织业务培训"\n\n')
    plan.write_text(by_hand, "utf-8")
    markdown_notice(office / "v2.md", changed(FIRST, (CHECKS, CHECKS._replace(term="每季度末前"))))
    assert run("import", "v2.md", "--update", "--yes").code == 0
    written = plan.read_text("utf-8")
    assert written == by_hand.replace("v1.md", "v2.md").replace("每季度末", "每季度末前")
