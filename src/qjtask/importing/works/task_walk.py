"""The outline's works in order, each with the headings over it, its wording and its offices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.document.doubts import quoted_in_part
from qjtask.importing.lines.levels import OFFICE
from qjtask.importing.works.beside_works import NAMES_SOMEONE
from qjtask.importing.works.branch_kinds import (
    HeadingStyles,
    count_numbered,
    hands_out,
    has_parts,
    heading_styles,
    is_about_carrying_out,
    is_headed_within,
    is_in_passing,
    is_name_only,
    is_of_goals,
    is_office_over_text,
    is_one_work,
    is_only_aimed_at,
    is_over_paragraph_works,
    may_be_work,
    speaks_for,
    title_within,
)
from qjtask.importing.works.branch_works import (
    Told,
    heads_paragraph_works,
    own_works,
    whole_work,
    work_of_office,
    works_below_title,
)
from qjtask.importing.works.branches_beside import Beside
from qjtask.importing.works.clause_tasks import Jump, Outside, Task, Tasks, TitleLine
from qjtask.importing.works.covering_notices import without_covering
from qjtask.importing.works.gathered_tasks import GatheredTasks, Over
from qjtask.importing.works.outline_tree import Branch, last_of, numbers_below
from qjtask.importing.works.promised_above import promised_above, promised_in
from qjtask.importing.works.work_doubts import (
    LACKING,
    OVER,
    UNUSED,
    without_names,
)
from qjtask.importing.works.work_text import (
    is_labelled,
    is_title,
    own_text,
    printed_as,
    said,
    text_left,
    title_of,
)


def read_tasks(root: Branch, *, first_leads: bool) -> Tasks:
    """The works of a document, from its outline.

    `first_leads` says that the first of several responsible offices leads: the notice has told so.
    """
    gathered = GatheredTasks(first_leads=first_leads)
    walk = _Walk(gathered, heading_styles(root), last_of(root), hands_out=hands_out(root))
    walk.branch(root, Over())
    return Tasks(tuple(gathered.tasks), tuple(gathered.outside), tuple(walk.jumps), gathered.given)


def _is_of_group(given: Clause) -> bool:
    """Whether a heading is nothing but a group's name, 城市建设组: works with their own offices are plain."""
    return given.is_heading and all(name.endswith("组") for name in given.names)


def _is_parted_among(given: Clause, tasks: Sequence[Task]) -> bool:
    """Whether each of several offices of a heading has works of its own below it, and nobody else has any."""
    names = {name for task in tasks for name in (*task.lead, *task.units, *task.support)}
    return len(given.names) > 1 and names == {*given.names}


class _Walk:
    """Goes through the outline in the document's order, and gathers works under their headings."""

    def __init__(
        self, gathered: GatheredTasks, styles: HeadingStyles, last: Branch, *, hands_out: bool
    ) -> None:
        self.jumps: list[Jump] = []
        self._gathered = gathered
        self._styles = styles
        self._last = last
        self._hands_out = hands_out  # else what 工作要求 says of offices is the work
        self._order = 0
        self._numbers: Counter[str] = Counter()  # the last number of each style, wherever it stood

    def branch(self, branch: Branch, over: Over) -> None:
        """The works of a branch and of those below it."""
        if is_one_work(branch, over.given):
            self._gathered.add_all(branch, over, [whole_work(branch)])
        elif has_parts(branch, over.given):
            self._head(branch, over)
        elif heads_paragraph_works(branch, self._styles):
            self._gathered.add_all(branch, self._under(branch, over), works_below_title(branch))
        elif is_office_over_text(branch, self._styles):
            self._gathered.add_all(branch, self._under(branch, over), [work_of_office(branch)])
        elif not over.path and is_headed_within(branch, self._styles):
            works = [work._replace(number=0) for work in own_works(branch)]
            self._gathered.add_all(branch, self._under(branch, over, title_within(branch)), works)
        elif branch.own or over.given:
            self._gathered.add_all(branch, over, own_works(branch))

    # Headings --------------------------------------------------------------------------------

    def _head(self, branch: Branch, over: Over) -> None:
        """A heading: its own clause is given to the works below, or is a work itself when its text is one."""
        under = self._under(branch, over)
        if branch.style and branch.children:
            self._gathered.outside.extend(
                Outside(text, place, has_clause=False) for text, place in promised_above(branch.lines)
            )
        if not branch.own:
            self._children(branch, under)
        elif speaks_for(branch):
            self._speaking_heading(branch, under)
        elif not branch.style:
            self._gathered.add_all(branch, under, own_works(branch))
            self._children(branch, under)
        else:
            self._children(branch, under)
            # What heads others leaves them its number.
            works = [work._replace(number=0, told=(OVER, *work.told)) for work in own_works(branch)]
            self._gathered.add_all(branch, under, works)

    def _speaking_heading(self, branch: Branch, under: Over) -> None:
        """A heading whose clause is given to the works below; none that takes it is told.

        What a paragraph under it says, whole with its offices, is a work of its own beside these.
        """
        if is_over_paragraph_works(branch):
            works = [work._replace(number=0) for work in works_below_title(branch)]
            self._children(branch, under)
            self._gathered.add_all(branch, under, works)
            return
        given = next(one.clause for one in said(branch.lines) if one.clause and one.is_shared)
        first = len(self._gathered.tasks)
        self._children(branch, under._replace(given=given))
        self._gathered.trust(given, first)
        own = self._gathered.tasks[first:]
        is_used = self._gathered.is_taken_over(given) or _is_of_group(given) or _is_parted_among(given, own)
        if first < len(self._gathered.tasks) and not is_used:
            self._gathered.tell(first, UNUSED)

    def _under(self, branch: Branch, over: Over, title: str = "") -> Over:
        """What stands over the works below; an office's own line is no heading under a number."""
        text = title or title_of(branch)
        is_under_number = any(title.number for title in over.path)
        if not (branch.style and text) or (branch.style == OFFICE and is_under_number):
            return over
        self._order += 1
        return over._replace(
            path=(*over.path, TitleLine(branch.style, branch.number, text, branch.place, self._order))
        )

    def _children(self, branch: Branch, over: Over) -> None:
        children = branch.children if branch.style else without_covering(branch)
        beside = Beside(children)
        before: Counter[str] = Counter()
        for at, child in enumerate(children):
            first = len(self._gathered.tasks)
            if is_of_goals(child):
                self._goals(child)
            elif is_name_only(child):
                self._name_only(child, beside)
            elif not (self._hands_out and is_about_carrying_out(branch) and is_in_passing(child)):
                self._child(at, child, over, beside)
            if first < len(self._gathered.tasks):
                self._tell_left(child)
            else:  # 1. and 2. of what is no work stand before 3.
                self._numbers.update(numbers_below(child))
            self._note_jump(child, before[child.style], first)
            before[child.style] = self._numbers[child.style] = child.number

    def _child(self, at: int, child: Branch, over: Over, beside: Beside) -> None:
        """A branch under a heading: works, a work that lacks its offices, or what is told to be none."""
        own = over if over.given else over._replace(given=beside.spoken_for(at))
        if child.has_clauses or own.given:
            self.branch(child, own)
        elif beside.lacks(at):
            self._lacking(child, over)
        elif beside.has_works_like(child) and may_be_work(child):
            within = count_numbered(child)
            self._gathered.outside.append(
                Outside(title_of(child), child.place, has_clause=False, within=within)
            )
        elif child.number:
            self._goals(child)

    def _name_only(self, child: Branch, beside: Beside) -> None:
        """An office alone is a member in a list of such, and told where works with such a number are."""
        text = child.lines[0].text
        if child.number and beside.has_works_like(child) and not compiled(NAMES_SOMEONE).search(text):
            self._gathered.outside.append(Outside(text, child.place, has_clause=True))

    def _lacking(self, child: Branch, over: Over) -> None:
        """A work without offices among others: under its own title where titles of its kind head works."""
        whole = whole_work(child)
        styles = self._styles.over_paragraphs | self._styles.over_works
        is_headed = child.style in styles and not child.children
        if is_headed and len(child.lines) > 1 and is_title(child.lines[0].text):
            over = self._under(child, over)
            whole = whole._replace(number=0, text=own_text(child.lines[1:]), place=child.lines[1].place)
        self._gathered.add_all(child, over, [whole._replace(told=(without_names(whole.text, LACKING),))])

    def _goals(self, child: Branch) -> None:
        """What is to be reached and no work: the targets in it are told, for no work has them."""
        promised = promised_in(child)
        if promised:
            self._gathered.outside.append(
                Outside(
                    title_of(child),
                    child.place,
                    has_clause=False,
                    promised=promised,
                    is_aim=is_only_aimed_at(child),
                )
            )

    def _note_jump(self, child: Branch, before: int, first: int) -> None:
        """Note a number that does not follow the one before it; lists may begin again, or run on."""
        follows = {before + 1, 1} if before else {0, 1, self._numbers[child.style] + 1}
        if first == len(self._gathered.tasks) or child.number in follows | {0}:
            return
        shown, last = printed_as(child.style, child.number), printed_as(child.style, before)
        step = f"从{last}{'跳到' if child.number > before else '退回'}{shown}" if before else f"从{shown}开始"
        step = f"{shown}重复" if child.number == before else step
        self.jumps.append(Jump(self._gathered.tasks[first].place, step))

    def _tell_left(self, child: Branch) -> None:
        """Doubt text after a work's clause, where it is no end of the notice."""
        left = "" if child.children else text_left(child)
        if left and (child is not self._last or is_labelled(left)):
            read = f"责任单位后面还有“{quoted_in_part(left)}”"
            told = Told(read, "没有记入这一项", "请核对，需要的请补进 work", "work")
            self._gathered.tell(len(self._gathered.tasks) - 1, told)
