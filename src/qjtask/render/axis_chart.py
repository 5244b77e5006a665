"""A timeline drawn on a terminal: one line per group or unit, the months across, today's line through all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import TextIO

from rich.console import Console
from rich.text import Text

from qjtask.core.layout.sheet import Tone
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.sheets.axis_sheet import (
    MARKS_NOTE,
    line_heading,
    timeline_notes,
    timeline_sheet,
    timeline_title,
)
from qjtask.core.sheets.tones import DUE_TONES
from qjtask.core.standing.time_axis import AxisLine, Slot, Timeline
from qjtask.core.standing.words import DUE_SIGNS, DUE_WORDS
from qjtask.core.text.width import pad, shorten, width, wrap
from qjtask.render.one_line import one_line
from qjtask.render.terminal import draw

_GAP = 2  # cells between the names and the months
_NARROWEST_NAME = 12
_WIDEST_NAME = 44
_NARROWEST_MONTH = 3
_WIDEST_MONTH = 6
_NARROWEST_LAST = 2  # the last month keeps no room for another after it
_STYLES = {Tone.RED: "bold red", Tone.GREEN: "green", Tone.PLAIN: ""}
_TODAY = "cyan"

Stack = list[tuple[str, str]]
"""What stands in a slot, one under another: sign with count, and its style."""


class Ruler(NamedTuple):
    """The cells of the names and of each slot, and before which slot today's line stands."""

    names: int
    slots: tuple[Slot, ...]
    cells: tuple[int, ...]
    today: int
    wide: bool

    @property
    def mark(self) -> tuple[str, str]:
        """Today's mark among the months, and its line through the others: of one cell each."""
        return ("v", "|") if self.wide else ("▼", "│")

    @property
    def rule(self) -> str:
        """A line across the whole."""
        return ("-" if self.wide else "─") * self.whole

    def pad(self, text: str, cells: int) -> str:
        """A text with blanks up to so many cells."""
        return pad(text, cells, wide=self.wide)

    @property
    def whole(self) -> int:
        """All cells of a line."""
        return self.names + _GAP + sum(self.cells) + 1


def draw_timeline(chart: Timeline, out: TextIO, *, screen: int, wide: bool = False) -> None:
    """Draw to `out`, a screen of so many columns; where the months do not fit beside the names, as a list.

    `wide` is a screen that draws signs of ambiguous width two cells wide.
    """
    ruler = _ruler(chart, screen, wide=wide)
    if ruler is None:
        draw([timeline_sheet(chart)], out, screen=screen, full=True, wide=wide)
        return
    console = Console(file=out, width=screen, highlight=False, markup=False, emoji=False)
    for line in _lines(chart, ruler, screen):
        line.rstrip()
        console.print(line, soft_wrap=True)


def _ruler(chart: Timeline, screen: int, *, wide: bool) -> Ruler | None:
    """The widths that a screen allows; None when there is nothing to draw, or no room for it."""
    if not chart.lines:
        return None
    slots = chart.slots
    today = sum(slot.last < chart.today for slot in slots)
    need = _widest_count(chart, wide=wide)
    names = (_names_heading(chart), *(one_line(line.name) for line in chart.lines))
    longest = min(max(width(name, wide=wide) for name in names), _WIDEST_NAME)
    narrowest = max(need, _NARROWEST_MONTH)
    for month in range(max(_WIDEST_MONTH, narrowest), narrowest - 1, -1):
        cells = _slot_cells(chart, today, month, need)
        room = min(longest, screen - _GAP - sum(cells) - 1)
        if room >= (min(longest, _NARROWEST_NAME) if month == narrowest else longest):
            return Ruler(room, slots, cells, today, wide)
    return None


def _widest_count(chart: Timeline, *, wide: bool) -> int:
    """The cells that the widest sign with its count takes."""
    lines, slots = (*chart.lines, chart.whole), chart.slots
    drawn = (text for line in lines for slot in slots for text, _ in _stack(line, slot))
    return max((width(text, wide=wide) for text in drawn), default=0)


def _slot_cells(chart: Timeline, today: int, month: int, need: int) -> tuple[int, ...]:
    """The cells of each slot where a month has so many and a count needs some.

    What is past of the current month has no more than it needs, and nothing stands after the last month.
    """
    slots = chart.slots
    cells = [month] * len(slots)
    if len(slots) > len(chart.months):
        cells[today - 1] = (need if chart.whole.counts(slots[today - 1]) else 2) + 1
    cells[-1] = max(need, _NARROWEST_LAST)
    return tuple(cells)


def _lines(chart: Timeline, ruler: Ruler, screen: int) -> Iterator[Text]:
    yield Text(timeline_title(chart), style="bold")
    yield _heading(chart, ruler)
    yield Text(ruler.rule)
    for line in chart.lines:
        yield from _drawn(line, ruler)
    yield Text(ruler.rule)
    yield from _drawn(chart.whole, ruler)
    for note in (_legend(chart, ruler), *timeline_notes(chart)):
        yield from map(Text, wrap(one_line(note), screen, wide=ruler.wide))


def _names_heading(chart: Timeline) -> str:
    return f"{line_heading(chart)}／月"


def _heading(chart: Timeline, ruler: Ruler) -> Text:
    """The months' numbers, and today's mark at its place among them."""
    heading = Text(ruler.pad(_names_heading(chart), ruler.names + _GAP), style="bold")
    shown = 0
    for number, (slot, cells) in enumerate(zip(ruler.slots, ruler.cells, strict=True)):
        if number == ruler.today:
            heading.append(ruler.mark[0], style=_TODAY)
        month = "" if slot.first.month == shown else str(slot.first.month)
        shown = slot.first.month
        heading.append(month.ljust(cells))
    return heading.append(ruler.mark[0], style=_TODAY) if ruler.today == len(ruler.slots) else heading


def _drawn(line: AxisLine, ruler: Ruler) -> Iterator[Text]:
    """A line's name, shortened so that the year fits on one screen, beside its stacks."""
    stacks = [_stack(line, slot) or [(".", "dim")] for slot in ruler.slots]
    (name,) = shorten(one_line(line.name), ruler.names, 1, wide=ruler.wide)
    for abreast in zip_longest(*stacks, fillvalue=("", "")):
        drawn = Text(ruler.pad(name, ruler.names + _GAP))
        name = ""
        for number, ((text, style), cells) in enumerate(zip(abreast, ruler.cells, strict=True)):
            if number == ruler.today:
                drawn.append(ruler.mark[1], style=_TODAY)
            drawn.append(ruler.pad(text, cells), style=style)
        yield drawn.append(ruler.mark[1], style=_TODAY) if ruler.today == len(ruler.slots) else drawn


def _stack(line: AxisLine, slot: Slot) -> Stack:
    counts = line.counts(slot)
    return [
        (f"{sign}{counts[state]}", _STYLES[DUE_TONES[state]])
        for state, sign in DUE_SIGNS.items()
        if counts[state]
    ]


def _legend(chart: Timeline, ruler: Ruler) -> str:
    told = (f"{DUE_SIGNS[state]}{DUE_WORDS[state]}" for state in chart.states)
    return f"{'  '.join(told)}  {''.join(ruler.mark)}今天；{MARKS_NOTE}"
