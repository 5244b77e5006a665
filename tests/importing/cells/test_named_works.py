"""A work beside the name that its row gives it."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.named_works import as_read, with_name


@pytest.mark.parametrize(
    ("name", "work", "both"),
    [
        ("甲路", "公路1公里", "甲路：公路1公里"),
        ("账实不符。", "开展清查。", "账实不符：开展清查。"),
        ("人行天桥", "新建人行天桥2座。", "新建人行天桥2座。"),
        ("新建人行天桥2座。", "人行天桥", "新建人行天桥2座。"),
        ("甲路", "", "甲路"),
        ("", "公路1公里", "公路1公里"),
    ],
)
def test_the_work_says_both_once(name: str, work: str, both: str) -> None:
    assert with_name(name, work) == both


@pytest.mark.parametrize(
    ("name", "is_read"),
    [
        ("服务业增加值", True),
        ("2020年完成率仅60%", False),
        ("管网老化，收集率低", False),
        ("年底前仍未完成", False),
        ("一些地方和部门对群众信访投诉重视不够导致问题长期存在", False),
    ],
)
def test_of_a_name_only_what_it_is_about_is_read(name: str, is_read: bool) -> None:
    assert as_read(name, "增长6%") == (f"{name}：增长6%" if is_read else "增长6%")
