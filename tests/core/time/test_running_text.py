"""Running text in the one spelling, sign by sign."""

from __future__ import annotations

from unicodedata import is_normalized

import pytest

from qjtask.core.time.numerals import NUMERALS
from qjtask.core.time.running_text import spelled
from qjtask.core.time.spelling import ENCLOSED


def test_letters_in_nfkc_stay_as_they_are() -> None:
    """They are not looked for where a whole text is in NFKC."""
    letters = filter(str.isalnum, map(chr, [*range(0x80, 0x4E00), *range(0xA000, 0x10000)]))
    changed = [
        letter
        for letter in letters
        if is_normalized("NFKC", letter)
        and letter not in ENCLOSED + NUMERALS
        and spelled(letter).words != letter
    ]
    assert not changed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("绿地２㎡，“三区”", "绿地2m2,三区"),
        ("一区—二区", "一区-二区"),
        ("ﬁ①㊣", "fi;正"),
        ("建成❶处", "建成;处"),
    ],
)
def test_signs_are_read_alike_whether_a_text_is_in_nfkc_or_not(text: str, words: str) -> None:
    assert spelled(text).words == words
