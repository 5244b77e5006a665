"""The document's outline: numbered paragraphs under each other, by one fold over its lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.clauses.clause_finder import nothing_found
from qjtask.importing.clauses.clause_words import LABEL, VERB
from qjtask.importing.lines.colon_headings import without_colons
from qjtask.importing.lines.levels import BULLET, DASH, OFFICE, PLAIN, SECTIONS, UNNUMBERED, rank
from qjtask.importing.lines.notice_endings import ends_notice
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.lines.under_offices import says_duties
from qjtask.importing.words.numbering import Printed
from qjtask.importing.words.office_words import is_office

_LONGEST_HEADING = 40
_WITH_DUTY = 2  # lines
_STOPS = ("。", "；", ";")
_DAY = r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$"
_ANNEX = (
    r"附[件表]?\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})?\s*"
    r"(?:[：:]\s*(?P<title>[^，,。；;：:]{2,60}))?(?<!附)$"
)
_SIGNED = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$"
_TWO_VERSES = r"(?!为|现|请|按|根据|各|经)[^，,]{4,16}[，,][^，,]{4,16}"  # 聚焦提质增效，发展现代农业
_NO_HEADING = rf"[。；;：:！!？?]|{_DAY}|{_SIGNED}|^附件|^附表|^专栏|^（|〔\d{{4}}〕|\d号$|通知$|^各"


class Branch(NamedTuple):
    """One numbered paragraph or heading: its own lines, and the numbered paragraphs under it.

    `own` clauses stand in its lines, `below` in those under it.
    """

    style: str
    number: int
    lines: tuple[TextLine, ...]
    children: tuple[Branch, ...]
    own: int
    below: int

    @property
    def place(self) -> str:
        """Where it begins."""
        return self.lines[0].place if self.lines else self.children[0].place if self.children else ""

    @property
    def has_clauses(self) -> bool:
        """Whether it shares out works, itself or below."""
        return self.own > 0 or self.below > 0


def last_of(branch: Branch) -> Branch:
    """The branch in which the document ends."""
    while branch.children:
        branch = branch.children[-1]
    return branch


def numbers_below(branch: Branch) -> dict[str, int]:
    """The last number of each style below a branch."""
    found: dict[str, int] = {}
    for child in branch.children:
        found |= numbers_below(child)
        found[child.style] = child.number
    return found


class _Open:
    """A branch while its lines and children are gathered."""

    def __init__(self, style: str, number: int) -> None:
        self.style = style
        self.number = number
        self.lines: list[TextLine] = []
        self.children: list[_Open] = []

    @property
    def lacks_text(self) -> bool:
        """Whether nothing stands there yet but a section's title: 一、活动主题."""
        if rank(self.style) > SECTIONS or len(self.lines) != 1:
            return False
        (line,) = self.lines
        return not line.search.clauses and _reads_as_heading(line.text)

    def closed(self) -> Branch:
        children = tuple(child.closed() for child in self.children)
        # Offices that head nothing share out nothing: a list of members is none of works.
        heads = bool(children) or _are_duties(self.lines)
        own = sum(
            clause.is_shared and (heads or not clause.is_heading)
            for line, over in zip(self.lines, [None, *self.lines], strict=False)
            for clause in line.search.clauses
            if not _goes_on(line, over)
        )
        below = sum(child.own + child.below for child in children)
        return Branch(self.style, self.number, tuple(self.lines), children, own, below)


def _are_duties(lines: Sequence[TextLine]) -> bool:
    """Whether an office, and nothing but its name, stands over what it is to do: 负责火灾扑救的组织.

    That ends as a sentence does, or begins as duties do.
    """
    if len(lines) < _WITH_DUTY or VERB.search(lines[0].text):
        return False
    under = lines[1]
    is_text = under.printed is None and not under.search.clauses
    is_duty = under.text.endswith(_STOPS) or says_duties(under.text)
    return is_text and is_duty and not ends_notice(under.text)


def _goes_on(line: TextLine, over: TextLine | None) -> bool:
    """Whether a label line goes on with the one over it: 责任领导： and 责任单位： are one clause."""
    if over is None or not (line.is_clause and over.is_clause):
        return False
    return all(one.is_shared and not one.title for one in (*over.search.clauses, *line.search.clauses))


def read_outline(lines: Sequence[TextLine]) -> Branch:
    """The tree of a document's lines; its root holds what stands before the first number."""
    stack = [_Open("", 0)]
    lines = without_colons(lines)
    for at, line in enumerate(lines):
        following = _below(lines, at)
        is_dash = line.printed is not None and line.printed.style == DASH
        heading = _heading(line, following, stack) if line.printed is None or is_dash else None
        printed = heading or line.printed
        if printed is None and re.fullmatch(f"{_DAY}|{_ANNEX}", line.text):
            del stack[1:]  # the day ends a notice, or a line names an annex: what is handed on begins anew
            line, printed = _titled(line, following)  # noqa: PLW2901 - as it is read now
        if printed is None:
            stack[-1].lines.append(line)
            continue
        _climb(stack, printed.style, following)
        opened = _Open(printed.style, printed.number)
        opened.lines.append(line)
        stack[-1].children.append(opened)
        stack.append(opened)
    return stack[0].closed()


def _below(lines: Sequence[TextLine], at: int) -> TextLine | None:
    """The line under one, whoever is noted between: 组长：王平 between a group and its works."""
    following = lines[at + 1 : at + 3]
    is_noted = len(following) > 1 and following[0].printed is None and following[0].is_heading
    return following[is_noted] if following else None


def _titled(line: TextLine, following: TextLine | None) -> tuple[TextLine, Printed | None]:
    """附件1：重点任务清单 over a number as the heading that its title is; any other line as it is."""
    found = re.fullmatch(_ANNEX, line.text)
    printed = following.printed if following else None
    is_over = printed is not None and printed.number == 1
    if found is None or not found["title"] or not is_over:
        return line, None
    text = found["title"].strip()
    return line._replace(text=text, search=nothing_found(text)), Printed(PLAIN, 0, text)


def _heading(line: TextLine, following: TextLine | None, stack: Sequence[_Open]) -> Printed | None:
    """An unnumbered heading: a short line without a stop, over numbers that begin or go on there."""
    printed = following.printed if following else None
    if printed is None or not printed.number:
        return None
    is_one = not line.is_clause and _reads_as_heading(line.text) and _may_head(line, printed, stack)
    return Printed(PLAIN, 0, line.text) if is_one else None


def _reads_as_heading(text: str) -> bool:
    if len(text) > _LONGEST_HEADING or re.search(_NO_HEADING, text) or LABEL.match(text):
        return False
    parts = re.split("[，,、]", text)
    return len(parts) == 1 or (re.fullmatch(_TWO_VERSES, text) is not None and not any(map(is_office, parts)))


def _may_head(line: TextLine, first: Printed, stack: Sequence[_Open]) -> bool:
    """Whether numbers from `first` on may stand under an unnumbered line: 1, or one that counts on.

    That only where such headings part a run of numbers, and where no title lacks its text: 青春飞扬 stands
    under 一、活动主题. After dashes it is any: ——推进教育 over 204.
    """
    if first.number == 1 or (line.printed is not None and not line.search.clauses):
        return True
    before = next((one for one in stack if one.style == first.style), None)
    if before is None or first.number != before.number + 1 or (before is stack[-1] and before.lacks_text):
        return False
    return any(one.style == PLAIN for one in stack)


def _climb(stack: list[_Open], style: str, following: TextLine | None) -> None:
    """Close what the new number is not under: its own kind, and what usually stands lower.

    A heading without a number closes what the numbers below it close, and other such headings; over points
    without a number it closes the one before it, whatever numbers stand under that.
    """
    first = following.printed if following and style in UNNUMBERED else None
    below = first.style if first else style
    open_styles = [one.style for one in stack]
    if below in open_styles:
        del stack[open_styles.index(below) :]
    elif below == BULLET and style in open_styles:
        del stack[open_styles.index(style) :]
    else:
        _close(stack, lambda own: own not in UNNUMBERED and rank(own) > rank(below))
    if style == PLAIN:
        _close(stack, UNNUMBERED.__contains__)
    elif style == OFFICE:
        _close(stack, OFFICE.__eq__)


def _close(stack: list[_Open], ends: Callable[[str], bool]) -> None:
    """Close the innermost branches as long as their style `ends`; the document's root stays."""
    while len(stack) > 1 and ends(stack[-1].style):
        del stack[-1]
