"""Which tone says what: lights, and how dated things stand."""

from __future__ import annotations

from qjtask.core.layout.sheet import Cell, Tone
from qjtask.core.standing.row import DueState, Light
from qjtask.core.standing.words import LIGHT_WORDS

STANDING_TONES = {DueState.OVERDUE: Tone.RED, DueState.OPEN: Tone.PLAIN, DueState.DONE: Tone.GREEN}


LIGHT_TONES = {Light.RED: Tone.RED, Light.YELLOW: Tone.YELLOW, Light.GREEN: Tone.GREEN}


def light_cell(light: Light, words: str) -> Cell:
    """The light's word with what it is about: the days left, or the days of silence of an undated item."""
    return Cell(f"{LIGHT_WORDS[light]} {words}".rstrip(), LIGHT_TONES[light])
