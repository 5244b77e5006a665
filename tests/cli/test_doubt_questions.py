"""qjtask import --ask: the doubts asked one by one on a terminal, the answers in the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qjtask.storage.plans.plan_file import load_plan
from tests.cli.asking import typed
from tests.cli.notices import Work, markdown_notice

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.conftest import Run

ROADS = Work("一、设施建设", "新建农村公路不少于120公里，4月底前完成设计", "公路科", "12月底前")
HAZARDS = Work("一、设施建设", "养护用水量15吨左右", "公路科", "汛期前")
PEOPLE = Work("二、行业管理", "完成培训", "张三", "6月底前")
WORKS = [ROADS, HAZARDS, PEOPLE]


@pytest.fixture
def office(ledger: Path) -> Path:
    """A folder with a notice that leaves four doubts: a milestone, a deadline, a target, a name."""
    (ledger / "data" / "tasks.yaml").unlink()
    markdown_notice(ledger / "v1.md", WORKS)
    return ledger


def page_of(folder: Path, heading: str, numbers: Iterable[int]) -> None:
    """A page with a table of works with these numbers, their offices under the heading."""
    offices = "<td>".join(["公路科", "运输科"][: heading.count("<td>") + 1])
    rows = "".join(f"<tr><td>{at}<td>养护第{at}条公路<td>{offices}<td>6月底前</tr>" for at in numbers)
    table = f"<table><tr><td>序号<td>工作任务<td>{heading}<td>完成时限</tr>{rows}</table>"
    (folder / "v1.html").write_text(f"<meta charset=utf-8><p>2021年任务分解表</p>{table}", "utf-8")


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir() if one.is_file()}


def test_each_answer_is_in_the_plan_and_what_was_left_is_a_comment(office: Path) -> None:
    code, told = typed("2\n2\n5月31日\n1\n\n", "import", "v1.md", "--ask", folder=office)
    assert code == 0
    for words in (
        "疑点1/4 第7行（1.1）",
        "  原文：1 | 新建农村公路不少于120公里，4月底前完成设计 | 公路科 | 12月底前",
        "  读到：具体工作里藏着时间“4月底前”",
        "  1 照读的：记作时间节点 2021-04-30",
        "  2 改为：没有，不记",
        "  3 自己写：2021-06-30 完成设计",
        "  2 改为：养护用水量≤15吨",
        "；1处疑点\n",
    ):
        assert words in told, words
    roads, hazards, people = load_plan(office / "tasks.yaml", "f").items()
    assert (roads.milestones, roads.settled) == ((), ("milestones",))
    assert (hazards.deadline.text, str(hazards.due)) == ("汛期前", "2021-05-31")
    assert (hazards.targets[0].at_least, hazards.settled) == ("15", ("deadline", "targets"))
    assert people.settled == ()
    written = (office / "tasks.yaml").read_text("utf-8")
    assert written.count("# 疑：") == 1
    assert "# 疑：“张三”像是人名" in written


def test_plain_deadlines_are_asked_once_and_no_day_is_typed_for_all(office: Path) -> None:
    works = [Work("一、设施建设", text, "公路科", "") for text in ("6月底前建成学校", "9月底前建成大桥")]
    markdown_notice(office / "v1.md", works)
    code, told = typed("1\n", "import", "v1.md", "--ask", folder=office)
    assert code == 0
    assert "“6月底前”（2021-06-30）、“9月底前”（2021-09-30）" in told
    assert "  1 照读的：当作完成时限" in told
    assert "  2 " not in told
    assert [item.settled for item in load_plan(office / "tasks.yaml", "f").items()] == [("deadline",)] * 2


def test_nothing_is_asked_twice_and_an_update_asks_what_is_left_or_new(office: Path, run: Run) -> None:
    assert typed("1\n2\n5月31日\n1\n\n", "import", "v1.md", "--ask", folder=office)[0] == 0
    before = (office / "tasks.yaml").read_bytes()
    code, told = typed("\n", "import", "v1.md", "--ask", "--update", folder=office)
    assert code == 0
    assert "疑点1/1 第9行（2.3）" in told
    assert (office / "tasks.yaml").read_bytes() == before
    again = run("import", "v1.md", "--update")
    assert again.out == "# 没有变化\n"
    assert "1处疑点" in again.err
    hazards = HAZARDS._replace(term="雨季前")
    markdown_notice(office / "v2.md", [ROADS, hazards, PEOPLE])
    code, told = typed("1\n2\n李四科\ny\n", "import", "v2.md", "--ask", "--update", folder=office)
    assert code == 0
    assert "疑点1/2 第8行（1.2）" in told
    assert "完成时限“雨季前”" in told
    plan = load_plan(office / "tasks.yaml", "f")
    assert plan.units == {"公路科": (), "李四科": ("张三",)}
    assert next(one for one in plan.items() if one.id == "1.2").settled == ("targets", "deadline")
    assert "疑：" not in (office / "tasks.yaml").read_text("utf-8")
    assert run("import", "v2.md", "--update").err.splitlines()[0].endswith("没有疑点")


def test_choices_are_numbered_as_they_are_offered(office: Path) -> None:
    """Where nothing else can be proposed, what one writes oneself is the second."""
    code, told = typed("\n3\n2\n5月31日\n\n\n", "import", "v1.md", "--ask", folder=office)
    assert code == 0
    question = told.partition("疑点2/4")[2].partition("疑点3/4")[0]
    assert "  1 照读的：" in question
    assert "  2 自己写：2021-06-30、6月底前" in question
    assert question.count("请写选项前的数字，或只按回车") == 1
    assert [str(one.due) for one in load_plan(office / "tasks.yaml", "f").items()][1] == "2021-05-31"


def test_doubts_that_say_the_same_of_many_works_are_asked_once(office: Path, run: Run) -> None:
    works = [Work("一、建设", f"养护第{at}条公路", "", "6月底前") for at in range(1, 6)]
    markdown_notice(office / "v1.md", [*works, Work("一、建设", "养护大桥", "公路科", "6月底前")])
    code, told = typed("2\n养护科\n", "import", "v1.md", "--ask", folder=office)
    assert code == 0
    assert "疑点1/1 第7行起（1.1、1.2、1.3等5项）" in told
    plan = load_plan(office / "tasks.yaml", "f")
    assert [item.units for item in plan.items()] == [("养护科",)] * 5 + [("公路科",)]
    again = run("import", "v1.md", "--update")
    assert again.out == "# 没有变化\n"
    assert again.err.splitlines()[0].endswith("没有疑点")


def test_doubts_that_say_the_same_with_other_choices_are_asked_one_by_one(office: Path) -> None:
    works = [Work("一、建设", f"养护用水量{at}吨左右", "公路科", "6月底前") for at in range(1, 6)]
    markdown_notice(office / "v1.md", works)
    code, told = typed("1\n2\n1\n2\n\n", "import", "v1.md", "--ask", folder=office)
    assert code == 0
    assert "疑点5/5" in told
    items = list(load_plan(office / "tasks.yaml", "f").items())
    assert [item.settled for item in items] == [("targets",)] * 4 + [()]
    assert [item.targets[0].at_most for item in items] == [None, "2", None, "4", None]


def test_offices_that_are_not_all_listed_are_asked_by_their_names(office: Path) -> None:
    works = [HAZARDS._replace(units="公路科等部门"), PEOPLE._replace(units="运输科等单位")]
    markdown_notice(office / "v1.md", works)
    _, told = typed("\n" * 9, "import", "v1.md", "--ask", folder=office)
    assert "  读到：单位写着“等”，没有列全（公路科）\n" in told
    assert "  读到：单位写着“等”，没有列全（运输科）\n" in told


def test_a_doubt_of_a_whole_table_is_asked_once_and_no_more_on_a_reissue(office: Path, run: Run) -> None:
    page_of(office, "发起单位<td>配合单位", range(1, 6))
    code, told = typed("2\n", "import", "v1.html", "--ask", folder=office)
    assert code == 0
    assert "疑点1/1 表1第1行（1.1、1.2、1.3等5项）" in told
    assert "原文" not in told
    plan = load_plan(office / "tasks.yaml", "f")
    assert plan.rules.owner == "all"
    assert "疑：" not in (office / "tasks.yaml").read_text("utf-8")
    again = run("import", "v1.html", "--update")
    assert again.out == "# 没有变化\n"
    assert again.err.splitlines()[0].endswith("没有疑点")


def test_numbers_that_do_not_follow_are_asked_once_and_no_number_is_typed_for_all(
    office: Path, run: Run
) -> None:
    page_of(office, "责任单位", (5, 9, 2, 7))
    code, told = typed("3\n1\n", "import", "v1.html", "--ask", folder=office)
    assert code == 0
    assert "疑点1/1 表1第2行（1.5、1.9、1.2等4项）" in told
    assert "自己写" not in told
    assert "请写选项前的数字，或只按回车" in told
    plan = load_plan(office / "tasks.yaml", "f")
    assert [(item.id, item.settled) for item in plan.items()] == [
        (one, ("no",)) for one in ("1.5", "1.9", "1.2", "1.7")
    ]
    again = run("import", "v1.html", "--update")
    assert again.out == "# 没有变化\n"
    assert again.err.splitlines()[0].endswith("没有疑点")


def test_the_year_is_asked_first_and_all_is_read_by_the_answer(office: Path) -> None:
    notice = office / "v1.md"
    text = notice.read_text("utf-8").replace("2021年3月1日", "").replace("# 2021年", "# ")
    notice.write_text(text.replace("〔2021〕8号", ""), "utf-8")
    code, told = typed("2\n二\n2\n2023\n\n\n\n\n\n\n\n", "import", "v1.md", "--ask", folder=office)
    assert code == 0
    assert "“二”不是年份；请写四位年份" in told
    plan = load_plan(office / "tasks.yaml", "f")
    assert plan.year == 2023
    assert str(next(plan.items()).milestones[0].by) == "2023-04-30"


def test_what_cannot_be_written_is_told_and_asked_again(office: Path) -> None:
    code, told = typed("5\n3\n完成\n3\n5月底前 完成设计\n\n\n\n", "import", "v1.md", "--ask", folder=office)
    assert code == 0
    assert "请写选项前的数字，或只按回车" in told
    assert "时间节点“完成”读不懂；请写成 2021-06-30 完成设计 的形式" in told
    roads = next(load_plan(office / "tasks.yaml", "f").items())
    assert str(roads.milestones[0].by) == "2021-05-31"


def test_full_width_choices_are_taken_and_no_sign_that_is_not_seen_is_written(office: Path) -> None:
    keys = "２\n２\n5月31日\n１\n２\n[red]养护科[/x]\x1b、\x07\u202e法规科\n"
    assert typed(keys, "import", "v1.md", "--ask", folder=office)[0] == 0
    roads, hazards, _ = load_plan(office / "tasks.yaml", "f").items()
    assert (roads.settled, hazards.settled) == (("milestones",), ("deadline", "targets"))
    assert load_plan(office / "tasks.yaml", "f").members == {"张三": ("[red]养护科[/x]", "法规科")}


def test_bytes_that_are_no_text_are_asked_again_and_never_written(office: Path) -> None:
    keys = b"\n\n\n2\n" + "养护科".encode("gbk") + "\n养护科\n".encode()
    code, told = typed(keys, "import", "v1.md", "--ask", folder=office)
    assert code == 0
    assert "不是 UTF-8 文字，像是 GBK 的“养护科”" in told
    assert load_plan(office / "tasks.yaml", "f").units == {"公路科": (), "养护科": ("张三",)}


@pytest.mark.parametrize("update", [False, True])
@pytest.mark.parametrize(("key", "code"), [("\x04", 1), ("\x03", 130)])
def test_at_the_end_of_input_or_ctrl_c_nothing_is_written(
    key: str, code: int, update: bool, office: Path, run: Run
) -> None:
    args = ["import", "v1.md", "--ask"]
    if update:
        assert run("import", "v1.md").code == 0
        args.append("--update")
    before = {name: (office / name).read_bytes() for name in names(office)}
    found, told = typed("1\n", *args, folder=office, after=("（回车留到以后）", 2, key))
    assert found == code
    assert len(told.rpartition("（回车留到以后）")[2].strip().splitlines()) == 1
    assert {name: (office / name).read_bytes() for name in names(office)} == before


def test_without_a_terminal_it_is_refused_in_one_line(office: Path, qjtask: Run) -> None:
    before = names(office)
    outcome = qjtask("import", "v1.md", "--ask")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "--ask: 这里不是终端，没有人可以问；请去掉 --ask，照疑点改计划\n"
    assert names(office) == before
