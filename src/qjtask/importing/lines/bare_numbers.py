"""Numbers that only a blank parts from their paragraphs: 1 推进学校建设."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qjtask.core.text.patterns import compiled

_NUMBERED = (  # and no amount: 3 个, 2 万元, 5 月
    r"(?P<before>\s*)(?P<n>[1-9][0-9]{0,2})(?P<blank>[ \u3000\t]+)"
    r"(?!(?:多|余)?[个名家户项处所座间条台套件辆栋幢次场期天日月年周岁号元万亿千百倍吨米亩公平立分小时以至—-])"
    r"(?=[\u4e00-\u9fff“《〔【])"
)
_FEWEST = 2


def with_points(texts: Sequence[str]) -> list[str]:
    """The paragraphs with a point behind such numbers, where they count on from 1: 1. 推进学校建设.

    They may begin again under another heading. A figure that a page broke off does not count on.
    """
    found = {at: one for at, text in enumerate(texts) if (one := compiled(_NUMBERED).match(text))}
    counting = _counting((at, int(one["n"])) for at, one in found.items())
    return [
        f"{found[at]['n']}. {text[found[at].end() :]}" if at in counting else text
        for at, text in enumerate(texts)
    ]


def _counting(numbers: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The places of numbers in runs of two at least, each of which begins with 1."""
    runs: list[list[tuple[int, int]]] = []
    for at, number in numbers:
        if runs and number == runs[-1][-1][1] + 1:
            runs[-1].append((at, number))
        elif number == 1:
            runs.append([(at, number)])
    return frozenset(at for run in runs if len(run) >= _FEWEST for at, _ in run)
