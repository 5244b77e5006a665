"""Names for the promised numbers of one text, from the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.text.patterns import compiled
from qjtask.core.time.mentions import Mention
from qjtask.core.time.running_text import half_width
from qjtask.importing.numbers.counted_things import size_name, spent_name, thing_behind_its_size, thing_words
from qjtask.importing.numbers.dated_values import Promise, year_lists, years_of
from qjtask.importing.numbers.leading_words import without_lead, without_state
from qjtask.importing.numbers.names_before import (
    ENDS_AS_DEED,
    FINISHED,
    changed_before,
    clause_before,
    deed_before,
    label_before,
    made_before,
)
from qjtask.importing.numbers.names_of_lists import is_list, is_of_each_named, shared_out
from qjtask.importing.numbers.number_roles import Sorted
from qjtask.importing.numbers.placed_numbers import NumberRole
from qjtask.importing.numbers.promised_targets import is_promisable, target_of
from qjtask.importing.numbers.quantities import ACROSS, Direction, Quantity, without_verb
from qjtask.importing.numbers.served_things import name_of_served
from qjtask.importing.numbers.target_names import (
    is_base,
    is_only_a_verb,
    is_relative,
    is_sum,
    is_yearly,
    thing_name,
    tidy_name,
    with_subject,
    with_thing_of,
    without_asides,
)
from qjtask.importing.numbers.times_beside import TimesBeside
from qjtask.importing.numbers.unsaid_names import is_wanted, says_nothing

_AIMS = ("力争", "争取", "努力")
_LONGEST_NAME = 120  # signs
_WITHIN = r"^(?:包?含|包括)"
_PART_OF_A_YEAR = r"[，,、\s]{0,2}其中[：:，,]?(?P<year>(?:19|20)[0-9]{2}年|[今本当]年)"
_DONE = (
    r"^(?:在(?=去年|上年|已|现有|原有))?(?:截[至止].{0,10}?(?=已)|去年|上年|目前|现有|原有|已有)?"
    r"底?(?:累计)?已?(?:累计)?有?"
)
_LAST_MONTH = 12
# 硬化路面宽3.5米，长700米 is so much 硬化路面.
_OF_FACTS = r"(?:(?:仅仅?|只)(?:有|为|是|占|剩|完成)?|(?<![提最新])[宽高深厚]度?)$"


class Namer:
    """Names the numbers of one text in order; a number without a name of its own takes the last one's."""

    def __init__(self, text: str, plain: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._times = TimesBeside(text, mentions)
        self._year_lists = year_lists(plain)
        self._name, self._unit = "", ""
        self._names: set[str] = set()
        self._done_with: dict[str, str] = {}
        self.unnamed: list[Quantity] = []

    def promises(self, group: Sequence[Sorted]) -> Iterator[Promise]:
        """The promises of numbers that stand in one list. A fact only lends its name to the next."""
        first = group[0]
        words = self._words_before(first)
        if first.role is NumberRole.PROMISED_OF:
            yield from self._made([self._told_apart(self._thing(first), tidy_name(words))], group)
        elif first.role is NumberRole.SIZE:
            yield from self._made([size_name(half_width(words), half_width(self._after(first)))], group)
        elif first.role is NumberRole.SHARE:
            yield from self._made([spent_name(half_width(self._after(first)))], group)
        elif first.role is NumberRole.SERVED:
            after = self._after(first)
            yield from self._made([name_of_served(half_width(words), after)], group)
        elif first.role is NumberRole.FACT:
            name = compiled(_OF_FACTS).sub("", compiled(_DONE).sub("", tidy_name(words)))
            self._lend(tidy_name(name), first.quantity)
        elif not self._is_aim_above(words, first):
            yield from self._named_before(words, group)

    def _told_apart(self, thing: str, verb: str) -> str:
        """新建5个公厕，改造5个公厕: what is done with a thing, where something else was done with it."""
        first = self._done_with.setdefault(thing, verb)
        is_another = thing != "" and verb not in {"", first} and is_only_a_verb(verb)
        return verb + thing if is_another else thing

    def _words_before(self, one: Sorted) -> str:
        """The words before a number that may name it; 含 at the head of a bracket is none of the name."""
        words = self._times.words(one.begin, one.quantity.start)
        is_bracketed = self._text.startswith(("（", "("), one.begin - 1) and one.begin > 0
        return compiled(_WITHIN).sub("", words) if is_bracketed else without_state(words, self._after(one))

    def _thing(self, one: Sorted) -> str:
        """The name of what stands after its number; what is cut off by its size has none."""
        after = self._after(one)
        words = after[: len(thing_words(half_width(after)))]
        behind = thing_behind_its_size(half_width(words), self._text[one.stop : one.stop + _LONGEST_NAME])
        return thing_name(words) if behind is None else thing_name(behind)

    def _after(self, one: Sorted) -> str:
        return self._text[one.quantity.end : one.stop][:_LONGEST_NAME]

    def _named_before(self, words: str, group: Sequence[Sorted]) -> Iterator[Promise]:
        """Numbers behind their names, one for each or one for all."""
        first = group[0]
        is_change = first.quantity.direction is Direction.CHANGE
        words = self._words_of_names(words, first.quantity)
        in_turn = "分别" in words or (len(group) == 1 and is_of_each_named(words))
        if is_change and is_base(words):
            words = ""
        names = None if words == "" else shared_out(words, len(group), in_turn=in_turn, is_change=is_change)
        if names is not None:
            yield from self._made(names, group)
            return
        years = years_of(self._year_lists, first.quantity.at)
        if len(years) == len(group) > 1:
            yield from self._by_year(self._own_name(words.replace("分别", ""), first), group, years)
        elif _is_unshared(words, group) or (in_turn and words == ""):
            self.unnamed += [one.quantity for one in group]
        else:
            yield from self._made([self._own_name(words, first)] * len(group), group)

    def _words_of_names(self, words: str, quantity: Quantity) -> str:
        """The words before a number without its verb, what leads up to the names, and asides."""
        if quantity.verb == ACROSS:
            words = without_verb(words)
        is_rate = quantity.direction is Direction.CHANGE or quantity.unit == "%"
        return without_asides(self._without_lead(words), is_rate=is_rate)

    def _without_lead(self, words: str) -> str:
        """The words from where their name begins, unless another number has that name.

        在市级媒体刊发10篇，在省级媒体刊发5篇 promises two things.
        """
        shorter = without_lead(words)
        return words if shorter != words and tidy_name(shorter) in self._names else shorter

    def _is_aim_above(self, words: str, one: Sorted) -> bool:
        """增长7%以上、力争8% promises the first."""
        is_aim = words.endswith(_AIMS) and not "".join(words[:-2].split()).strip("、，,")
        return is_aim and one.quantity.direction is None and one.quantity.unit == self._unit

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
            quantity = one.quantity
            if at:
                quantity = quantity._replace(direction=of_all.direction, verb=of_all.verb)
            if says_nothing(self._text, name, one, is_first=not self._name):
                self.unnamed.append(one.quantity)
            elif is_promisable(name, one.role, quantity):
                self._name, self._unit = name.removesuffix("年均"), quantity.unit
                self._names.add(name)
                yield Promise(target_of(name, one.role, quantity), self._times.by(one), one.quantity)
            elif quantity.direction or is_wanted(self._text, name, one, is_timed=self._is_timed(one)):
                self.unnamed.append(quantity)

    def _is_timed(self, one: Sorted) -> bool:
        return self._times.has(one.begin, one.quantity.at)

    def _own_name(self, words: str, one: Sorted) -> str:
        """What a number behind `words` counts, by them or by what is around it; "" when nobody can say."""
        name = tidy_name(words)
        if is_sum(name):
            return made_before(self._text, one.begin) or self._name
        if is_yearly(name) and self._name:
            return with_thing_of("", self._name) + "年均"
        if is_relative(name):
            name = ""
        if is_only_a_verb(name):
            return self._name_around(name, one)
        return with_subject(name, self._name) if self._name else name

    def _name_around(self, verb: str, one: Sorted) -> str:
        """The name of a number with a verb of its own at most, from what stands before it; "" for none."""
        if verb == "":
            return self._changed(one) or self._name_without_verb(one)
        if verb in FINISHED and self._is_step(one):
            return self._name
        deed = deed_before(self._text, one.begin, verb)
        if not deed and self._is_like_the_last(one):
            return self._name_of_the_last(verb, one, is_of_year=False)
        return label_before(self._text, one.begin) or deed or verb

    def _changed(self, one: Sorted) -> str:
        """What the clause before a compared number says is raised or lowered; "" for none."""
        return changed_before(self._text, one.begin) if one.quantity.direction is not None else ""

    def _name_without_verb(self, one: Sorted) -> str:
        """The name of a number that has no words of its own; "" where none stands before it."""
        before = self._text, one.begin
        is_compared = one.quantity.direction is not None
        is_of_year = self._is_timed(one)
        deed = deed_before(*before, "")
        if not deed and (self._is_like_the_last(one) or (is_compared and self._name)):
            return self._name_of_the_last("", one, is_of_year=is_of_year)
        clause = clause_before(*before) if is_compared or is_of_year else ""
        return label_before(*before) or clause or deed

    def _is_like_the_last(self, one: Sorted) -> bool:
        return self._name != "" and self._unit == one.quantity.unit

    def _is_step(self, one: Sorted) -> bool:
        """新建公厕10座，6月底前完成7座: how many of what was promised are done before the year's end."""
        by = self._times.by(one)
        is_alike = self._is_like_the_last(one) and one.quantity.direction is None
        return is_alike and by is not None and by.month < _LAST_MONTH

    def _name_of_the_last(self, verb: str, one: Sorted, *, is_of_year: bool) -> str:
        """The last number's name for one alike (2023年12个、2024年15个); of its thing alone for a part."""
        when = self._when_in_part(one)
        if not when and verb in FINISHED and compiled(ENDS_AS_DEED).search(self._name):
            return self._name
        if is_of_year and self._unit == one.quantity.unit and not when:
            return self._name
        return when + with_thing_of(verb, self._name)

    def _when_in_part(self, one: Sorted) -> str:
        """建成便民生活圈30个，其中2023年建成10个: the year that tells a part from the whole; "" for none."""
        found = compiled(_PART_OF_A_YEAR).match(self._text, one.begin)
        return found["year"] if found and found.end() <= one.quantity.start else ""


def _is_unshared(words: str, group: Sequence[Sorted]) -> bool:
    """Whether nobody can say which name of a list has which number.

    改造老旧小区58个、2.25万户 counts one thing in two ways.
    """
    if "分别" in words:
        return len(group) > 1 or is_list(words)
    return len(group) > len({one.quantity.unit for one in group})
