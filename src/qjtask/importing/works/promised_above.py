"""Numbers that a paragraph between a heading and its works promises, and no work has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.numbers.promises import read_targets
from qjtask.importing.works.outline_tree import Branch

_FIGURE = "[0-9０-９]"
_MOST = 3  # sentences of one paragraph


def promised_above(lines: Sequence[TextLine]) -> Iterator[tuple[str, str]]:
    """The sentences under a heading that hold a target and are no work's, each with its place.

    2025年，研发投入强度达到2.95%。 stands over the measures, and whoever follows them up needs it.
    """
    for line in lines[1:]:
        if line.search.clauses or not compiled(_FIGURE).search(line.text):
            continue
        sentences = [one for one in compiled("[。；;]").split(line.text) if compiled(_FIGURE).search(one)]
        yield from ((one, line.place) for one in sentences[:_MOST] if read_targets(one)[0])


def promised_in(branch: Branch) -> int:
    """How many targets the paragraphs of a branch hold, and those under it."""
    own = sum(len(read_targets(line.text)[0]) for line in branch.lines if compiled(_FIGURE).search(line.text))
    return own + sum(map(promised_in, branch.children))
