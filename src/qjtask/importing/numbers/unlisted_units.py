"""Numbers with a unit that nobody has listed, at the end of what is to be made: 铺设电缆20盘."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.numbers.target_names import begins_with_a_verb, tidy_name

_NUMBER = r"[0-9][0-9.]*"
_NO_NUMBER_AFTER = frozenset(".·第前至到~—–/-")
# 3.0版, 5月, 2021年, 66号, 500强: these count nothing.
_NO_UNIT = "年月日号时点分周级期届度版路线区楼层室国省州县乡街阶章强"
_UNIT = rf"[百千万亿余多]{{0,3}}(?![{_NO_UNIT}]){HAN}(?=[,;。、]|$)"
# 改善9万人口的饮水安全 does something for so many; 服务50万人口 says how many there are.
_PEOPLE = r"(?:改善|解决)(?P<count>[0-9][0-9.]*)[百千万]{0,2}(?:人口|[农城][村镇]人口)的"
_STARTS = ",;。:、\n("
_FAR = 40  # signs
_SHORTEST = 4  # a verb and a thing


def odd_units(text: str, read: Collection[int]) -> Iterator[int]:
    """Where a number that is not `read` ends a clause that begins with a verb, or counts who is helped.

    `text` is of half width.
    """
    for run in compiled(_NUMBER).finditer(text):
        at = run.start()
        if at in read or not _may_count(text, *run.span()):
            continue
        first = max(0, at - _FAR)
        words = tidy_name(text[max(first, max(text.rfind(sign, first, at) for sign in _STARTS) + 1) : at])
        if len(words) >= _SHORTEST and begins_with_a_verb(words):
            yield at
    if "人口的" in text:
        yield from (found.start("count") for found in compiled(_PEOPLE).finditer(text))


def _may_count(text: str, at: int, end: int) -> bool:
    """Whether a number stands behind words and before a unit: 铺设电缆20盘, not 第3批 or B7栋."""
    before = text[at - 1 : at]
    if at < _SHORTEST or before in _NO_NUMBER_AFTER or (before.isascii() and before.isalpha()):
        return False
    return compiled(_UNIT).match(text, end) is not None
