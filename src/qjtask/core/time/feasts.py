"""Times before a feast whose day every year has: 国庆节前, “七一”前, 明年元旦前."""

from __future__ import annotations

from datetime import date, timedelta
from unicodedata import normalize

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import seen_line
from qjtask.core.time.numerals import NUMERALS
from qjtask.core.time.phrases import read_lead, without_label
from qjtask.core.time.spelling import arabic

# 春节, 清明, 端午 and 中秋 move; the State Council names their holidays late in the year before.
_DAYS = {
    "元旦": (1, 1),
    "三八": (3, 8),
    "妇女": (3, 8),
    "植树": (3, 12),
    "五一": (5, 1),
    "劳动": (5, 1),
    "五四": (5, 4),
    "青年": (5, 4),
    "六一": (6, 1),
    "儿童": (6, 1),
    "七一": (7, 1),
    "建党": (7, 1),
    "八一": (8, 1),
    "建军": (8, 1),
    "教师": (9, 10),
    "十一": (10, 1),
    "国庆": (10, 1),
}
_LONGER = (
    r"(?:五一)?国际劳动|五一劳动|五四青年|六一(?:国际)?儿童|七一建党|八一建军|三八(?:国际)?妇女|十一国庆"
)
_YEAR = rf"^[{NUMERALS}]{{4}}(?=年)"
_BEFORE = (
    rf"(?:(?P<year>20[0-9]{{2}})年|(?P<next>[明来次])年|[今本当]年)?(?P<name>{_LONGER}|{'|'.join(_DAYS)})"
    r"(?:节日?|纪念日)?(?:小?长?假期?)?(?:到来|来临|放假)?[之以]?前夕?(?P<rest>.*)"
)
_NOT_SAID = str.maketrans(dict.fromkeys("\"'“”‘’「」『』·•.()（）[]【】〔〕"))
_NEW_YEAR = "暂按{}，也可能是今年的元旦，请写成确切日期"


class Feast(NamedTuple):
    """The last day before a feast, the words behind 前, and why to doubt the year."""

    day: date
    rest: str
    doubt: str | None


def before_feast(text: str, *, year: int, issued: date | None) -> Feast | None:
    """The last day before a feast with a day of its own; None for other words.

    元旦前 without a year is that of the plan's end, for sure when the notice was issued within the year.
    """
    plain = "".join(seen_line(normalize("NFKC", text)).split()).translate(_NOT_SAID).rstrip("。;,")
    words = compiled(_YEAR).sub(arabic, read_lead(without_label(plain))[0])
    found = compiled(_BEFORE).fullmatch(words)
    if found is None:
        return None
    month, day = _DAYS[found["name"][-2:]]
    is_new_year = (month, day) == (1, 1)
    named = int(found["year"]) if found["year"] else year + 1 if found["next"] else 0
    before = date(named or year + is_new_year, month, day) - timedelta(days=1)
    is_sure = named or not is_new_year or (issued is not None and issued.year == year)
    return Feast(before, found["rest"], None if is_sure else _NEW_YEAR.format(before))
