"""Which tone says what."""

from __future__ import annotations

import pytest

from qjtask.core.layout.sheet import Cell, Tone
from qjtask.core.log.entry import Entry
from qjtask.core.sheets.tones import DUE_TONES, LIGHT_TONES, light_cell, row_light_cell
from qjtask.core.standing.light import Light
from qjtask.core.standing.words import DUE_WORDS
from tests.core.plans import entry, item, row


def test_every_light_and_every_state_on_a_timeline_has_its_tone() -> None:
    assert LIGHT_TONES.keys() == set(Light)
    assert DUE_TONES.keys() == DUE_WORDS.keys()


def test_a_light_has_its_word_and_its_tone() -> None:
    assert light_cell(Light.RED, "逾期3天") == Cell("红 逾期3天", Tone.RED)
    assert light_cell(Light.GREEN, "") == Cell("绿", Tone.GREEN)
    assert light_cell(None, "逾期3天") == Cell("")


@pytest.mark.parametrize(
    ("told", "today", "cell"),
    [
        ([], "07-03", Cell("红 逾期3天", Tone.RED)),
        ([], "06-25", Cell("黄 剩5天", Tone.YELLOW)),
        ([entry(on="07-01")], "07-03", Cell("逾期完成", Tone.DIM)),
        ([entry(on="06-30")], "07-03", Cell("", Tone.DIM)),
    ],
)
def test_a_row_s_light_is_that_of_its_nearest_day(told: list[Entry], today: str, cell: Cell) -> None:
    assert row_light_cell(row(item(), told, today)) == cell
