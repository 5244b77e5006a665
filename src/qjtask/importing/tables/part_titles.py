"""The title of a plan whose parts stand on several sheets, each with a title that names its part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.plan_year import YEAR
from qjtask.importing.document.titles import plain_title
from qjtask.importing.tables.part_names import NamedPart
from qjtask.importing.words.tidy_text import flow

_FEWEST = 2


def lines_above(parts: Sequence[NamedPart]) -> tuple[str, ...]:
    """The lines over the first part, where its title and those of the others are one but for their names.

    Sheets that nobody named (Sheet1) are known by what their titles do not share.
    """
    above = parts[0].lines
    titles = [next(filter(None, map(plain_title, part.lines)), "") for part in parts]
    if len({*titles}) < _FEWEST or "" in titles:
        return above
    title = _by_sheets(titles, parts) if all(part.sheet for part in parts) else _shared(titles)
    if not plain_title(title):
        return above
    return tuple(title if plain_title(line) == titles[0] else line for line in above)


def _by_sheets(titles: Sequence[str], parts: Sequence[NamedPart]) -> str:
    """The title that is left of each without the name of its sheet; "" where that is not one."""
    whole = {_without_name(title, flow(part.sheet)) for title, part in zip(titles, parts, strict=True)}
    return whole.pop() if len(whole) == 1 else ""


def _shared(titles: Sequence[str]) -> str:
    """The words with which all titles begin and end, where a year is among them; "" for others."""
    begin = _beginning(titles)
    end = _beginning([title[len(begin) :][::-1] for title in titles])[::-1]
    whole = _without_name(begin + end, "")
    return whole if compiled(YEAR).search(whole) else ""


def _beginning(texts: Sequence[str]) -> str:
    """The words with which all texts begin."""
    return "".join(signs[0] for signs in takewhile(_are_one, zip(*texts, strict=False)))


def _are_one(signs: Sequence[str]) -> bool:
    return len({*signs}) == 1


def _without_name(title: str, name: str) -> str:
    """A title without its part's name, and without the brackets or the dash around that."""
    return compiled(r"[（(]\s*[)）]|[-—·－\s]+$|^[-—·－\s]+").sub("", title.replace(name, "", 1))
