"""Tones on paper: each can be read, and told from the others without colour."""

from __future__ import annotations

import pytest

from qjtask.core.layout.sheet import Tone
from qjtask.render.print_tones import BOLD, COLOURS


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definitions)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tone", COLOURS)
def test_every_colour_can_be_read_on_white(tone: Tone) -> None:
    """A contrast of 4.5 to 1 at least (WCAG 2.2, 1.4.3)."""
    assert 1.05 / (luminance(COLOURS[tone]) + 0.05) >= 4.5


def test_what_is_late_is_bold_too() -> None:
    assert Tone.RED in BOLD
    assert COLOURS.keys() == set(Tone) - {Tone.PLAIN, Tone.STRONG}
