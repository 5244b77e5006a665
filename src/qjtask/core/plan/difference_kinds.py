"""The kinds of differences between two prints, and how much each matters."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from qjtask.core.named_tuple import NamedTuple


class DifferenceKind(StrEnum):
    """What happened to an item, to an office's name, to a group, or to the notice."""

    GONE = "取消"
    RESTORED = "恢复"
    NEW = "新增"
    JOINED = "合并"
    SPLIT = "拆分"
    TEXT = "改文字"
    TARGET = "改指标"
    STEP = "改节点"
    DEADLINE = "改时限"
    UNITS = "改单位"
    RENAMED = "单位改名"
    NOTICE = "改通知"
    HEADING = "改重点任务"
    NUMBER = "改编号"


BY_WEIGHT: Sequence[tuple[DifferenceKind, ...]] = (
    (DifferenceKind.GONE,),
    (DifferenceKind.NEW, DifferenceKind.RESTORED),
    (DifferenceKind.JOINED, DifferenceKind.SPLIT),
    (DifferenceKind.TEXT, DifferenceKind.TARGET, DifferenceKind.STEP),
    (DifferenceKind.DEADLINE,),
    (DifferenceKind.UNITS, DifferenceKind.RENAMED),
    (DifferenceKind.NOTICE, DifferenceKind.HEADING),
    (DifferenceKind.NUMBER,),
)
"""The kinds together that matter as much, what matters most first."""

RANKS = {kind: rank for rank, kinds in enumerate(BY_WEIGHT) for kind in kinds}
"""Where a kind stands among the others."""


class Difference(NamedTuple):
    """One difference: the id in the updated plan (the old one of an item that is gone; "" for the notice).

    What was renumbered together is one: its `item` is the first id and the last.
    """

    kind: DifferenceKind
    item: str
    before: str
    after: str
