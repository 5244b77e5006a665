"""Names that may hold more than a name: another number, a clause, what leads up to it."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import FIGURES

_CLAUSE = frozenset("，。；,;：")
# 世界500强, 10亿元以上项目, 每10万人 and 5G are names; 3个街道20处公园 counts twice.
_COUNTED = (
    r"(?<![每前第超过逾达0-9.])[0-9][0-9.]*[万亿]?(?:个(?!月)|[家条处所座户名项件]|亿?元)(?!及?以[上下])"
)
_SIZED = r"^[0-9][0-9.]*万?(?:公里|千米|平方米|亩|平方公里)(?!及?以[上下])"
_LEADS = ("通过", "结合", "按照", "依托", "围绕", "聚焦", "根据", "确保", "让", "把", "将")
_STAGES = frozenset(
    f"{which}期{of}" for which in "一二三四五首本" for of in ("", "工程", "项目", "建设", "规模")
)
_LONGEST = 50  # signs


def is_odd_name(name: str) -> bool:
    """Whether a name may be wrong: read, and told."""
    if len(name) > _LONGEST or not _CLAUSE.isdisjoint(name):
        return True
    if "、每" in name or name in _STAGES:
        return True
    if not FIGURES.isdisjoint(name) and (compiled(_COUNTED).search(name) or compiled(_SIZED).match(name)):
        return True
    return name.startswith(_LEADS) and not name.startswith("通过率")
