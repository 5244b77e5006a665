"""How tones look on paper: dark enough for print, and for a black-and-white printer bold."""

from __future__ import annotations

from qjtask.core.layout.sheet import Tone

COLOURS = {Tone.RED: "C00000", Tone.YELLOW: "8A5A00", Tone.GREEN: "00642D", Tone.DIM: "595959"}
"""Red, green and blue; a tone that is not here is black."""

BOLD = frozenset((Tone.RED, Tone.STRONG))
