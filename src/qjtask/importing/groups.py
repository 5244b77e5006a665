"""Groups and ids as printed: （九）'s second work is 9.2, whatever jumps, repeats or was lost above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from qjtask.core.text.comparing import alike, bare
from qjtask.core.time.numerals import to_chinese, to_int
from qjtask.importing.body import BodySection, split_at
from qjtask.importing.columns import OFFICES, Role
from qjtask.importing.doubts import Doubt
from qjtask.importing.numbering import inner_numbers, read_number, read_ordinal
from qjtask.importing.table_rows import HeadingRow, Lines, TableLine
from qjtask.importing.tidy_text import flow

_COUNT = (
    r"\s*[（(]\s*(?:共|计)?\s*(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:大?项|条|个)(?:任务"
    r"|工作)?\s*[)）]\s*$"
)
_LEAD = r"\s*[（(〔【](?P<inside>[^（()）〔〕【】]*(?:牵头|责任)[^（()）〔〕【】]*)[)）〕】]\s*$"
_ALIKE = 0.5
_HIGHEST = 9999


class Member(NamedTuple):
    """A work with its id's number, its text without that number, and what to say of it."""

    number: int
    line: TableLine
    work: str
    note: str = ""
    doubts: tuple[Doubt, ...] = ()


class GroupDraft(NamedTuple):
    """A group with its printed number, its heading without number, count and lead, and its works."""

    number: int
    heading: str
    lead: str
    members: tuple[Member, ...]


class _Group:
    """A group while its works are gathered."""

    def __init__(self, number: int, heading: str, lead: str, place: str) -> None:
        self.number = number
        self.heading = heading
        self.lead = lead
        self.place = place
        self.lines: list[TableLine] = []
        self.notes: dict[str, str] = {}  # by the line's place
        self.count: int | None = None
        self.over = ""  # the wider heading that its own was joined to


def read_groups(
    read: Lines, found: Sequence[BodySection], fallback: str, *, numbers_groups: bool
) -> tuple[list[GroupDraft], list[Doubt]]:
    """The groups of the plan.

    `found` are the body's sections, `fallback` the heading of works without one.
    """
    doubts: list[Doubt] = []
    groups = _gathered(read, fallback, doubts)
    groups = _with_lost_headings(groups, found, doubts)
    _tell_repeats(groups, read, doubts)
    _tell_joined(groups, doubts)
    for group in groups:
        if group.count is not None and group.count != len(group.lines):
            told = f"标题写明{group.count}项，表里有{len(group.lines)}项"
            doubts.append(Doubt(group.place, told, "按表里记", "请核对有没有漏印或合并的", str(group.number)))
    drafts = []
    before = 0
    for group in groups:
        members = _numbered(group, before, numbers_groups=numbers_groups)
        before = max((member.number for member in members), default=before)
        drafts.append(GroupDraft(group.number, group.heading, group.lead, tuple(members)))
    return drafts, doubts


# Headings ------------------------------------------------------------------------------------


def _gathered(read: Lines, fallback: str, doubts: list[Doubt]) -> list[_Group]:
    groups: list[_Group] = []
    by_order: dict[int, _Group] = {}
    wider = _wider(read)
    for heading in read.headings:
        if heading.order in wider or heading.order not in read.by_heading:
            if heading.order not in wider:
                told = f"“{heading.text}”下没有一项工作"
                doubts.append(Doubt(heading.place, told, "没有记这个标题", "请核对表格是不是缺了行"))
            continue
        by_order[heading.order] = _group(heading, groups, doubts, wider.get(-heading.order, ""))
    loose: _Group | None = None
    for line in read.lines:
        if line.heading is not None:
            by_order[line.heading.order].lines.append(line)
            continue
        if loose is None:
            loose = _Group(_free(1, groups), fallback, "", line.place)
            groups.insert(0, loose)
            if by_order:
                told = "第一个标题之前就有工作"
                doubts.append(Doubt(line.place, told, f"归入“{fallback}”", "请改成应属的重点任务"))
        loose.lines.append(line)
    return groups


def _wider(read: Lines) -> dict[int, str]:
    """Headings over headings (一、 over （一）).

    By order those that only hold others, by -order their text.
    """
    found: dict[int, str] = {}
    style, over = "", ""
    for at, heading in enumerate(read.headings):
        printed = read_number(heading.text)
        own = printed.style if printed else ""
        following = read_number(read.headings[at + 1].text) if at + 1 < len(read.headings) else None
        is_empty = heading.order not in read.by_heading
        if is_empty and following and own and following.style != own:
            found[heading.order] = style = own
            over = printed.text if printed else heading.text
        elif own == style:
            over = ""
        if over and heading.order not in found:
            found[-heading.order] = over
    return found


def _group(heading: HeadingRow, groups: list[_Group], doubts: list[Doubt], over: str) -> _Group:
    """The group a heading opens, or the one it goes on with."""
    printed = read_number(heading.text)
    text, count, lead = _bare_heading(_after_number(heading.text))
    ordinal = read_ordinal(heading.number) if heading.number else None
    number = printed.number if printed else ordinal[0] if ordinal else None
    if heading.field:
        field, _, field_lead = _bare_heading(_after_number(heading.field))
        over, lead = over or field, lead or field_lead
    over = over if bare(over) != bare(text) else ""
    text = f"{over}：{text}" if over else text
    last = groups[-1].number if groups else 0
    same = next(
        (one for one in groups if bare(one.heading) == bare(text) and number in {None, one.number}), None
    )
    if same is not None:
        told = f"“{heading.text}”又印了一次，中间隔着别的标题"
        doubts.append(
            Doubt(heading.place, told, "并入前面的同一项，接着编号", "若是两项，请改编号", str(same.number))
        )
        return same
    if number is not None and any(one.number == number for one in groups):
        free = _free(last + 1, groups)
        told = f"编号{_shown(number)}重复，标题却不同：“{text}”"
        doubts.append(Doubt(heading.place, told, f"改编为 {free}", "请核对原表的编号", str(free)))
        number = free
    elif number is not None and number not in {last + 1, 1 if not groups else last + 1}:
        way = "跳到" if number > last else "退回"
        doubts.append(
            Doubt(
                heading.place,
                f"编号从{_shown(last)}{way}{_shown(number)}",
                "照印的编号记",
                "请核对原表是不是漏了标题",
                str(number),
            )
        )
    group = _Group(number or _free(last + 1, groups), text, lead, heading.place)
    group.count = count
    group.over = over
    groups.append(group)
    return group


def _tell_joined(groups: Sequence[_Group], doubts: list[Doubt]) -> None:
    """The plan has one level of headings; where the table has two, the first joined one is told for all."""
    joined = [group for group in groups if group.over]
    if joined:
        first = joined[0]
        told = f"标题有两层，“{first.over}”之下又分（共{len(joined)}处）"
        assumed = f"两层合成一个重点任务，如“{first.heading}”"
        doubts.append(
            Doubt(first.place, told, assumed, "要按上一层分组，请改 heading 和编号", str(first.number))
        )


def _after_number(text: str) -> str:
    """A heading without its number; a number that heads nothing is the heading."""
    printed = read_number(text)
    return printed.text if printed and printed.text.strip() else text


def _bare_heading(text: str) -> tuple[str, int | None, str]:
    """A heading without （2项） and （牵头单位：省卫生健康委）, and what those said."""
    count, lead = None, ""
    while True:
        found = re.search(_COUNT, text)
        if found and found.start():
            count, text = to_int(found["n"]), text[: found.start()]
            continue
        found = re.search(_LEAD, text)
        if found and found.start():
            lead, text = found["inside"], text[: found.start()]
            continue
        return text.strip(" 。；：:;，,、") or text, count, lead


def _free(number: int, groups: Sequence[_Group]) -> int:
    used = {group.number for group in groups}
    while number in used:
        number += 1
    return number


def _shown(number: int) -> str:
    return f"（{to_chinese(number)}）" if 1 <= number <= 999 else str(number)


# Headings that the table lost, and headings printed again -------------------------------------


def _with_lost_headings(
    groups: list[_Group], found: Sequence[BodySection], doubts: list[Doubt]
) -> list[_Group]:
    """A number that the table jumps, and the body has: its works stand under the heading before."""
    by_number = {section.number: section for section in found}
    made: list[_Group] = []
    for at, group in enumerate(groups):
        made.append(group)
        following = groups[at + 1] if at + 1 < len(groups) else None
        if following is None or following.number != group.number + 2:
            continue
        lost, upper = by_number.get(group.number + 1), by_number.get(group.number)
        if lost is None or upper is None or alike(upper.heading, group.heading) < _ALIKE:
            continue
        if any(alike(lost.heading, one.heading) >= _ALIKE for one in groups):
            continue
        works = [" ".join(line.text(role) for role in (Role.WORK, *OFFICES)) for line in group.lines]
        cut = split_at(works, upper, lost)
        if not 0 < cut < len(works):
            continue
        doubts[:] = [doubt for doubt in doubts if doubt.place != following.place]  # the jump is explained
        made.append(_recovered(group, lost, cut, doubts))
    return made


def _recovered(group: _Group, lost: BodySection, cut: int, doubts: list[Doubt]) -> _Group:
    made = _Group(lost.number, lost.heading, "", group.lines[cut].place)
    made.lines, group.lines = group.lines[cut:], group.lines[:cut]
    where = f"正文{lost.part}{_shown(lost.number)}"
    note = f"原表漏印{_shown(lost.number)}的标题，此项印在{_shown(group.number)}之下；标题取自{where}"
    made.notes = dict.fromkeys((line.place for line in made.lines), note)
    items = "、".join(f"{lost.number}.{n}" for n in range(1, len(made.lines) + 1))
    read = f"表里没有{_shown(lost.number)}的标题，{where}是“{lost.heading}”"
    assumed = f"把这一行起的{len(made.lines)}项（印在{_shown(group.number)}之下）归入{_shown(lost.number)}"
    doubts.append(Doubt(made.place, read, assumed, "不对请在计划里移回，并改编号", items))
    return made


def _tell_repeats(groups: Sequence[_Group], read: Lines, doubts: list[Doubt]) -> None:
    for group in groups:
        for at, line in enumerate(group.lines):
            heading = read.repeats.get(line.place)
            if heading is None or at == 0:
                continue
            printed = read_number(heading)
            name = _shown(printed.number) if printed else f"“{heading}”"
            group.notes.setdefault(line.place, f"原表换页，{name}的标题重印一次，序号接{group.number}.{at}")
            told = f"{name}的标题重印了一次"
            doubts.append(
                Doubt(
                    line.place,
                    told,
                    "当作换页，接着编号",
                    "若是另一项重点任务，请改编号",
                    f"{group.number}.{at + 1}",
                )
            )


# Works ---------------------------------------------------------------------------------------


def _numbered(group: _Group, before: int, *, numbers_groups: bool) -> list[Member]:
    """The works with their numbers: those of 序号, those at the head of the text, or counted."""
    read = [_printed(line, group.number, numbers_groups=numbers_groups) for line in group.lines]
    taken = {number for number, _ in read if number}
    highest = max(taken, default=0)
    used: set[int] = set()
    last = 0
    members = []
    for line, (number, work) in zip(group.lines, read, strict=True):
        doubts = list(line.doubts)
        if number is None or number in used:
            told = f"序号{number}重复" if number else "没有印序号，别的行有"
            free = highest + 1 if taken else last + 1
            last = last if taken else free
            if taken and not line.doubts:  # rows under one 序号 were told already
                doubts.append(Doubt(line.place, told, f"编为 {group.number}.{free}", "请核对原表的序号"))
            highest = max(highest, free)
            used.add(free)
            members.append(Member(free, line, work, group.notes.get(line.place, ""), tuple(doubts)))
            continue
        if last and number != last + 1:
            told = f"序号从{last}{'跳到' if number > last else '退回'}{number}"
            doubts.append(Doubt(line.place, told, "照印的编号记", "请核对原表是不是漏了行"))
        elif not last and number not in {1, before + 1}:
            told = f"序号从{number}开始"
            doubts.append(Doubt(line.place, told, "照印的编号记", "请核对原表是不是漏了行"))
        used.add(number)
        last = number
        members.append(Member(number, line, work, group.notes.get(line.place, ""), tuple(doubts)))
    return members


def _printed(line: TableLine, group: int, *, numbers_groups: bool) -> tuple[int | None, str]:
    """The number printed for a work, and its text without it."""
    work = line.text(Role.WORK)
    ordinal = None if numbers_groups else read_ordinal(line.text(Role.NUMBER))
    own = read_number(work)
    inner = inner_numbers(work, own.style if own else "")
    if ordinal is not None and len(ordinal) == 2 and ordinal[0] != group:
        ordinal = None
    number = ordinal[-1] if ordinal else None
    if own is not None and len(inner) <= 1 and len(flow(own.text)) > 1 and number in {None, own.number}:
        return own.number, flow(own.text)
    return number if number is None or number <= _HIGHEST else None, flow(work)
