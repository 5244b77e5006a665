"""Numbers that a work's text promises: 占比不低于80%, 至少推出1项创新服务, 压缩至3个工作日以内."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.plan.plan import Target
from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import ANY_YEAR
from qjtask.core.time.mentions import read_mentions, within_names
from qjtask.core.time.running_text import half_width
from qjtask.importing.numbers.clause_marks import without_bounds_again, without_marks
from qjtask.importing.numbers.dated_values import DoubtfulNumber, Promise, kept_values, without_the_same_again
from qjtask.importing.numbers.found_faults import without_faults
from qjtask.importing.numbers.namer import Namer
from qjtask.importing.numbers.number_roles import Sorted, sorted_numbers
from qjtask.importing.numbers.odd_names import is_odd_name
from qjtask.importing.numbers.past_clauses import Since
from qjtask.importing.numbers.placed_numbers import NumberRole
from qjtask.importing.numbers.promise_words import HEDGE
from qjtask.importing.numbers.quantities import Bound, Quantity, compared_numbers
from qjtask.importing.numbers.unlisted_units import odd_units

OF_EACH_TIME = "照印的数记，不是全年的"
"""What is assumed of a number that is promised of each quarter or month."""

_ABOUT_SIGN = "左右|上下|大约|约|近"
_NEAR = 4  # signs
_MOST = 20  # targets of one work
_NUMERALS = frozenset("0123456789０１２３４５６７８９一两二三四五六七八九十百翻")
_LONGEST_TOLD = 40
_MOST_SHOWN = 3  # clauses
_DONE_OF_ALL = r"完成(?:总?进度|总?任务|总?工程量)?的?[0-9.]{1,6}[%％](?:以上)?$"
_DOUBLES = r"翻(?:[一两三][番倍]|番)"
_EACH_TIME = (
    r"每(?:(?:一|个)?(?:周|星期|月|季度?|半年|学期|天|日)|(?:[0-9]{1,2}|[两二三四五六七八九十])个?(?:年|月|周|天|日))"
    r"[^,;。，；\n0-9]{0,12}$"
)
_COUNTED = frozenset(
    (
        *(NumberRole.PROMISED, NumberRole.PROMISED_OF, NumberRole.SERVED, NumberRole.SHARE),
        *(NumberRole.SIZE, NumberRole.FACT),
    )
)


def read_targets(
    text: str, *, year: int | None = None, issued: date | None = None, steps: Sequence[str] = ()
) -> tuple[list[Target], list[DoubtfulNumber]]:
    """The promises of a text in order, and what to tell of them.

    `year` and `issued` are the plan's: a number of an earlier time is a fact. Without them a year is
    earlier when the text names a later one. `steps` are those that were read in the text.
    """
    if _NUMERALS.isdisjoint(text):
        return [], []
    text = without_faults(text)
    text = without_bounds_again(without_marks(text))
    plain = half_width(text)
    mentions = read_mentions(text, year=year or ANY_YEAR)
    numbers = list(sorted_numbers(plain, mentions, Since(year, issued)))
    namer = Namer(text, plain, mentions)
    promises = [promise for group in _groups(plain, numbers) for promise in namer.promises(group)]
    promises = without_the_same_again(promises)
    kept, of_others = kept_values(promises, year)
    told = [
        *_about(text, promises),
        *_each_time(text, kept),
        *_odd(kept),
        *of_others,
        *_unread((text, plain), numbers, namer.unnamed, steps),
        *_too_many(kept),
    ]
    return [one.target for one in kept][:_MOST], told


def _too_many(kept: Sequence[Promise]) -> Iterator[DoubtfulNumber]:
    if len(kept) > _MOST:
        first = kept[_MOST].target.name
        yield DoubtfulNumber(f"一项工作里有{len(kept)}个指标", f"只记前{_MOST}个，从“{first}”起没有记")


def _groups(plain: str, numbers: Sequence[Sorted]) -> Iterator[list[Sorted]]:
    """Promised numbers, those of one list together (分别达到5000件、98%和90%以上), and facts."""
    group: list[Sorted] = []
    for one in numbers:
        if one.role not in _COUNTED:
            continue
        joined = (
            group
            and one.role is group[-1].role is NumberRole.PROMISED
            and one.quantity.direction is None
            and compiled(r"[、和及与以,\s]{0,4}").fullmatch(
                plain[group[-1].quantity.end : one.quantity.start]
            )
        )
        if group and not joined:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _about(text: str, promises: Sequence[Promise]) -> Iterator[DoubtfulNumber]:
    for one in promises:
        before = compiled(HEDGE).search(text[max(0, one.quantity.start - _NEAR) : one.quantity.start])
        if before or one.quantity.bound is Bound.ABOUT:
            name, least, most, unit, _ = one.target
            side, sign = ("不低于", "≤") if least is not None else ("不超过", "≥")
            words = (before[0] if before else "") + text[one.quantity.start : one.quantity.end]
            hedge = compiled(_ABOUT_SIGN).search(words)  # alike doubts of many works are told once
            read = f"带“{hedge[0]}”的数是约数" if hedge else f"“{words}”是约数"
            is_plain = one.quantity.direction is not None or one.quantity.is_count
            other = f"{name}{sign}{least or most}{unit}"
            yield DoubtfulNumber(read, f"按{side}记", name, other, is_plain)


def _each_time(text: str, kept: Sequence[Promise]) -> Iterator[DoubtfulNumber]:
    """每季度召开1次会议 is said of each quarter, which one meeting does not keep."""
    for one in kept if "每" in text else ():
        name, at = one.target.name, one.quantity.at
        found = compiled(_EACH_TIME).search(text, max(0, at - _LONGEST_TOLD), at)
        if found and one.quantity.is_count and "每" not in name:
            words = text[found.start() : one.quantity.end]
            yield DoubtfulNumber(f"“{words}”是每一期的数", OF_EACH_TIME, name)


def _odd(kept: Sequence[Promise]) -> Iterator[DoubtfulNumber]:
    for one in kept:
        name = one.target.name
        if is_odd_name(name):
            yield DoubtfulNumber(f"“{name}”这个名称可能带进了别的话", "按这个名称记", name)


def _unread(
    texts: tuple[str, str], numbers: Sequence[Sorted], unnamed: Sequence[Quantity], steps: Sequence[str]
) -> Iterator[DoubtfulNumber]:
    """Numbers that are promised and were not read: a fraction, one without a name, an odd unit.

    What is to be done of the work itself by some day (上半年完成50%) stands in that step. `texts` are the
    text as it is printed and that of half width.
    """
    text, plain = texts
    shown: dict[str, None] = {}
    last = 0
    for at in sorted(_places_unread(plain, numbers, unnamed)):
        is_same_clause = bool(shown) and compiled(r"[,;。:\n]").search(plain, last, at) is None
        last = at
        words = "" if is_same_clause else _words_around(text, plain, at)
        if words and not _is_step(words, steps):
            shown[words] = None
    if shown:  # once for a text, and in it once for a clause
        more = f"等{len(shown)}处" if len(shown) > _MOST_SHOWN else ""
        words = "".join(f"“{words}”" for words in list(shown)[:_MOST_SHOWN])
        yield DoubtfulNumber(f"{words}{more}里的数没有读成指标", "没有记")


def _places_unread(plain: str, numbers: Sequence[Sorted], unnamed: Sequence[Quantity]) -> set[int]:
    """Where the numbers stand that are promised, of which none was read as a target."""
    unread = {one.quantity.at for one in numbers if one.role is NumberRole.UNREAD}
    unread |= {quantity.at for quantity in unnamed}
    read = {one.quantity.at for one in numbers} - unread
    return unread | {*compared_numbers(plain, read), *odd_units(plain, read), *_doubles(plain)}


def _doubles(plain: str) -> Iterator[int]:
    """Where something is to grow by its own size, 翻一番, and a name does not only say so."""
    if "翻" in plain:
        in_names = within_names(plain)
        yield from (one.start() for one in compiled(_DOUBLES).finditer(plain) if not in_names[one.start()])


def _words_around(text: str, plain: str, at: int) -> str:
    """The words of a number's own clause before it, and some after it; `plain` is the text of half width."""
    first = max(0, at - _LONGEST_TOLD)
    signs = ",;。:\n" if "分别" in plain[first:at] else ",;。:、\n"  # 小学、初中分别达到 is one list
    start = max(first, max(plain.rfind(sign, first, at) for sign in signs) + 1)
    end = compiled(r"[^,;。\n]{1,20}").match(plain, at)
    return text[start : end.end() if end else at].strip()


def _is_step(words: str, steps: Sequence[str]) -> bool:
    """Whether words say how much of the work is done by the day of one of its steps: 完成50%."""
    done = compiled(_DONE_OF_ALL).search(words)
    return done is not None and any(done[0] in step for step in steps)
