"""What `qjtask import --ask` does: the doubts asked one by one on the terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

from qjtask.cli.plain_text import undecoded
from qjtask.core.problem import Refused, refuse
from qjtask.importing.cells.deadlines import PLAIN_DEADLINE, PLAIN_STEP
from qjtask.importing.document.doubts import NONE, Doubt, gathered
from qjtask.importing.drafts.answer_words import day_of
from qjtask.importing.drafts.answers import HEAD_FIELDS, DoubtAnswer, answered
from qjtask.importing.outline.outline import row_words
from qjtask.importing.words.tidy_text import flow, tidy
from qjtask.render.one_line import one_line

if TYPE_CHECKING:
    from qjtask.importing.document.head import Head
    from qjtask.importing.drafts.draft import Draft, Wishes

_HINTS = {
    "deadline": "2021-06-30、6月底前、持续推进；没有写“无”",
    "milestones": "2021-06-30 完成设计；没有写“无”",
    "targets": "名称≥80% 或 名称≤0.3次；没有写“无”",
    "work": "具体工作的原文",
    "no": "原表印的序号；没有写“无”",
    "aliases": "单位的正式名称",
    "members": "所指的各单位，用顿号隔开",
    "owner": "units、lead 或 all",
    "year": "四位年份",
    "issued": "2021-03-26",
}
_NAMES_HINT = "单位名称，用顿号隔开；没有写“无”"
_TIMES = (PLAIN_DEADLINE, PLAIN_STEP)
_NOTHING = "没有，不记"


def asked(draft: Draft, wishes: Wishes, read_again: Callable[[Wishes], Draft]) -> Draft:
    """The draft of a new plan with what a person answered; `read_again` reads it with other wishes."""
    on_head = ask_head(draft)
    head = _head(draft, wishes.head, on_head)
    if head != wishes.head:
        draft = read_again(wishes._replace(head=head))
    draft = answered(draft, [one for one in on_head if one.doubt in draft.doubts])
    return answered(draft, ask_items(draft, [one for one in draft.doubts if _is_asked(one)]))


def _is_asked(doubt: Doubt) -> bool:
    return bool(doubt.field) and doubt.field not in HEAD_FIELDS


def _head(draft: Draft, given: Head, answers: Sequence[DoubtAnswer]) -> Head:
    """What a person says of the head; the year that was assumed, too, once it is right as it is."""
    for answer in answers:
        if answer.doubt.field == "year":
            given = given._replace(year=int(answer.text or draft.plan.year))
        elif answer.text is not None:
            given = given._replace(issued=day_of(answer.text, draft.plan.year))
    return given


def ask_head(draft: Draft) -> list[DoubtAnswer]:
    """The answers to what the whole reading depends on: the year, the day of issue."""
    asked = [one for one in draft.doubts if one.field in HEAD_FIELDS]
    answers = (
        _asked(doubt, f"{number}/{len(asked)}", "", lambda one: _check_head(one, draft))
        for number, doubt in enumerate(asked, 1)
    )
    return [answer for answer in answers if answer is not None]


def ask_items(draft: Draft, asked: Sequence[Doubt]) -> Sequence[DoubtAnswer]:
    """The answers to some of a draft's doubts.

    Those that say the same of many works are asked once, and the answer is for each.
    """
    together = _together(asked)
    found: list[DoubtAnswer] = []

    def check(answer: DoubtAnswer) -> None:
        answered(draft, [*found, *_each(answer, asked)])

    for number, doubt in enumerate(together, 1):
        row = next((row_words(draft.rows[item]) for item in doubt.items if item in draft.rows), "")
        row = "" if len(doubt.rows) > 1 else row  # a table's first work says nothing of the table
        answer = _asked(doubt, f"{number}/{len(together)}", row, check)
        if answer is not None:
            found += _each(answer, asked)
    return found


def _together(asked: Sequence[Doubt]) -> list[Doubt]:
    """The questions: doubts with the same choices are one, where there are several of these."""
    alike: dict[tuple[str, ...], list[Doubt]] = {}
    for doubt in asked:
        alike.setdefault(_said(doubt), []).append(doubt)
    return [question for same in alike.values() for question in gathered(same)]


def _each(answer: DoubtAnswer, asked: Sequence[Doubt]) -> Iterator[DoubtAnswer]:
    """The answer to each of the doubts that were asked together."""
    same = answer.doubt
    items, said = frozenset(same.items), _said(same)
    for one in asked:
        if one == same or (one.items and items.issuperset(one.items) and _said(one) == said):
            yield DoubtAnswer(one, answer.text)


def _said(doubt: Doubt) -> tuple[str, ...]:
    return doubt.read, doubt.assumed, doubt.fix, doubt.field, doubt.about, doubt.other


def _asked(doubt: Doubt, at: str, row: str, check: Callable[[DoubtAnswer], None]) -> DoubtAnswer | None:
    """One question, until its answer can be written; None where it is left for later."""
    choices = _shown(doubt, at, row)
    while True:
        choice = normalize("NFKC", _typed("选哪个？（回车留到以后）"))  # １ as 1
        if not choice:
            return None
        if choice not in choices:
            _say("请写选项前的数字，或只按回车")
            continue
        text = choices[choice]
        answer = DoubtAnswer(doubt, _typed("写成：") if text == "" else text)
        if answer.text == "":
            continue
        try:
            check(answer)
        except Refused as refused:
            for problem in refused.problems:
                _say(f"{problem.what}；{problem.fix}")
            continue
        return answer


def _shown(doubt: Doubt, at: str, row: str) -> dict[str, str | None]:
    """Show a question, and give its choices by the number to type, as `_choices` has them."""
    _say(f"疑点{at} {doubt.where}")
    if row:
        _say(f"  原文：{row}")
    is_named = doubt.field != "units" or not doubt.about or doubt.about in doubt.read
    _say(f"  读到：{doubt.read}" + ("" if is_named else f"（{doubt.about}）"))
    found: dict[str, str | None] = {}
    for number, (words, text) in enumerate(_choices(doubt), 1):
        _say(f"  {number} {words}")
        found[str(number)] = text
    return found


def _choices(doubt: Doubt) -> Iterator[tuple[str, str | None]]:
    """What can be chosen, in words, and the text it stands for: None is as read, "" is yet to be typed.

    No number can be typed that would be that of several works, and no time where theirs differ.
    """
    yield f"照读的：{doubt.assumed}", None
    if doubt.other:
        yield f"改为：{_NOTHING if doubt.other == NONE else doubt.other}", doubt.other
    is_each_its_own = doubt.field == "no" or doubt.fix in _TIMES
    if len(doubt.items) == 1 or not is_each_its_own:
        yield f"自己写：{_HINTS.get(doubt.field, _NAMES_HINT)}", ""


def _check_head(answer: DoubtAnswer, draft: Draft) -> None:
    """Refused what is no year or no day."""
    text = answer.text
    if text is None:
        return
    if answer.doubt.field == "issued":
        day_of(text, draft.plan.year)
    elif not re.fullmatch("(?:19|2[0-9])[0-9]{2}", text):
        raise refuse("", f"“{text}”不是年份", "请写四位年份，如 2021")


def _typed(question: str) -> str:
    """What is typed on a line, as a document's text is read; what is no text is asked again.

    Refused when the terminal is closed: nothing was written.
    """
    while True:
        print(question, end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            raise refuse("--ask", "没有答完，什么也没有写入", "请再运行一次")
        problems = list(undecoded("--ask", line.strip()))
        if not problems:
            return flow(tidy(line))
        for problem in problems:
            _say(f"{problem.what}；{problem.fix}")


def _say(text: str) -> None:
    print(one_line(text), file=sys.stderr)
