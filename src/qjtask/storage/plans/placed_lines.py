"""The lines of a plan's file with the comments set among them."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.remarks import KeyPath, Remarks, holders
from qjtask.core.text.signs import seen_line

EDITORS = "yaml-language-server:"
"""How the comment begins that names the schema to editors."""

_SCHEMA = f"{EDITORS} $schema=../schema/plan.schema.json"


class PlacedLine(NamedTuple):
    """A line: what stands there, None for a blank one, and the blanks before it."""

    place: KeyPath | None
    indent: str
    text: str


BLANK = PlacedLine(None, "", "")


def with_remarks(
    lines: Iterable[PlacedLine], remarks: Remarks, there: Collection[KeyPath] = ()
) -> Iterator[str]:
    """The lines, each comment at its place; where that is not there, over what the place is inside of.

    The file opens with the comment that names the schema, unless one of its own does. `there` are places
    that the lines surely have: comments over or beside none but these are set while the lines come, and
    none of the lines is kept.
    """
    if remarks.below or not all(place in there for place in (*remarks.above, *remarks.beside) if place):
        yield from _settled(list(lines), remarks)
        return
    yield from _head(remarks)
    remarked = {*remarks.above, *remarks.beside}
    for line in lines:
        if line.place in remarked:
            yield from _commented(line, remarks)
        else:
            yield line.indent + line.text


def _settled(placed: Sequence[PlacedLine], remarks: Remarks) -> Iterator[str]:
    """The lines with comments of which some may stand below, or at places that are not there."""
    places = [line.place for line in placed if line.place is not None]
    inside = _indents_inside(placed if remarks.below else ())
    kept = _kept(remarks, {(), *places}, inside)
    yield from _head(kept)
    following = iter([*places[1:], None])
    for line in placed:
        yield from _commented(line, kept)
        if line.place is not None and kept.below:
            going_on = _with_holders(next(following))
            for ended in (one for one in _with_holders(line.place) if one not in going_on):
                yield from (_comment(text, inside[ended]) for text in kept.below.get(ended, ()))


def _indents_inside(placed: Sequence[PlacedLine]) -> dict[KeyPath, str]:
    """How far in the lines stand that are inside of each place."""
    inside: dict[KeyPath, str] = {(): ""}
    for place, indent, _ in placed:
        if place is not None:
            inside.setdefault(holders(place)[0], indent)
    return inside


def _head(remarks: Remarks) -> Iterator[str]:
    """What the file opens with."""
    head = remarks.above.get((), ())
    if not any(line.startswith(EDITORS) for line in head):
        yield _comment(_SCHEMA, "")
    yield from (_comment(line, "") for line in head)


def _commented(line: PlacedLine, remarks: Remarks) -> Iterator[str]:
    """A line after the comments over it, with the one beside it."""
    place, indent, text = line
    if place is None:
        yield ""
        return
    for above in remarks.above.get(place, ()):
        yield _comment(above, indent)
    beside = remarks.beside.get(place)
    yield f"{indent}{text}" if beside is None else f"{indent}{text}{_comment(beside, '  ')}"


def _with_holders(place: KeyPath | None) -> list[KeyPath]:
    return [] if place is None else [place, *holders(place)]


def _kept(remarks: Remarks, places: Container[KeyPath], inside: Container[KeyPath]) -> Remarks:
    """The remarks at places that are there, those below at such as have lines inside."""
    above: dict[KeyPath, list[str]] = {}
    beside: dict[KeyPath, str] = {}
    below: dict[KeyPath, list[str]] = {}
    for place, lines in remarks.above.items():
        above.setdefault(_nearest(place, places), []).extend(lines)
    for place, line in remarks.beside.items():
        if place in places:
            beside[place] = line
        else:
            above.setdefault(_nearest(place, places), []).append(line)
    for place, lines in remarks.below.items():
        below.setdefault(_nearest(place, inside), []).extend(lines)
    return Remarks(above, beside, below)


def _nearest(place: KeyPath, places: Container[KeyPath]) -> KeyPath:
    return next(one for one in _with_holders(place) if one in places)


def _comment(line: str, indent: str) -> str:
    return f"{indent}# {line if line.isprintable() else seen_line(line)}".rstrip()
