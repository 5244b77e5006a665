"""The table of points as a document: a line for each office with its sum, and what every point rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from qjtask.core.layout.document import Document, Heading, Paragraph, Part, date_words
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.score import OfficeScore, Scored
from qjtask.core.letters.score_rules import EVENT_WORDS, ScoreRules
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.plan import Plan
from qjtask.core.sheets.digest_words import digest_line
from qjtask.core.text.width import shorten

_WORK = 40
"""Terminal cells of a work's text: its number says the rest."""


def score_document(
    plan: Plan, found: Sequence[OfficeScore], rules: ScoreRules, today: date, sign: str = "", about: str = ""
) -> Document:
    """The points as of `today`, the highest sum first; `sign` is that of the log's digest.

    `about` stands after the title: whose works these are, where they are not all.
    """
    title = f"{plan.title}{about}考核计分表"
    ranked = sorted(found, key=lambda one: -one.total)
    blocks = (
        Paragraph(f"计分办法：{rules.words}。逾期、久无进展按今天的情况计，其余按记录逐次计。"),
        Heading("一、各单位得分"),
        _totals(ranked, rules),
        Heading("二、计分依据"),
        _bases(ranked),
    )
    head = (f"（截至{date_words(today)}）", *([digest_line(sign)] if sign else ()))
    return Document(title, (Part(title, blocks, head),), is_wide=True)


def _totals(ranked: Sequence[OfficeScore], rules: ScoreRules) -> Sheet:
    """The sum of each event that has points, and that of all."""
    columns = (
        Column("单位", weight=1),
        *(Column(EVENT_WORDS[event], is_number=True) for event in rules.points),
        Column("合计", is_number=True),
    )
    lines = tuple(
        (
            Cell(one.office),
            *(
                _points_cell([each.points for each in one.scored if each.fact.event is event])
                for event in rules.points
            ),
            _points_cell([one.total])._replace(tone=Tone.STRONG),
        )
        for one in ranked
    )
    return Sheet("", columns, lines, () if lines else ("没有单位。",))


def _bases(ranked: Sequence[OfficeScore]) -> Sheet:
    columns = (
        Column("单位", weight=1, merged=True),
        Column("编号"),
        Column("工作", weight=2),
        Column("事项"),
        Column("分值", is_number=True),
        Column("日期"),
        Column("依据", weight=3),
    )
    lines = tuple((Cell(one.office), *_basis_cells(each)) for one in ranked for each in one.scored)
    return Sheet("", columns, lines, (f"共{len(lines)}条。" if lines else "没有一条计分。",))


def _basis_cells(one: Scored) -> tuple[Cell, ...]:
    fact, item = one.fact, one.row.item
    return (
        Cell(shown_id(fact.id, item)),
        Cell(shorten(item.work, _WORK, 1)[0]),
        Cell(EVENT_WORDS[fact.event]),
        _points_cell([one.points]),
        Cell(fact.on),
        Cell(fact.basis),
    )


def _points_cell(points: Sequence[Decimal]) -> Cell:
    """The sum, as a number; blank where nothing is added up."""
    if not points:
        return Cell("")
    total = sum(points, Decimal())
    tone = Tone.RED if total < 0 else Tone.PLAIN
    return Cell(int(total) if total == int(total) else total.normalize(), tone)
