"""Radicals made the common characters that they stand for: ⼯⻓ is 工长.

A browser that prints a page as PDF names a glyph by the first code that its font has for it: that is
often the radical's (The Unicode Standard, 18.1: Kangxi Radicals, CJK Radicals Supplement).
"""

from __future__ import annotations

from unicodedata import normalize

from qjtask.core.text.patterns import compiled

_RADICAL = "[\u2e80-\u2fdf\u3b35]"
_KANGXI = range(0x2F00, 0x2FD6)
# Of the supplement those that look like a character of their own (Unicode's EquivalentUnifiedIdeograph).
_SUPPLEMENT = dict(
    zip(
        "⺁⺅⺉⺌⺎⺒⺓⺖⺗⺘⺙⺜⺝⺟⺠⺡⺣⺦⺨⺩⺭⺰⺲⺶⺹⺻⺼⺽⺾⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂亻刂小兀巳幺忄㣺扌攵日月母民氵灬丬犭王礻纟罒羊耂聿肉臼艹虎衤覀西见角讠贝足车辶辶辶阝钅長长门阝雨青韦页风飞食饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
# Unicode takes the radical for the traditional 戶; fonts of the mainland draw it as 户 is drawn,
# and some have the glyph of 胶 for a rare character first.
_OF_THE_MAINLAND = {"⼾": "户", "㬵": "胶"}
_COMMON = str.maketrans(
    {chr(code): normalize("NFKC", chr(code)) for code in _KANGXI} | _SUPPLEMENT | _OF_THE_MAINLAND
)


def without_radicals(text: str) -> str:
    """The text with common characters in place of radicals."""
    return text.translate(_COMMON) if compiled(_RADICAL).search(text) else text
