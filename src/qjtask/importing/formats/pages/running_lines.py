"""Lines that stand at the edge of each page: a gazette's name, a browser's address, a title over a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise, takewhile
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.document.grid import Grid
from qjtask.importing.document.titles import plain_title
from qjtask.importing.words.numbering import read_number

_COUNTED = r"(?:[a-z]+://\S+|[\s\d第共页/:：—\-–－·|()（）.])+"  # what may differ by the page's number
_PLACE = 4  # points; lines that run over pages stand at one height
_APART = 1.2  # of the distance between a page's lines
_FEWEST = 2
_LONGEST = 40  # characters
_SMALL = 0.9  # of the usual line's height


class EdgeLine(NamedTuple):
    """The first or last line of a page, the height at which it stands, and whether others are larger."""

    text: str
    place: int
    is_small: bool = False


class PageBlocks(NamedTuple):
    """A page's paragraphs and tables; `head` and `foot` are those beyond its first and last table.

    `top` and `end` are its first and last line where these stand apart from the others.
    """

    number: int
    head: list[str]
    body: list[str | Grid]
    foot: list[str]
    top: EdgeLine | None = None
    end: EdgeLine | None = None


def edge_lines(lines: Sequence[Mapping[str, Any]]) -> tuple[EdgeLine | None, EdgeLine | None]:
    """The first and the last line of a page, each where it stands apart: pdfplumber's lines from above."""
    if not lines:
        return None, None
    tops = [line["top"] for line in lines]
    gaps = [below - above for above, below in pairwise(tops)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps[2:] else 0.0
    heights = [line["bottom"] - line["top"] for line in lines]
    small = _SMALL * sorted(heights)[len(heights) // 2]
    first, last = (
        EdgeLine(lines[at]["text"].strip(), round(tops[at] / _PLACE), heights[at] < small)
        if not gaps or gaps[at] > _APART * usual
        else None
        for at in (0, -1)
    )
    return first, last if gaps else None


def blocks_of(pages: Sequence[PageBlocks]) -> Iterator[str | Grid]:
    """All blocks in order, without lines that run over the pages.

    Of a line over or under the tables of pages the first head and the last foot are kept.
    """
    pages = _without_running(pages)
    heads = [0, *(_alike(one.head, other.head, other.number - one.number) for one, other in pairwise(pages))]
    feet = [
        *(
            _alike(one.foot[::-1], other.foot[::-1], other.number - one.number)
            for one, other in pairwise(pages)
        ),
        0,
    ]
    for page, head, foot in zip(pages, heads, feet, strict=True):
        yield from page.head[head:]
        yield from page.body
        yield from page.foot[: len(page.foot) - foot]


def _without_running(pages: Sequence[PageBlocks]) -> Sequence[PageBlocks]:
    """The pages without the lines at their edges that others have at the same height."""
    firsts = [(page.number, page.top) for page in pages if page.top]
    tops = _running(firsts) | _small_heads(firsts)
    ends = _running([(page.number, page.end) for page in pages if page.end])
    seen: set[str] = set()
    for page in pages:
        if page.number in tops and page.top:
            # What the first page or a title says is read once.
            is_kept = page.top.text not in seen and (page is pages[0] or bool(plain_title(page.top.text)))
            seen.add(page.top.text)
            if not is_kept:
                _take_out(page.head or page.body, 0, page.top.text)
        if page.number in ends and page.end:
            _take_out(page.foot or page.body, -1, page.end.text)
    return pages


def _take_out(blocks: list[Any], at: int, text: str) -> None:
    if blocks and blocks[at] == text:
        del blocks[at]


def _running(edges: Sequence[tuple[int, EdgeLine]]) -> frozenset[int]:
    """The pages whose edge line runs: others have it too, or it stands where theirs do."""
    alike: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for number, edge in edges:
        alike.setdefault((_without_numbers(edge.text), edge.place), []).append((number, edge.text))
    running = {key: found for key, found in alike.items() if len(found) >= _FEWEST and _counts_pages(found)}
    places = {place for _, place in running}
    beside = (number for number, edge in edges if edge.place in places and _opens_no_list(edge.text))
    return frozenset(chain((number for found in running.values() for number, _ in found), beside))


def _small_heads(edges: Sequence[tuple[int, EdgeLine]]) -> frozenset[int]:
    """The pages whose first line is smaller than the text, as is another's at the same height.

    Two pages that face each other have heads of their own: the gazette's name, and its number.
    """
    small = [(number, edge) for number, edge in edges if edge.is_small and _may_run(edge.text)]
    counts = Counter(edge.place for _, edge in small)
    return frozenset(number for number, edge in small if counts[edge.place] >= _FEWEST)


def _may_run(text: str) -> bool:
    """Whether a line may stand over pages whatever it says: it is short, opens no list and labels nothing."""
    return _opens_no_list(text) and "：" not in text


def _opens_no_list(text: str) -> bool:
    return len(text) <= _LONGEST and read_number(text) is None


def _without_numbers(text: str) -> str:
    return compiled(r"\d+").sub("#", text)


def _counts_pages(found: Sequence[tuple[int, str]]) -> bool:
    """Whether the numbers in lines that are else the same stay, or grow as the pages do."""
    return all(_moves(line, other, later - number) for (number, line), (later, other) in pairwise(found))


def _moves(line: str, other: str, later: int) -> bool:
    numbers, further = ([int(one) for one in compiled(r"\d{1,9}").findall(text)] for text in (line, other))
    return all(after - before in {0, later} for before, after in zip(numbers, further, strict=False))


def _alike(lines: Sequence[str], others: Sequence[str], later: int) -> int:
    """How many lines from the page's edge on are the same on the page that comes `later`."""
    same = takewhile(lambda pair: _is_same(*pair, later), zip(lines, others, strict=False))
    return sum(1 for _ in same)


def _is_same(line: str, other: str, later: int) -> bool:
    if line == other:
        return True
    are_bare = all(map(compiled(_COUNTED).fullmatch, (line, other)))
    return are_bare and _without_numbers(line) == _without_numbers(other) and _moves(line, other, later)
