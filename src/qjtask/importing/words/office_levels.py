"""The level of an office by its name or its label: 省商务厅 and 省级牵头单位 stand above 市商务局."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.office_words import begins_with_region

PROVINCE = 4
"""The level of a province; that of the state is higher."""

_RANKS = {
    "村": 0, "镇": 1, "乡": 1, "街道": 1, "县": 2, "区": 2, "旗": 2, "市": 3, "州": 3, "盟": 3,
    "省": PROVINCE, "自治区": PROVINCE, "国": 5, "中央": 5, "上级": 6,
}  # fmt: skip
_WORD = "[国省市州盟县区旗镇乡村]|街道|自治区|中央|上级"
_WORD_SIGNS = "国省市州盟县区旗镇乡村街自中上"  # one of which any such word holds
_IN_LABEL = (
    rf"^(?:对口|涉及)?(?P<first>{_WORD})(?:家|级|直)?(?:对口|直属)?(?=[^域场政])"
    rf"|[（(](?P<last>{_WORD})[级直]?[)）]$"
)


def level_in_label(label: str) -> int | None:
    """The level that a label or a heading names: 省级责任单位, 牵头单位（省）; None where it names none."""
    found = compiled(_IN_LABEL).search(label) if any(map(label.__contains__, _WORD_SIGNS)) else None
    return _RANKS[found["first"] or found["last"]] if found else None


def level_of(name: str) -> int | None:
    """The level of an office whose name begins with that of its region's kind: 省商务厅, 县教育局."""
    return _RANKS.get(name[:1]) if begins_with_region(name) else None
