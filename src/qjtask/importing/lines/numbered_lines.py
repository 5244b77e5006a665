"""What a line with a number is: a work, a clause of the work above it, or a heading that names an office."""

from __future__ import annotations

import re

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import of_heading
from qjtask.importing.clauses.clause_finder import ClauseSearch, Stretch, nothing_found
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.clauses.name_kinds import heads_works, without_duties
from qjtask.importing.lines.levels import OFFICE, PLAIN, read_level
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.words.numbering import COUNT_OF_WORKS, Printed

_BRACKETS = tuple("（(〔[【［﹝")
_LONGEST_OFFICE = 30
_OF_GROUP = r"[^，,。；;：:、]{1,8}(?:[组队台岗]|专班)[：:]\s*"  # 节目组：文艺部; 催促台：学习部
_LONGEST_HEADING = 70  # that says what an office is for all works below it
_MOST_OFFICES = 2
_IS_FOR_ALL = (
    r"(?<=.{2})(?:作?为|是)[^，,。；;]{0,30}(?:牵头|责任|主管|协调|实施|主体|监管|负责|配合)"
    r"[^，,。；;]{0,6}(?:单位|部门)[，,。；;：:]?$"
)


def heading_line(passage: Passage) -> TextLine:
    """A line that is known for the heading of an office's works, with its number if it has one."""
    printed = read_level(passage.text) or Printed(PLAIN, 0, passage.text)
    clause = of_heading(printed.text, passage.heads)
    search = nothing_found(printed.text)._replace(stretches=(Stretch(printed.text, clause),))
    return TextLine(printed, printed.text, search, passage.place)


def numbered_line(printed: Printed, search: ClauseSearch, place: str, vocabulary: Vocabulary) -> TextLine:
    """A number and what stands after it: a clause alone there is a heading's words, or of the work above."""
    line = TextLine(printed, printed.text, search, place)
    if not line.is_clause:
        return line._replace(search=_headed(line.text, search, vocabulary))
    if LABEL.match(line.text) and any(clause.is_shared or clause.deadline for clause in search.clauses):
        # （1）责任单位：县住建局 says who does the work over it
        return line if _is_whole_work(search) else line._replace(printed=None)
    if line.text.startswith(_BRACKETS):
        return line
    # 一、工作目标：… is a heading
    return line._replace(search=_headed(line.text, nothing_found(line.text), vocabulary))


def _is_whole_work(search: ClauseSearch) -> bool:
    """Whether labels say the work as well as who does it: 1.工作任务：修桥。责任单位：县住建局."""
    return any(clause.is_shared and (clause.work or clause.title) for clause in search.clauses)


def _headed(text: str, search: ClauseSearch, vocabulary: Vocabulary) -> ClauseSearch:
    """A number with nothing but offices after it heads their works: （一）县住建局（3项）.

    So does what an office is for all of them: 县水务局为治理工作的牵头、协调单位; the office behind a
    group's name: 节目组：文艺部; and one whose duties follow: 县防汛办公室工作职责.
    """
    plain = re.sub(f"{COUNT_OF_WORKS}|{_IS_FOR_ALL}", "", text[:_LONGEST_HEADING]).strip(" ：:。")
    if search.clauses or len(text) > _LONGEST_HEADING or len(plain) > _LONGEST_OFFICE:
        return search
    named = without_duties(compiled(_OF_GROUP).sub("", plain, count=1))
    names = names_only(named, vocabulary)
    if not names or not all(map(heads_works, names)):
        return search
    clause = of_heading(named, names)
    told = () if clause.lead else search.told
    return search._replace(stretches=(Stretch(plain, clause),), text=plain, told=told)


def unit_alone(text: str, vocabulary: Vocabulary) -> Printed | None:
    """县住建局： alone on a line, over the works that are this office's."""
    if not text.endswith(("：", ":")) or len(text) > _LONGEST_OFFICE:
        return None
    names = names_only(text[:-1], vocabulary)
    is_addressed = len(names) > _MOST_OFFICES or any(name.startswith("各") for name in names)
    return Printed(OFFICE, 0, text[:-1]) if names and not is_addressed else None
