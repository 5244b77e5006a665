"""Which tone says what: lights, and how dated things stand."""

from __future__ import annotations

from qjtask.core.layout.sheet import Cell, Tone
from qjtask.core.standing.dues import DueState
from qjtask.core.standing.light import Light
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import light_words, row_light_words

DUE_TONES = {
    DueState.OVERDUE: Tone.RED,
    DueState.OPEN: Tone.PLAIN,
    DueState.REPORTED: Tone.PLAIN,
    DueState.DONE: Tone.GREEN,
}

LIGHT_TONES = {
    Light.RED: Tone.RED,
    Light.GREY: Tone.DIM,
    Light.YELLOW: Tone.YELLOW,
    Light.GREEN: Tone.GREEN,
}


def light_cell(light: Light | None, about: str) -> Cell:
    """A light with what it is about; blank without a light."""
    return Cell(light_words(light, about), LIGHT_TONES[light]) if light else Cell("")


def row_light_cell(row: Row) -> Cell:
    """A row's light with its days."""
    return Cell(row_light_words(row), LIGHT_TONES[row.light] if row.light else Tone.DIM)
