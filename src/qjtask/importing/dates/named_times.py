"""Times that words name without a day: of the year (汛期, 秋季开学), within it, and how often."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled

NAMED_TIME = (
    r"(?:[春秋]季学?期?开学|[春秋]季学期|开学|[暑寒]假|暑期|[高中]考|[主入]?汛期?|雨季|入冬|[夏冬]季|上冻|封冻|[供采]暖[季期]?"
    r"|春[耕节运播]|秋[收播]|元旦|清明节?|五一|端午节?|中秋节?|国庆节?|[全国市县区省]*两会)"
)
"""Times of another day in each year, for patterns: what stands behind it (前, 期间) says what is meant."""

_IN_THE_YEAR = r"(?:今年|本年度?|当年|[0-9]{4}年)?(?:年?度?内|全年)"
_RHYTHM = (  # 每季度完成1次
    r"每(?:个?季度|个?月|半年|两?周|旬|个?学[期年])[^，,。；;：:0-9]{0,12}(?:[0-9]{1,2}|[一二两三四])[次场轮期](?!会议)"
)

_ON_A_DAY = (  # 每周五报送进展, 每月25日前报送, 每季度末通报
    r"(?:于|在)?(?P<when>每(?:周|星期)[一二三四五六日天]|每年(?:[0-9]{1,2}月(?:[0-9]{1,2}日|[底末初]|[上中下]旬)?|年?[底末])之?前|每个?月的?(?:第[一二三四]|首|最后一?)个?(?:周|星期)[一二三四五六日天]|每(?:个)?(?:月|季度)(?:[0-9]{1,2}[日号]|[底末初]|末月)(?:之?前)?)"
    r"(?:[上下]午|下班)?(?:之?前)?[^，,。；;：:]{0,24}?"
    r"(?:报[送告]?|送|提交|汇总|通报|调度|召开|开展|组织|检查|巡查|排查|公布|公示|更新|进行|举[行办]|评[比选])"
)


def is_within_year(words: str) -> bool:
    """Whether words name no more than the year: 年内, 2021年度内, 全年."""
    return compiled(_IN_THE_YEAR).fullmatch(words) is not None


def rhythm_in(work: str) -> str:
    """How often a work says that it is done, 每季度召开1次; "" when it does not."""
    found = compiled(_RHYTHM).search(work) if "每" in work else None
    return found[0] if found else ""


def day_of_rhythm_in(work: str) -> str:
    """The day that a work says it is done on again and again, 每周五; "" for none, and for several."""
    found = [one["when"] for one in compiled(_ON_A_DAY).finditer(work)] if "每" in work else []
    return found[0] if len(found) == 1 else ""
