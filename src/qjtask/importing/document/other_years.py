"""Years that a title or a heading names as those of something else: 2022年度审计发现问题整改任务."""

from __future__ import annotations

from collections.abc import Iterable

from qjtask.core.text.patterns import compiled

_NO_SIGN = r"[^，,。；;、\d]"
_REVIEW = (
    r"(?:审计|巡视|巡察|督察|考核|考评|评估|评议|测评|检查|抽查|暗访"
    r"|民主生活会|组织生活会|预算执行|决算|述职|述廉)"
)
_FOUND = ("反馈", "发现", "报告", "结果", "通报", "指出", "存在", "问题", "移交", "交办")
_LEFT = ("遗留", "存在", "问题", "整改", "收尾", "扫尾")
_DONE = ("完成", "实绩", "实际", "基数", "现状", "排名", "得分")
_OF_ANOTHER = (
    r"(?<!\d)(?:19|20)\d{2}(?:"
    rf"年度?{_NO_SIGN}{{0,16}}?{_REVIEW}{_NO_SIGN}{{0,10}}?(?:{'|'.join(_FOUND)})"
    rf"|年度{_NO_SIGN}{{0,16}}?{_REVIEW}整改"  # 2025年巡察整改任务 is the plan's year
    rf"|年度{_NO_SIGN}{{2,16}}?(?:项目|工程|资金|债券)(?:{'|'.join(_LEFT)})"
    rf"|年度(?:实际|预计)?(?:{'|'.join(_DONE)})(?:情况|数|值|量|额|率)?$)"
)
"""A year's review with what it found, its projects with what is left of them, what was done in it."""


def other_years(texts: Iterable[str]) -> tuple[str, ...]:
    """The words with a year that is not the plan's, in the order they stand."""
    found = (one[0] for text in texts if _may_hold(text) for one in compiled(_OF_ANOTHER).finditer(text))
    return tuple(dict.fromkeys(found))


def without_other_years(text: str) -> str:
    """A text without these words."""
    return compiled(_OF_ANOTHER).sub("", text) if _may_hold(text) else text


def _may_hold(text: str) -> bool:
    return "年" in text and any(word in text for word in (*_FOUND, *_LEFT, *_DONE))
