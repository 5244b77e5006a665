"""The times beside the numbers of a text: cut from their names, and the days that they are promised by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from qjtask.core.text.patterns import compiled
from qjtask.core.time.mentions import Mention
from qjtask.core.time.senses import Sense
from qjtask.importing.numbers.number_roles import Sorted

_CUT = frozenset((Sense.ASKED, Sense.STARTING, Sense.UNCLEAR, Sense.NAMED, Sense.RECURRING))
_PREPOSITIONS = tuple("于在到至自从")
_LONGEST_NAME = 120  # signs
# 由7个压减至3个, but not 由县住建局在8个小区新建.
_DOES_IT = r"[^，,0-9]{1,9}(?:负责|牵头|承担|[局委办院队镇乡处科])"
_BEGIN_ORIGINS = frozenset("由从将把")
_ORIGIN = rf"(?:(?:由(?!{_DOES_IT})|从)[^，,]{{0,10}}|[将把])[0-9][^，,]{{0,16}}$"


class TimesBeside:
    """The times of one text, found by where they stand."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text, self._mentions = text, mentions
        self._starts = [mention.start for mention in mentions]

    def words(self, begin: int, end: int) -> str:
        """The words of the text without the times that ask for something, and cut at 由 and 从."""
        at = begin = max(begin, end - _LONGEST_NAME)
        kept = []
        for mention in self._within(begin, end):
            if mention.end <= end and mention.sense in _CUT and not self._is_origin(mention):
                kept.append(_without_preposition(self._text[at : mention.start]))
                at = mention.end
        kept.append(self._text[at:end])
        words = "".join(kept)
        return words if _BEGIN_ORIGINS.isdisjoint(words) else compiled(_ORIGIN).sub("", words)

    def _is_origin(self, mention: Mention) -> bool:
        """由2020年的75%提高到90%: the time of a number that another is compared with."""
        is_from = self._text.startswith(("由", "从"), max(0, mention.start - 1))
        return is_from and self._text.startswith("的", mention.end)

    def has(self, begin: int, end: int) -> bool:
        """Whether a time stands there that is cut from names."""
        return any(time.sense in _CUT for time in self._within(begin, end))

    def by(self, one: Sorted) -> date | None:
        """The day of the time in the number's clause, or else that of the year that heads its sentence."""
        times = self._within(one.begin, one.quantity.at)
        asked = [time for time in times if time.sense is Sense.ASKED or time.end == one.quantity.start]
        if asked:
            return asked[-1].day
        first = max(0, one.begin - _LONGEST_NAME)
        start = max(first, max(self._text.rfind(sign, first, one.begin) for sign in "。；\n") + 1)
        heading = [time for time in self._within(start, one.begin) if time.sense is Sense.ASKED]
        return next(
            (time.day for time in reversed(heading) if compiled("(?:19|20)[0-9]{2}年").match(time.words)),
            None,
        )

    def _within(self, begin: int, end: int) -> Sequence[Mention]:
        return self._mentions[bisect_left(self._starts, begin) : bisect_right(self._starts, end)]


def _without_preposition(words: str) -> str:
    return words[:-1] if words.endswith(_PREPOSITIONS) else words
