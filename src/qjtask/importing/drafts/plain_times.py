"""Times that are asked about once for all works: plain ones within works, and deadlines in stages.

6月底前建成 within works is one doubt for all deadlines read so, and one for all steps. Numbers that are about
so much are said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qjtask.importing.cells.deadlines import NO_DEADLINE, PLAIN_DEADLINE, PLAIN_STEP, STAGED
from qjtask.importing.cells.goals import PLAIN_NUMBER
from qjtask.importing.cells.items import BLANK_WORDS
from qjtask.importing.document.doubts import Doubt, alike_by, in_part, told_as_one

_KINDS = {  # how many works at least are told as one, and the fix of one that is told alone
    PLAIN_DEADLINE: (2, "请核对 deadline"),
    PLAIN_STEP: (3, "不对请改 milestones"),  # told alone, a step shows the deadline beside it
}
_FEWEST_BLANK = 2
_FEWEST_STAGED = 2


def joined_plain(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """The doubts, those on several plain times told as one where the first of them stands."""
    told = tuple(doubts)
    for fix, (fewest, alone) in _KINDS.items():
        many: list[tuple[Sequence[Doubt], Doubt]] = []
        few: set[int] = set()
        for plain in alike_by(_before, (one for one in told if one.fix == fix)):
            if len({item for one in plain for item in one.items}) >= fewest:
                many.append((plain, _joined(plain)))
            else:
                few.update(map(id, plain))
        told = tuple(one._replace(fix=alone) if id(one) in few else one for one in told_as_one(told, many))
    return _joined_numbers(_joined_words(_joined_blanks(_joined_stages(told))))


def _before(doubt: Doubt) -> str:
    """Where a time is written: 没有写完成时限，具体工作里写着."""
    return doubt.read.partition("“")[0]


def _joined_stages(told: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """The doubts, those on deadlines of several times told as one: they are all read in one way."""
    staged = [one for one in told if one.fix == STAGED]
    if len(staged) < _FEWEST_STAGED:
        return told
    cells = (f"“{one.read.partition('“')[2].rpartition('”')[0]}”" for one in staged)
    read = f"{len(staged)}项的完成时限写了几个时间（{in_part(list(dict.fromkeys(cells)))}）"
    assumed = "各按最后一个记，较早的记作时间节点"
    return told_as_one(told, [(staged, staged[0]._replace(read=read, assumed=assumed))])


def _joined_blanks(told: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """The doubts, those on works without any deadline told as one, too: they are asked once as well."""
    blank = [one for one in told if (one.read, one.assumed, one.fix) == NO_DEADLINE]
    if len(blank) < _FEWEST_BLANK:
        return told
    count = len({item for one in blank for item in one.items})
    return told_as_one(told, [(blank, blank[0]._replace(read=f"{count}项{blank[0].read}"))])


def _joined_words(told: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """The doubts, those on the same words taken for a blank told as one: 根据需要 in several cells."""
    kinds = alike_by(lambda one: one.read, (one for one in told if (one.assumed, one.fix) == BLANK_WORDS))
    several = [blank for blank in kinds if len(blank) >= _FEWEST_BLANK]
    said = [blank[0]._replace(read=f"{len(blank)}项的{blank[0].read}") for blank in several]
    return told_as_one(told, zip(several, said, strict=True))


def _joined_numbers(told: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """The doubts, those on plain numbers told as one for each kind, and said: 增长6%左右 is no less."""
    kinds = alike_by(lambda one: (one.read, one.assumed), (one for one in told if one.fix == PLAIN_NUMBER))
    said = [plain[0]._replace(about="", other="", is_plain=True) for plain in kinds]
    return told_as_one(told, zip(kinds, said, strict=True))


def _joined(plain: Sequence[Doubt]) -> Doubt:
    """One doubt for several, with their words and days; no answer but 照读的 is for each."""
    count = len({item for one in plain for item in one.items})
    before = _before(plain[0])
    assumed, _, _ = plain[0].assumed.partition(" ")
    listed = in_part(list(dict.fromkeys(map(_words_and_day, plain))))
    return plain[0]._replace(
        read=f"{count}项{'的' if before.startswith('具体') else ''}{before}{listed}",
        assumed=assumed,
        about="",
        other="",
    )


def _words_and_day(doubt: Doubt) -> str:
    """“6月底前”（2021-06-30）."""
    words = doubt.read.partition("“")[2].partition("”")[0]
    return f"“{words}”（{doubt.assumed.rpartition(' ')[2]}）"
