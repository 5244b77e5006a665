"""A plan as the YAML that a person would have written, read back exactly by `storage.plan_file`.

Each text stands on one line, as in data/tasks.yaml: YAML folds a line into a space, which Chinese
text does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qjtask.core.plan.plan import Item, Milestone, Plan, Rules, Target
from qjtask.core.plan.remarks import Remarks
from qjtask.core.text.signs import is_unseen, seen_line

_SCHEMA = "# yaml-language-server: $schema=../schema/plan.schema.json"
# Signs that mean nothing to YAML inside a plain text, and letters that may begin one.
_SAFE_START = r"[^\W\d_]|[“‘《〈「『（【…—·、。，]|[0-9](?=.*[^\W\d_])"
_UNSAFE = r": |:$| #|\xa0"  # a no-break space looks like another one
_UNSAFE_IN_LIST = r"[,\[\]{}:?]"
# Words that YAML 1.1 or 1.2 reads as something else than text.
_READ_OTHERWISE = (
    r"(?i:~|null|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf)|[-+]?[0-9][0-9_,.:]*(?:e[-+]?[0-9]+)?|0[xob][0-9a-f_]+"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
)

_LONGEST_KEY = 1000  # characters as written; YAML looks for the colon of a plain key no further than 1024


def plan_yaml(plan: Plan, remarks: Remarks = Remarks()) -> str:  # noqa: B008 - frozen
    """The whole file, its keys in the order of data/tasks.yaml. Any text is kept as it is."""
    return "".join(f"{line}\n" for line in _lines(plan, remarks))


def _lines(plan: Plan, remarks: Remarks) -> Iterator[str]:
    yield _SCHEMA
    yield from (_comment(line) for line in remarks.head)
    yield f"title: {scalar(plan.title)}"
    if plan.document:
        yield f"document: {scalar(plan.document)}"
    if plan.issuer:
        yield f"issuer: {scalar(plan.issuer)}"
    if plan.issued:
        yield f"issued: {plan.issued.isoformat()}"
    yield f"year: {plan.year}"
    yield from _units(plan, remarks)
    if plan.rules != Rules():
        spans = (
            f"{key}: {span.n}{span.unit}"
            for key, span in zip(("warn", "review"), plan.rules[:2], strict=True)
        )
        yield f"\nrules: {{{', '.join(spans)}}}"
    yield "\ngroups:"
    for at, group in enumerate(plan.groups):
        if at:
            yield ""
        yield from (_comment(line) for line in remarks.groups.get(group.id, ()))
        yield f'- id: "{group.id}"'
        yield f"  heading: {scalar(group.heading)}"
        yield "  items:"
        for item in group.items:
            yield from (f"  {_comment(line)}" for line in remarks.items.get(item.id, ()))
            yield from _item(item)


def _units(plan: Plan, remarks: Remarks) -> Iterator[str]:
    if not plan.units:
        return
    yield ""
    yield from (_comment(line) for line in remarks.units)
    yield "units:"
    for name, others in plan.units.items():
        key = scalar(name, inside=True)
        begin = f"  {key}" if len(key) <= _LONGEST_KEY else f"  ? {key}\n  "
        yield f"{begin}: {_list(others)}"


def _item(item: Item) -> Iterator[str]:
    yield f'  - id: "{item.id}"'
    yield f"    work: {scalar(item.work)}"
    if item.lead:
        yield f"    lead: {_list(item.lead)}"
    if item.units:
        yield f"    units: {_list(item.units)}"
    if item.deadline.text:
        yield f"    deadline: {_deadline(item.deadline.text)}"
    if item.milestones:
        yield "    milestones:"
        yield from (f"    - {_milestone(one)}" for one in item.milestones)
    if item.targets:
        yield "    targets:"
        yield from (f"    - {_target(one)}" for one in item.targets)
    if item.note:
        yield f"    note: {scalar(item.note)}"


def _milestone(one: Milestone) -> str:
    return f"{{by: {one.by.isoformat()}, work: {scalar(one.work, inside=True)}}}"


def _target(one: Target) -> str:
    bound = f"at_least: {one.at_least}" if one.at_least is not None else f"at_most: {one.at_most}"
    unit = f", unit: {scalar(one.unit, inside=True)}" if one.unit else ""
    return f"{{name: {scalar(one.name, inside=True)}, {bound}{unit}}}"


def _deadline(text: str) -> str:
    """A date written 2021-06-30 needs no quotation marks: the schema says that it may be a date."""
    return text if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else scalar(text)


def _list(names: Sequence[str]) -> str:
    return f"[{', '.join(scalar(name, inside=True) for name in names)}]"


def _comment(line: str) -> str:
    return f"# {seen_line(line)}".rstrip()


def scalar(text: str, *, inside: bool = False) -> str:
    """A text as YAML: plain where that is the same to every reader, else in double quotes.

    `inside` a [list] or {mapping} more signs have a meaning.
    """
    is_plain = (
        text == text.strip()
        and re.match(_SAFE_START, text)
        and not re.search(_UNSAFE, text)
        and not any(map(is_unseen, text))
        and not re.fullmatch(_READ_OTHERWISE, text)
        and not (inside and re.search(_UNSAFE_IN_LIST, text))
    )
    return text if is_plain else f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if not char.isprintable():
        code = ord(char)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return char
