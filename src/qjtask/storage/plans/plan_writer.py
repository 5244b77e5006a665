"""A plan as the YAML that a person would have written, read back exactly by `storage.plan_file`.

Each text stands on one line, as in data/tasks.yaml: YAML folds a line into a space, which Chinese
text does not have.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress
from operator import attrgetter, ne
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.plan_form import PlanKey, PlanPart
from qjtask.core.plan.plan_keys import GROUP, PLAN, UNIT
from qjtask.core.plan.remarks import KeyPath, Remarks
from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_unseen
from qjtask.storage.plans.placed_lines import BLANK, PlacedLine, with_remarks
from qjtask.storage.texts.scalar_forms import SCALAR_FORMS

# Signs that mean nothing to YAML inside a plain text, and letters that may begin one.
_SAFE_START = r"[^\W\d_]|[“‘《〈「『（【…—·、。，]|[0-9](?=.*[^\W\d_])"
_UNSAFE_IN_LIST = r"[,\[\]{}:?]"
# Words that YAML 1.1 or 1.2 reads as something else than text.
_READ_OTHERWISE = (
    r"(?i:~|null|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf)|[-+]?[0-9][0-9_,.:]*(?:e[-+]?[0-9]+)?|0[xob][0-9a-f_]+"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
)

_MADE = frozenset(("units", "term"))  # under these stands what is made of what is said
_ON_LINES = frozenset(("units", "parts"))  # what stands on lines of its own under its key
_NOTHING: tuple[Any, ...] = (None, "", (), {})
_LONGEST_KEY = 1000  # characters as written; YAML looks for the colon of a plain key no further than 1024


def plan_yaml(plan: Plan, remarks: Remarks = Remarks()) -> str:  # noqa: B008 - frozen
    """The whole file, its keys in the order of their tables. Any text is kept as it is."""
    return "".join(yaml_lines(plan, remarks))


def yaml_lines(plan: Plan, remarks: Remarks = Remarks()) -> Iterator[str]:  # noqa: B008 - frozen
    """The file's lines with their ends, made while they are asked for: 10,000 works are 20 MB of them."""
    there: set[KeyPath] = {(group.id,) for group in plan.groups}
    there.update((item.id,) for item in plan.items())
    if plan.units:
        there.add(("units",))
    lines = _PlanWriter(remarks.written).plan(plan)
    return (f"{line}\n" for line in with_remarks(lines, remarks, there))


class _Taken(NamedTuple):
    """How the values of a part's keys are taken from what holds them, and those that say nothing more."""

    values: Callable[[Any], tuple[Any, ...]]
    defaults: tuple[Any, ...]


def _taken_from(holder: Any, keys: Sequence[PlanKey]) -> _Taken:
    """How they are taken from holders of a class."""
    names = [key.name for key in keys]
    return _Taken(attrgetter(*names), tuple(map(holder._field_defaults.get, names)))


class _PlanWriter:
    """Lays values out by the tables of keys: what is said, and what a hand wrote though it says nothing."""

    def __init__(self, written: Collection[KeyPath]) -> None:
        self._written = written
        self._taken: dict[str, _Taken] = {}

    def plan(self, plan: Plan) -> Iterator[PlacedLine]:
        """The lines of the file, a blank one before what is no scalar."""
        for key, value in self._said(PLAN, plan, ()):
            if key.form not in SCALAR_FORMS:
                yield BLANK
            if value and key.form == "some parts":
                yield PlacedLine((key.name,), "", f"{key.name}:")
                yield from chain.from_iterable(self._entries(key.part, value, ""))
            else:
                yield from self._lines(key, value, (key.name,), "")

    def _entries(self, part: PlanPart, entries: Sequence[Any], indent: str) -> Iterator[list[PlacedLine]]:
        """The groups, or the items of one, each opened by its id; the lines of one are made at once."""
        opening = part.keys[0]
        inner = f"{indent}  "
        for number, entry in enumerate(entries):
            place = (entry.id,)
            lines = [BLANK] if number and part is GROUP else []
            lines.append(
                PlacedLine(place, indent, f"- {opening.name}: {self._text(opening, entry.id, place)}")
            )
            for key, value in self._said(part, entry, place):
                here = (*place, key.name)
                if key is opening:
                    continue
                if value and key.form == "some parts":
                    yield [*lines, PlacedLine(here, inner, f"{key.name}:")]
                    yield from self._entries(key.part, value, inner)
                    lines = []
                else:
                    lines += self._lines(key, value, here, inner)
            yield lines

    def _lines(self, key: PlanKey, value: Any, here: KeyPath, indent: str) -> Iterable[PlacedLine]:
        """The lines of a key and of what stands under it, unless that are entries."""
        if not value or key.form not in _ON_LINES:
            text = self._text(key, value, here)
            return (PlacedLine(here, indent, f"{key.name}: {text}" if text else f"{key.name}:"),)
        below = self._units(value, here) if key.form == "units" else self._parts(key, value, here, indent)
        return (PlacedLine(here, indent, f"{key.name}:"), *below)

    def _parts(self, key: PlanKey, parts: Sequence[Any], here: KeyPath, indent: str) -> Iterator[PlacedLine]:
        for number, one in enumerate(parts):
            entry = (*here, str(number))
            yield PlacedLine(entry, indent, f"- {self._flow(key.part, one, entry)}")

    def _units(
        self, units: Mapping[str, Mapping[str, Sequence[str]]], place: KeyPath
    ) -> Iterator[PlacedLine]:
        for name, lists in units.items():
            key = scalar(name, inside=True)
            begin = key if len(key) <= _LONGEST_KEY else f"? {key}\n  "
            if "members" in lists:
                about = (f"{key.name}: {_list(lists[key.name])}" for key in UNIT.keys if lists.get(key.name))
                text = f"{{{', '.join(about)}}}"
            else:
                text = _list(lists["aliases"])
            yield PlacedLine((*place, name), "  ", f"{begin}: {text}")

    def _said(self, part: PlanPart, holder: Any, place: KeyPath) -> list[tuple[PlanKey, Any]]:
        """The keys that are written of a holder at that place, each with its value."""
        taken = self._taken.get(part.name)
        if taken is None:
            taken = self._taken[part.name] = _taken_from(type(holder), part.keys)
        values, written = taken.values(holder), self._written
        are_more = list(map(ne, values, taken.defaults))
        all_said = zip(part.keys, values, are_more, strict=True)
        found = []
        for key, said, is_more in all_said if written else compress(all_said, are_more):
            value = _under(key, said, holder) if key.form in _MADE else said
            is_written = is_more and (value or value not in _NOTHING)
            if is_written or (written and (*place, key.name) in written):
                found.append((key, value))
        return found

    def _text(self, key: PlanKey, value: Any, here: KeyPath, *, inside: bool = False) -> str:
        """A value on its key's line, or `inside` a mapping in {}."""
        if value is None or value == {}:
            return ""
        form = SCALAR_FORMS.get(key.form)
        if form is None:
            return self._flow(key.part, value, here) if key.form == "part" else _list(value)
        if form.write is not None:
            return form.write(value)
        if key.form == "term" and SCALAR_FORMS["day"].read(value):
            return str(value)  # the schema says that it may be a date
        return scalar(value, inside=inside)

    def _flow(self, part: PlanPart, holder: Any, place: KeyPath) -> str:
        """A mapping in {}."""
        pairs = [
            f"{key.name}: {self._text(key, value, place, inside=True)}"
            for key, value in self._said(part, holder, place)
        ]
        return f"{{{', '.join(pairs)}}}"


def _under(key: PlanKey, said: Any, holder: Any) -> Any:
    """What stands under a key: the text of a deadline, or the units with their other names and members."""
    if key.form == "term":
        return said.text
    return {
        name: {"aliases": others, **({"members": holder.members[name]} if name in holder.members else {})}
        for name, others in said.items()
    }


def _list(names: Sequence[str]) -> str:
    return f"[{', '.join([scalar(name, inside=True) for name in names])}]"


def scalar(text: str, *, inside: bool = False) -> str:
    """A text as YAML: plain where that is the same to every reader, else in double quotes.

    `inside` a [list] or {mapping} more signs have a meaning.
    """
    if text.isalpha() and not text.isascii():  # as most names
        return text
    is_plain = _is_plain(text) and not (inside and compiled(_UNSAFE_IN_LIST).search(text))
    return text if is_plain else f'"{"".join(map(_escaped, text))}"'


def _is_plain(text: str) -> bool:
    """Whether a text on its key's line is the same to every reader without quotes."""
    return (
        text == text.strip()
        and bool(text[:1].isalpha() or compiled(_SAFE_START).match(text))
        and not (": " in text or text.endswith(":") or " #" in text)
        and (text.isprintable() or not any(map(_is_odd, text)))
        and not (text[0].isascii() and compiled(_READ_OTHERWISE).fullmatch(text))
    )


def _is_odd(char: str) -> bool:
    """Whether a sign is not seen, or is a no-break space, which looks like another one."""
    return is_unseen(char) or char == "\xa0"


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if not char.isprintable():
        code = ord(char)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return char
