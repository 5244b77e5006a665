"""A paragraph that holds several numbered works is cut where each of them begins."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.lines.paragraph_cuts import parts_of, says_who

NOBODY = Vocabulary(())


@pytest.mark.parametrize(
    "parts",
    [
        ["1.修路。（县交通局负责）", "2.架桥。（县水利局负责）"],
        ["县住建局：", "1.修路。", "2.架桥。"],
        ["会议议定：", "1.修路。", "2.架桥。"],
        ["会议要求如下：", "（一）县住建局负责修路。", "（二）县水利局负责架桥。"],
    ],
)
def test_cuts_where_works_begin(parts: list[str]) -> None:
    assert list(parts_of("".join(parts), NOBODY, bare=True)) == parts


def test_leaves_a_paragraph_whose_numbers_share_out_nothing() -> None:
    text = "要点如下：1.修路；2.架桥。"
    assert list(parts_of(text, NOBODY, bare=True)) == [text]


@pytest.mark.parametrize(
    ("part", "said"), [("县住建局负责修路。", True), ("修路（县住建局）。", True), ("修路。", False)]
)
def test_tells_a_part_that_says_who(part: str, said: bool) -> None:
    assert says_who(part, NOBODY, bare=True) is said
