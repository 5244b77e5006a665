"""What is looked at when all works are read: checks of one shape, each giving its doubts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.owners import owned
from qjtask.core.plan.plan import Item, Owner, Rules
from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.items import ReadItem
from qjtask.importing.document.body import BodySection, Written, contradictions
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.acting_offices import acting_unnamed
from qjtask.importing.drafts.dated_remarks import dated_remarks
from qjtask.importing.words.name_breaks import LONGEST_NAME
from qjtask.importing.words.office_words import is_collective, is_office, looks_like_person
from qjtask.importing.words.slips import slips

_SHOWN = 5
_CLOSING = ("）", ")", "〕", "】", "]")
_DUTY_WITHIN = r"[（(〔【\[][^）)〕】\]]*(?:牵头|主办|配合|协办|协助|协同|参与|负责|承办)"


_RULES = {owner: Rules(owner=owner) for owner in Owner}


class Checked(NamedTuple):
    """All that a check may look at; `owners` are for each work the names that owe its reports."""

    items: tuple[ReadItem, ...]
    body: Sequence[BodySection]
    owners: tuple[tuple[str, ...], ...]

    def places(
        self, wanted: Iterable[str], names: Iterable[Collection[str]]
    ) -> Mapping[str, tuple[ReadItem, ...]]:
        """Each name that is wanted with the works that name it; `names` are those of each work."""
        found: dict[str, list[ReadItem]] = {name: [] for name in wanted}
        for one, own in zip(self.items, names, strict=True) if found else ():
            for name in found.keys() & own:
                found[name].append(one)
        return {name: tuple(ones) for name, ones in found.items()}


def owners_of(item: Item, owner: Owner) -> tuple[str, ...]:
    """The offices that owe a work's reports: those of the chosen kind, or else the other."""
    return owned(item, _RULES[owner]).names


def against_the_body(checked: Checked) -> Iterator[Doubt]:
    """Numbers that the notice's text prints otherwise."""
    works = [Written(one.item.id, one.place, one.item.work) for one in checked.items]
    yield from contradictions(checked.body, works)


def suspected(checked: Checked) -> dict[str, str]:
    """The names of owners that look like slips, each with the name it seems to mean."""
    return slips(_counts(checked.owners))


def misspelt(checked: Checked) -> Iterator[Doubt]:
    """Names that look like slips of others: the owners', and those of the other offices by themselves."""
    for names, is_owner in ((checked.owners, True), (_others(checked), False)):
        counts = _counts(names)
        found = slips(counts)
        places = checked.places(found, names)
        for name, meant in found.items():
            ones = places[name]
            times = f"印了{counts[name]}次，“{meant}”{counts[meant]}次"
            fix = f"若是，请在 units 里写 {meant}: [{name}]" if is_owner else f"若是，请改成“{meant}”"
            read = f"“{name}”像是“{meant}”的另一种写法或误写（{times}）"
            asked = ("aliases", name, meant) if is_owner else ("units", name, meant)
            yield Doubt(ones[0].place, read, "照印的记，没有合并", fix, _ids(ones), *asked)


def unlike_offices(checked: Checked) -> Iterator[Doubt]:
    """Names that do not look like an office's: something was read wrongly, or it is a person."""
    names = [_all(one.item) for one in checked.items]
    reasons = {name: reason for name in _each_once(names) if (reason := _unlike(name))}
    for name, places in checked.places(reasons, names).items():
        reason = reasons[name]
        ones = [one for one in places if not _is_told(one, name)]
        if ones:
            read = f"“{name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME] + '…'}”{reason}"
            fix = "不对请改 lead、units 或 support"
            yield Doubt(ones[0].place, read, "照印的记作单位", fix, _ids(ones), "units", name)


def collective(checked: Checked) -> Iterator[Doubt]:
    """Owners that stand for several offices, told once: each of these owes its share."""
    named = checked.places(filter(is_collective, _each_once(checked.owners)), checked.owners)
    if not named:
        return
    listed = "”“".join(list(named)[:_SHOWN]) + (f"”等{len(named)}个“" if len(named) > _SHOWN else "")
    first = next(iter(named.values()))[0]
    items = tuple(dict.fromkeys(item for ones in named.values() for item in _ids(ones)))
    read = f"“{listed}”不止一个单位".replace("“”", "")
    fix = f"请在 units 里写明，如 {next(iter(named))}: {{members: [甲镇, 乙镇]}}"
    asked = ("members", next(iter(named))) if len(named) == 1 else ()
    yield Doubt(first.place, read, "照印的当作一个单位", fix, items, *asked)


def acting(checked: Checked) -> Iterator[Doubt]:
    """Offices that a work's text makes act, and that none of its own names is."""
    yield from acting_unnamed(checked.items)


def dated(checked: Checked) -> Iterator[Doubt]:
    """Times in remarks, beside the deadlines of their works."""
    yield from dated_remarks(checked.items)


CHECKS: tuple[Callable[[Checked], Iterator[Doubt]], ...] = (
    against_the_body,
    misspelt,
    unlike_offices,
    collective,
    acting,
    dated,
)


def _is_told(one: ReadItem, name: str) -> bool:
    """Whether the work's own doubts speak of a name: it was broken in two, or no office in its clause."""
    return any(doubt.field == "units" and doubt.about == name for doubt in one.doubts)


def _unlike(name: str) -> str:
    if len(name) == 1:
        return "只有一个字"
    if len(name) > LONGEST_NAME:
        return "太长，不像单位名称"
    if looks_like_person(name) and not _is_post(name):
        return "像是人名"
    if name.endswith(_CLOSING) and compiled(_DUTY_WITHIN).search(name):
        return "的括号里还写着谁牵头、配合或负责"
    return "" if is_office(name) or _is_post(name) else "不像单位名称"


def _is_post(name: str) -> bool:
    """Whether a name that is no office's is that of a post, or of all who hold one: 班主任, 全校家长."""
    from qjtask.importing.clauses.answering_offices import are_of_a_kind  # few names are none
    from qjtask.importing.clauses.person_names import is_post_alone

    return is_post_alone(name) or are_of_a_kind(name)


def _counts(names: Iterable[Iterable[str]]) -> Counter[str]:
    return Counter(chain.from_iterable(names))


def _each_once(names: Iterable[Iterable[str]]) -> dict[str, None]:
    """All names of all works, in the order in which they are met."""
    return dict.fromkeys(chain.from_iterable(names))


def _all(item: Item) -> tuple[str, ...]:
    return (*item.lead, *item.units, *item.support)


def _others(checked: Checked) -> list[list[str]]:
    """For each work the names beside its owners."""
    return [
        [name for name in _all(one.item) if name not in owners]
        for one, owners in zip(checked.items, checked.owners, strict=True)
    ]


def _ids(ones: Sequence[ReadItem]) -> tuple[str, ...]:
    return tuple(one.item.id for one in ones)
