"""催办单 and 督办单 as documents: one page per unit, and the second says that it is the second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import Block, Document, Paragraph, Part, date_words, signature
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.chases import Asked, Chase
from qjtask.core.letters.first_words import first_words
from qjtask.core.letters.letterhead import contact_note, notice_words
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.plan import Plan
from qjtask.core.sheets.digest_words import digest_line
from qjtask.core.standing.late import works_count
from qjtask.core.text.width import shorten
from qjtask.core.time.numerals import to_chinese

_SECOND = 2  # from the third on the head of the unit is asked

_SIGN_HERE = "签收人：　　　　　　　签收日期：　　　　年　　月　　日"
"""Who took the letter and when, on one line: GB/T 9704-2012 has 28 characters on each."""

_WHAT = 80
"""Cells of a late work's text: a unit knows its work by the number, and a page has to hold it all."""


def chase_document(
    plan: Plan, letters: Sequence[Chase], sign: str = "", workdays: int | None = None
) -> Document:
    """The letters, each on a page of its own and with a slip for the answer.

    `sign` is that of the log's digest, `workdays` how many the day of the answer was reckoned by, if it was.
    """
    parts = tuple(_part(plan, letter, sign, workdays) for letter in letters)
    return Document(f"{plan.title}催办单", parts)


def _part(plan: Plan, letter: Chase, sign: str, workdays: int | None) -> Part:
    title = "催办单" if letter.times == 1 else f"督办单（第{to_chinese(min(letter.times, 999))}次催办）"
    end = (Paragraph(digest_line(sign), Tone.DIM),) if sign else ()
    blocks = (*_blocks(plan, letter, workdays), *end)
    below = (*contact_note(plan.letter), *_slip(letter))
    return Part(title, blocks, (letter.name,), signature(plan.issuer, letter.on), below)


def _blocks(plan: Plan, letter: Chase, workdays: int | None) -> Iterator[Block]:
    yield Paragraph(f"{letter.unit}：", is_flush=True)
    yield Paragraph(
        f"{notice_words(plan)}中由你单位负责的下列{_count(letter.asked)}，"
        f"截至{date_words(letter.on)}{_state(letter.asked)}："
    )
    yield Sheet("", _COLUMNS, tuple(_cells(one, letter.on) for one in letter.asked))
    again = [one for one in letter.asked if one.times > 1]
    if again and letter.last:
        count = works_count(one.id for one in again)
        told = f"其中{count.words}此前已经催办，最近一次是{date_words(letter.last)}，至今没有办结"
        yield Paragraph(f"{told}，请主要负责人过问。" if letter.times > _SECOND else f"{told}。")
    within = f"（{workdays}个工作日内）" if workdays else ""
    yield Paragraph(
        f"请于{date_words(letter.answer_by)}前书面答复{within}，填好回执送回：已完成的报送完成日期和佐证材料，"
        "没有完成的说明进展、原因和预计完成日期。"
    )


def _count(asked: Sequence[Asked]) -> str:
    """2项工作, or 1项工作的3个时间点."""
    count = works_count(one.id for one in asked)
    return count.words if count.times > count.works else f"{count.works}项工作"


def _state(asked: Sequence[Asked]) -> str:
    told = {True: "仍未完成", False: "久无进展"}
    return "或".join(
        dict.fromkeys(told[bool(one.late)] for one in sorted(asked, key=lambda one: not one.late))
    )


_COLUMNS = (
    Column("编号"),
    Column("工作", weight=5),
    Column("期限和情况", weight=4),
)

_ANSWER = (
    Column("编号"),
    Column("工作", weight=2),
    Column("进展情况和原因", weight=5),
    Column("预计完成日期"),
)

_PROGRESS = Cell("□已完成　□未完成：　　　　　　")  # with room to write
_EXPECTED = Cell("　年　月　日")


def _slip(letter: Chase) -> Iterator[Block]:
    """What the unit fills in and sends back: one line per work, and who took the letter."""
    lines = tuple(
        (Cell(shown_id(one.id, one.row.item)), Cell(first_words(one.what)), _PROGRESS, _EXPECTED)
        for one in letter.asked
    )
    yield Sheet(f"回　执（{letter.name}，{letter.unit}）", _ANSWER, lines)
    yield Paragraph(_SIGN_HERE, is_flush=True)


def _cells(one: Asked, today: date) -> tuple[Cell, ...]:
    again = f"，第{one.times}次催办" if one.times > 1 else ""
    if one.late:
        by, tone = f"{date_words(one.late.by)}到期，逾期{(today - one.late.by).days}天", Tone.RED
    else:
        day, printed = one.row.deadline, one.row.item.deadline.text.strip()
        until = f"{date_words(day)}到期" if day else printed or "没有写时限"
        by, tone = f"{until}，{one.silent}天没有进展", Tone.YELLOW
    return (
        Cell(shown_id(one.id, one.row.item)),
        Cell(shorten(one.what, _WHAT, 1)[0] if one.late else first_words(one.what)),
        Cell(f"{by}{again}", tone),
    )
