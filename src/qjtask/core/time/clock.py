"""The hour that stands behind a day: 4月21日上午8:30, 下午2点半至5点, 全天. It changes nothing of the day."""

from qjtask.core.text.patterns import compiled

_PART = (
    r"(?:[上下]午|中午|正午|午[间后]|早[上晨]|清晨|凌晨|白天|傍晚|晚[上间]|夜[里间晚]"
    r"|[早晚](?=[0-9,;。至到前-]|$))"
)
_HOUR = (
    r"(?:[01]?[0-9]|2[0-4])"
    r"(?::[0-5][0-9](?::[0-5][0-9])?(?![0-9])|[时点](?:整|钟|半|[0-5]?[0-9]分?|[一二三四五十]{1,3}分)?(?![0-9建意要措]))"
)
_POINTED = r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9](?![0-9])"  # 下午2.30, where a part of the day is named
_TIME = rf"(?:(?:{_PART}(?:[,、]?(?:{_HOUR}|{_POINTED}))?|{_HOUR})(?:左右|许)?)"
_UNTIL = rf"(?:(?:[至到]|-{{1,2}}|[、和及])(?:{_TIME}|结束))?"
_LUNAR = (
    r"(?:农历|阴历)?(?:(?:正|腊|冬)月|(?<=历)[0-9一二三四五六七八九十]{1,2}月|大年)"
    r"(?:初?[0-9一二三四五六七八九十]{1,3}|[廿卅][0-9一二三四五六七八九]?)[日夜]?"
)
_FEAST = (
    r"(?:除夕|小年|元宵节?|元旦|春节|清明节?|端午节?|七夕|中秋节?|重阳节?|国庆节?)(?=$|[,;。0-9上下中早晚前])"
)
_WEEKDAY = r"(?:(?:星期|周)[1-6一二三四五六日天])"
_MIDNIGHT = r"00?(?::00|[时点])"  # 零时前 is of the day before, which the reader of the day tells
_NAMED = rf"(?:{_LUNAR}|{_FEAST})"
_HOURS = rf"(?!{_MIDNIGHT})(?:全[天日](?![候制])|整天|{_TIME}{_UNTIL})"
_CLOCK = (
    rf"{_NAMED}?[,、]?(?:当[天日])?{_WEEKDAY}?[,、]?{_HOURS}(?!起|开始|[以之]?后|[1一]?次|[0-9年月])"
    rf"|当[天日]|{_NAMED}"
)
# What stands in a bracket behind 2月8日至16日: 农历正月十二至二十, 周四至周五.
_LUNAR_MONTH = "[正冬腊一二三四五六七八九十]{1,2}月"
_LUNAR_DAY = r"(?:初[一二三四五六七八九十]|[廿卅][一二三四五六七八九]?|[一二三]?十[一二三四五六七八九]?)日?"
_LUNAR_DAYS = (
    rf"(?:(?:农历|阴历)(?:{_LUNAR_MONTH})?|[正冬腊]月){_LUNAR_DAY}"
    rf"(?:[至到、-]{{1,2}}(?:农历|阴历)?(?:{_LUNAR_MONTH})?{_LUNAR_DAY})?"
)
_A_WEEKDAY = "(?:周|星期|礼拜)[一二三四五六日天]"
_WEEKDAYS = rf"{_A_WEEKDAY}(?:[至到、-]{{1,2}}{_A_WEEKDAY}){{0,6}}"


def says_days_again(words: str) -> bool:
    """Whether a bracket only says the days before it by the moon or as weekdays: 正月十二至二十."""
    return compiled(rf"{_LUNAR_DAYS}|{_WEEKDAYS}").fullmatch(words) is not None


def after_clock(words: str, at: int) -> int:
    """Where the hour ends that stands at `at`, behind a day in canonical words; `at` where none stands."""
    found = compiled(_CLOCK).match(words, at)
    return found.end() if found else at
