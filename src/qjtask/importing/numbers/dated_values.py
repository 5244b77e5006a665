"""Several values of one target by their times: 到2022年和2030年分别不低于22%和30%; 6月底55%，年底98%."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Target
from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.quantities import Quantity

_A_YEAR = r"(?<![0-9])(?:19|20)[0-9]{2}"
_YEARS = rf"{_A_YEAR}(?:年?[底末]?\s?[、和及与]\s?{_A_YEAR}){{1,4}}年[底末]?(?:以?前)?"
_FAR = 200  # signs
_ONLY_MADE = "实施|完成|开展|推进|组织|建设|新建|建成|打造"


class Promise(NamedTuple):
    """A target, the day of the time beside it (None without one), and the number that it was read from."""

    target: Target
    by: date | None
    quantity: Quantity


class DoubtfulNumber(NamedTuple):
    """A number to look at: what was read, what was assumed, of which target, and what else it may be.

    Of what `is_plain` nothing else is meant for certain.
    """

    read: str
    assumed: str
    about: str = ""
    other: str = ""
    is_plain: bool = False


class YearList(NamedTuple):
    """Years that stand in one list, and where the sentence that they begin ends."""

    start: int
    stop: int
    years: tuple[int, ...]


def year_lists(plain: str) -> list[YearList]:
    """The lists of years in a text of half width (到2022年和2030年), each with the sentence that it heads."""
    found = []
    may_be = plain.count("20") + plain.count("19") > 1
    for listed in compiled(_YEARS).finditer(plain) if may_be else ():
        years = tuple(int(one) for one in compiled(r"(?:19|20)[0-9]{2}").findall(listed[0]))
        stop = plain.find("。", listed.end(), listed.end() + _FAR)
        found.append(YearList(listed.end(), stop if stop >= 0 else listed.end() + _FAR, years))
    return found


def years_of(lists: Sequence[YearList], at: int) -> tuple[int, ...]:
    """The years that head the sentence in which a number stands, the nearest list of them."""
    nearest = bisect_right(lists, at, key=lambda one: one.start) - 1
    return lists[nearest].years if nearest >= 0 and at < lists[nearest].stop else ()


def without_the_same_again(promises: Sequence[Promise]) -> list[Promise]:
    """Promises without those that say one amount of one thing again: 建设5个幸福院。…建设幸福院5个."""
    first: dict[tuple[object, ...], Promise] = {}
    for one in promises:
        name, least, most, unit, _ = one.target
        first.setdefault((_named_alike(name), least, most, unit, one.by), one)
    return [*first.values()]


def _named_alike(name: str) -> str:
    """A name without the words that only say that the thing is made, before it or behind."""
    return compiled(rf"^(?:{_ONLY_MADE})+(?=..)|(?<=..)(?:建设|项目|工程)+$").sub("", name)


def kept_values(promises: Sequence[Promise], year: int | None) -> tuple[list[Promise], list[DoubtfulNumber]]:
    """Of several values of one name the one that the plan is held to, and what to tell of the others.

    That is the last by date within the plan's year, or else the next to come; without a plan's year
    the last of all. Steps within one year go untold, values of other years and two without a time do not.
    """
    of_name: dict[tuple[str, str], list[Promise]] = {}
    for one in promises:
        of_name.setdefault((one.target.name, one.target.unit), []).append(one)
    if len(of_name) == len(promises):  # as in most texts: each has one value
        return [*promises], []
    kept = {key: _held_to(values, year) for key, values in of_name.items()}
    told = [doubt for key, values in of_name.items() for doubt in _told(values, kept[key], year)]
    chosen = set(map(id, kept.values()))
    return [one for one in promises if id(one) in chosen], told


def _held_to(values: Sequence[Promise], year: int | None) -> Promise:
    within = [one for one in values if year is None or one.by is None or one.by.year <= year]
    if not within:
        return min(values, key=lambda one: one.by or date.max)
    return max(enumerate(within), key=lambda placed: (placed[1].by or date.max, placed[0]))[1]


def _told(values: Sequence[Promise], kept: Promise, year: int | None) -> Iterator[DoubtfulNumber]:
    number = kept.target.at_least or kept.target.at_most
    others = [one for one in values if _is_another(one, kept, number)]
    others = [one for one in others if _is_other_promise(one, kept, year)]
    if others:
        name = kept.target.name
        at = f"{kept.by.year}年的" if kept.by and others[-1].by else ""
        yield DoubtfulNumber(
            f"“{name}”写了几个数", f"按{at}{number}{kept.target.unit}记", name, _words(others[-1])
        )


def _is_another(one: Promise, kept: Promise, number: str | None) -> bool:
    """Whether it is no second printing of the number: 2026年100座、2027年100座 are two hundred."""
    is_more = one.target.cumulative and one.by is not None and kept.by is not None and one.by != kept.by
    return is_more or (one.target.at_least or one.target.at_most) != number


def _is_other_promise(one: Promise, kept: Promise, year: int | None) -> bool:
    """Whether it is no step on the way: of another year, or of no other time than the one that is kept."""
    if one.by == kept.by:
        return True
    years = {promise.by.year if promise.by else year for promise in (one, kept)}
    return year is not None and len(years) > 1


def _words(one: Promise) -> str:
    name, least, most, unit, _ = one.target
    return f"{name}{'≥' if least is not None else '≤'}{least or most}{unit}"
