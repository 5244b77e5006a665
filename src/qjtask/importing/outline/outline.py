"""Where every kind of source ends: pieces of work as printed, each under the headings that stand over it.

A table's rows and a notice's numbered paragraphs meet here. What comes after (numbers, cells, checks) does
not ask which of the two a work was found in.
"""

from collections.abc import Callable, Iterable, Mapping

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.signs import is_blank
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.words.tidy_text import flow


class FoundWork(NamedTuple):
    """One piece of work as its source has it; nothing in it is understood yet.

    `number` is the 序号 as printed, "" for none, `running` one that runs on where that begins anew. `path`
    holds the headings over the work, the widest first, with their numerals. `lead`, `units` and `support`
    are the names as printed, 、 between them. `place` is how messages name where it stands, as nothing else
    of the document is named: 表1第5行, 第3段; `further` are the rows that go on with it. `steps` are the
    times of a plan by quarters, a line each (一季度：完成可研), `target` is what its column of targets says,
    `again` the heading that was printed once more over it, `doubts` what was odd about its rows.
    `name` is what a column of names calls the work.
    A work that `shares_number` stands under the merged 序号 of the one before it. Where it `is_parted`, its
    names are known to be whole, one to a line, and are not taken apart again.
    """

    number: str
    path: tuple[str, ...]
    work: str
    lead: str
    units: str
    support: str
    deadline_text: str
    note: str
    place: str
    steps: str = ""
    target: str = ""
    again: str = ""
    doubts: tuple[Doubt, ...] = ()
    further: tuple[str, ...] = ()
    shares_number: bool = False
    is_parted: bool = False
    name: str = ""
    running: str = ""


class Section(NamedTuple):
    """Works that stand together under the same headings; without works, a heading that has none.

    `place` is where the last of the headings is printed, `number` its 序号 in a table that numbers these.
    """

    path: tuple[str, ...]
    rows: tuple[FoundWork, ...]
    place: str
    number: str = ""


class Outline(NamedTuple):
    """The works of a document under their headings, and what was odd on the way.

    With `has_gaps`, numbered text that is no work stands between them, so that their numbers need not
    follow each other. Without `counts` the numbers come from another list, as a 提案号 does. `left_out` are
    notes that say nothing of any work.
    """

    sections: tuple[Section, ...]
    doubts: tuple[Doubt, ...] = ()
    has_gaps: bool = False
    counts: bool = True
    left_out: tuple[str, ...] = ()

    @property
    def rows(self) -> list[FoundWork]:
        """All works in order."""
        return [row for section in self.sections for row in section.rows]


def with_deadlines(
    outline: Outline, times: Iterable[str], is_due: Callable[[FoundWork], bool]
) -> tuple[Outline, Mapping[str, str]]:
    """The works that are due by the time of their section, one for each; and these times by their places."""
    due: dict[str, str] = {}
    sections: list[Section] = []
    for section, when in zip(outline.sections, times, strict=False):
        rows = list(section.rows)
        for at, row in enumerate(rows):
            if when and is_due(row):
                rows[at] = row._replace(deadline_text=when)
                due[row.place] = when
        sections.append(section._replace(rows=tuple(rows)))
    return outline._replace(sections=tuple(sections)), due


def row_words(found: FoundWork) -> str:
    """A row as its source prints it; names that are known to be whole stand in lines of their own."""
    offices = [found.lead, found.units, found.support]
    if found.is_parted:
        offices = [text.replace("\n", "、") for text in offices]
    cells = (found.number, found.name, found.work, *offices, found.deadline_text, found.note)
    return " | ".join(flow(cell) for cell in cells if not is_blank(cell))
