"""Labels of what is to be done beside one of who does it: their words are the work, whomever they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_finder import nothing_found
from qjtask.importing.clauses.clause_words import LABEL, label_of
from qjtask.importing.lines.text_line import TextLine, only_clause
from qjtask.importing.words.column_roles import Role


def is_owner(line: TextLine) -> bool:
    """Whether a line is a label that says who does the work over it, whatever the words of that work say."""
    return line.is_clause and any(clause.lead or clause.units for clause in line.search.clauses)


def work_alone(line: TextLine) -> str:
    """What a label says is to be done, where a line says nothing else: 议定意见：由河西镇负责征收."""
    return next((clause.work for clause in line.search.clauses if line.is_clause), "")


def beside_owners(lines: Sequence[TextLine]) -> Iterator[int]:
    """The lines that say what is to be done, where a label under the same number says who does it."""
    starts = [0, *(at for at, line in enumerate(lines) if line.printed is not None), len(lines)]
    for run in (range(start, end) for start, end in pairwise(starts)):
        if any(is_owner(lines[at]) for at in run):
            yield from (at for at in run if work_alone(lines[at]))


def over_owner(line: TextLine) -> TextLine:
    """市长批示：“请交通局尽快销号。” over 承办单位：市交通局: the label says who does it, not the words.

    So it does under 整改措施：督促施工单位退款 and 督办事项：协调供电公司迁移, whose words are the work.
    """
    if not line.says_in_passing:
        return line
    label = label_of(line.text)
    if line.is_shared and label in {Role.WORK, Role.TASK}:
        return only_clause(line, Clause(title=_said(line))) if label is Role.TASK else _as_work(line)
    is_quoted = compiled(r"[：:]\s*“").search(line.text) is not None
    return line._replace(search=nothing_found(line.text)) if is_quoted else line


class _Above(NamedTuple):
    """What stands over a line: a label of who does it, and one that names the work."""

    is_owned: bool = False
    is_named: bool = False

    def has_work(self, label: Role | None) -> bool:
        """Whether a label under these says what is to be done: 责任单位： over 议定事项：."""
        return self.is_owned and (label is Role.WORK or (label is Role.TASK and not self.is_named))

    def over_next(self, line: TextLine, label: Role | None) -> _Above:
        """What stands over the line behind one."""
        if line.printed is not None:
            return _Above()
        is_work = self.has_work(label)
        goes_on = line.is_clause or is_work
        is_name = label is Role.TASK and not is_work
        return _Above(goes_on and (self.is_owned or is_owner(line)), self.is_named or is_name)


def under_owners(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines; under 责任单位：县住建局 a label of its own has the work, whomever its words name."""
    above = _Above()
    for line in lines:
        label = label_of(line.text) if line.printed is None else None
        is_text = above.has_work(label) and (label is Role.TASK or line.is_shared)
        yield _as_work(line) if is_text else line
        above = above.over_next(line, label)


def _as_work(line: TextLine) -> TextLine:
    """A line whose words are the work that its label says, and name nobody."""
    return only_clause(line, Clause(work=_said(line)))


def _said(line: TextLine) -> str:
    """What stands behind a line's label."""
    found = LABEL.match(line.text)
    return line.text[found.end() if found else 0 :].strip()
