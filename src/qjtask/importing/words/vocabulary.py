"""The words that importing looks for, read from vocabulary.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from qjtask.core.named_tuple import NamedTuple

_FILE = Path(__file__).with_suffix(".toml")  # importlib.resources takes as long as all else here


class HeadingWords(NamedTuple):
    """What the headings of one kind of column look like, and what such a heading weighs.

    A heading is meant when it is one of `whole`, or when all of `begin`, `within` and `end` hold that
    are given: it begins with, holds, and ends with one of their words.
    """

    role: str
    weight: int
    whole: frozenset[str]
    begin: tuple[str, ...]
    within: tuple[str, ...]
    end: tuple[str, ...]
    without: tuple[str, ...] = ()

    @property
    def is_general(self) -> bool:
        """Whether only the end of a heading is asked for: 单位, whatever they do."""
        return not (self.begin or self.within)

    def meant(self, heading: str) -> int:
        """How many characters of a plain heading are its words here, counted from its end; 0 for none.

        A heading that only begins or holds one of the words counts as one character.
        """
        if heading in self.whole:
            return len(heading)
        if not self._admits(heading):
            return 0
        if self.end:
            return next((len(word) for word in self.end if heading.endswith(word)), 0)
        return int(bool(self.begin or self.within))

    def _admits(self, heading: str) -> bool:
        """Whether a heading begins with and holds what it must, and holds nothing that it may not."""
        return (
            heading.startswith(self.begin or "")
            and (not self.within or _holds_one(heading, self.within))
            and not _holds_one(heading, self.without)
        )


class Ground(NamedTuple):
    """What speaks for or against a column beside others of its kind: what it weighs, and in words.

    It is given when the plain heading is one of `whole`, or holds one of `within`, and, where `when` names a
    test, that test holds.
    """

    of: str
    weight: int
    reason: str
    whole: frozenset[str]
    within: tuple[str, ...]
    when: str

    def names(self, heading: str) -> bool:
        """Whether a plain heading has the words that are asked for, or none are."""
        if self.whole:
            return heading in self.whole
        return not self.within or _holds_one(heading, self.within)


class OfficeWords(NamedTuple):
    """How the names of offices begin and end, and what they are named after."""

    ends: tuple[str, ...]
    acting: tuple[str, ...]
    begins: tuple[str, ...]
    regions: str
    not_regions: tuple[str, ...]
    not_ends: tuple[str, ...]
    cut: tuple[str, ...]
    cut_alone: frozenset[str]
    not_places: tuple[str, ...]
    generic: frozenset[str]
    levels: tuple[str, ...]
    bodies: tuple[str, ...]
    collective: tuple[str, ...]
    collective_within: tuple[str, ...]
    collective_ends: tuple[str, ...]
    collective_whole: frozenset[str]
    never_alone: frozenset[str]
    known: frozenset[str]
    padding: tuple[str, ...]
    serial: frozenset[str]
    places: tuple[str, ...]
    where: tuple[str, ...]
    members: tuple[str, ...]


class DutyWords(NamedTuple):
    """The verbs that say what an office has to do, and the labels and names of persons."""

    lead: tuple[str, ...]
    units: tuple[str, ...]
    support: tuple[str, ...]
    after: tuple[str, ...]
    persons: tuple[str, ...]
    not_persons: tuple[str, ...]
    surnames: frozenset[str]


class RowWords(NamedTuple):
    """What rows and cells say that are no work."""

    blank: frozenset[str]
    above: frozenset[str]
    sample: frozenset[str]
    sums: frozenset[str]
    notes: tuple[str, ...]
    signed: frozenset[str]
    file_numbers: frozenset[str]
    as_of: tuple[str, ...]


class TellingWords(NamedTuple):
    """What headings hold, or end in, that tells columns of one kind apart; the data says which is which."""

    carried_out: tuple[str, ...]
    revised: tuple[str, ...]
    cures: tuple[str, ...]
    of_the_year: tuple[str, ...]
    of_all_years: tuple[str, ...]


class TableWords(NamedTuple):
    """What tables hold that are no plan: `card` gives the part of the head for each label."""

    card: Mapping[str, str]
    contacts: frozenset[str]
    office_headings: tuple[str, ...]
    duty: tuple[str, ...]
    owing: tuple[str, ...]
    aims: tuple[str, ...]
    work_names: tuple[str, ...]
    named_days: tuple[str, ...]
    only_names: tuple[str, ...]
    deeds: tuple[str, ...]
    amounts: tuple[str, ...]
    next_steps: tuple[str, ...]
    counted: tuple[str, ...]
    concerned: tuple[str, ...]
    problems: tuple[str, ...]
    contractors: tuple[str, ...]
    page: tuple[str, ...]
    measures: frozenset[str]
    marks: frozenset[str]
    plan_titles: tuple[str, ...]
    list_titles: tuple[str, ...]
    counts: frozenset[str]
    months: frozenset[str]
    events: tuple[str, ...]
    handed_in: tuple[str, ...]
    places: tuple[str, ...]
    remarks: frozenset[str]
    anybody: frozenset[str]


class Words(NamedTuple):
    """All of the vocabulary; `english` gives the Chinese heading for each English one."""

    headings: tuple[HeadingWords, ...]
    grounds: tuple[Ground, ...]
    offices: OfficeWords
    duties: DutyWords
    rows: RowWords
    telling: TellingWords
    tables: TableWords
    works: tuple[str, ...]
    title_ends: tuple[str, ...]
    long_title_ends: tuple[str, ...]
    no_plan_ends: tuple[str, ...]
    english: Mapping[str, str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The vocabulary, read once."""
    data = tomllib.loads(_FILE.read_text("utf-8"))
    tables = data["tables"]
    return Words(
        tuple(_heading(entry, data["heading_bodies"]["ends"]) for entry in data["heading"]),
        tuple(map(_ground, data["ground"])),
        _offices(data["offices"]),
        _duties(data["duties"]),
        _rows(data["rows"]),
        TellingWords(*[tuple(data["telling"][name].split()) for name in TellingWords._fields]),
        TableWords(
            {label: part for part, labels in tables["card"].items() for label in labels.split()},
            frozenset(tables["contacts"]["words"].split()),
            tuple(tables["offices"]["ends"].split()),
            tuple(tables["duty"]["words"].split()),
            tuple(tables["owing"]["words"].split()),
            tuple(tables["aims"]["words"].split()),
            tuple(tables["work_names"]["words"].split()),
            tuple(tables["named_days"]["words"].split()),
            tuple(tables["only_names"]["words"].split()),
            tuple(tables["deeds"]["words"].split()),
            tuple(tables["amounts"]["words"].split()),
            tuple(tables["next_steps"]["begins"].split()),
            tuple(tables["counted"]["words"].split()),
            tuple(tables["concerned"]["words"].split()),
            tuple(tables["problems"]["words"].split()),
            tuple(tables["contractors"]["words"].split()),
            tuple(tables["page"]["begins"].split()),
            frozenset(tables["measures"]["words"].split()),
            frozenset(tables["marks"]["signs"].split()),
            tuple(tables["titles"]["plan"].split()),
            tuple(tables["titles"]["list"].split()),
            frozenset(tables["counts"]["words"].split()),
            frozenset(tables["months"]["words"].split()),
            tuple(tables["events"]["words"].split()),
            tuple(tables["handed_in"]["words"].split()),
            tuple(tables["places"]["words"].split()),
            frozenset(tables["remarks"]["words"].split()),
            frozenset(tables["anybody"]["words"].split()),
        ),
        tuple(data["works"]["begins"].split()),
        _longest_first(data["titles"]["ends"]),
        _longest_first(data["titles"]["long_ends"]),
        tuple(f"{data['titles']['reports']} {data['titles']['rules']}".split()),
        {word: heading for heading, own in data["english"].items() for word in own.split()},
    )


def _heading(entry: Mapping[str, Any], bodies: str) -> HeadingWords:
    ends = f"{entry.get('end', '')} {bodies if entry.get('bodies') else ''}"
    begin, within, end = map(_longest_first, (entry.get("begin", ""), entry.get("within", ""), ends))
    whole, without = frozenset(entry.get("whole", "").split()), tuple(entry.get("without", "").split())
    return HeadingWords(entry["role"], entry["weight"], whole, begin, within, end, without)


def _ground(entry: Mapping[str, Any]) -> Ground:
    whole, within = frozenset(entry.get("whole", "").split()), tuple(entry.get("within", "").split())
    return Ground(entry["of"], entry["weight"], entry["reason"], whole, within, entry.get("when", ""))


def _offices(data: Mapping[str, str]) -> OfficeWords:
    return OfficeWords(
        ends=_longest_first(data["ends"]),
        acting=tuple(data["acting"].split()),
        begins=tuple(data["begins"].split()),
        regions=data["regions"],
        not_regions=tuple(data["not_regions"].split()),
        not_ends=tuple(data["not_ends"].split()),
        cut=tuple(data["cut"].split()),
        cut_alone=frozenset(data["cut_alone"].split()),
        not_places=tuple(data["not_places"].split()),
        generic=frozenset(data["generic"].split()),
        levels=_longest_first(data["levels"]),
        bodies=_longest_first(data["bodies"]),
        collective=tuple(data["collective"].split()),
        collective_within=tuple(data["collective_within"].split()),
        collective_ends=tuple(data["collective_ends"].split()),
        collective_whole=frozenset(data["collective_whole"].split()),
        never_alone=frozenset(data["never_alone"].split()),
        known=frozenset(data["known"].split()),
        padding=tuple(data["padding"].split()),
        serial=frozenset(data["serial"]),
        places=tuple(data["places"].split()),
        where=tuple(data["where"].split()),
        members=tuple(data["members"].split()),
    )


def _duties(data: Mapping[str, str]) -> DutyWords:
    lead, units, support, after, persons, not_persons = (
        _longest_first(data[key]) for key in ("lead", "units", "support", "after", "persons", "not_persons")
    )
    return DutyWords(lead, units, support, after, persons, not_persons, frozenset(data["surnames"]))


def _rows(data: Mapping[str, str]) -> RowWords:
    blank, above, sample, sums, signed, files = (
        frozenset(data[key].split()) for key in ("blank", "above", "sample", "sums", "signed", "file_numbers")
    )
    notes, as_of = _longest_first(data["notes"]), tuple(data["as_of"].split())
    return RowWords(blank, above, sample, sums, notes, signed, files, as_of)


def _holds_one(text: str, parts: Iterable[str]) -> bool:
    return any(part in text for part in parts)


def _longest_first(text: str) -> tuple[str, ...]:
    return tuple(sorted(text.split(), key=len, reverse=True))
