"""Reads the samples of notices without a table; their form stands in lists/README.md."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from qjtask.core.plan.plan import Item
from qjtask.importing.drafts.draft import Draft

FOLDER = Path(__file__).parents[1] / "samples" / "lists"
_PARTS = r"【说明】(.*)\n【原文】\n((?:.*\n)*)【应得】\n((?:.*\n)*)【疑点】\n((?:.*\n)*)"


class ListSample(NamedTuple):
    """A notice's paragraphs, the lines that its plan must give, and (item, words) of every doubt."""

    name: str
    paragraphs: tuple[str, ...]
    wanted: tuple[str, ...]
    doubts: tuple[tuple[str, str], ...]

    @property
    def is_refused(self) -> bool:
        """Whether the notice shares out nothing."""
        return not self.wanted


def samples() -> list[ListSample]:
    """All samples, in the order of their names."""
    return [_sample(path) for path in sorted(FOLDER.glob("*.txt"))]


def _sample(path: Path) -> ListSample:
    found = re.fullmatch(_PARTS, path.read_text("utf-8"))
    assert found, f"{path.name}: 要有【说明】【原文】【应得】【疑点】四段"
    paragraphs, wanted, doubts = (tuple(found[at].splitlines()) for at in (2, 3, 4))
    pairs = (line.partition(" ") for line in doubts)
    return ListSample(path.stem, paragraphs, wanted, tuple((item, words) for item, _, words in pairs))


def lines_of(draft: Draft) -> tuple[str, ...]:
    """A plan as the samples write it."""
    lines: list[str] = []
    for group in draft.plan.groups:
        lines.append(f"# {group.id} {group.heading}")
        for item in group.items:
            lines.extend(_lines(item))
    return tuple(lines)


def _lines(item: Item) -> list[str]:
    said = {
        "牵头": "、".join(item.lead),
        "责任": "、".join(item.units),
        "配合": "、".join(item.support),
        "时限": item.deadline.text,
        "备注": item.note,
    }
    return [f"{item.id} {item.work}", *(f"  {name} {text}" for name, text in said.items() if text)]


def missing(sample: ListSample, draft: Draft) -> list[str]:
    """The doubts and the words said once that a draft lacks, and those it has too many."""
    every = tuple(item.id for item in draft.plan.items())
    told = [
        (item, f"{doubt.read}；{doubt.assumed}")
        for doubt in draft.doubts
        for item in (("全部",) if len(every) > 1 and doubt.items == every else doubt.items or ("-",))
    ]
    told += [("说", said) for said in draft.said]
    wanted = [one for one in sample.doubts if not any(_is(one, other) for other in told)]
    extra = [other for other in told if not any(_is(one, other) for one in sample.doubts)]
    return [
        *(f"缺 {item} {words}" for item, words in wanted),
        *(f"多 {item} {words}" for item, words in extra),
    ]


def _is(wanted: tuple[str, str], told: tuple[str, str]) -> bool:
    return wanted[0] == told[0] and wanted[1] in told[1]
