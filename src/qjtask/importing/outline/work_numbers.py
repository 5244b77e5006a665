"""The number of each work within its group, and what is odd about the printed ones."""

from collections.abc import Iterator, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import refuse
from qjtask.core.text.patterns import compiled
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.outline.group_headings import shown
from qjtask.importing.outline.groups import NumberedGroup, Odd, OddKind
from qjtask.importing.outline.outline import FoundWork
from qjtask.importing.words.numbering import inner_numbers, is_code, is_file_number, read_number, read_ordinal
from qjtask.importing.words.tidy_text import flow

_HIGHEST = 9999
_WHOLE_ID = 2
_OF_PARTS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_OF_GAPS = frozenset((OddKind.GAP, OddKind.JUMP, OddKind.EMPTY, OddKind.UNNUMBERED))
_DOTTED = r"[（(]?\d{1,3}(?:\s?[.．]\s?\d{1,3}){2,4}[)）]?[、.．]?"  # 1.2.3, of a paragraph


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
    counted: list[int] = []
    before = 0
    for group in groups:
        read = _counted([*_with_parts([_printed(row, group.number) for row in group.rows])])
        counted.extend(one.number or 0 for one in read)
        members, told = _members(read, group, before)
        gaps.extend(told)
        before = max((int(one.id.split(".")[1]) for one in members), default=before)
        drafts.append(GroupDraft(str(group.number), group.heading, group.lead, members, group.printed))
    follow = counts and not _is_regrouped(counted, len(drafts))
    plain = _OF_GAPS if has_gaps else frozenset(() if follow else (OddKind.GAP,))
    odd = [one for one in (*odd, *gaps) if one.kind not in plain]
    return drafts, _doubts(odd, drafts) if odd else []


def _members(
    read: Sequence[_Read], group: NumberedGroup, before: int
) -> tuple[tuple[Member, ...], list[Odd]]:
    """The works of a group with their ids, and what is odd about these."""
    members: list[Member] = []
    gaps: list[Odd] = []
    for number, one, told in _numbers(read, group, before):
        gaps.extend(told)
        members.append(_member(number, one, group, len(members)))
        gaps.extend(_again(members[-1], one, group, len(members)))
    return tuple(members), [*gaps, *_sharing(members, group)]


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


def _counted(read: Sequence[_Read]) -> Sequence[_Read]:
    """The works; numbers that begin anew with each deadline count only there, and are kept as printed."""
    if not _begins_anew(read):
        return read
    printed = (one.found.number or str(one.number or "") for one in read)
    return [
        one._replace(number=None, found=one.found._replace(number=number))
        for one, number in zip(read, printed, strict=True)
    ]


def _begins_anew(read: Sequence[_Read]) -> bool:
    """Whether numbers begin anew with each deadline: 1, 2, 3 for 九月, none for 国庆, and 1, 2 for 十月."""
    runs = _runs(read)
    times = [{one.found.deadline_text for one in run} for run in runs]
    others = {"", *(one.found.deadline_text for one in read if one.number is None)}
    is_of_one = all(len(one) == 1 for one in times) and len(runs) == len(set().union(*times) - others)
    return is_of_one and any(len(run) > 1 for run in runs)


def _runs(read: Sequence[_Read]) -> list[list[_Read]]:
    """The works that are counted together from 1; [] where others are counted, or a column leaves one out.

    Two works under one merged number do not begin anew.
    """
    numbered = [one for one in read if one.number is not None]
    leaves_out = len(numbered) < len(read) and any(one.found.number for one in read)
    if leaves_out or any(one.found.shares_number for one in read):
        return []
    runs: list[list[_Read]] = []
    for one in numbered:
        if one.number == 1:
            runs.append([])
        elif not runs or one.number != (runs[-1][-1].number or 0) + 1:
            return []
        runs[-1].append(one)
    return runs


def _is_regrouped(counted: Sequence[int], groups: int) -> bool:
    """Whether all works are counted without a gap, through several groups: no row was lost between them."""
    return groups > 1 and sorted(counted) == list(range(1, len(counted) + 1))


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
    """What is odd about the works' numbers, as it is told."""
    from qjtask.importing.outline.odd_numbers import told_together  # few tables have such numbers

    return told_together(odd, [int(one.id.split(".")[1]) for draft in drafts for one in draft.members])
