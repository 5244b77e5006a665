"""The title of a plan whose parts have titles of their own."""

from __future__ import annotations

import pytest

from qjtask.importing.document.shared_titles import shared_title


@pytest.mark.parametrize(
    ("title", "parts", "name", "whole"),
    [
        (
            "甲县2025年教育重点任务清单",
            ["甲县2025年教育重点任务清单", "甲县2025年卫生重点任务清单"],
            "a.xlsx",
            "甲县2025年重点任务清单",
        ),
        (
            "甲县2025年任务清单（教育）",
            ["甲县2025年任务清单（教育）", "甲县2025年任务清单（卫生）"],
            "a.xlsx",
            "甲县2025年任务清单",
        ),
        ("2025年教育局重点任务", ["教育局", "卫健局"], "a.xlsx", "2025年重点任务"),
        ("2025年教育局重点任务", ["教育局", "卫健局"], "甲县2025年任务分解表.xlsx", "甲县2025年任务分解表"),
        # one title over all parts, the same part twice, and nothing that the titles share
        ("甲县2025年任务清单", ["教育", "卫生"], "甲县2025年任务分解表.xlsx", "甲县2025年任务清单"),
        ("2025年教育任务", ["教育", "教育"], "a.xlsx", "2025年教育任务"),
        ("2025年教育任务清单", ["2025年教育任务清单", "卫生要点2025"], "a.xlsx", "2025年教育任务清单"),
        ("2025年任务清单", ["2025年任务清单"], "a.xlsx", "2025年任务清单"),
    ],
)
def test_a_title_of_the_first_part_alone_is_not_that_of_the_plan(
    title: str, parts: list[str], name: str, whole: str
) -> None:
    assert shared_title(title, parts, [name, "教育"]) == whole
