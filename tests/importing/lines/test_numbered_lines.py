"""What a line with a number is: a work, a clause of the work above it, or an office's heading."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_finder import find_clauses
from qjtask.importing.lines.levels import OFFICE
from qjtask.importing.lines.numbered_lines import heading_line, numbered_line, unit_alone
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.words.numbering import Printed

NOBODY = Vocabulary(())


def line_of(text: str) -> TextLine:
    search = find_clauses(text, NOBODY, bare=True)
    return numbered_line(Printed("1.", 1, text), search, "第1段", NOBODY)


@pytest.mark.parametrize(
    "text",
    [
        *("县住建局", "县住建局（3项）", "县水务局为治理工作的牵头单位。"),
        *("镇防汛办公室工作职责", "镇防汛工作领导小组职责", "县住建局主要任务"),
    ],
)
def test_an_office_behind_a_number_heads_works(text: str) -> None:
    assert [clause.is_heading for clause in line_of(text).search.clauses] == [True]


@pytest.mark.parametrize("text", ["工作职责", "主要任务", "组织机构及职责", "部门职责分工", "成员单位职责"])
def test_duties_of_nobody_head_no_works(text: str) -> None:
    assert not line_of(text).search.clauses


def test_a_label_behind_a_number_is_of_the_work_above() -> None:
    assert line_of("责任单位：县住建局").printed is None
    assert line_of("工作任务：修桥。责任单位：县住建局").printed is not None


def test_a_work_behind_a_number_stays_one() -> None:
    line = line_of("修桥。（县住建局负责）")
    assert line.printed is not None
    assert [clause.names for clause in line.search.clauses] == [("县住建局",)]


def test_a_heading_that_is_known_for_one_names_its_offices() -> None:
    line = heading_line(Passage("县住建局", "第1段", heads=("县住建局",)))
    assert [(clause.units, clause.is_heading) for clause in line.search.clauses] == [(("县住建局",), True)]


def test_an_office_before_a_colon_stands_alone_unless_a_letter_is_sent_to_it() -> None:
    assert unit_alone("县住建局：", NOBODY) == Printed(OFFICE, 0, "县住建局")
    assert unit_alone("各县区住建局：", NOBODY) is None
    assert unit_alone("县住建局", NOBODY) is None
