"""A heading that the table lost, and the notice's body has: its works stand under the heading before."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.comparing import alike
from qjtask.importing.document.body import BodySection, split_at
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.outline.group_headings import shown
from qjtask.importing.outline.groups import NumberedGroup, Odd, OddKind
from qjtask.importing.words.numbering import read_number

_ALIKE = 0.5
_OF_SECTIONS = ("一、", "（一）", "第一")


def without_begun_in_prose(
    groups: Sequence[NumberedGroup], odd: Sequence[Odd], document: SourceDocument
) -> list[Odd]:
    """What is odd, but for a first number that goes on with headings of the running text.

    一、总体要求 stands as prose before the table under 二、重点任务.
    """
    first = groups[0].number if groups else 0
    others = [one for one in odd if not (one.kind is OddKind.JUMP and one.about == first)]
    is_begun = len(others) < len(odd) and _are_counted_in_prose(first, document)
    return others if is_begun else list(odd)


def _are_counted_in_prose(first: int, document: SourceDocument) -> bool:
    """Whether headings of the running text count, in one style, all the numbers before the first."""
    by_style: dict[str, set[int]] = {style: set() for style in _OF_SECTIONS}
    for block in document.blocks:
        printed = read_number(block) if isinstance(block, str) else None
        if printed is not None and printed.style in by_style:
            by_style[printed.style].add(printed.number)
    return any({*range(1, first)} <= numbers for numbers in by_style.values())


def with_lost_headings(
    groups: Sequence[NumberedGroup], odd: Sequence[Odd], found: Sequence[BodySection]
) -> tuple[list[NumberedGroup], list[Odd]]:
    """The groups with those that the table jumps and the body has; such a jump is explained, and not odd."""
    by_number = {section.number: section for section in found}
    made: list[NumberedGroup] = []
    left = list(odd)
    for at, group in enumerate(groups):
        after = groups[at + 1] if at + 1 < len(groups) else None
        lost = _lost(group, after, by_number, groups)
        cut = _cut(group, by_number[group.number], lost) if lost else 0
        if lost is None or after is None or not 0 < cut < len(group.rows):
            made.append(group)
            continue
        note = (
            f"原表漏印{shown(lost.number)}的标题，此项印在{shown(group.number)}之下；标题取自{_where(lost)}"
        )
        below = group.rows[cut:]
        made.append(group._replace(rows=group.rows[:cut]))
        made.append(NumberedGroup(lost.number, lost.heading, "", below[0].place, below, note=note))
        left = [one for one in left if not (one.kind is OddKind.JUMP and one.about == after.number)]
        left.append(Odd(OddKind.OTHER, _told(group, lost, made[-1]), lost.number))
    return made, left


def _lost(
    group: NumberedGroup,
    after: NumberedGroup | None,
    by_number: dict[int, BodySection],
    groups: Sequence[NumberedGroup],
) -> BodySection | None:
    """The body's section between two groups, when the table has nothing like it."""
    if after is None or after.number != group.number + 2:
        return None
    lost, upper = by_number.get(group.number + 1), by_number.get(group.number)
    if lost is None or upper is None or alike(upper.heading, group.heading) < _ALIKE:
        return None
    return None if any(alike(lost.heading, one.heading) >= _ALIKE for one in groups) else lost


def _cut(group: NumberedGroup, upper: BodySection, lost: BodySection) -> int:
    works = [f"{row.work} {row.lead} {row.units} {row.support}" for row in group.rows]
    return split_at(works, upper, lost)


def _where(lost: BodySection) -> str:
    return f"正文{lost.part}{shown(lost.number)}"


def _told(group: NumberedGroup, lost: BodySection, made: NumberedGroup) -> Doubt:
    read = f"表里没有{shown(lost.number)}的标题，{_where(lost)}是“{lost.heading}”"
    under = f"（印在{shown(group.number)}之下）"
    assumed = f"把这一行起的{len(made.rows)}项{under}归入{shown(lost.number)}"
    rows = tuple(row.place for row in made.rows)
    return Doubt(made.place, read, assumed, "不对请在计划里移回，并改编号", rows=rows)
