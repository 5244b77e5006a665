"""What is told of a whole source: parts of its head that were not found, columns that it lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from qjtask.core.plan.plan import Item, Owner
from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_blank
from qjtask.core.time.deadline import DeadlineClass
from qjtask.importing.cells.goals import promised_besides
from qjtask.importing.cells.items import ReadItem
from qjtask.importing.cells.named_offices import in_text
from qjtask.importing.cells.work_times import TimeFrame
from qjtask.importing.dates.ticked_periods import ticked_periods
from qjtask.importing.document.doubts import Doubt, in_part, quoted_in_part
from qjtask.importing.document.grid import Grid, SourceDocument
from qjtask.importing.document.head import Head
from qjtask.importing.outline.understood import Understood
from qjtask.importing.outline.work_numbers import GroupDraft
from qjtask.importing.words.column_roles import OFFICES, Role

_MANY_DUTIES = 3
_SEVERAL = 2  # periods
_DUTY = r"[^：:，,。；;\n]{2,30}?[：:]?\s{0,2}(?:主要|具体)?(?:负责|承担|履行)"
_AN_EVENT = "活动|演练|演习|运动会|比赛|大赛|竞赛|晚会|汇演|年会|艺术节|大扫除|开学|放假"
_A_YEAR = r"[今本]年|年[内底]|(?:19|20)[0-9]{2}年"
_PRINTED_YEAR = r"(?:19|20)[0-9]{2}|(?<![0-9])[0-9]{2}年(?=[0-9]{1,2}月|[底末内])"
_LEADS_OWE = "由牵头单位承办（rules.owner: lead）"
_A_NOTICE = 4  # paragraphs: a sheet with a title over it is no notice, and lacks no day of issue


def doubts_on_head(
    document: SourceDocument, head: Head, this_year: int, items: Sequence[ReadItem]
) -> Iterator[Doubt]:
    """The year and the day of issue, where nothing says them; these doubts are about no work.

    A year that is not the plan's is told of the works whose dates print none; where there is no such work
    and another year is known, nothing hangs on it.
    """
    yield from _on_plan_year(head, this_year, items)
    if head.issued is None and _lines_around(document) >= _A_NOTICE:
        assumed = "空着，没有期限的工作从年初算起"
        yield Doubt("全文", "没有找到发文日期", assumed, "请补上 issued", field="issued")


def _lines_around(document: SourceDocument) -> int:
    """How many lines stand before and behind the tables; those between them head parts of a plan."""
    at = [place for place, block in enumerate(document.blocks) if isinstance(block, Grid)]
    first, last = (at[0], at[-1]) if at else (len(document.blocks), len(document.blocks))
    return first + len(document.blocks[last + 1 :])


def _on_plan_year(head: Head, this_year: int, items: Sequence[ReadItem]) -> Iterator[Doubt]:
    """That the year which a source prints is not the plan's, or that it prints none."""
    fix = "不对请用 --year 指明"
    others = [words for words in head.others if words[:4] != str(head.year or this_year)]
    if others:
        named = "、".join(f"“{words}”" for words in others)
        assumed = f"按 {head.year} 年记" if head.year else f"没有别的年份，按 {this_year} 年记"
        undated = [one for one in items if _depends_on_year(one.item)]
        doubt = Doubt("全文", f"{named}里的年份不是计划的年份", assumed, fix, field="year")
        if undated or head.year is None:
            yield _about(undated, doubt._replace(other=others[0][:4]))
    elif head.year is None:
        yield Doubt("全文", "没有写明年份", f"按 {this_year} 年记", fix, field="year")


def doubts_of_head(head: Head, items: Sequence[ReadItem]) -> Iterator[Doubt]:
    """The doubts on title, number, issuer, day and year.

    Where some dates print their year, that of the plan matters to the others alone; where all do, to none,
    unless that year is what a work aims at: 到2025年底 may stand in a plan of 2022.
    """
    for doubt in head.doubts:
        yield from _of_year(doubt, head.year, items) if doubt.field == "year" else (doubt,)


def _of_year(doubt: Doubt, year: int | None, items: Sequence[ReadItem]) -> Iterator[Doubt]:
    """A doubt on the year, about the works whose dates hang on it."""
    dated = [one for one in items if _has_date(one.item)]
    undated = [one for one in dated if _depends_on_year(one.item) and not _is_of_each_year(one.item)]
    if len(undated) == len(dated) or _is_aimed_at(year, items):
        yield doubt
    elif undated:
        yield _about(undated, doubt)


def _is_aimed_at(year: int | None, items: Sequence[ReadItem]) -> bool:
    """Whether a work says by which year it reaches something, and the plan's year is that one."""
    return any(f"到{year}年" in one.item.work for one in items)


def _has_date(item: Item) -> bool:
    return item.deadline.date is not None or bool(item.milestones) or _is_of_each_year(item)


def _is_of_each_year(item: Item) -> bool:
    """Whether work comes back in each year, month or week, whichever the first."""
    return item.deadline.kind is DeadlineClass.RECURRING and "每" in item.deadline.text


def _depends_on_year(item: Item) -> bool:
    """Whether a work has a date that prints no year."""
    deadline = item.deadline
    is_due = deadline.date is not None or deadline.kind is DeadlineClass.RECURRING
    prints = compiled(_PRINTED_YEAR).search
    return (is_due and not prints(deadline.text)) or (bool(item.milestones) and not prints(item.work))


def doubts_on_duties(
    document: SourceDocument, understood: Understood, items: Sequence[ReadItem]
) -> Iterator[Doubt]:
    """That paragraphs say of one office after the other what it is there for, and nothing of any time."""
    is_of_a_time = compiled(f"{_A_YEAR}|{_AN_EVENT}").search(understood.head.title) is not None
    if understood.roles is not None or is_of_a_time:
        return
    if len(items) < _MANY_DUTIES or any(map(_says_when, items)):
        return
    lines = (line for block in document.blocks if isinstance(block, str) for line in block.split("\n"))
    duties = sum(compiled(_DUTY).match(line) is not None for line in lines)
    if duties >= len(items) == len({one.item.units for one in items}):
        read = "每段都是一个单位负责什么，没有时限、指标和年份，像是机构职能而不是工作分工"
        yield Doubt(understood.place, read, "照分工读作各项工作", "是机构职能就不用导入")


def _says_when(one: ReadItem) -> bool:
    """Whether a work says by when or how much, or names a year."""
    item = one.item
    is_timed = item.deadline.text or item.milestones or item.targets
    return bool(is_timed) or compiled(_A_YEAR).search(item.work) is not None


def has_offices(understood: Understood) -> bool:
    """Whether the table has a column of offices, or works that name them in their text or over them."""
    roles = understood.roles or frozenset()
    rows = understood.outline.rows
    return bool(roles & {*OFFICES}) or any(row.lead or row.units or in_text(row.work) for row in rows)


def doubts_on_leads(understood: Understood, items: Sequence[ReadItem]) -> Iterator[Doubt]:
    """That a heading or a note parts the leads from the other offices of a cell."""
    yield from _on_parted(understood, items)
    several = [one for one in items if len(one.item.units) > 1 and not one.item.lead]
    if understood.leads.is_unseen and several:
        what, assumed = "写明牵头单位的字体或颜色不同，这里看不出", "没有分开，都记作责任单位"
        yield _about(several, Doubt(understood.place, what, assumed, "要分开请把牵头的移到 lead"))


def _on_parted(understood: Understood, items: Sequence[ReadItem]) -> Iterator[Doubt]:
    """Which offices of a cell were taken for leads, and what the others owe."""
    note = understood.leads
    led = [one for one in items if one.is_led]
    if led and note.rest is not None:
        which = f"把带“{note.mark}”的" if note.mark else "把第一个单位"
        fix = f"不对请改 lead 和 {'units' if note.rest is Role.UNITS else 'support'}"
        all_owe = "，都承办（rules.owner: all）" if note.rest is Role.UNITS else ""
        assumed = f"照此{which}记作牵头单位，其余记作{note.rest.value}{all_owe}"
        yield _about(led, Doubt(understood.place, note.said, assumed, fix))


def doubts_on_headings(
    understood: Understood, drafts: Sequence[GroupDraft], items: Sequence[ReadItem], frame: TimeFrame
) -> Iterator[Doubt]:
    """The promises in headings over several works: which of these keeps them, nobody says."""
    if not understood.has_goals_above:
        return
    by_id = {one.item.id: one for one in items}
    works = ((draft.heading, [by_id[member.id] for member in draft.members]) for draft in drafts)
    found = {heading: own for heading, own in works if _promises_for_several(heading, own, frame)}
    if found:
        ones = [one for own in found.values() for one in own]
        named = in_part([f"“{quoted_in_part(heading)}”" for heading in found])
        read = f"重点任务{named}里写着数，下面有几项工作"
        fix = "要考核请写进其中一项的 targets"
        yield _about(ones, Doubt(ones[0].place, read, "没有记作指标", fix))


def _promises_for_several(heading: str, own: Sequence[ReadItem], frame: TimeFrame) -> bool:
    """Whether a heading over several works promises what none of them does."""
    said = [target for one in own for target in one.item.targets]
    return len(own) > 1 and bool(promised_besides(heading, said, frame))


def doubts_on_lacks(understood: Understood, owner: Owner, items: Sequence[ReadItem]) -> Iterator[Doubt]:
    """The columns that a source lacks, each about the works for which that matters."""
    yield from _on_deadlines(understood, items)
    roles = understood.roles
    if roles is None:
        return
    if not has_offices(understood):
        fix = "请补上 units；若有一栏是，请用 --map 责任单位=列号"
        yield _about(items, Doubt(understood.place, "表格没有责任单位一栏", "各项的责任单位空着", fix))
    if owner is Owner.LEAD and Role.SUPPORT in roles and not understood.plain_duties:
        what = "表格没有责任单位一栏，只有牵头单位和配合单位"
        fix = "若由配合单位办，请用 --map 责任单位=列号"
        yield _about(items, Doubt(understood.place, what, _LEADS_OWE, fix, field="owner", other="all"))


def said_of_roles(roles: Collection[Role | None], *, plain_duties: bool) -> Iterator[str]:
    """What is plain and still said: whose work it is in a table whose offices only lead, or help."""
    if Role.LEAD not in roles or Role.UNITS in roles:
        return
    if Role.SUPPORT not in roles:
        yield f"单位只有牵头单位一栏，{_LEADS_OWE}"
    elif plain_duties:
        yield f"单位只有牵头单位和配合单位两栏，{_LEADS_OWE}"


def said_of_levels(items: Sequence[ReadItem], owner: Owner) -> Iterator[str]:
    """That leads above the plan's level are shown and owe nothing."""
    led = next((one for one in items if one.is_led_from_above), None)
    if led is not None and owner is Owner.UNITS:
        yield f"“{led.item.lead[0]}”等是上级单位，记作牵头单位，不承办（rules.owner: units）"


def said_of_notes(left_out: Sequence[str]) -> Iterator[str]:
    """That notes which say nothing of the works were not read."""
    if left_out:
        yield f"表里的{in_part([f'“{text}”' for text in left_out])}没有读"


def said_of_head(head: Head) -> Iterator[str]:
    """What is plain of a head and still said: of what a day that is not the notice's own was taken for."""
    if head.as_of:
        yield f"“{head.as_of}”不是发文日期，issued 空着"
    if head.is_of_page:
        yield f"没有落款日期，发文日期按网页发布的 {head.issued} 记；不对请改 issued"


def said_of_periods(head: Head, items: Sequence[ReadItem]) -> Iterator[str]:
    """That what recurs is due from January on, where nothing says when the plan begins."""
    times = dict.fromkeys(one.item.deadline.text for one in items if one.item.deadline.recurrence)
    if times and head.issued is None:
        listed = in_part([f"“{text}”" for text in times])
        yield f"没有发文日期，{listed}从1月算起；从印发后算起的请补上 issued"


def _on_deadlines(understood: Understood, items: Sequence[ReadItem]) -> Iterator[Doubt]:
    """That no work has a deadline of its own; what was read from its words is told of each work by itself."""
    if not all(is_blank(row.deadline_text) for row in understood.outline.rows):
        return
    if Role.STEP in (understood.roles or ()):
        yield from _on_stages(understood, items)
        yield from _on_ticks(understood, items)
    blank = [one for one in items if not one.item.deadline.text]
    if blank:
        read = _lacking(understood.roles, blank, is_all=len(blank) == len(items))
        yield _about(blank, Doubt(understood.place, read, "空着", "请补上 deadline"))


def _on_stages(understood: Understood, items: Sequence[ReadItem]) -> Iterator[Doubt]:
    """That works have a step in each of several periods, the last taken for the deadline, or in one alone."""
    staged = [one for one in items if one.item.milestones]
    if staged:
        are_several = any(one.item.deadline.text for one in staged)
        read = "完成时限分几期写" if are_several else "只写着一期要做的事"
        assumed = "每期记作时间节点，最后一期当作完成时限" if are_several else "记作时间节点，不当作完成时限"
        fix = "不对请改 deadline 和 milestones"
        yield _about(staged, Doubt(understood.place, read, assumed, fix, is_plain=True))


def _on_ticks(understood: Understood, items: Sequence[ReadItem]) -> Iterator[Doubt]:
    """That works tick several periods, or in several ways: which of them ends the work, nobody says."""
    ticks = {row.place: ticked_periods(row.steps) for row in understood.outline.rows}
    signs = sorted({sign for one in ticks.values() for sign in one.signs})
    unsure = [one for one in items if len(ticks[one.place].headings) >= (_SEVERAL if len(signs) == 1 else 1)]
    if unsure:
        read = f"完成时限分了几栏，只打了{''.join(f'“{sign}”' for sign in signs)}"
        assumed = "最后打了的一栏当作完成时限，打了几栏的记在备注"
        yield _about(unsure, Doubt(understood.place, read, assumed, "不对请改 deadline"))


def _lacking(roles: frozenset[Role] | None, blank: Sequence[ReadItem], *, is_all: bool) -> str:
    """How a source lacks deadlines; of works in paragraphs `is_all` says whether none has one in its text."""
    if roles is None:
        return "没有一项写了完成时限" if is_all else "没有写完成时限"
    if Role.STEP in roles and not any(one.item.milestones for one in blank):
        return "写完成时限的各栏都是空的"
    return "完成时限一栏全是空的" if Role.DEADLINE in roles else "表格没有完成时限一栏"


def _about(items: Sequence[ReadItem], doubt: Doubt) -> Doubt:
    rows = tuple(one.place for one in items)
    return doubt._replace(items=tuple(one.item.id for one in items), rows=rows)
