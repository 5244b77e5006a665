"""The table of points as people read it."""

from __future__ import annotations

from decimal import Decimal

from qjtask.core.layout.document import Document, Heading, Paragraph
from qjtask.core.layout.sheet import Cell, Sheet, Tone
from qjtask.core.letters.score import scores
from qjtask.core.letters.score_document import score_document
from qjtask.core.letters.score_rules import ScoreEvent, ScoreRules
from qjtask.core.log.entry import Do, Entry
from qjtask.core.standing.roles import OfficeRole
from tests.core.plans import day, entry, item, past, plan, standing, texts

PLAN = plan(
    item("1.1", no="27", units=("审批科", "建管科"), deadline="2021年5月31日"),
    item("1.2", units=("建管科",), deadline="2021年6月30日"),
)
RULES = ScoreRules(
    {
        ScoreEvent.DONE_IN_TIME: {OfficeRole.OWNER: Decimal("1.5")},
        ScoreEvent.OVERDUE: {OfficeRole.OWNER: Decimal(-2)},
    }
)
NOTED = entry("1.1", Do.NOTE, "06-09")


def document(*log: Entry, sign: str = "", about: str = "") -> Document:
    found = scores(PLAN, standing(PLAN, log), past(log, "06-10"), RULES)
    return score_document(PLAN, found, RULES, day("06-10"), sign, about)


def tables(made: Document) -> tuple[Sheet, Sheet]:
    first, second = (block for block in made.parts[0].blocks if isinstance(block, Sheet))
    return first, second


def test_a_line_for_each_office_the_highest_first() -> None:
    totals, _ = tables(document(NOTED, entry("1.2", on="06-02")))
    assert [column.heading for column in totals.columns] == ["单位", "按期完成", "逾期", "合计"]
    assert texts(totals) == [["建管科", "1.5", "-2", "-0.5"], ["审批科", "", "-2", "-2"]]
    assert totals.rows[1][3] == Cell(-2, Tone.STRONG)
    assert totals.rows[0][1] == Cell(Decimal("1.5")), "a number, which a workbook can add"


def test_every_point_stands_under_it_with_what_it_rests_on() -> None:
    done = entry("1.2", on="06-02")
    _, bases = tables(document(NOTED, done))
    late = "期限2021年5月31日，已逾期10天"
    assert texts(bases) == [
        ["建管科", "1.1（27）", "做好1.1", "逾期", "-2", "2021-05-31", late],
        [
            "建管科",
            "1.2",
            "做好1.2",
            "按期完成",
            "1.5",
            "2021-06-02",
            f"2021年6月2日完成，期限2021年6月30日（记录 {done.id}）",
        ],
        ["审批科", "1.1（27）", "做好1.1", "逾期", "-2", "2021-05-31", late],
    ]
    assert bases.rows[0][5].value == day("05-31")
    assert bases.notes == ("共3条。",)


def test_head_rules_and_title() -> None:
    made = document(NOTED, sign="4CD4C4AF", about="（区司法局牵头）")
    assert made.title == "2021年工作任务分解（区司法局牵头）考核计分表"
    (part,) = made.parts
    assert part.head == ("（截至2021年6月10日）", "台账校验码：4CD4C4AF")
    assert part.blocks[0] == Paragraph(
        "计分办法：按期完成+1.5；逾期-2。逾期、久无进展按今天的情况计，其余按记录逐次计。"
    )
    assert [block.text for block in part.blocks if isinstance(block, Heading)] == [
        "一、各单位得分",
        "二、计分依据",
    ]


def test_where_nothing_counts_that_is_said() -> None:
    totals, bases = tables(score_document(PLAN, [], RULES, day("06-10")))
    assert (totals.rows, totals.notes) == ((), ("没有单位。",))
    assert (bases.rows, bases.notes) == ((), ("没有一条计分。",))
