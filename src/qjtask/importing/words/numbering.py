"""Numbers printed before headings and works, such as （一） 一、 1. （1） ① and 第一."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import HAN, compiled
from qjtask.core.time.numerals import NUMERALS, to_int

_ENCLOSED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260))))
_DIGITS = "0123456789０１２３４５６７８９"
_DASHES = frozenset("—－–-")
_DECIMAL = r"[0-9０-９](?!\d?月|\d{3}年)"  # 1.5万吨, and not 1.5月底前 or 1.2021年
OF_WORKS = "1."
"""The style of numbers that count works, and no headings."""

# Each style with the signs that may begin it.
_PATTERNS = (
    ("（一）", "（(〔【", rf"[（(〔【]\s*(?P<n>[{NUMERALS}]{{1,5}})\s*[)）〕】]\s*[、.．:：]?\s*"),
    ("一、", NUMERALS, rf"(?P<n>[{NUMERALS}]{{1,5}})\s*[、.．|｜丨:：]\s*"),
    ("第一", "第", rf"第(?P<n>[{NUMERALS}]{{1,5}})(?:[项条类]?[、，,:：.．|｜丨]|[项条类]\s)\s*"),
    ("（1）", "（(", r"[（(]\s*(?P<n>[0-9０-９]{1,3})\s*[)）]\s*[、.．]?\s*"),
    (OF_WORKS, _DIGITS, rf"(?P<n>[0-9０-９]{{1,3}})\s*(?:[、.．](?!{_DECIMAL})|[)）|｜丨])\s*"),
    ("①", _ENCLOSED, r"(?P<n>[\u2460-\u2473\u3251-\u325f])\s*[、.．]?\s*"),
)
_FIRST_SIGNS = frozenset("".join(signs for _, signs, _ in _PATTERNS))
_PAIR = r"[（(]?\s*([0-9]{1,4})\s*[.\-]\s*([0-9]{1,4})\s*[)）]?[、.]?"
_BEGINS, _ENDS, _POINTS = tuple("第(〔"), tuple("项条号)〕、.:"), tuple("、.:")
_HIGHEST = 9999
_LABELS = ("序号", "编号")
MARKS = "*＊★☆▲△●◆◇■□※#＃"
"""Signs by which a list marks one of its numbers or names; notes say what they mean."""

_SIGNS = frozenset(MARKS)
_MARKED = (
    rf"(?P<before>[{MARKS}]{{0,3}})(?P<number>[^{MARKS}]*?)(?P<after>[{MARKS}]{{0,3}})"
    rf"(?:[（(](?![{NUMERALS}]+[)）])(?P<word>[^0-9（()）]{{1,8}})[)）])?"
)
_LONGEST_FILE_NUMBER = 20  # signs
_LONGEST_ORDINAL = 15  # signs
_INSIDE = (
    rf"(?:^|[。；;：:\n])\s*(?:[（(]\s*(?P<a>[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})\s*[)）]|(?P<b>[0-9]{{1,2}})\s*(?:[、)）]|[.．](?!{_DECIMAL}))"
    r"|(?P<c>[\u2460-\u2473]))"
)

_CODE = (  # 1.2.3, A-01, 整改-3, 第一条, 第3条第2款; two numbers are an id of the plan: 9.2
    r"\d{1,3}(?:[.．]\d{1,3}){2,4}[.．、]?|[A-Za-z]{1,4}[-－.．]?\d{1,4}(?:[-－.．]\d{1,4}){0,3}"
    rf"|{HAN}{{1,4}}(?:[-－]\d{{1,4}}){{1,3}}|{HAN}{{1,2}}0\d{{1,3}}"
    rf"|第[{NUMERALS}\d]{{1,5}}[条款](?:之[{NUMERALS}])?(?:第?[（(]?[{NUMERALS}\d]{{1,4}}[)）]?[款项目])*"
)
_GROUPS_OF = {"（一）": "a", "（1）": "a", "1.": "b", "①": "c"}


COUNT_OF_WORKS = (
    r"\s*[（(]\s*(?:共|计|牵头|主办|承办|负责)*\s*(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})\s*"
    r"(?:大?项|条|个)(?:重点)?(?:任务|工作)?\s*[)）]\s*$"
)
"""How many works stand under a heading, at its end: （2项）, （共3项任务）."""


class Printed(NamedTuple):
    """A number at the head of a text: how it is printed, its value, and the text after it."""

    style: str
    number: int
    text: str


def read_number(text: str) -> Printed | None:
    """The number printed at the head of a heading or a work; None when there is none."""
    text = _with_one(text.lstrip())
    if text and text[0] in "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐":
        text = unicodedata.normalize("NFKC", text[0]) + text[1:]
    first = text[:1]
    for style, signs, pattern in _PATTERNS if first in _FIRST_SIGNS else ():
        found = compiled(pattern).match(text) if first in signs else None
        number = to_int(found["n"]) if found else None
        if found and number and number <= _HIGHEST:
            return Printed(style, number, text[found.end() :])
    return None


def _with_one(text: str) -> str:
    """A text whose number is a dash for 一, as a slip of typing has it: （—） is （一）, —、 is 一、."""
    if text[1:2] in _DASHES and text[:1] in "（(" and text[2:3] in {"）", ")"}:
        return f"（一）{text[3:]}"
    return f"一{text[1:]}" if text[1:2] == "、" and text[0] in _DASHES else text


def read_ordinal(text: str) -> tuple[int, ...] | None:
    """A 序号 cell: 12, （三）, 九, or a whole id such as 9.2; None when it is no number."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    plain = unmarked(plain)[0]
    if plain.startswith(_LABELS):  # 序号8（市序号9）
        plain = compiled(r"..(\d{1,5})(?:[（(][^（()）]*[)）])?").sub(r"\1", plain)
    if len(plain) > _LONGEST_ORDINAL:
        return None
    pair = compiled(_PAIR).fullmatch(plain)
    if pair:
        numbers = (int(pair[1]), int(pair[2]))
        return numbers if all(numbers) else None
    number = to_int(_without_signs(plain))
    return (number,) if number and number <= _HIGHEST else None


def is_code(text: str) -> bool:
    """Whether a text is what a list knows one of its entries by, and no number that counts: A01, 1.1.2."""
    plain = "".join(text.split())
    ends_so = plain.rstrip(".．、")[-1:].isdecimal() and not plain.isdecimal()
    return (ends_so or plain.startswith("第")) and compiled(_CODE).fullmatch(plain) is not None


def is_file_number(text: str) -> bool:
    """Whether a text is the number of a file elsewhere, too high to count anything here: 11030001."""
    plain = "".join(text.split())
    return plain.isdecimal() and len(plain) <= _LONGEST_FILE_NUMBER and int(plain) > _HIGHEST


def unmarked(text: str) -> tuple[str, str]:
    """A 序号 cell without the mark beside its number, and the mark: 4* is 4 and *, 4（重点） 4 and 重点."""
    if _SIGNS.isdisjoint(text) and not text.endswith((")", "）")):
        return text.strip() or text, ""
    found = compiled(_MARKED).fullmatch(text)
    if found is None or not found["number"].strip():
        return text, ""
    marks = f"{found['before']}{found['after']}"
    return found["number"].strip(), "".join((marks, found["word"] or ""))


def _without_signs(plain: str) -> str:
    """第3项 and （三）、 without what stands around the number."""
    plain = plain[:-1] if plain.endswith(_POINTS) else plain
    plain = plain[1:] if plain.startswith(_BEGINS) else plain
    return plain[:-1] if plain.endswith(_ENDS) else plain


def count_on(printed: Sequence[Printed]) -> bool:
    """Whether there are several numbers of one style, each the one after the one before it."""
    return len(printed) > 1 and all(
        after.style == before.style and after.number == before.number + 1
        for before, after in pairwise(printed)
    )


def inner_numbers(text: str, style: str = "") -> list[int]:
    """The numbers that begin sentences of a text: two works in one cell count 1, 2.

    With a `style` only those printed like it: 2.…：（1）…；（2）… is one work, the second.
    """
    groups = _GROUPS_OF.get(style, "abc")
    found = (next((one[group] for group in groups if one[group]), "") for one in _inside(text))
    return [number for one in found if (number := to_int(one)) is not None]


def without_inner_numbers(text: str) -> str:
    """A text with blanks for these numbers: 1.6月底前 names a month, as does 1、6月底前 of several."""
    found = [one[0][-1] for one in _inside(text)]
    return compiled(_INSIDE).sub(_as_blanks, text) if len(found) > 1 or found in (["."], ["．"]) else text


@lru_cache(maxsize=16)  # a work is asked for them by those who read its days and by those who part it
def _inside(text: str) -> tuple[re.Match[str], ...]:
    return tuple(compiled(_INSIDE).finditer(text))


def _as_blanks(found: re.Match[str]) -> str:
    """What stands before a number, and a blank for each sign of it."""
    sign = found[0][:1] if found[0][:1] in "。；;：:\n" else ""
    return sign + " " * (len(found[0]) - len(sign))


def inner_parts(text: str) -> list[str]:
    """The parts of a text behind these numbers, what stands before the first apart."""
    found = _inside(text)
    ends = [*(one.start() for one in found[1:]), len(text)]
    return [text[one.end() : end].strip() for one, end in zip(found, ends, strict=False)]
