"""Who was chased and has not answered."""

from __future__ import annotations

from qjtask.core.layout.sheet import Tone
from qjtask.core.letters.bulletin_chased import chased_blocks
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.many_plans import NamedPlan, many_plans
from tests.core.bulletin_samples import reports, told
from tests.core.plans import day, entry, item, plan, standing

TABLE = plan(
    item("1.1", work="迟到", units=("审批科", "建管科"), deadline="2021年5月31日"),
    item("1.2", work="沉默", units=("建管科",), deadline="持续推进"),
    units={"审批科": ("行审批科",)},
)


def chase(marked: str, unit: str, on: str, number: int, to: str = "06-18") -> Entry:
    return entry(marked, Do.CHASE, on, unit=unit, to=to, text=f"催办〔2021〕第{number}号")


def chased(*log: Entry, since: str = "05-10", only: tuple[str, ...] = ()) -> tuple[str, list[list[str]]]:
    return told(chased_blocks(standing(TABLE, log), day(since), reports(TABLE, log, *only)))


FIRST = (chase("1.1", "审批科", "06-01", 1, "06-08"), chase("1.1", "建管科", "06-01", 2))
AGAIN = (chase("1.1", "行审批科", "06-09", 3), chase("1.2", "建管科", "06-09", 4))
ANSWER = entry("1.1", Do.NOTE, "06-05", unit="建管科", text="在办")


def test_chases_are_counted_and_what_waits_for_its_answer_is_listed() -> None:
    words, lines = chased(*FIRST, ANSWER, *AGAIN)
    assert words == "2021年5月10日以来发出催办单4份，催办2项工作；至今没有答复的2项："
    assert lines == [
        ["1.1", "迟到", "行审批科", "2021-06-09", "2021-06-18", "2"],
        ["1.2", "沉默", "建管科", "2021-06-09", "2021-06-18", "1"],
    ]


def test_all_answered_is_told_and_without_chases_not_a_word() -> None:
    assert chased(FIRST[1], ANSWER) == ("2021年5月10日以来发出催办单1份，催办1项工作，都有答复。", [])
    assert chased() == ("", [])
    assert chased(FIRST[1], ANSWER, since="06-10") == ("", [])


def test_an_old_chase_that_waits_is_still_told() -> None:
    words, lines = chased(FIRST[0], since="06-10")
    assert words == "至今没有答复的1项："
    assert [line[2] for line in lines] == ["审批科"]


def test_a_day_of_answer_that_has_gone_by_is_red() -> None:
    blocks = list(chased_blocks(standing(TABLE, FIRST), day("05-10"), reports(TABLE, FIRST)))
    assert [line[4].tone for line in blocks[1].rows] == [Tone.RED, Tone.PLAIN]  # type: ignore[union-attr]


def test_of_the_units_asked_for_only_and_of_works_that_are_still_open() -> None:
    words, lines = chased(*FIRST, *AGAIN, only=("建管科",))
    assert words.startswith("2021年5月10日以来发出催办单2份，")
    assert {line[2] for line in lines} == {"建管科"}
    assert chased(chase("1.9", "审批科", "06-01", 9)) == ("", []), "a work that the plan no longer has"


def test_letters_of_one_number_in_two_plans_are_two() -> None:
    one = plan(item("1.1"))
    many = many_plans([NamedPlan("甲", "", one), NamedPlan("乙", "", one)], "两个计划")
    log = (chase("甲:1.1", "审批科", "06-01", 1), chase("乙:1.1", "审批科", "06-01", 1))
    rows = standing(many.joined, log)
    words, lines = told(chased_blocks(rows, day("05-10"), reports(many.joined, log)))
    assert words.startswith("2021年5月10日以来发出催办单2份，催办2项工作；")
    assert [line[0] for line in lines] == ["甲:1.1", "乙:1.1"]
