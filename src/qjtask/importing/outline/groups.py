"""Groups and ids as printed: （九）'s second work is 9.2, whatever jumps, repeats or was lost above it."""

from collections.abc import Sequence
from enum import Enum, auto

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.comparing import bare
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.outline.bare_numerals import with_signs
from qjtask.importing.outline.group_headings import GroupHeading, read_heading, shown
from qjtask.importing.outline.outline import FoundWork, Outline, Section
from qjtask.importing.words.numbering import read_number, read_ordinal

_FIRST_HEADED = 2  # groups, when the first one with a heading follows works without


EXTRACT = "请核对是不是全表"
"""What to do about a part of a longer table, and what the doubt on it is known by."""


class OddKind(Enum):
    """What is odd about the numbers of a table."""

    EMPTY = auto()  # a heading without works
    JUMP = auto()  # a heading's number that does not follow
    TAKEN = auto()  # a heading's number that another one has
    GAP = auto()  # a work's number that does not follow
    AGAIN = auto()  # a work's number that another one has
    UNFIT = auto()  # a work's number that can be no id
    UNNUMBERED = auto()  # a work without a number among others that have one
    OTHER = auto()


class Odd(NamedTuple):
    """Something odd about numbers or headings.

    `about` is the group, by its number in the draft, `step` what is odd in a few words, for a list.
    """

    kind: OddKind
    doubt: Doubt
    about: int | None = None
    step: str = ""


class NumberedGroup(NamedTuple):
    """A group of works under its printed number; `note` goes with each of its works.

    `printed` is the number as printed, where that is another way than （一）.
    """

    number: int
    heading: str
    lead: str
    place: str
    rows: tuple[FoundWork, ...]
    over: str = ""
    promised: int | None = None
    note: str = ""
    printed: str = ""


def gathered_groups(outline: Outline, fallback: str) -> tuple[list[NumberedGroup], list[Odd]]:
    """The groups of an outline, and what is odd about them; `fallback` heads the works without a heading.

    A heading that comes back after others goes on with its works; a number that was taken is changed.
    """
    made = _Gathering(fallback)
    for section in with_signs(outline.sections):
        made.take(section)
    return made.groups(), made.odd


class _Gathering:
    """The groups while sections are put to them."""

    def __init__(self, fallback: str) -> None:
        self.odd: list[Odd] = []
        self._fallback = fallback
        self._groups: list[NumberedGroup] = []
        self._rows: list[list[FoundWork]] = []
        self._by_words: dict[str, list[int]] = {}
        self._used: set[int] = set()
        self._last_under: dict[str, int] = {}
        self._printed: set[tuple[str, str, int]] = set()  # wider heading or number, kind of number, number
        self._is_loose = False  # whether the first group's works have no heading
        self._last = 0  # the group that took the section before
        self._over = ""  # the 序号 over headings that have numbers of their own

    def groups(self) -> list[NumberedGroup]:
        """The groups with their works."""
        pairs = zip(self._groups, self._rows, strict=True)
        return [group._replace(rows=tuple(rows)) for group, rows in pairs]

    def take(self, section: Section) -> None:
        """Put a section's works to the group of its heading, or begin one."""
        if not section.rows:
            self.odd.append(_empty(section))
            return
        heading = read_heading(section, self._fallback)
        same = self._same(heading)
        if same is None:
            self._begin(section, heading)
            return
        number = self._groups[same].number
        self._rows[same].extend(section.rows)
        if same == self._last:
            return
        self._last = same
        told = f"“{section.path[-1] if section.path else self._fallback}”又印了一次，中间隔着别的标题"
        rows = tuple(row.place for row in section.rows)
        doubt = Doubt(section.place, told, "并入前面的同一项，接着编号", "若是两项，请改编号", rows=rows)
        self.odd.append(Odd(OddKind.OTHER, doubt, number))

    def _same(self, heading: GroupHeading) -> int | None:
        known = self._by_words.get(bare(heading.text), ())
        return next((at for at in known if heading.number in {None, self._groups[at].number}), None)

    def _begin(self, section: Section, heading: GroupHeading) -> None:
        if _counts_headings(section):
            self._over = section.number
        last = self._groups[-1].number if self._groups else 0
        number = self._number(section, heading, last)
        self._last = len(self._groups)
        self._by_words.setdefault(bare(heading.text), []).append(self._last)
        self._used.add(number)
        self._groups.append(
            NumberedGroup(
                number,
                heading.text,
                heading.lead,
                section.place,
                (),
                heading.over,
                heading.promised,
                printed=heading.printed if heading.number == number else self._way_under(heading),
            )
        )
        self._rows.append(list(section.rows))
        self._is_loose = self._is_loose or not (section.path or self._groups[1:])
        if section.path and len(self._groups) > 1 and self._is_loose:
            self._tell_loose()

    def _number(self, section: Section, heading: GroupHeading, last: int) -> int:
        """The printed number, another one where that is taken, or the next.

        Under each wider heading the numbers may begin anew.
        """
        if heading.number is None:
            return self._free(last + 1)
        number = heading.number
        begins_anew = bool(heading.over) and number == self._last_under.get(heading.over, 0) + 1
        self._last_under[heading.over] = number
        is_again = self._is_again(section, heading)
        if number in self._used:
            number = self._free(last + 1)
            told = f"编号{shown(heading.number)}重复，标题却不同：“{heading.text}”"
            doubt = Doubt(section.place, told, f"改编为 {number}", "请核对原文的编号")
            if is_again and not begins_anew:
                self._tell(OddKind.TAKEN, number, doubt, f"{shown(heading.number)}改编为{number}")
        elif number != last + 1 and not begins_anew:
            way = "跳到" if number > last else "退回"
            step = f"从{shown(last)}{way}{shown(number)}" if last else f"从{shown(number)}开始"
            doubt = Doubt(section.place, f"编号{step}", "照印的编号记", "请核对原表是不是漏了标题")
            self._tell(OddKind.JUMP, number, doubt, step)
        return number

    def _is_again(self, section: Section, heading: GroupHeading) -> bool:
        """Whether a number was printed before at its level: 二、 after 一、（一）（二） is none again."""
        own = read_number(section.path[-1]) if section.path else None
        printed = (heading.over or self._over, own.style if own else "", heading.number or 0)
        is_again = printed in self._printed
        self._printed.add(printed)
        return is_again

    def _way_under(self, heading: GroupHeading) -> str:
        """The number as printed of a heading that the 序号 over it lets begin anew: （一） under 二."""
        return heading.printed or shown(heading.number) if self._over and heading.number else ""

    def _free(self, number: int) -> int:
        while number in self._used:
            number += 1
        return number

    def _tell_loose(self) -> None:
        if len(self._groups) == _FIRST_HEADED:
            first = self._groups[0]
            told = "第一个标题之前就有工作"
            doubt = Doubt(first.place, told, f"归入“{self._fallback}”", "请改成应属的重点任务")
            self._tell(OddKind.OTHER, first.number, doubt)

    def _tell(self, kind: OddKind, number: int, doubt: Doubt, step: str = "") -> None:
        self.odd.append(Odd(kind, doubt._replace(items=(str(number),)), number, step))


def doubts_on_groups(
    groups: Sequence[NumberedGroup], *, has_columns: bool = False, is_extract: bool = False
) -> list[Doubt]:
    """Two levels of headings, told once for all, and the counts that are not the table's.

    With `has_columns` each level has a column of its own and keeps its numbers: that is plain to see. An
    extract of a longer table has fewer works than its headings say.
    """
    doubts = []
    joined = [group for group in groups if group.over and not has_columns]
    if joined:
        first = joined[0]
        told = f"标题有两层，“{first.over}”之下又分（共{len(joined)}处）"
        assumed = f"两层合成一个重点任务，如“{first.heading}”"
        fix = "要按上一层分组，请改 heading 和编号"
        doubts.append(Doubt(first.place, told, assumed, fix, tuple(str(group.number) for group in joined)))
    for group in groups:
        is_part = is_extract and (group.promised or 0) > len(group.rows)
        if group.promised is not None and group.promised != len(group.rows) and not is_part:
            told = f"标题写明{group.promised}项，下面有{len(group.rows)}项"
            fix = "请核对有没有漏印或合并的"
            doubts.append(Doubt(group.place, told, "照下面的记", fix, (str(group.number),)))
    return doubts


def _counts_headings(section: Section) -> bool:
    """Whether a section's 序号 stands over the number that its heading has of its own: 二 over （一）."""
    own = read_number(section.path[-1]) if section.path else None
    return own is not None and section.number != "" and read_ordinal(section.number) != (own.number,)


def _empty(section: Section) -> Odd:
    told = f"“{section.path[-1]}”下没有一项工作"
    doubt = Doubt(section.place, told, "没有记这个标题", "请核对表格是不是缺了行")
    return Odd(OddKind.EMPTY, doubt)
