"""All that a document's running text says of works shared out: the works, and what stands among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.words.lead_notes import LeadNote

if TYPE_CHECKING:
    from qjtask.importing.lines.text_line import TextLine
    from qjtask.importing.works.clause_tasks import Outside, Task

_ANNEX = r"附\s*件\s*[0-9一二三四五六七八九十]*\s*[：:]?"
_ABOVE = 12  # lines over the first number in which the list's title may stand


def _begins_works(line: TextLine) -> bool:
    """Whether a line has a number, or is the name of an office over its works."""
    return line.is_numbered or (line.printed is not None and line.is_heading)


class ClausePlan(NamedTuple):
    """The works of a document's paragraphs, and all `lines` with the clauses found in them.

    `outside` are paragraphs beside the works that are none; `mentions` is how many paragraphs speak of a
    责任单位 or the like, works or not; `leads` is what the notice says of the leads among several offices.
    `said` is plain, and said once all the same.
    """

    tasks: tuple[Task, ...]
    lines: tuple[TextLine, ...]
    outside: tuple[Outside, ...]
    mentions: int
    doubts: tuple[Doubt, ...]
    leads: LeadNote = LeadNote()
    said: tuple[str, ...] = ()

    @property
    def above(self) -> tuple[str, ...]:
        """The lines over the first number or work, nearest first: there the title stands.

        Those of the annex that holds the works come before those of the letter that hands it on.
        """
        own = self._over_the_number(self._annex())
        return (*own, *(text for text in self._over_the_number(0) if text not in own))

    @property
    def below(self) -> tuple[str, ...]:
        """The lines under the last that says who does a work: what holds for all may stand there."""
        last = max((at for at, line in enumerate(self.lines) if line.is_owned), default=len(self.lines))
        return tuple(line.text for line in self.lines[last + 1 :])

    def _over_the_number(self, start: int) -> tuple[str, ...]:
        """The lines from `start` to the first number, heading or work after it, nearest first."""
        lines = self.lines[start:]
        works = {task.place for task in self.tasks}
        heads = {title.place for task in self.tasks for title in task.path[:1]}
        works |= heads if len(heads) > 1 else set()  # one alone may be the title
        at = next(
            (at for at, line in enumerate(lines) if _begins_works(line) or line.place in works), len(lines)
        )
        return tuple(line.text for line in reversed(lines[max(0, at - _ABOVE) : at]))

    def _annex(self) -> int:
        """Behind the last line before the works that says 附件： and nothing else; 0 where none does."""
        found = 0
        for at, line in enumerate(self.lines):
            if self.tasks and line.place == self.tasks[0].place:
                return found
            if re.fullmatch(_ANNEX, line.text):
                found = at + 1
        return 0

    @property
    def where(self) -> str:
        """The places of the works, for messages: 第8段至第42段."""
        first, last = self.tasks[0].place, self.tasks[-1].place
        return first if first == last else f"{first}至{last}"

    @property
    def seen(self) -> str:
        """What the paragraphs hold, for a refusal."""
        if self.tasks:
            return f"有{self.mentions}段文字写着责任单位"
        if not self.mentions:
            return "也没有写明责任单位的段落"
        return f"有{self.mentions}段提到责任单位或牵头单位，却读不出是哪项工作的"
