"""通报: a draft in the usual order: overall, by unit, finished, late, next, and what no date brings up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import Block, Document, Heading, Paragraph, Part, date_words, signature
from qjtask.core.layout.sheet import Tone
from qjtask.core.letters.bulletin_chased import chased_blocks
from qjtask.core.letters.bulletin_extended import extended_blocks, returned_blocks
from qjtask.core.letters.bulletin_finished import finished_blocks
from qjtask.core.letters.bulletin_moving import moving_blocks, target_blocks
from qjtask.core.letters.bulletin_open import coming_blocks, late_blocks, silent_blocks, unread_blocks
from qjtask.core.letters.bulletin_reports import Reports
from qjtask.core.letters.letterhead import address_words, contact_note, notice_words
from qjtask.core.log.history import UNTOLD, History
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import owner_names, unit_names
from qjtask.core.sheets.digest_words import digest_line
from qjtask.core.sheets.stats_sheets import by_sheet
from qjtask.core.standing.counts import StatsBy, beside_words, figures
from qjtask.core.standing.query import due_lines
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import open_rows
from qjtask.core.standing.words import left_out_words, owners_word
from qjtask.core.time.numerals import to_chinese
from qjtask.core.time.span import Span


def bulletin(
    plan: Plan,
    rows: Sequence[Row],
    today: date,
    since: date,
    within: Span,
    sign: str = "",
    only: Collection[str] = (),
    about: str = "",
    changes: str = "",
    *,
    past: History = UNTOLD,
    unread: Sequence[str] = (),
) -> Document:
    """The draft as of `today`: finished since `since` (that day included), next due within `within`.

    `sign` is that of the log's digest. The rows count as they stand for the units in `only`, if any are
    named. `about` stands after the title: whose works these are, where they are not all;
    `changes` after the figures, what became of them. `past` has what was reported on the works, and who
    was chased. `unread` are the plans that should be here and could not be read.
    """
    owners = owners_word(rows)
    until = within.after(today)
    still = open_rows(rows, only)
    dues = due_lines(still, until)
    late = [line for line in dues if line.due.by < today]
    coming = [line for line in dues if line.due.by >= today]
    reports = Reports(past, unit_names(plan), plan.year, only)
    sections: list[tuple[str, Iterable[Block]]] = [
        ("总体情况", [Paragraph(overall_words(rows, today, only, about) + changes)]),
        _progress(plan, rows, only),
        (f"{date_words(since)}以来完成的工作", finished_blocks(rows, only, since, reports)),
        (f"{date_words(since)}以来有进展的工作", moving_blocks(rows, only, since, reports)),
        ("逾期未完成的工作", late_blocks(late, still, today)),
        (f"下一步：{date_words(until)}前到期的工作", coming_blocks(coming, today)),
        ("久无进展的工作", silent_blocks(still, plan.rules.rhythm)),
        ("时限读不懂的工作", unread_blocks([row for row in still if row.is_unread])),
        ("指标完成情况", target_blocks(rows)),
        ("延期的工作", extended_blocks(rows)),
        ("退回的工作", returned_blocks(rows)),
        ("催办和答复", chased_blocks(rows, since, reports)),
    ]
    end = (Paragraph(digest_line(sign), Tone.DIM),) if sign else ()
    left_out = (Paragraph(f"{left_out_words(unread)}。", Tone.RED),) if unread else ()
    blocks = (*_opening(plan, owners, today, about), *left_out, *_numbered(sections), *end)
    title = f"关于{plan.title}{about}进展情况的通报"
    signed = signature(plan.issuer, today)
    return Document(title, (Part(title, blocks, ("（代拟稿）",), signed, contact_note(plan.letter)),))


def _opening(plan: Plan, owners: str, today: date, about: str) -> Iterator[Block]:
    """Whom it is for, by which notice, and as of when; several plans together go by their name alone."""
    yield Paragraph(address_words(plan.letter, owners), is_flush=True)
    is_notice = plan.document or plan.issued
    by, of = (f"根据{notice_words(plan)}，", "") if is_notice else ("", plan.title)
    yield Paragraph(f"{by}现将{of}截至{date_words(today)}各项工作{about}的进展情况通报如下：")


def _numbered(sections: Iterable[tuple[str, Iterable[Block]]]) -> Iterator[Block]:
    """The sections that say something, under numbers."""
    told = [(name, found) for name, blocks in sections if (found := list(blocks))]
    for number, (name, blocks) in enumerate(told, 1):
        yield Heading(f"{to_chinese(number)}、{name}")
        yield from blocks


def _progress(plan: Plan, rows: Sequence[Row], only: Collection[str]) -> tuple[str, Iterable[Block]]:
    """How far each unit is; where several offices' plans stand together, each office.

    Behind the page of all, each office has one with its own units.
    """
    several = len({row.at.office for row in rows}) > 1
    name = "单位" if several else owners_word(rows)
    names = () if several else owner_names(plan)
    sheet = by_sheet(rows, StatsBy.OFFICE if several else StatsBy.UNIT, names, only)
    return f"各{name}进度", [sheet._replace(title="", notes=tuple(f"{note}。" for note in sheet.notes))]


def overall_words(rows: Sequence[Row], today: date, only: Collection[str] = (), about: str = "") -> str:
    """截至……，共45项：已完成12项，占27%；…… The items add up to the total, the percentages to 100."""
    parts = [f"{kind}{count}项，占{percent}%" for kind, count, percent in figures(rows, only) if count]
    counts = "；".join(parts) + "。" if parts else ""
    whole = f"任务分解表{about}共{len(rows)}项工作{'：' if counts else '。'}{counts}"
    return "".join((f"截至{date_words(today)}，{whole}", *_beside_words(rows, only), *_finished_words(rows)))


def _finished_words(rows: Sequence[Row]) -> Iterator[str]:
    """How many were finished late, and how many in time only by virtue of an extension."""
    late = sum(row.finished_late for row in rows)
    by_extension = sum(row.finished_by_extension for row in rows)
    told = [f"{late}项是逾期完成的"] if late else []
    told += [f"{by_extension}项是延期后按期完成的"] if by_extension else []
    if told:
        yield f"已完成的工作中，{'，'.join(told)}。"


def _beside_words(rows: Sequence[Row], only: Collection[str]) -> Iterator[str]:
    if beside := beside_words(rows, only):
        yield f"{beside}。"
