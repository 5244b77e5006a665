"""The outline's works in order, each with the headings over it, its wording and its clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from qjtask.importing.clauses.branch_kinds import (
    Beside,
    heading_styles,
    is_no_task,
    is_one_work,
    is_over_paragraphs,
    is_unnumbered,
    speaks_for,
)
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.levels import OFFICE
from qjtask.importing.clauses.outline_tree import Branch
from qjtask.importing.clauses.text_lines import TextLine
from qjtask.importing.clauses.work_text import (
    Said,
    own_text,
    printed_as,
    said,
    single_work,
    title_of,
    whole_text,
    worded,
)

_NAMES = "不对请改 lead、units 或 support"
_OTHERS = ("责任单位写着“等”，没有列全", "只记写明的", "请补上 units")
_LACKING = ("前后的工作写了责任单位，这一项没有", "记作一项，责任单位空着", "请补上 units；不是工作请删去")
_GIVEN = ("没有自己的责任单位", "按标题或上下文写的记", _NAMES)
_COVERED = ("编着号写了几条，只在末尾写了一次责任单位", "按一项记", "要分开管请在计划里拆成几项")
_OVER = ("自己写了责任单位，下面各项又另写", "自己也记作一项，编号排在最后", "若只是标题，请删去这一项")
_AGAIN = "请核对原文是不是漏了一段"

Told = tuple[str, str, str]
"""What was read, what was assumed, and how to change it."""


class TitleLine(NamedTuple):
    """A heading over works: its printed style and number (0 for none), its text, and which branch it is."""

    style: str
    number: int
    text: str
    order: int


class Task(NamedTuple):
    """A work shared out by a clause.

    `number` is the printed one (0 for none) in its `style`; `path` are the headings over it, widest first.
    `deadline_text` and `target` are as printed, `note` holds persons; `told` is to be doubted.
    """

    style: str
    number: int
    path: tuple[TitleLine, ...]
    work: str
    lead: tuple[str, ...]
    units: tuple[str, ...]
    support: tuple[str, ...]
    deadline_text: str
    target: str
    note: str
    place: str
    told: tuple[Told, ...] = ()


class Outside(NamedTuple):
    """A numbered paragraph beside works that was taken for none of them."""

    text: str
    place: str


class Tasks(NamedTuple):
    """The works in the document's order, and what stood among them and is none."""

    tasks: tuple[Task, ...]
    outside: tuple[Outside, ...]


def read_tasks(root: Branch) -> Tasks:
    """The works of a document, from its outline."""
    walk = _Walk(heading_styles(root))
    walk.branch(root, (), None)
    return Tasks(tuple(walk.tasks), tuple(walk.outside))


class _Walk:
    """Goes through the outline in the document's order, and gathers works under their headings."""

    def __init__(self, heading_styles: frozenset[str]) -> None:
        self.tasks: list[Task] = []
        self.outside: list[Outside] = []
        self._heading_styles = heading_styles
        self._order = 0
        self._numbers: Counter[str] = Counter()  # the last number of each style, wherever it stood

    def branch(self, branch: Branch, path: tuple[TitleLine, ...], given: Clause | None) -> None:
        """The works of a branch; `given` is what a heading over it says for those that say nothing."""
        if is_one_work(branch, given):
            self._whole(branch, path, given)
        elif branch.below or (branch.children and branch.own):
            self._head(branch, path, given)
        elif branch.own or given:
            self._works(branch, path, given)

    # Headings --------------------------------------------------------------------------------

    def _head(self, branch: Branch, path: tuple[TitleLine, ...], given: Clause | None) -> None:
        """A heading: its own clause is given to the works below, or is a work itself when its text is one."""
        under = self._under(branch, path)
        if branch.own and not branch.style:
            self._works(branch, under, None)
        elif branch.own and speaks_for(branch):
            given = next(one.clause for one in said(branch.lines) if one.is_shared)
        self._children(branch, under, given)
        if branch.own and branch.style and not speaks_for(branch):
            self._works(branch, under, None, told=(_OVER,))

    def _under(self, branch: Branch, path: tuple[TitleLine, ...]) -> tuple[TitleLine, ...]:
        """The headings of what stands below; an office's own line is none where a heading stands over it."""
        text = title_of(branch)
        if not branch.style or not text or (branch.style == OFFICE and path):
            return path
        self._order += 1
        return (*path, TitleLine(branch.style, branch.number, text, self._order))

    def _children(self, branch: Branch, path: tuple[TitleLine, ...], given: Clause | None) -> None:
        beside = Beside(branch.children)
        before: Counter[str] = Counter()
        for at, child in enumerate(branch.children):
            first = len(self.tasks)
            own = given or beside.spoken_for(at)
            if child.own or child.below or own:
                self.branch(child, path, own)
            elif beside.lacks(at):
                self._add(child, path, whole_text(child), Clause(), (_LACKING,))
            elif beside.has_works and child.number and not is_no_task(child):
                self.outside.append(Outside(title_of(child), child.place))
            self._tell_jump(child, before[child.style], first)
            before[child.style] = self._numbers[child.style] = child.number

    def _tell_jump(self, child: Branch, before: int, first: int) -> None:
        """Doubt a number that does not follow the one before it; lists may begin again, or run on."""
        follows = {before + 1, 1} if before else {0, 1, self._numbers[child.style] + 1}
        if first == len(self.tasks) or child.number in follows | {0}:
            return
        shown, last = printed_as(child.style, child.number), printed_as(child.style, before)
        read = (
            f"编号从{last}{'跳到' if child.number > before else '退回'}{shown}"
            if before
            else f"编号从{shown}开始"
        )
        read = f"编号{shown}重复" if child.number == before else read
        task = self.tasks[first]
        self.tasks[first] = task._replace(told=((read, "照印的编号记", _AGAIN), *task.told))

    # Works -----------------------------------------------------------------------------------

    def _whole(self, branch: Branch, path: tuple[TitleLine, ...], given: Clause | None) -> None:
        """A branch that is one work with all that stands below it."""
        clause = next((one.clause for one in _all_said(branch) if one.is_shared), given)
        told = (_COVERED,) if branch.below else () if branch.own else (_GIVEN,)
        self._add(branch, path, whole_text(branch), clause or Clause(), told)

    def _works(
        self, branch: Branch, path: tuple[TitleLine, ...], given: Clause | None, told: tuple[Told, ...] = ()
    ) -> None:
        """The works that a branch's own paragraphs are: one, or one for each clause."""
        pieces = said(branch.lines)
        shared = [one for one in pieces if one.is_shared]
        if is_unnumbered(branch):
            self._unnumbered(branch.lines[bool(branch.style) :], branch, path)
        elif not shared:
            self._add(branch, path, own_text(branch.lines), given or Clause(), (_GIVEN,))
        elif is_over_paragraphs(branch) and (len(shared) > 1 or branch.style in self._heading_styles):
            self._unnumbered(branch.lines[1:], branch, self._under(branch, path))
        elif len(shared) == 1:
            # What heads others leaves them its number.
            self._add(
                branch, path, single_work(pieces), shared[0].clause, told, number=0 if told else branch.number
            )
        else:
            self._several(branch, path, shared)

    def _several(self, branch: Branch, path: tuple[TitleLine, ...], shared: Sequence[Said]) -> None:
        read, assumed = f"一段里写了{len(shared)}处责任单位", f"按{len(shared)}项记，编号接着排"
        for at, one in enumerate(shared):
            told = ((read, assumed, "若是一项，请合并后改编号"),) if at == 0 else ()
            self._add(branch, path, one.text, one.clause, told, number=0 if at else branch.number)

    def _unnumbered(self, lines: Sequence[TextLine], branch: Branch, path: tuple[TitleLine, ...]) -> None:
        """Paragraphs without a number, each with its own clause, under one heading."""
        for block in _blocks(lines):
            for one in said(block):
                if one.is_shared:
                    self._add(branch, path, one.text, one.clause, number=0, place=block[0].place)

    def _add(
        self,
        branch: Branch,
        path: tuple[TitleLine, ...],
        text: str,
        clause: Clause | None,
        told: tuple[Told, ...] = (),
        *,
        number: int | None = None,
        place: str = "",
    ) -> None:
        clause = clause or Clause()
        work = worded(text, clause)
        if not work:
            self.outside.append(Outside(branch.lines[0].text, place or branch.place))
            return
        doubts = (*told, *_doubts(clause), *_resembling(branch.lines))
        self.tasks.append(
            Task(
                branch.style,
                branch.number if number is None else number,
                path,
                work,
                clause.lead,
                clause.units,
                clause.support,
                clause.deadline,
                clause.target,
                "；".join(clause.notes),
                place or branch.place,
                doubts,
            )
        )


def _doubts(clause: Clause) -> Iterator[Told]:
    yield from ((read, assumed, _NAMES) for read, assumed in clause.told)
    if clause.and_others:
        yield _OTHERS


def _resembling(lines: Iterable[TextLine]) -> Iterator[Told]:
    for line in lines:
        for inside in line.search.told:
            yield f"括号里的“{inside}”像是责任单位，没有读懂", "留在原文里", "请补上 units"


def _blocks(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Each paragraph with a clause, together with the label lines under it."""
    block: list[TextLine] = []
    for line in lines:
        if line.is_clause and not any(clause.title for clause in line.search.clauses):
            block.append(line)
            continue
        if any(one.search.clauses for one in block):
            yield block
        block = [line]
    if any(one.search.clauses for one in block):
        yield block


def _all_said(branch: Branch) -> Iterator[Said]:
    yield from said(branch.lines)
    for child in branch.children:
        yield from _all_said(child)
