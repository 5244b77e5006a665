"""The title of a plan whose parts stand on several sheets, each with a title that names its part."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.titles import plain_title
from qjtask.importing.tables.part_names import NamedPart
from qjtask.importing.words.tidy_text import flow

_FEWEST = 2


def lines_above(parts: Sequence[NamedPart]) -> tuple[str, ...]:
    """The lines over the first part, where its title and those of the others are one but for their names."""
    above = parts[0].lines
    titles = [next(filter(None, map(plain_title, part.lines)), "") for part in parts]
    if len({*titles}) < _FEWEST or "" in titles or not all(part.sheet for part in parts):
        return above
    whole = {_without_name(title, flow(part.sheet)) for title, part in zip(titles, parts, strict=True)}
    title = whole.pop()
    if whole or not plain_title(title):
        return above
    return tuple(title if plain_title(line) == titles[0] else line for line in above)


def _without_name(title: str, name: str) -> str:
    """A title without its part's name, and without the brackets or the dash around that."""
    return compiled(r"[（(]\s*[)）]|[-—·－\s]+$|^[-—·－\s]+").sub("", title.replace(name, "", 1))
