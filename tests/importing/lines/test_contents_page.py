"""What stands under 目录 stands once more as headings."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.contents_page import without_contents
from qjtask.importing.lines.paragraphs import Passage


def left(*texts: str) -> list[str]:
    return [one.text for one in without_contents([Passage(text, "") for text in texts])]


@pytest.mark.parametrize("leaders", ["", "……1", " 12", "....（3）"])
def test_a_table_of_contents_goes(leaders: str) -> None:
    listed = (f"一、总体要求{leaders}", f"二、重点任务{leaders}")
    assert left("方案", "目  录", *listed, "一、总体要求", "坚持创新。") == [
        "方案",
        "一、总体要求",
        "坚持创新。",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("目录",),
        ("目录", "一、总体要求", "二、重点任务"),  # whose headings stand nowhere else
        ("目录", "一、总体要求", "坚持创新。" * 20, "一、总体要求"),
        ("修订目录", "一、总体要求", "二、重点任务", "一、总体要求"),
    ],
)
def test_anything_else_stays(texts: tuple[str, ...]) -> None:
    assert left(*texts) == list(texts)
