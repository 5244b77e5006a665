"""The comments of a plan's file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

UNITS_REMARK = "冒号前是显示用的名称，方括号里是文件中的其他写法"


class Remarks(NamedTuple):
    """Comments: at the head of the file, over the units, and over a group or an item by its id."""

    head: Sequence[str] = ()
    units: Sequence[str] = (UNITS_REMARK,)
    groups: Mapping[str, Sequence[str]] = {}
    items: Mapping[str, Sequence[str]] = {}
