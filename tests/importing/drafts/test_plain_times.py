"""Times that works say plainly are told once; what may be read otherwise is told of each work."""

from __future__ import annotations

from functools import partial

import pytest

from qjtask.importing.cells.deadlines import PLAIN_DEADLINE
from qjtask.importing.cells.goals import PLAIN_NUMBER
from qjtask.importing.cells.items import BLANK_WORDS
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.answers import DoubtAnswer, answered
from qjtask.importing.drafts.draft import Draft, Wishes, read_draft
from qjtask.importing.drafts.plain_times import joined_plain
from tests.importing.drafts.test_draft import draft
from tests.importing.drawn import document_of
from tests.importing.steps import steps_of

OFFICES = ("县教育局", "县财政局", "县水利局", "县民政局")


def drafted(*works: str) -> Draft:
    lines = [f"{at}.{work}（{OFFICES[at - 1]}负责）" for at, work in enumerate(works, 1)]
    return read_draft(document_of("2021年任务分工", *lines), "a.html", Wishes(), 2026, lambda _: None)


def on_deadlines(*works: str) -> list[Doubt]:
    return [one for one in drafted(*works).doubts if one.field == "deadline"]


def test_plain_deadlines_are_one_doubt_with_their_words_and_days() -> None:
    (one,) = on_deadlines("6月底前建成学校。", "9月10日前办结拨付。", "修路，年底前投用。")
    assert one.read == (
        "3项没有写完成时限，具体工作里写着“6月底前”（2021-06-30）、“9月10日前”（2021-09-10）、“年底前”（2021-12-31）"
    )
    assert one.assumed == "当作完成时限"
    assert one.items == ("1.1", "1.2", "1.3")
    assert one.is_of_many
    assert one.other == ""  # no answer but that all are right is of each


@pytest.mark.parametrize(
    "other",
    [
        "9月10日前拿出方案。",
        "9月10日前启动建设。",
        "年内建成泵站。",
        "4月10日前开工，9月10日前建成。",
        "9月10日前建成，每季度末月25日前报送。",
    ],
)
def test_a_deadline_that_may_be_read_otherwise_is_told_of_its_work(other: str) -> None:
    found = on_deadlines("6月底前建成学校。", "9月底前建成大桥。", other)
    assert [one.items for one in found] == [("1.1", "1.2"), ("1.3",)]
    assert found[1].other == "无"


def test_a_single_plain_deadline_is_told_as_it_was() -> None:
    (one,) = on_deadlines("6月底前建成学校。", "9月10日前拿出方案。")[:1]
    assert (one.assumed, one.fix, one.other) == ("当作完成时限 2021-06-30", "请核对 deadline", "无")


def test_steps_are_one_doubt_and_two_are_not() -> None:
    work = "4月底前完成设计，9月底前建成。"
    steps = [
        [one for one in drafted(*[work] * count).doubts if one.field == "milestones"] for count in (2, 3)
    ]
    assert [len(found) for found in steps] == [2, 1]
    (joined,) = steps[1]
    assert joined.read == "3项的具体工作里藏着时间“4月底前”（2021-04-30）"
    assert (joined.assumed, joined.items) == ("记作时间节点", ("1.1", "1.2", "1.3"))


def test_one_answer_settles_all() -> None:
    made = drafted("6月底前建成学校。", "9月底前建成大桥。")
    (doubt,) = [one for one in made.doubts if one.field == "deadline"]
    again = answered(made, [DoubtAnswer(doubt, None)])
    assert doubt not in again.doubts
    assert [item.settled for item in again.plan.items()] == [("deadline",)] * 2
    assert [item.deadline.text for item in again.plan.items()] == ["6月底前", "9月底前"]


def staged(*deadlines: str) -> list[Doubt]:
    rows = [f"{at} | 做第{at}件事。 | 县教育局 | {cell}" for at, cell in enumerate(deadlines, 1)]
    table = "\n".join(("序号 | 工作任务 | 责任单位 | 完成时限", *rows))
    return [one for one in draft("2021年任务分工", table).doubts if "几个时间" in one.read]


def test_deadlines_of_several_times_are_one_doubt_with_all_cells() -> None:
    (one,) = staged("3月开工，9月完工", "6月底前完成设计；8月底前开工", "10月")
    assert one.read == "2项的完成时限写了几个时间（“3月开工，9月完工”、“6月底前完成设计；8月底前开工”）"
    assert one.assumed == "各按最后一个记，较早的记作时间节点"
    assert one.items == ("1.1", "1.2")
    (alone,) = staged("3月开工，9月完工", "10月")
    assert alone.assumed == "按最后一个“9月完工”记，较早的记作时间节点"


def test_numbers_about_so_much_are_said_once_for_each_side() -> None:
    made = drafted("工业增加值增长6%左右。", "固定资产投资增长8%左右。", "失业率控制在5.5%左右。")
    assert not [one for one in made.doubts if one.field == "targets"]
    assert [one for one in made.said if "约数" in one] == [
        "第2段（1.1、1.2）：带“左右”的数是约数；按不低于记；读错的请改 targets",
        "第4段（1.3）：带“左右”的数是约数；按不超过记；读错的请改 targets",
    ]


def test_a_number_about_so_much_without_a_side_is_asked() -> None:
    (one,) = [doubt for doubt in drafted("办理时间3天左右。").doubts if doubt.field == "targets"]
    assert (one.items, one.about) == (("1.1",), "办理时间")


@pytest.mark.parametrize("kind", ["times", "blanks", "numbers"])
def test_twice_as_many_different_words_cost_twice_as_much(kind: str) -> None:
    """Each kind of words is told by itself: thousands of them are no reason to go through all for each."""
    few, many = (different(kind, count) for count in (100, 200))
    steps = [steps_of(partial(joined_plain, told)) for told in (few, many)]
    assert steps[1] < 2.2 * steps[0]


def different(kind: str, count: int) -> list[Doubt]:
    """Doubts in pairs, those of each pair on words of their own."""
    reads = [str(at // 2) for at in range(count)]
    made = {
        "times": lambda read: Doubt("表1", f"{read}“6月底前”", "当作完成时限 2021-06-30", PLAIN_DEADLINE),
        "blanks": lambda read: Doubt("表1", read, *BLANK_WORDS),
        "numbers": lambda read: Doubt("表1", read, "按不低于记", PLAIN_NUMBER),
    }
    return [made[kind](read)._replace(items=(str(at),)) for at, read in enumerate(reads)]
