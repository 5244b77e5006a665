"""The works that one branch of the outline is: one, one for each clause, or one for each paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.clauses.clause import Clause, completed, joined
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.document.titles import is_day
from qjtask.importing.lines.colon_headings import is_of_day, is_of_time
from qjtask.importing.lines.levels import PLAIN
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.words.numbering import inner_numbers
from qjtask.importing.works.branch_kinds import HeadingStyles, is_over_paragraphs, is_unnumbered
from qjtask.importing.works.outline_tree import Branch
from qjtask.importing.works.work_text import Said, own_text, said, single_work, whole_text


class Told(NamedTuple):
    """What was read, what was assumed, and how to change it; `field` and `about` as a doubt has them."""

    read: str
    assumed: str
    fix: str
    field: str = ""
    about: str = ""


_COVERED = Told("编着号写了几条，只在末尾写了一次责任单位", "按一项记", "要分开管请在计划里拆成几项", "work")


class Work(NamedTuple):
    """A work's printed number (0 for none), its text, and its own clause (None where it has none).

    It begins at `place`; the paragraphs that it goes on in are `further`.
    """

    number: int
    text: str
    clause: Clause | None
    place: str
    told: tuple[Told, ...] = ()
    further: tuple[str, ...] = ()


def whole_work(branch: Branch) -> Work:
    """A branch as one work, with all that stands below it."""
    pieces = list(_all_said(branch))
    clause = next((one.clause for one in pieces if one.is_shared), None)
    if clause is not None and not clause.deadline:  # 责任单位： over the points, 完成时限： under the last
        clause = reduce(joined, (one.clause for one in pieces if one.clause and not one.is_shared), clause)
    text = whole_text(branch)
    is_told_later = len(inner_numbers(text)) > 1  # of any work in which several are numbered
    told = (_COVERED,) if branch.below and not is_told_later else ()
    return Work(branch.number, text, clause, branch.place, told, _further(_all_lines(branch)))


def own_works(branch: Branch) -> list[Work]:
    """The works that a branch's own paragraphs are; without any clause they are one work."""
    if is_unnumbered(branch):
        return _paragraph_works(branch.lines[bool(branch.style) :])
    pieces = _under_their_office(said(branch.lines))
    shared = [one for one in pieces if one.is_shared]
    if not shared:
        return [
            Work(branch.number, own_text(branch.lines), None, branch.place, further=_further(branch.lines))
        ]
    if len(shared) == 1:
        text, clause = single_work(pieces), shared[0].clause
        return [Work(branch.number, text, clause, branch.place, further=_further(branch.lines))]
    return list(_several(branch, shared))


def _under_their_office(pieces: list[Said]) -> list[Said]:
    """The pieces of a branch; an office over a paragraph that says who does it is no work of its own.

    现场处置组 over 由后勤保障部牵头，…… is the title; who only helps there helps that office.
    """
    first = pieces[0].clause if pieces else None
    if first is None or not first.is_heading or not any(one.is_shared for one in pieces[1:]):
        return pieces
    rest = (
        one._replace(clause=completed(one.clause, first, takes_lead=False)) if one.clause else one
        for one in pieces[1:]
    )
    return [pieces[0]._replace(clause=None), *rest]


def heads_paragraph_works(branch: Branch, styles: HeadingStyles) -> bool:
    """Whether a branch heads paragraphs without numbers, each a work, as it or others of its kind do."""
    if branch.style == PLAIN:
        return True
    if branch.style in styles.over_paragraphs:
        return is_over_paragraphs(branch, fewest=1)
    if not is_over_paragraphs(branch):
        return False
    return branch.own > 1 or branch.style in styles.over_works or _is_time(branch.lines[0].text)


def _is_time(text: str) -> bool:
    return is_of_time(text) or is_of_day(text)


def work_of_office(branch: Branch) -> Work:
    """What the paragraph under an office's own line says that it is to do."""
    clause, text = branch.lines[0].search.clauses[0], own_text(branch.lines[1:])
    return Work(0, text, clause, branch.lines[1].place, further=_further(branch.lines[1:]))


def works_below_title(branch: Branch) -> list[Work]:
    """The works that the paragraphs under a branch's first line are."""
    return _paragraph_works(branch.lines[1:])


def _several(branch: Branch, shared: Sequence[Said]) -> Iterator[Work]:
    is_one = len({one.place for one in shared}) == 1
    read = f"一段里写了{len(shared)}处责任单位" if is_one else f"一个编号下有{len(shared)}段各写了责任单位"
    assumed = f"按{len(shared)}项记，编号接着排"
    for at, one in enumerate(shared):
        told = (Told(read, assumed, "若是一项，请合并后改编号"),) if at == 0 else ()
        yield Work(0 if at else branch.number, one.text, one.clause, branch.place, told, (one.place,))


def _paragraph_works(lines: Sequence[TextLine]) -> list[Work]:
    return [
        Work(0, one.text, one.clause, block[0].place, further=_further(block))
        for block in _blocks(lines)
        for one in said(block)
        if one.is_shared
    ]


def _blocks(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Each paragraph with a clause, with the label lines under it; from its name on, if it is told."""
    block: list[TextLine] = []
    first = _first_label(lines)
    for line in lines:
        if is_day(line.text):  # under a title or a notice: no work, whoever stands below it
            continue
        begins = _names_work(line) or (first and _label_of(line) == first)
        if not begins and (line.is_clause or _is_named_only(block)):
            block.append(line)
            continue
        if any(one.search.clauses for one in block):
            yield block
        block = [line]
    if any(one.search.clauses for one in block):
        yield block


def _first_label(lines: Sequence[TextLine]) -> str:
    """The label with which works without a name begin: 工作任务：, 责任单位：, each behind another's."""
    labels = [_label_of(line) if line.search.clauses else "" for line in lines]
    first = next(filter(None, labels), "")
    starts = [at for at, label in enumerate(labels) if first and label == first]
    are_apart = len(starts) > 1 and all(lines[at - 1].is_clause for at in starts[1:])
    return first if are_apart and any(map(_label_of_work, lines[starts[0] : starts[1]])) else ""


def _label_of_work(line: TextLine) -> str:
    """The label of a line that says what is done, or what is reached by it; "" for any other."""
    return _label_of(line) if any(one.title or one.work or one.target for one in line.search.clauses) else ""


def _label_of(line: TextLine) -> str:
    found = LABEL.match(line.text)
    return found[0].strip(" ：:") if found else ""


def _names_work(line: TextLine) -> bool:
    """Whether a line is a label with the name of a work: 督办事项：东门桥加固."""
    return any(clause.title for clause in line.search.clauses)


def _is_named_only(block: Sequence[TextLine]) -> bool:
    """Whether lines begin with a work's name, and do not say yet who does it."""
    return bool(block) and _names_work(block[0]) and not any(line.is_shared for line in block)


def resembling(branch: Branch) -> dict[str, list[Told]]:
    """What is told of brackets that resemble a clause, by the place of their paragraphs."""
    found: dict[str, list[Told]] = {}
    for line in branch.lines:
        for inside in line.search.told:
            told = Told(f"括号里的“{inside}”像是责任单位，没有读懂", "留在原文里", "请补上 units", "units")
            found.setdefault(line.place, []).append(told)
    return found


def _further(lines: Iterable[TextLine]) -> tuple[str, ...]:
    """The paragraphs of lines, but for the first."""
    return tuple(dict.fromkeys(line.place for line in lines))[1:]


def _all_lines(branch: Branch) -> Iterator[TextLine]:
    yield from branch.lines
    for child in branch.children:
        yield from _all_lines(child)


def _all_said(branch: Branch) -> Iterator[Said]:
    yield from said(branch.lines)
    for child in branch.children:
        yield from _all_said(child)
