"""The number of each work within its group, and what is odd about the printed ones."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import refuse
from qjtask.core.text.patterns import compiled
from qjtask.importing.document.doubts import Doubt, in_part, in_runs
from qjtask.importing.outline.group_headings import shown
from qjtask.importing.outline.groups import EXTRACT, NumberedGroup, Odd, OddKind
from qjtask.importing.outline.outline import FoundWork
from qjtask.importing.words.numbering import inner_numbers, is_code, is_file_number, read_number, read_ordinal
from qjtask.importing.words.tidy_text import flow

_HIGHEST = 9999
_WHOLE_ID = 2
_OF_PARTS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_OF_EXTRACTS = frozenset((OddKind.GAP, OddKind.JUMP, OddKind.EMPTY))
_OF_GAPS = _OF_EXTRACTS | {OddKind.UNNUMBERED}
_TOGETHER = {  # how many of a kind are told in one doubt, what it says of their count and list, and assumes
    OddKind.TAKEN: (2, "编号有{}处重复，标题却不同（{}）", "后面的改编"),
    OddKind.JUMP: (4, "编号有{}处不连着（{}）", "照印的编号记"),
    OddKind.GAP: (2, "序号有{}处不连着（{}）", "照印的编号记"),
    OddKind.AGAIN: (2, "序号有{}处重复（{}）", "后面的接着编号"),
    OddKind.UNFIT: (2, "序号有{}处不能当编号（{}）", "接着编号"),
    OddKind.UNNUMBERED: (2, "{}项没有印序号，别的行有（{}）", "接着编号"),
}
_DOTTED = r"[（(]?\d{1,3}(?:\s?[.．]\s?\d{1,3}){2,4}[)）]?[、.．]?"  # 1.2.3, of a paragraph
_EXTRACT = 3  # numbers that do not follow, of which an extract of a longer table has so many


class Member(NamedTuple):
    """A work with its id, its text without its number, the printed 序号 that is not its id, and its note."""

    id: str
    found: FoundWork
    work: str
    no: str
    note: str
    doubts: tuple[Doubt, ...] = ()


class GroupDraft(NamedTuple):
    """A group with its id, its heading, the offices that lead it, its works, and its number as printed."""

    id: str
    heading: str
    lead: str
    members: tuple[Member, ...]
    printed: str = ""


class _Read(NamedTuple):
    """A work before it has its number: the printed one, and the text without it."""

    found: FoundWork
    number: int | None
    work: str


def numbered_groups(
    groups: Sequence[NumberedGroup], odd: Sequence[Odd], *, has_gaps: bool = False, counts: bool = True
) -> tuple[list[GroupDraft], list[Doubt]]:
    """The groups with the ids of their works, and the doubts on all numbers.

    Ids follow the print: the number of 序号, the one at the head of the text, or else the next. In a
    source that `has_gaps`, or whose numbers come from another list and do not count its works, they need not
    follow each other. Refused where a plan has no number left.
    """
    _check_room(groups)
    drafts = []
    gaps: list[Odd] = []
    before = 0
    for group in groups:
        read = list(_with_parts([_printed(row, group.number) for row in group.rows]))
        members: list[Member] = []
        highest = 0
        begins_anew = _begins_anew(read)
        for number, one, told in _numbers(read, group, before):
            gaps.extend(odd for odd in told if not (begins_anew and odd.kind is OddKind.AGAIN))
            members.append(_member(number, one, group, len(members)))
            gaps.extend(_again(members[-1], one, group, len(members)))
            highest = max(highest, number)
        gaps.extend(_sharing(members, group))
        before = highest if members else before
        drafts.append(GroupDraft(str(group.number), group.heading, group.lead, tuple(members), group.printed))
    plain = _OF_GAPS if has_gaps else frozenset(() if counts else (OddKind.GAP,))
    told = [one for one in (*odd, *gaps) if one.kind not in plain]
    return drafts, _doubts(told, drafts)


def _check_room(groups: Sequence[NumberedGroup]) -> None:
    """A plan's numbers have four digits."""
    for group in groups:
        if group.rows and group.number > _HIGHEST:
            raise refuse(group.rows[0].place, f"重点任务多于{_HIGHEST}个", "请分成几份再导入")
        if len(group.rows) > _HIGHEST:
            told = f"一个重点任务下的工作多于{_HIGHEST}项"
            raise refuse(group.rows[_HIGHEST].place, told, "请分成几份再导入")


def _printed(row: FoundWork, group: int) -> _Read:
    """The number printed for a work, and its text without it."""
    number, own = _ordinal(row.number, group), read_number(row.work)
    is_head = own is not None and number in {None, own.number} and len(flow(own.text)) > 1
    if own is not None and is_head and len(inner_numbers(row.work, own.style)) <= 1:
        return _Read(row, own.number, flow(own.text))
    return _Read(row, number, flow(row.work))


def _with_parts(read: Sequence[_Read]) -> Iterator[_Read]:
    """The works, ② after 2、① made a second one under 2: its sign counts the parts of that number."""
    over, last = "", 0
    for one in read:
        part = _OF_PARTS.find(one.found.work[:1]) + 1
        if over and part == last + 1:
            last = part
            yield _Read(one.found._replace(number=over, shares_number=True), None, flow(one.found.work))
            continue
        begins = bool(one.number) and one.work[:1] == _OF_PARTS[0] != one.found.work[:1]
        over, last = (str(one.number), 1) if begins else ("", 0)
        yield one


def _ordinal(printed: str, group: int) -> int | None:
    """The number of a 序号; of a whole id (9.2) the second, in the group that it names."""
    ordinal = read_ordinal(printed) if printed else None
    if ordinal is None or ordinal[-1] > _HIGHEST or (len(ordinal) == _WHOLE_ID and ordinal[0] != group):
        return None
    return ordinal[-1]


def _begins_anew(read: Sequence[_Read]) -> bool:
    """Whether numbers begin anew with each deadline: 1, 2, 3 for 九月, and 1, 2 for 十月."""
    runs: list[list[_Read]] = []
    for one in read:
        if one.number == 1:
            runs.append([])
        elif not runs or one.number != (runs[-1][-1].number or 0) + 1:
            return False
        runs[-1].append(one)
    times = [{one.found.deadline_text for one in run} for run in runs]
    is_of_one = all(len(one) == 1 for one in times) and len(runs) == len(set().union(*times))
    return is_of_one and any(len(run) > 1 for run in runs)


def _numbers(
    read: Sequence[_Read], group: NumberedGroup, before: int
) -> Iterator[tuple[int, _Read, list[Odd]]]:
    """Each work with its number, and what is odd about it; one missing or taken is replaced by a free one.

    That is the next after the highest printed, or where a plan's numbers end the lowest that none has.
    """
    printed = {one.number for one in read if one.number}
    free = max(printed, default=0)
    used: set[int] = set()
    last = 0
    for one in read:
        if one.number is None or one.number in used:
            free = free % _HIGHEST + 1  # without a printed number in the group, this counts
            while free in printed:
                free = free % _HIGHEST + 1
            used.add(free)
            yield free, one, _odd_free(one, group, free, is_usual=not printed)
        else:
            told = _odd_step(one, group, last, before)
            last = one.number
            used.add(last)
            yield last, one, told


def _odd_step(one: _Read, group: NumberedGroup, last: int, before: int) -> list[Odd]:
    """What to say of a number that does not follow the last one, or begins nowhere."""
    number = one.number or 0
    if last and number != last + 1:
        return [_gap(one, group, f"从{last}{'跳到' if number > last else '退回'}{number}")]
    if not last and number not in {1, before + 1}:
        return [_gap(one, group, f"从{number}开始")]
    return []


def _gap(one: _Read, group: NumberedGroup, step: str) -> Odd:
    items = (f"{group.number}.{one.number}",)
    doubt = Doubt(one.found.place, f"序号{step}", "照印的编号记", "请核对原表是不是漏了行", items, "no")
    return Odd(OddKind.GAP, doubt, group.number, step)


def _odd_free(one: _Read, group: NumberedGroup, free: int, *, is_usual: bool) -> list[Odd]:
    """What to say of a number that was not printed; rows under one 序号 were told already."""
    if is_usual or one.found.shares_number:
        return []
    item = f"{group.number}.{free}"
    doubt = Doubt(one.found.place, "", f"编为 {item}", "请核对原文的序号", (item,), "no")
    if one.number:
        told = doubt._replace(read=f"序号{one.number}重复")
        return [Odd(OddKind.AGAIN, told, group.number, f"{one.number}编为{item}")]
    printed = flow(one.found.number)
    if compiled(_DOTTED).fullmatch(printed):
        return []  # it is kept beside the id
    if printed:
        told = doubt._replace(read=f"序号“{printed}”不能当编号")
        return [Odd(OddKind.UNFIT, told, group.number, f"{printed}编为{item}")]
    return [Odd(OddKind.UNNUMBERED, doubt._replace(read="没有印序号，别的行有"), group.number, item)]


def _member(number: int, one: _Read, group: NumberedGroup, before: int) -> Member:
    item = f"{group.number}.{number}"
    doubts = tuple(doubt._replace(items=(item,)) for doubt in one.found.doubts)
    note = group.note
    if one.found.again and before and not note:
        note = f"原表换页，{_name(one.found.again)}的标题重印一次，序号接{group.number}.{before}"
    return Member(item, one.found, one.work, _no(one, item), note, doubts)


def _sharing(members: Sequence[Member], group: NumberedGroup) -> Iterator[Odd]:
    """The works that stand under one merged 序号, told once for each of these."""
    together: list[list[Member]] = []
    for member in members:
        if member.found.shares_number and together:
            together[-1].append(member)
        else:
            together.append([member])
    for ones in together:
        if len(ones) > 1 and not _count_from_one(ones):
            items = tuple(one.id for one in ones)
            told = f"{len(ones)}项工作同在序号“{ones[-1].found.number}”之下"
            fix = "若是一项，请合并后改编号"
            doubt = Doubt(ones[0].found.place, told, "分开记，后面的接着编号", fix, items, "no")
            yield Odd(OddKind.OTHER, doubt, group.number)


def _count_from_one(members: Sequence[Member]) -> bool:
    """Whether works count themselves under the number over them: （一）, （二） under 二."""
    own = [read_number(member.found.work) for member in members]
    return [one.number for one in own if one] == list(range(1, len(own) + 1))


def _again(member: Member, one: _Read, group: NumberedGroup, at: int) -> Iterator[Odd]:
    """A heading that was printed once more over a work that is not its first."""
    if one.found.again and at > 1:
        fix = "若是另一项重点任务，请改编号"
        told = f"{_name(one.found.again)}的标题重印了一次"
        doubt = Doubt(one.found.place, told, "当作换页，接着编号", fix, (member.id,), "no")
        yield Odd(OddKind.OTHER, doubt, group.number)


def _name(heading: str) -> str:
    printed = read_number(heading)
    return shown(printed.number) if printed else f"“{heading}”"


def _no(one: _Read, item: str) -> str:
    """The printed 序号 where the id does not say it."""
    printed = "".join((one.found.running or one.found.number).split())
    ordinal = read_ordinal(printed) if printed else (one.number,) if one.number else None
    is_dotted = ("." in printed or "．" in printed) and compiled(_DOTTED).fullmatch(printed)
    if is_dotted or (ordinal is None and (is_code(printed) or is_file_number(printed))):
        return printed
    if ordinal is None or ".".join(map(str, ordinal)) in {item, item.rpartition(".")[2]}:
        return ""
    return str(ordinal[0]) if len(ordinal) == 1 else printed


def _doubts(odd: Sequence[Odd], drafts: Sequence[GroupDraft]) -> list[Doubt]:
    """What is odd; what comes of one thing is said once: an extract of a longer table, several jumps."""
    numbers = [int(member.id.split(".")[1]) for draft in drafts for member in draft.members]
    by_kind = {kind: [one for one in odd if one.kind is kind] for kind in OddKind}
    is_extract = _is_extract(Counter(one.kind for one in odd), numbers)
    joined = [_on_extract(by_kind[OddKind.GAP], numbers)] if is_extract else []
    said = {*_OF_EXTRACTS} if is_extract else set()
    for kind, (fewest, read, assumed) in _TOGETHER.items():
        same = by_kind[kind]
        if len(same) >= fewest and kind not in said:
            told = read.format(len(same), in_part([one.step for one in same]))
            joined.append(_joined(same, same[0].doubt._replace(read=told, assumed=assumed)))
            said.add(kind)
    return [*joined, *(one.doubt for one in odd if one.kind not in said)]


def _on_extract(gaps: Sequence[Odd], numbers: Sequence[int]) -> Doubt:
    """That a table is a part of a longer one, told in place of each of its gaps."""
    listed = in_part(in_runs(numbers, lambda one, other: other == one + 1))
    told = f"序号不连着（{listed}），像是从一个更长的表里摘出来的"
    assumed = "照印的编号记，没有工作的标题略去"
    return _joined(gaps, Doubt("", told, assumed, EXTRACT, field="no"))


def _joined(same: Sequence[Odd], doubt: Doubt) -> Doubt:
    """A doubt about all that several ones are about, at the place of the first."""
    items = dict.fromkeys(item for one in same for item in one.doubt.items)
    return doubt._replace(place=same[0].doubt.place, items=tuple(items))


def _is_extract(odd: Counter[OddKind], numbers: Sequence[int]) -> bool:
    """Whether numbers that rise have so many gaps that the rest must stand in a longer table."""
    gaps, left_out = odd[OddKind.GAP], odd[OddKind.EMPTY] + odd[OddKind.JUMP]
    has_many = gaps >= _EXTRACT or (gaps > 1 and gaps + left_out >= _EXTRACT)
    return has_many and all(one < other for one, other in pairwise(numbers))
