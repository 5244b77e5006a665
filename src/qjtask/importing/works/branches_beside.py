"""What the branches under one heading say of each other: whether one lacks what the others have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import reduce

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause import Clause, joined
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.clauses.later_parts import only_wishes
from qjtask.importing.clauses.opening_offices import LOOKED_AFTER
from qjtask.importing.lines.levels import SECTIONS, rank
from qjtask.importing.lines.minutes_words import MINUTES
from qjtask.importing.lines.notice_endings import ends_notice
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.words.numbering import Printed, count_on
from qjtask.importing.works.branch_kinds import is_no_task, is_one_work, own_clauses
from qjtask.importing.works.outline_tree import Branch

# 县气象局去年已完成雷达站建设.
_REPORTED = r"[^，,。；;]{2,20}?(?:去年|上年|此前|已经?)[^，,。；;]{0,6}(?:完成|建成|开展|落实|到位|办结)"
_ASKS_NOTHING = rf"{_REPORTED}|[^，,。；;]{{0,20}}(?:{LOOKED_AFTER})"

_At = tuple[int, Clause]  # a clause with its branch's place


class Beside:
    """What the branches under one heading say of each other."""

    def __init__(self, children: Sequence[Branch]) -> None:
        self._children = children
        works = [at for at, one in enumerate(children) if _is_work(one)]
        self._between = range(works[0] + 1, works[-1]) if works else range(0)
        self._styles = Counter(one.style for one in children)
        self._works = Counter(children[at].style for at in works if not _names_nobody(children[at]))
        self._above, self._on = _said_of_others(children)
        self._behind = _behind_points(children)
        self._with_works = {one.style for one in children if one.has_clauses}

    def spoken_for(self, at: int) -> Clause | None:
        """What another branch's clause says for this one too: 以上任务由… after it, …，下同 before it.

        So does a block of labels behind the last of several points, where no other point has one.
        """
        if self._above and at < self._above[0]:
            return self._above[1]
        if self._behind and self._children[at].number:
            return self._behind
        return self._on[1] if self._on and at > self._on[0] else None

    def has_works_like(self, child: Branch) -> bool:
        """Whether a branch with the same kind of number is a work, or has some."""
        return child.style in self._with_works

    def lacks(self, at: int) -> bool:
        """Whether a branch without a clause is a work too: it stands between two, or half of its kind are."""
        child = self._children[at]
        said = child.lines[0].text
        if not child.number or compiled(_ASKS_NOTHING).match(said) or only_wishes(said):
            return False
        if at in self._between and not compiled(MINUTES).search(said):
            return True
        return self._works[child.style] * 2 >= self._styles[child.style] > 1 and not is_no_task(child)


def _said_of_others(children: Sequence[Branch]) -> tuple[_At | None, _At | None]:
    """The last clause that holds for what is above it, and the first that holds for what follows."""
    clauses = list(own_clauses(children))
    above = next(((at, one) for at, one in reversed(clauses) if one.above), None)
    return above, next(((at, one) for at, one in clauses if one.goes_on), None)


def _is_work(branch: Branch) -> bool:
    """Whether a branch is a work: it says so itself, or its points share the one clause behind them."""
    return (branch.own > 0 and not branch.below) or (branch.below > 0 and is_one_work(branch, None))


def _names_nobody(branch: Branch) -> bool:
    """Whether minutes leave a branch to nobody: it says nothing of what others of its kind are."""
    own = [clause for _, clause in own_clauses([branch])]
    return any(clause.is_decided for clause in own) and not any(clause.names for clause in own)


def _behind_points(points: Sequence[Branch]) -> Clause | None:
    """The clause of the label lines behind the last of points, where nothing else says who does them.

    Points count on and have no parts. The sections of a notice (一、) are none.
    """
    if not _are_points(points) or any(one.has_clauses for one in points[:-1]):
        return None
    text, *labels = points[-1].lines
    while len(labels) > 1 and ends_notice(labels[-1].text):
        labels.pop()
    if text.search.clauses or not points[-1].own or not all(map(_is_label, labels)):
        return None
    return reduce(joined, (clause for line in labels for clause in line.search.clauses))


def _are_points(branches: Sequence[Branch]) -> bool:
    """Whether branches are what one work consists of: they count on, have no parts, and are no sections."""
    printed = [Printed(one.style, one.number, "") for one in branches if one.number]
    if not count_on(printed) or rank(printed[0].style) <= SECTIONS or branches[-1].number == 0:
        return False
    return not any(one.children or is_no_task(one) for one in branches)


def _is_label(line: TextLine) -> bool:
    """Whether a line says who does the work, and nothing else: 责任单位：县住建局."""
    return line.is_clause and LABEL.match(line.text) is not None
