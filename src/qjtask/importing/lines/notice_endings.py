"""Paragraphs that close a notice, and belong to none of its works."""

from __future__ import annotations

import re

from qjtask.core.text.patterns import compiled

_REPORTS = r"请[^。；;：:]{0,10}(?:单位|部门|地|处室|科室)[^。；;]{2,60}报"
_CLOSING = re.compile(  # 请各牵头单位于3月10日前将方案报督查室。
    r"请(?:各|上述|以上|接办|承办|责任|牵头|有关|相关|你|贵|于|及时|认真|将|按|遵照|结合)|[望希]|以上|上述|特此"
    r"|联系(?:人|电话)|此[件复]|附[件：:]|抄[送报]|主送|[^，,。]{0,20}自[^，,。]{2,12}起(?:施行|实施|执行)"
    r"|各(?:牵头|责任|配合|承办|督办|督导|整改|有关|相关|成员|项目|[级县市区镇])*(?:单位|部门|地|处室|科室)"
    r"|本(?:通知|方案|意见|清单|计划|措施|办法|行动|要点|规划)"
)


def ends_notice(text: str) -> bool:
    """Whether a paragraph belongs to what closes a notice: 请各单位于每月底报送进展, 附件：……."""
    return _CLOSING.match(text) is not None


def asks_for_reports(text: str) -> bool:
    """Whether a paragraph asks all for their reports: 请各责任单位每月底前将进展报区政府办（督查室）."""
    return ends_notice(text) and compiled(_REPORTS).match(text) is not None
