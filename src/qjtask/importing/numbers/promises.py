"""Numbers that a work's text promises: 占比不低于80%, 至少推出1项创新服务, 压缩至3个工作日以内."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.plan.plan import Target
from qjtask.core.text.patterns import compiled
from qjtask.core.time.mentions import Mention, read_mentions
from qjtask.core.time.running_text import half_width
from qjtask.core.time.senses import Sense
from qjtask.importing.numbers.dated_values import (
    DoubtfulNumber,
    Promise,
    kept_values,
    year_lists,
    years_of,
)
from qjtask.importing.numbers.number_roles import Since, Sorted, sorted_numbers
from qjtask.importing.numbers.number_rules import NumberRole, size_name, thing_words
from qjtask.importing.numbers.promised_targets import is_promisable, target_of
from qjtask.importing.numbers.quantities import (
    ACROSS,
    Bound,
    Direction,
    Quantity,
    compared_numbers,
    without_verb,
)
from qjtask.importing.numbers.target_names import (
    is_list,
    is_only_a_verb,
    is_only_planned,
    is_place,
    is_relative,
    shared_out,
    thing_name,
    tidy_name,
    with_subject,
    with_thing_of,
    without_asides,
)

_ABOUT_SIGN = re.compile("左右|上下|大约|约")
_ANY_YEAR = 2021  # where the words of a time stand depends on no year
_MOST = 12  # targets of one work
_NUMERALS = frozenset("0123456789０１２３４５６７８９一两二三四五六七八九十百")
_LONGEST_NAME = 120  # signs
_LONGEST_TOLD = 40
_DONE = r"^(?:截[至止].{0,10}?(?=已)|去年|上年|目前|现有|原有|已有)?底?(?:累计)?已?(?:累计)?"
_WHOLE_CLAUSE = r"(?:^|[，,；;。])([^，,。；;0-9０-９]{4,30})[，,]$"
_LABEL = r"(?:^|[，,；;。、\n])([^，,。；;、：:0-9]{3,24})[：:]$"
_COUNTED = frozenset((NumberRole.PROMISED, NumberRole.PROMISED_OF, NumberRole.SIZE, NumberRole.FACT))
_CUT = frozenset((Sense.ASKED, Sense.STARTING, Sense.UNCLEAR, Sense.NAMED, Sense.RECURRING))


def read_targets(
    text: str, *, year: int | None = None, issued: date | None = None
) -> tuple[list[Target], list[DoubtfulNumber]]:
    """The promises of a text in order, and what to tell of them.

    `year` and `issued` are the plan's: a number of an earlier time is a fact. Without them a year is
    earlier when the text names a later one.
    """
    if _NUMERALS.isdisjoint(text):
        return [], []
    plain = half_width(text)
    mentions = read_mentions(text, year=year or _ANY_YEAR)
    numbers = list(sorted_numbers(plain, mentions, Since(year, issued)))
    namer = _Namer(text, plain, mentions)
    promises = [promise for group in _groups(plain, numbers) for promise in namer.promises(group)]
    kept, of_others = kept_values(promises, year)
    told = [*_about(text, promises), *of_others, *_unread(text, plain, numbers, namer.unnamed)]
    return [one.target for one in kept][:_MOST], told


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


class _Namer:
    """Names the numbers of one text in order; a number without a name of its own takes the last one's."""

    def __init__(self, text: str, plain: str, mentions: Sequence[Mention]) -> None:
        self._text, self._mentions = text, mentions
        self._year_lists = year_lists(plain)
        self._starts = [mention.start for mention in mentions]
        self._name, self._unit = "", ""
        self.unnamed: list[Quantity] = []

    def promises(self, group: Sequence[Sorted]) -> Iterator[Promise]:
        """The promises of numbers that stand in one list. A fact only lends its name to the next."""
        first = group[0]
        if first.role is NumberRole.PROMISED_OF:
            after = half_width(self._text[first.quantity.end : first.stop][:_LONGEST_NAME])
            thing = self._text[first.quantity.end : first.quantity.end + len(thing_words(after))]
            yield from self._made([thing_name(thing)], group)
            return
        words = self._words(first.begin, first.quantity.start)
        if first.role is NumberRole.SIZE:
            after = half_width(self._text[first.quantity.end : first.stop][:_LONGEST_NAME])
            yield from self._made([size_name(half_width(words), after)], group)
            return
        if first.role is NumberRole.FACT:
            self._lend(tidy_name(compiled(_DONE).sub("", tidy_name(words))), first.quantity)
            return
        if first.quantity.verb == ACROSS:
            words = without_verb(words)
        is_rate = first.quantity.unit == "%" or first.quantity.direction is Direction.CHANGE
        words = without_asides(words, is_rate=is_rate)
        names = shared_out(words, len(group), in_turn="分别" in words, is_change=_is_change(first))
        years = years_of(self._year_lists, first.quantity.at)
        if names is None and len(years) == len(group) > 1:
            yield from self._by_year(self._own_name(words, first), group, years)
        elif names is None and _is_unshared(words, group):
            self.unnamed += [one.quantity for one in group]
        else:
            yield from self._made(names or [self._own_name(words, first)] * len(group), group)

    def _lend(self, name: str, fact: Quantity) -> None:
        """Keep the name of a fact for the next number: 去年完成投资12亿元，今年完成15亿元."""
        if fact.direction is not Direction.CHANGE:
            self._name = self._name if self._name and is_only_a_verb(name) else name
            self._unit = fact.unit

    def _by_year(self, name: str, group: Sequence[Sorted], years: Sequence[int]) -> Iterator[Promise]:
        """One value for each year of a list: 到2022年和2030年，X分别不低于22%和30%."""
        for made, year in zip(self._made([name] * len(group), group), years, strict=False):
            yield made._replace(by=date(year, 12, 31))

    def _made(self, names: Sequence[str], group: Sequence[Sorted]) -> Iterator[Promise]:
        of_all = group[0].quantity
        for at, name in enumerate(names):
            one = group[min(at, len(group) - 1)]
            quantity = one.quantity._replace(direction=of_all.direction, verb=of_all.verb)
            if self._says_nothing(name, one):
                self.unnamed.append(one.quantity)
            elif is_promisable(name, one.role, quantity):
                self._name, self._unit = name, quantity.unit
                yield Promise(target_of(name, one.role, quantity), self._by(one), one.quantity)
            elif quantity.direction or (name and quantity.unit == "%" and one.role is NumberRole.PROMISED):
                self.unnamed.append(quantity)

    def _says_nothing(self, name: str, one: Sorted) -> bool:
        """Whether a name does not say what is counted: 计划安排200所, and places after 其中."""
        return is_only_planned(name) or (is_place(name) and self._is_part(one.quantity.start))

    def _is_part(self, at: int) -> bool:
        before = self._text[max(0, at - _LONGEST_NAME) : at]
        return "其中" in compiled("[。；;\n]").split(before)[-1]

    def _own_name(self, words: str, one: Sorted) -> str:
        name = tidy_name(words)
        if is_relative(name):
            name = ""
        if not is_only_a_verb(name):
            return with_subject(name, self._name) if self._name else name
        compared = one.quantity.direction is not None
        if self._name and (self._unit == one.quantity.unit or (compared and not name)):
            return with_thing_of(name, self._name)
        return self._label_before(one.begin) or name or (self._clause_before(one.begin) if compared else "")

    def _label_before(self, begin: int) -> str:
        """农业增加值：增长8% prints before the colon what is measured."""
        found = compiled(_LABEL).search(self._text[max(0, begin - _LONGEST_TOLD) : begin])
        return tidy_name(found[1]) if found else ""

    def _clause_before(self, begin: int) -> str:
        """开展走访活动，每年不少于2次 counts what the clause before says."""
        found = compiled(_WHOLE_CLAUSE).search(self._text[max(0, begin - _LONGEST_TOLD) : begin])
        return tidy_name(compiled("不[低少][于过].*$").sub("", found[1])) if found else ""

    def _words(self, begin: int, end: int) -> str:
        """The words of the text without the times that ask for something, and cut at 由 and 从."""
        at = begin = max(begin, end - _LONGEST_NAME)
        kept = []
        for mention in self._within(begin, end):
            if mention.end <= end and mention.sense in _CUT:
                kept.append(compiled("[于在到至自从]$").sub("", self._text[at : mention.start]))
                at = mention.end
        kept.append(self._text[at:end])
        return compiled(r"(?:[由从][^，,]{0,10}|[将把])[0-9][^，,]{0,16}$").sub("", "".join(kept))

    def _by(self, one: Sorted) -> date | None:
        asked = [one for one in self._within(one.begin, one.quantity.at) if one.sense is Sense.ASKED]
        return asked[-1].day if asked else None

    def _within(self, begin: int, end: int) -> Sequence[Mention]:
        return self._mentions[bisect_left(self._starts, begin) : bisect_right(self._starts, end)]


def _is_change(one: Sorted) -> bool:
    return one.quantity.direction is Direction.CHANGE


def _is_unshared(words: str, group: Sequence[Sorted]) -> bool:
    """Whether nobody can say which name of a list has which number.

    改造老旧小区58个、2.25万户 counts one thing in two ways.
    """
    if "分别" in words:
        return len(group) > 1 or is_list(words)
    return len(group) > len({one.quantity.unit for one in group})


def _about(text: str, promises: Sequence[Promise]) -> Iterator[DoubtfulNumber]:
    for one in promises:
        if one.quantity.bound is Bound.ABOUT:
            name, least, most, unit, _ = one.target
            side, sign = ("不低于", "≤") if least is not None else ("不超过", "≥")
            words = text[one.quantity.start : one.quantity.end]
            hedge = _ABOUT_SIGN.search(words)  # alike doubts of many works are told once
            read = f"带“{hedge[0]}”的数是约数" if hedge else f"“{words}”是约数"
            yield DoubtfulNumber(read, f"按{side}记", name, f"{name}{sign}{least or most}{unit}")


def _unread(
    text: str, plain: str, numbers: Sequence[Sorted], unnamed: Sequence[Quantity]
) -> Iterator[DoubtfulNumber]:
    """Numbers that are promised and were not read: a fraction, one without a name, an odd unit."""
    unread = {one.quantity.at for one in numbers if one.role is NumberRole.UNREAD}
    unread |= {quantity.at for quantity in unnamed}
    read = {one.quantity.at for one in numbers} - unread
    unread |= set(compared_numbers(plain, read))
    shown: dict[str, None] = {}
    last = 0
    for at in sorted(unread):
        if shown and compiled(r"[,;。:\n]").search(plain, last, at) is None:
            continue  # another number of the same clause
        last = at
        first = max(0, at - _LONGEST_TOLD)
        start = max(first, max(plain.rfind(sign, first, at) for sign in ",;。:、\n") + 1)
        end = re.compile(r"[^,;。\n]{1,20}").match(plain, at)
        shown[text[start : end.end() if end else at]] = None
    for words in shown:  # once for several numbers of one clause
        yield DoubtfulNumber(f"“{words}”里的数没有读成指标", "没有记")
