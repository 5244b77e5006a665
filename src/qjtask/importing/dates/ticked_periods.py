"""Columns of months or quarters that a row only ticks: √ under 5月 and 6月."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Milestone
from qjtask.core.text.patterns import compiled
from qjtask.core.time.deadline import read_deadline

_TICKS = frozenset("√✓✔☑■●★▲◆○☆△◎◇VvYy是有")
_SAME = frozenset("✓✔☑VvYy是有")  # as √, however it is typed
WAS_DONE = (
    r"(?:目前|现|基本|全部|全面|均|截[至止][^，,。；;]{1,12}[，,])?已[^，,。；;将]|目前|截至|累计(?:完成|新增|建成|投入)"
    r"|正在|超额完成|[^，,。；;]{1,12}已(?:完成|开工|建成|完工|投用|启动|落实|印发|签订|到位)"
)
"""How a cell begins that says what was done, as a pattern: 已完成35所; 5月12日已开工."""
_NO_TICKS = frozenset("×✗✘☒□☐否无XxNn")


class TickedPeriods(NamedTuple):
    """The headings of the columns that a row ticks, its signs, and its other steps, each with its heading.

    `last` is the heading of the last column that says something.
    """

    headings: tuple[str, ...]
    signs: frozenset[str]
    steps: str
    last: str

    def beside(self, deadline: str) -> str:
        """All that is ticked, where it is more than the deadline says already."""
        return f"时间安排：{'、'.join(self.headings)}" if self.headings not in {(), (deadline,)} else ""


_NONE = TickedPeriods((), frozenset(), "", "")


def ticked_periods(text: str) -> TickedPeriods:
    """The periods of a row's 分期节点 columns, each on a line with its heading: 1月：√."""
    said = list(_said(text)) if text else []
    if not said:
        return _NONE
    ticked = [(heading, what) for heading, what in said if what in _TICKS]
    steps = (f"{heading}：{what}" for heading, what in said if what not in _TICKS)
    headings = tuple(heading for heading, _ in ticked)
    signs = frozenset("√" if what in _SAME else what for _, what in ticked)
    return TickedPeriods(headings, signs, "\n".join(steps), last=said[-1][0])


def is_one_of_several(steps: Iterable[str], year: int) -> bool:
    """Whether rows say what is to be done in one period alone, and the year goes on behind it: 一季度目标."""
    headings = {heading for text in steps if text for heading, _ in _said(text)}
    day = read_deadline(headings.pop(), year=year).date if len(headings) == 1 else None
    return day is not None and day < date(year, 12, 31)


def _said(text: str) -> Iterator[tuple[str, str]]:
    """The heading of each column and what stands in it; a line without a heading, and ×, say nothing."""
    for line in text.split("\n"):
        heading, colon, what = line.partition("：")
        if colon and what.strip() not in _NO_TICKS:
            yield heading, what.strip()


def last_step(heading: str, planned: Sequence[Milestone], year: int) -> str:
    """The last `heading` that says something; the last day under it if it is a month: 10月18日-11月29日."""
    last = max((step.by for step in planned), default=None)
    day = read_deadline(heading, year=year).date
    if last is None or day is None or last == day or last < day.replace(day=1):
        return heading
    return last.isoformat() if heading.endswith("月") else heading


def to_come(steps: Sequence[Milestone], tell: Callable[[str, str, str, str], None]) -> Sequence[Milestone]:
    """The steps of a row that are still to come; of those that are done it is told: 已完成35所."""
    done = [step for step in steps if "已" in step.work and compiled(WAS_DONE).match(step.work)]
    if done:
        tell("分期的栏里写着已做的事", "没有记作时间节点", "要提醒请写进 milestones", "milestones")
    return [one for one in steps if one not in done]
