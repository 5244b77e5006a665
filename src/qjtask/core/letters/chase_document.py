"""催办单 and 督办单 as documents: one page per unit, and the second says that it is the second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import Block, Document, Paragraph, Part, date_words, signature
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.chases import Asked, Chase
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.plan import Plan
from qjtask.core.sheets.digest_words import digest_line
from qjtask.core.standing.late import works_count
from qjtask.core.text.width import shorten
from qjtask.core.time.numerals import to_chinese

_SECOND = 2  # from the third on the head of the unit is asked

_WHAT = 80
"""Cells of a work's text in a letter: a unit knows its work by the number, and a page has to hold it all."""


def chase_document(plan: Plan, letters: Sequence[Chase], sign: str = "") -> Document:
    """The letters, each on a page of its own; `sign` is that of the log's digest."""
    parts = tuple(_part(plan, letter, sign) for letter in letters)
    return Document(f"{plan.title}催办单", parts)


def _part(plan: Plan, letter: Chase, sign: str) -> Part:
    title = "催办单" if letter.times == 1 else f"督办单（第{to_chinese(min(letter.times, 999))}次催办）"
    end = (Paragraph(digest_line(sign), Tone.DIM),) if sign else ()
    blocks = (*_blocks(plan, letter), *end)
    return Part(title, blocks, (letter.name,), signature(plan.issuer, letter.on))


def _blocks(plan: Plan, letter: Chase) -> Iterator[Block]:
    document = f"（{plan.document}）" if plan.document else ""
    yield Paragraph(f"{letter.unit}：", is_flush=True)
    yield Paragraph(
        f"《{plan.title}》{document}中由你单位负责的下列{_count(letter.asked)}，"
        f"截至{date_words(letter.on)}仍未完成或久无进展："
    )
    yield Sheet("", _COLUMNS, tuple(_cells(one, letter.on) for one in letter.asked))
    again = [one for one in letter.asked if one.times > 1]
    if again and letter.last:
        count = works_count(one.id for one in again)
        told = f"其中{count.words}此前已经催办，最近一次是{date_words(letter.last)}，至今没有办结"
        yield Paragraph(f"{told}，请主要负责人过问。" if letter.times > _SECOND else f"{told}。")
    yield Paragraph(
        f"请于{date_words(letter.answer_by)}前书面答复：已完成的报送完成日期和佐证材料，"
        "没有完成的说明进展、原因和预计完成日期。"
    )


def _count(asked: Sequence[Asked]) -> str:
    """2项工作, or 1项工作的3个时间点."""
    count = works_count(one.id for one in asked)
    return count.words if count.times > count.works else f"{count.works}项工作"


_COLUMNS = (
    Column("编号"),
    Column("工作", weight=5),
    Column("期限和情况", weight=3),
)


def _cells(one: Asked, today: date) -> tuple[Cell, ...]:
    again = f"，第{one.times}次催办" if one.times > 1 else ""
    if one.late:
        by, tone = f"{date_words(one.late.by)}到期，逾期{(today - one.late.by).days}天", Tone.RED
    else:
        printed = one.row.item.deadline.text.strip() or "没有写时限"
        by, tone = f"{printed}，{one.silent}天没有进展", Tone.YELLOW
    return (
        Cell(shown_id(one.id, one.row.item)),
        Cell(shorten(one.what, _WHAT, 1)[0]),
        Cell(f"{by}{again}", tone),
    )
