"""A group's heading as printed: its numeral, its words, how many works it counts, who leads them."""

from unicodedata import normalize

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.comparing import bare
from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import to_chinese, to_int
from qjtask.importing.outline.outline import Section
from qjtask.importing.words.numbering import (
    COUNT_OF_WORKS,
    Printed,
    inner_numbers,
    read_number,
    read_ordinal,
)

_BRACKETS = frozenset("（(〔【")
_POINTS = r"\s*[（(]\s*(?:计|共)?\s*\d+(?:\.\d+)?\s*分\s*[)）]\s*$"
_LEAD = r"\s*[（(〔【](?P<inside>[^（()）〔〕【】]*(?:牵头|责任)[^（()）〔〕【】]*)[)）〕】]\s*$"


class GroupHeading(NamedTuple):
    """A heading without number, count and lead; `over` is the wider heading that it was joined to.

    `printed` is the number as printed, where that is another way than （一）.
    """

    text: str
    number: int | None
    promised: int | None
    lead: str
    over: str
    printed: str = ""


def read_heading(section: Section, fallback: str) -> GroupHeading:
    """The heading of a section; `fallback` is that of works without one."""
    if not section.path:
        return GroupHeading(fallback, None, None, "", "")
    printed = _number(section.path[-1])
    ordinal = read_ordinal(section.number) if section.number else None
    number = printed.number if printed else ordinal[0] if ordinal else None
    text, count, lead = _bare(_after_number(section.path[-1]))
    wider = []
    for one in section.path[:-1]:
        over, _, over_lead = _bare(_after_number(one))
        lead = lead or over_lead
        if bare(over) != bare(text):
            wider.append(over)
    way = "" if wider else _way(section.path[-1])
    return GroupHeading("：".join([*wider, text]), number, count, lead, "：".join(wider), way)


def shown(number: int) -> str:
    """A group's number as headings print it."""
    return f"（{to_chinese(number)}）" if 1 <= number <= 999 else str(number)


def _number(text: str) -> Printed | None:
    """The number of a heading; none for one that counts several things: 1.开学检查；2.新生教育."""
    found = read_number(text)
    return None if found and len(inner_numbers(text, found.style)) > 1 else found


def _way(text: str) -> str:
    """The number at the head of a heading as printed: 一、; "" for the usual （一）, or none."""
    found = _number(text)
    if found is None or not found.text.strip():
        return ""
    way = text.strip().removesuffix(found.text.rstrip()).strip()
    return "" if normalize("NFKC", way) == normalize("NFKC", shown(found.number)) else way


def _after_number(text: str) -> str:
    """A heading without its number; a number that heads nothing is the heading."""
    printed = _number(text)
    return printed.text if printed and printed.text.strip() else text


def _bare(text: str) -> tuple[str, int | None, str]:
    """A heading without （2项）, （60分） and （牵头单位：省卫生健康委）, and what those said."""
    count, lead = None, ""
    while not _BRACKETS.isdisjoint(text):
        found = compiled(COUNT_OF_WORKS).search(text)
        if found and found.start():
            count, text = to_int(found["n"]), text[: found.start()]
            continue
        found = compiled(_LEAD).search(text) or compiled(_POINTS).search(text)
        if found and found.start():
            lead = lead or found.groupdict().get("inside", "")
            text = text[: found.start()]
            continue
        break
    return text.strip(" 。；：:;，,、") or text, count, lead
