"""Lines that end where no more had room: the text goes on, or another begins in the next line by chance."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.numbering import read_number
from qjtask.importing.words.office_words import (
    begins_with_region,
    ends_as_office,
    is_office,
    looks_like_person,
)

_PARTS = r"[、，,；;。：:\s（）()]"
_SENTENCE = "。；;！？!?"
_SHORTEST = 3  # characters; a line of two holds a name of two as often as a part of one
_WHOLE = tuple(f"{region}{body}" for region in "省市县区州镇乡" for body in "委府办")


def goes_on(text: str, after: str) -> bool:
    """Whether a line that fills its cell goes on in the next; two names of one width may stand there, too."""
    if text[-1] in _SENTENCE or after[0].isascii() or read_number(after):
        return False
    name, part = compiled(_PARTS).split(text)[-1], compiled(_PARTS).split(after)[0]
    if looks_like_person(name) and looks_like_person(part):
        return False
    if len(text) < _SHORTEST and (not begins_with_region(text) or text in _WHOLE):
        return False
    may_end = ends_as_office(name) and len(name) >= _SHORTEST
    return not (may_end and (is_office(part) or begins_with_region(part) or part.startswith("各")))
