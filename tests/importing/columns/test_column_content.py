"""What cells say of their column, whatever stands over it."""

from __future__ import annotations

import pytest

from qjtask.importing.columns.column_content import content_of, evidence_of_content, is_deadline, is_ordinal
from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import grid_of


def said(*cells: str) -> dict[Role, int]:
    rows = grid_of("\n".join(f"{cell} | x" for cell in cells)).rows
    return {one.role: one.weight for one in evidence_of_content(content_of(rows, 0))}


@pytest.mark.parametrize(
    ("cells", "role"),
    [
        (("县住建局", "县财政局、县公安局", "各镇（街道）"), Role.UNITS),
        (("9月底前", "持续推进", "2021年12月"), Role.DEADLINE),
        (("张三", "李四、王五", "赵六"), Role.PERSON),
        (("1", "2", "（三）"), Role.NUMBER),
        (("0000-0000001", "13800000000"), Role.OTHER),
        (("12.5", "3,000万元"), Role.OTHER),
        (("新建人行天桥2座。", "改造老旧小区12个。"), Role.TASK),
    ],
)
def test_the_cells_speak_for(cells: tuple[str, ...], role: Role) -> None:
    assert max(said(*cells), key=lambda one: said(*cells)[one]) is role


def test_nothing_is_said_by_blank_cells_or_by_a_mixture() -> None:
    assert said("", "/", "无") == {}
    assert said("县局", "6月", "做") == {}


def test_a_cell_over_the_whole_width_is_no_cell_of_the_column() -> None:
    rows = grid_of("一、抓实城建 | ←\n1 | 做一。\n2 | 做二。").rows
    assert content_of(rows, 0).texts == ("1", "2")


def test_merged_and_blank_cells_go_on_from_above() -> None:
    content = content_of(grid_of("甲 | 1\n↑ | 2\n | 3\n乙 | 4").rows, 0)
    assert (content.texts, content.goes_on, content.share) == (("甲", "乙"), 0.5, 0.5)


def test_numbered_headings_that_go_on_weigh_more_than_other_texts() -> None:
    heads = said("（一）平台建设", "", "", "（二）企业培育", "")
    assert heads[Role.TASK] > said("（一）平台建设", "（二）企业培育")[Role.TASK]


def test_texts_that_say_what_to_do_weigh_more_than_others() -> None:
    assert said("新建天桥", "（2）持续巡查", "改造小区")[Role.TASK] == 3
    assert Role.TASK not in said("人员到岗", "启闭灵活", "改造后")


def test_one_text_in_all_rows_names_the_works_and_says_not_what_to_do() -> None:
    assert Role.TASK not in said("改造工程", "改造工程")
    assert said("改造工程")[Role.TASK] == said("改造工程", "新建工程")[Role.TASK] == 3


def test_a_bare_number_is_no_deadline_and_a_word_no_ordinal() -> None:
    assert not is_deadline("12")
    assert is_deadline("12月")
    assert is_ordinal("第3号")
    assert not is_ordinal("县局")
