"""A cell of works with lines of its own: which of its breaks part two works, and which are layout."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.numbering import Printed, count_on, read_number
from qjtask.importing.words.vocabulary import words

_ENDS = tuple("。；;：:，,、！!？?（(“《")  # what a line ends in that says itself how the next one goes on
_SHORTEST = 4  # characters of a work
_FEWEST = 2
_ENDS_IN_COUNT = r"[0-9](?:[%％]|[^\W\d_]{1,2})$"  # 撤销专业3个


def lines_joined(text: str) -> tuple[str, bool]:
    """A cell's text with ； for the breaks that part works, and whether they part works without numbers.

    Lines are works where they count on (1.…⏎2.…), or where each of them begins with what is to be done, or
    stands behind a count, and none ends in a sign. All other breaks are left as they are.
    """
    if "\n" not in text:
        return text, False
    lines = text.split("\n")
    printed = [read_number(line) for line in lines]
    if _are_numbered(printed):
        return _parted(lines, printed), False
    are_works = (all(map(_is_work, lines)) or _are_counts(lines)) and not any(
        line.endswith(_ENDS) for line in lines
    )
    return ("；".join(lines), True) if are_works else (text, False)


def _are_numbered(printed: Sequence[Printed | None]) -> bool:
    """Whether numbers at the heads of lines follow each other, that of a heading over them apart."""
    found = [one for one in printed if one]
    return count_on(found[1:] if len(found) > _FEWEST and found[0].style != found[1].style else found)


def _parted(lines: Sequence[str], printed: Sequence[Printed | None]) -> str:
    """The lines as they stand, with a sign before each number that has none before it."""
    made = lines[0]
    for line, own, before in zip(lines[1:], printed[1:], printed, strict=False):
        if own is None:
            made += f"\n{line}"
        elif made.endswith(_ENDS):
            made += line
        else:
            heads = before.style != own.style if before else own.number == 1
            made += f"{'：' if heads else '；'}{line}"
    return made


def _is_work(line: str) -> bool:
    return len(line) >= _SHORTEST and line.startswith(words().works)


def _are_counts(lines: Sequence[str]) -> bool:
    """Whether lines but the last end in a count, and the last is the longest: no page broke them there."""
    are_long = all(len(line) >= _SHORTEST for line in lines) and len(lines[-1]) == max(map(len, lines))
    return are_long and all(compiled(_ENDS_IN_COUNT).search(line) for line in lines[:-1])
