"""The words for where work stands, one for one thing."""

from __future__ import annotations

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.plan.plan import Group
from qjtask.core.standing.dues import DueState
from qjtask.core.standing.light import Light
from qjtask.core.standing.words import (
    CLASS_WORDS,
    DUE_SIGNS,
    DUE_WORDS,
    LIGHT_WORDS,
    STATUS_WORDS,
    UNWRITTEN,
    days_words,
    deadline_words,
    heading,
    joined,
    printed_words,
    row_light_words,
    status_words,
)
from qjtask.core.time.deadline import DeadlineClass
from tests.core.plans import entry, item, row


def test_every_status_light_and_class_has_its_word() -> None:
    assert STATUS_WORDS.keys() == set(Status)
    assert LIGHT_WORDS.keys() == set(Light)
    assert CLASS_WORDS.keys() == set(DeadlineClass)
    assert DUE_WORDS.keys() == DUE_SIGNS.keys() == set(DueState) - {DueState.DROPPED}


@pytest.mark.parametrize("words", [STATUS_WORDS, LIGHT_WORDS, CLASS_WORDS, DUE_WORDS, DUE_SIGNS])
def test_no_two_things_have_one_word(words: dict[str, str]) -> None:
    assert len(set(words.values())) == len(words)


@pytest.mark.parametrize(
    ("number", "printed"),
    [("9", "（九）"), ("21", "（二十一）"), ("999", "（九百九十九）"), ("1000", "（1000）")],
)
def test_a_heading_has_its_number_as_the_table_prints_it(number: str, printed: str) -> None:
    assert heading(Group(number, "提升办事深度", ())) == f"{printed}提升办事深度"


@pytest.mark.parametrize(("days", "words"), [(-3, "逾期3天"), (0, "今天到期"), (5, "剩5天")])
def test_days(days: int, words: str) -> None:
    assert days_words(days) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ([], "未启动"),
        ([entry(do=Do.NOTE, percent=60)], "推进中60%"),
        ([entry(do=Do.NOTE, percent=60), entry(do=Do.HOLD)], "暂停60%"),
        ([entry(do=Do.NOTE, percent=60), entry()], "已完成"),
        ([entry(do=Do.NOTE, percent=60), entry(do=Do.DROP)], "取消"),
    ],
)
def test_a_status_tells_how_far_open_work_is(told: list[Entry], words: str) -> None:
    assert status_words(row(item(), told)) == words


@pytest.mark.parametrize(
    ("deadline", "told", "today", "words"),
    [
        ("2021年6月30日", [], "07-03", "红 逾期3天"),
        ("2021年6月30日", [], "06-30", "黄 今天到期"),
        ("2021年6月30日", [], "04-01", "绿 剩90天"),
        ("持续推进", [], "06-10", "黄 静默76天"),
        ("持续推进", [], "04-01", "绿"),
        ("2021年6月30日", [entry()], "07-03", ""),
        ("2021年6月30日", [entry(on="07-01")], "07-03", "逾期完成"),
    ],
)
def test_a_light_tells_the_days_that_it_is_about(
    deadline: str, told: list[Entry], today: str, words: str
) -> None:
    assert row_light_words(row(item(deadline=deadline), told, today)) == words


@pytest.mark.parametrize(
    ("deadline", "printed", "shown"),
    [
        ("6月底前", "6月底前", "2021-06-30"),
        (" 持续推进 ", "持续推进", "持续推进"),
        ("/", "/", "/"),
        ("", UNWRITTEN, UNWRITTEN),
    ],
)
def test_a_deadline_is_shown_as_its_date_and_printed_as_it_was(
    deadline: str, printed: str, shown: str
) -> None:
    found = row(item(deadline=deadline))
    assert (printed_words(found.item), deadline_words(found)) == (printed, shown)


def test_a_gbk_terminal_has_every_sign() -> None:
    for sign in (*DUE_SIGNS.values(), "▼", "│", "─", "…"):
        assert sign.encode("gbk").decode("gbk") == sign


def test_names_are_joined_as_a_document_lists_them() -> None:
    assert joined(("审批科", "建管科")) == "审批科、建管科"
