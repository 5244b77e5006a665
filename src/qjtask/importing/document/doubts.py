"""A doubt: where it is in the source, what was read, what was assumed, and how to change it."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem
from qjtask.core.text.signs import seen_line

T = TypeVar("T")

_FEW = 3  # works that are named one by one
_LISTED = 12
_QUOTED = 16  # characters

NONE = "无"
"""What a person types for nothing."""


class Doubt(NamedTuple):
    """One thing a person should look at.

    `rows` are the places of all rows of the source that it is about, where these are more than its own
    `place`: of a column those that have something in it, of a table all. `columns` are the headings of what
    it is about in these, none for whole rows. `items` are the ids of the works that stand there, or of a
    group; none for one that is about the document. What `is_plain` is said and not asked.

    `field` is the key of the plan under which the reading stands, "" where a person has nothing to put
    there; of a list it is `about` one value: a name, a target's name, a milestone's day. `other` is another
    reading as a person would type it, NONE where that is nothing at all, "" where there is no other.
    """

    place: str
    read: str
    assumed: str
    fix: str = ""
    items: tuple[str, ...] = ()
    field: str = ""
    about: str = ""
    other: str = ""
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    is_plain: bool = False

    @property
    def where(self) -> str:
        """The place, and which works these are: of many the first three are named."""
        shown = "、".join(self.items[:_FEW])
        shown = f"{shown}等{len(self.items)}项" if len(self.items) > _FEW else shown
        return f"{self.place}（{shown}）" if shown else self.place

    @property
    def is_of_many(self) -> bool:
        """Whether it is said once, and not at each of its works: it is about many, a column or a table."""
        return len(self.items) > _FEW or (bool(self.items) and len(self.rows) > 1)

    @property
    def line(self) -> str:
        """The doubt on one line, as it is told on stderr."""
        return str(Problem(self.where, f"{self.read}；{self.assumed}", self.fix, is_warning=True))

    @property
    def said(self) -> str:
        """What is plain as it is said: of which works, where it is of some."""
        of = f"{self.where}：" if self.items else ""
        return f"{of}{'；'.join(filter(None, (self.read, self.assumed, self.fix)))}"


def gathered(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Doubts that say the same of several works, said once: a column left empty is one line and not 300.

    For the screen only: the report and the plan mark every work.
    """
    found: list[Doubt] = []
    for same in alike_by(lambda one: (one.read, one.assumed, one.fix), doubts):
        if len(same) == 1:
            found.extend(same)
            continue
        items = tuple(dict.fromkeys(item for one in same for item in one.items))
        found.append(same[0]._replace(place=f"{same[0].place}起", items=items))
    return found


def told_as_one(told: Iterable[Doubt], joined: Iterable[tuple[Sequence[Doubt], Doubt]]) -> tuple[Doubt, ...]:
    """What is told, with one doubt about the works of several where the first of these stands.

    `joined` are these several, and what is said of them all.
    """
    instead: dict[int, Doubt | None] = {}  # by id: doubts may say the same and stand at different places
    for several, doubt in joined:
        instead.update(dict.fromkeys(map(id, several)))
        instead[id(several[0])] = doubt._replace(
            items=tuple(dict.fromkeys(item for one in several for item in one.items)),
            rows=tuple(dict.fromkeys(one.place for one in several)),
        )
    return tuple(one for before in told if (one := instead.get(id(before), before)) is not None)


def alike_by(kind: Callable[[Doubt], object], doubts: Iterable[Doubt]) -> list[list[Doubt]]:
    """The doubts of one kind together, in the order of the first of each."""
    alike: dict[object, list[Doubt]] = {}
    for doubt in doubts:
        alike.setdefault(kind(doubt), []).append(doubt)
    return list(alike.values())


def in_part(texts: Sequence[str]) -> str:
    """The texts of a doubt's list, those beyond the twelfth left out."""
    return "、".join(texts[:_LISTED]) + "……" * (len(texts) > _LISTED)


def quoted_in_part(text: str) -> str:
    """A text of the source as a doubt quotes it: of one over 16 characters the beginning."""
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"


def in_runs(items: Iterable[T], follows: Callable[[T, T], bool]) -> list[str]:
    """A list as it is read out: those that follow each other by the first and the last (3至7)."""
    runs: list[tuple[T, T]] = []
    for item in items:
        if runs and follows(runs[-1][1], item):
            runs[-1] = (runs[-1][0], item)
        else:
            runs.append((item, item))
    return [f"{first}" if first == last else f"{first}至{last}" for first, last in runs]


def markdown(source: str, summary: str, doubts: Sequence[Doubt], order: Sequence[str]) -> str:
    """The report as a Markdown document to keep or to send round; `order` are the plan's works."""
    lines = [f"# 导入报告：{_escaped(source)}", "", _escaped(summary), ""]
    if not doubts:
        return "\n".join([*lines, "没有疑点。", ""])
    lines += [
        f"## 疑点（{len(doubts)}处）",
        "",
        "| 序号 | 位置 | 编号 | 读到的 | 暂按 | 怎么改 |",
        "|---|---|---|---|---|---|",
    ]
    after = dict(pairwise(order))
    for number, doubt in enumerate(doubts, 1):
        items = "、".join(in_runs(doubt.items, lambda one, other: after.get(one) == other))
        cells = (str(number), doubt.place, items, doubt.read, doubt.assumed, doubt.fix)
        lines.append("| " + " | ".join(map(_escaped, cells)) + " |")
    return "\n".join([*lines, ""])


def _escaped(text: str) -> str:
    """Text from a file is data: no cell may end its row or begin a link."""
    for sign in "\\|[]<>*_`&#~":
        text = text.replace(sign, f"\\{sign}")
    return seen_line(text)
