"""Who does what stands before an arrow: 开幕式表演→体育组负责."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qjtask.core.text.patterns import compiled
from qjtask.importing.lines.paragraphs import Passage

_SIGNS = frozenset("→⇒➔➜➡")
_TO_DOER = r"[ \u3000]*[→⇒➔➜➡]+[ \u3000]*(?=[^→⇒➔➜➡，,。；;：:]{2,24}(?:负责|牵头|承办))"


def without_arrows(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages with 由 in place of each arrow before somebody who is in charge."""
    for passage in passages:
        if _SIGNS.isdisjoint(passage.text):
            yield passage
        else:
            yield passage._replace(text=compiled(_TO_DOER).sub("，由", passage.text))
