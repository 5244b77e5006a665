"""The lists that numbered paragraphs make, and runs of paragraphs without a number."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.lines.levels import rank
from qjtask.importing.lines.text_line import TextLine, heads_narrower

_FEWEST = 2  # paragraphs of a list
_LONGEST_TITLE = 40
_LOOKED_AT = 30  # lines over a list in which its heading stands
_ARTICLE = "第一条"


def numbered_lists(lines: Sequence[TextLine]) -> Iterator[list[int]]:
    """The numbered paragraphs of each list; short ones of one kind are one list."""
    short: dict[str, list[int]] = {}
    for run in counting_runs(lines):
        if len(run) > _FEWEST:
            yield run
        else:
            printed = lines[run[0]].printed
            short.setdefault(printed.style if printed else "", []).extend(run)
    yield from short.values()


def counting_runs(lines: Sequence[TextLine]) -> Iterator[list[int]]:
    """Numbered paragraphs of one kind that count on, whatever headings part them; headings apart."""
    open_runs: dict[str, tuple[int, list[int]]] = {}
    for at, line in enumerate(lines):
        if line.printed is None or not line.printed.number or line.printed.style == _ARTICLE:
            continue
        style, number = line.printed.style, line.printed.number
        last, run = open_runs.get(style, (0, []))
        if heads_narrower(lines, at):
            if run and number == last + 1:
                open_runs[style] = (number, run)
            continue
        if run and number != last + 1:
            yield run
            run = []
        run.append(at)
        open_runs[style] = (number, run)
    for _, run in open_runs.values():
        yield run


def unnumbered_runs(lines: Sequence[TextLine], places: Collection[int]) -> Iterator[list[int]]:
    """Paragraphs without a number at some places, in runs that follow each other."""
    run: list[int] = []
    for at, line in enumerate(lines):
        if at in places and not line.is_numbered:
            run.append(at)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def title_over(at: int, lines: Sequence[TextLine]) -> str:
    """The nearest heading before a line; "" where there is none."""
    style = printed.style if (printed := lines[at].printed) else ""
    for line in reversed(lines[max(0, at - _LOOKED_AT) : at]):
        if line.printed is not None and rank(line.printed.style) < rank(style):
            return line.text
        if (
            line.printed is None
            and len(line.text) <= _LONGEST_TITLE
            and not compiled("[。；;，,]").search(line.text)
        ):
            return line.text
    return ""
