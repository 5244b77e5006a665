"""What the table that was chosen as the plan gives."""

from __future__ import annotations

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.head import Head
from qjtask.importing.drafts.choosing import choose, judged_tables
from qjtask.importing.drafts.chosen_table import of_table
from qjtask.importing.outline.understood import Understood
from qjtask.importing.works.clause_reading import read_clause_plan
from tests.importing.drawn import document_of

HEADING = "序号 | 具体任务 | 责任单位 | 时限\n"
WORKS = "1* | 出台支持政策。 | 市经信局 | 6月\n2 | 举办专场活动。 | 市科技局 | 7月"


def understood(*blocks: str, given: Head | None = None) -> Understood:
    document = document_of(*blocks)
    choice = choose(document, "a.html", judged_tables(document), read_clause_plan(document), {}, 1)
    return of_table(document, "a.html", choice, given or Head())


def test_a_note_on_marks_is_kept_with_the_works_that_bear_them() -> None:
    first, second = understood(HEADING + WORKS, "注：带*的为重点项目。").outline.rows
    assert (first.number, first.note) == ("1", "带*的为重点项目")
    assert (second.number, second.note) == ("2", "")


def test_what_is_given_of_the_head_wins() -> None:
    given = Head(title="重点工作", year=2025)
    head = understood("2026年重点任务分解表", HEADING + WORKS, given=given).head
    assert (head.title, head.year) == ("重点工作", 2025)


def test_a_table_without_a_work_is_refused() -> None:
    with pytest.raises(Refused, match="没有一项工作"):
        understood(HEADING + "合计 | | | ")


@pytest.mark.parametrize(
    ("works", "goals", "are_sizes"),
    [
        ("建设规模及内容", "2022年工作目标", True),
        ("建设内容", "年度目标", True),
        ("2022年建设内容", "年度目标", False),
        ("建设规模及内容", "总体目标", False),
        ("工作内容", "年度目标", False),
    ],
)
def test_sizes_of_whole_projects_promise_nothing_beside_goals_of_a_year(
    works: str, goals: str, *, are_sizes: bool
) -> None:
    found = understood(
        f"序号 | 项目名称 | {works} | {goals} | 责任单位\n"
        "1 | 市医院二期 | 新增床位800张 | 主体结构封顶 | 市卫健委\n"
        "2 | 文化公园 | 新建步道6.8公里 | 完成主体工程 | 市建设集团"
    )
    assert found.has_goals_of_year == are_sizes
    assert any("写的是整个项目" in one for one in found.said) == are_sizes
