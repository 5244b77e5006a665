"""Doubts know the key of the plan that they are about, the value in it, and the other reading, if any."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qjtask.importing.document.doubts import NONE
from qjtask.importing.drafts.answers import HEAD_FIELDS, DoubtAnswer, answered
from qjtask.importing.outline.outline import row_words

HEAD = "2021年重点工作任务分解表,,,,\n重点任务,具体工作,责任单位,完成时限,备注\n"


def fields(kit: Any, row: str, head: str = HEAD) -> set[tuple[str, str, str]]:
    """What the doubts of a table of one row are about, beside a row without any doubt."""
    rows = (row, "2.养护公路,审批科、建管科,6月底前,", "3.养护桥梁,建管科,6月底前,")
    table = head + "".join(f"（一）建设,{one}\n" for one in rows)
    return {(one.field, one.about, one.other) for one in kit.drafted(table, "a.csv").doubts}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1.修路，4月底前完成设计,建管科,6月底前,", ("milestones", "2021-04-30", NONE)),
        ("1.修路，9月底前完成设计,建管科,6月底前,", ("deadline", "", "2021-09-30")),
        ("1.修路，4月底前完成设计,建管科,,", ("deadline", "", NONE)),
        ("1.修路,建管科,汛期前,", ("deadline", "", "")),
        ("1.修路,建管科,2021-01-04 起,", ("deadline", "", "")),
        ("1.修路,建管科,,", ("deadline", "", "")),
        ("1.修路,建管科,,9月底前", ("deadline", "", NONE)),
        ("1.修路，每月25日前报送,建管科,,", ("deadline", "", NONE)),
        ("1.三年内建成平台,建管科,,", ("deadline", "", "")),
        ("1.修路,,6月底前,", ("units", "", "")),
        ("1.修路,张三,6月底前,", ("units", "张三", "")),
        ("1.修路,各镇街,6月底前,", ("members", "各镇街", "")),
        ("1.修路300公里左右,建管科,6月底前,", ("targets", "修路", "修路≤300公里")),
        ("1.压缩时间三分之一以上,建管科,6月底前,", ("targets", "", "")),
        (",建管科,6月底前,", ("work", "", "")),
        ("7.修路,建管科,6月底前,", ("no", "", "")),
    ],
)
def test_a_doubt_of_a_row(row: str, expected: tuple[str, str, str], kit: Any) -> None:
    assert expected in fields(kit, row)


def test_a_slip_is_another_name_of_what_it_seems_to_mean(kit: Any) -> None:
    rows = "".join(f"（一）建设,{at}.养护第{at}段,法规科,6月底前,\n" for at in range(1, 6))
    made = kit.drafted(f"{HEAD}{rows}（一）建设,6.养护第6段,法夫科,6月底前,\n", "a.csv")
    assert ("aliases", "法夫科", "法规科") in {(one.field, one.about, one.other) for one in made.doubts}


def test_the_heads_doubts_have_theirs(kit: Any) -> None:
    assert ("year", "", "") in fields(kit, "1.修路,建管科,6月底前,", HEAD.replace("2021年", ""))
    both = HEAD.replace("2021年重点", "2021年至2022年重点")
    assert ("year", "", "2022") in fields(kit, "1.修路,建管科,6月底前,", both)


SENTENCES = [
    line.partition("\t")[0]
    for name in ("dates/dates.tsv", "numbers/targets.tsv")
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()
    if line and not line.startswith(("#", "句子", "计划"))
]


@pytest.mark.parametrize("deadline", ["", "持续推进"])
def test_every_other_reading_that_is_offered_can_be_taken(deadline: str, kit: Any) -> None:
    rows = "".join(f"（一）建设,{at}.{text},建管科,{deadline},\n" for at, text in enumerate(SENTENCES, 1))
    draft = kit.drafted(f"{HEAD}{rows}", "a.csv")
    asked = [one for one in draft.doubts if one.other and one.field not in HEAD_FIELDS]
    assert len(asked) > len(SENTENCES) / 8  # many of them are of the kinds that offer one
    for doubt in asked:
        answered(draft, [DoubtAnswer(doubt, doubt.other)])


def test_what_a_row_prints_is_kept_for_the_question(kit: Any) -> None:
    made = kit.drafted(f"{HEAD}（一）建设,1.修路,建管科,6月底前,急\n", "a.csv")
    assert {item: row_words(row) for item, row in made.rows.items()} == {
        "1.1": "1.修路 | 建管科 | 6月底前 | 急"
    }


def test_what_a_paragraph_prints_has_its_offices_apart(kit: Any) -> None:
    text = "关于印发2021年重点任务的通知\n\n1.修建公路。（责任单位：县住建局、县交通局；完成时限：6月底前）\n"
    made = kit.drafted(text, "a.txt")
    assert [*map(row_words, made.rows.values())] == ["1 | 修建公路。 | 县住建局、县交通局 | 6月底前"]
