"""What the cells of a column say the column holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_blank
from qjtask.core.time.dates import ANY_YEAR, count_times
from qjtask.core.time.deadline import DeadlineClass, read_deadline
from qjtask.core.time.spelling import canonical, outer_and_inner
from qjtask.importing.columns.heading_words import Evidence
from qjtask.importing.document.grid import GridRow
from qjtask.importing.document.row_words import is_signature, is_signed, is_sum
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.numbering import read_number, read_ordinal
from qjtask.importing.words.office_words import looks_like_offices, looks_like_person
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_SAMPLE = 100  # rows, spread over the table
_FEET = 3  # rows under a form
_MOSTLY = 0.6  # of a column's filled cells
_NEARLY_ALL = 0.9
_STRONG = 5  # of a column whose cells are all offices, or all times
_ORDINALS = 10  # a work is never a bare number
_SHORT, _LONG = 6, 12  # characters; a work is longer than a name

CERTAIN = 14
"""What weighs more than any heading: that all cells are phone numbers, or units of measure."""

_PHONE = r"[\d\-—+转()（） ]{7,}"
_AMOUNT = r"[\d.,，%％]+(?:万?元|亿元|分|%|％)?"
_SCALES = "十百千万亿"
_HEADS = 0.3  # of the rows, which a numbered heading leaves to those under it
_HEADING = 3  # what texts weigh that are headings, or say what is to be done
_BEFORE_A_WORK = "0123456789（()）.．、 一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩"  # the number of a work
_A_FEW_WORDS = r"[^0-9,、]{0,18}|.{0,14}[%成](?:以上)?"  # more of them are a work of their own
_LONGEST_NUMBER = 4  # digits that are no deadline
_LONGEST_STAGE = 5  # characters, as in 整治阶段（7月16日至8月31日）


class ColumnContent(NamedTuple):
    """A column's cells as far as they tell columns apart.

    `texts` are those that begin in it and are filled, `share` is how much of the rows they are,
    `goes_on` the part of the rows that a merged or blank cell leaves to the row above, `merged` the part of
    those that a merged one does.
    """

    texts: tuple[str, ...]
    share: float
    goes_on: float
    merged: float = 0

    @property
    def length(self) -> float:
        """Characters of a text on average."""
        return sum(map(len, self.texts)) / max(1, len(self.texts))

    def part(self, holds: Callable[[str], object], least: float) -> float:
        """How much of the texts a test holds for; 0 when that is less than `least`, which soon shows."""
        total = max(1, len(self.texts))
        failed = 0
        for text in self.texts:
            if not holds(text):
                failed += 1
                if (total - failed) / total < least:
                    return 0
        return (len(self.texts) - failed) / total


def content_of(rows: Sequence[GridRow], at: int) -> ColumnContent:
    """The content of one column. A cell over several columns is a heading of the table, and no cell here."""
    rows = _without_foot(rows)
    step = max(1, len(rows) // _SAMPLE)
    rows = [row for row in rows[::step] if not _is_wide(row) and not is_sum(row.cells[0].text)]
    cells = [row.cells[at] for row in rows]
    texts = tuple(flow(one.text) for one in cells if not one.up and not one.left and not is_blank(one.text))
    total = max(1, len(cells))
    goes_on = sum(one.up or not one.text for one in cells) / total
    return ColumnContent(texts, len(texts) / total, goes_on, sum(one.up for one in cells) / total)


def evidence_of_content(content: ColumnContent) -> tuple[Evidence, ...]:
    """What the cells speak for."""
    if not content.texts:
        return ()
    shared = tuple(
        Evidence(role, round(_STRONG * part), f"{part:.0%}的格{what}")
        for role, holds, what in _SHARED
        if (part := content.part(holds, _MOSTLY))
    )
    other = _numbers(content) if shared else (_numbers(content) or _text(content))
    return (*shared, other) if other else shared


@lru_cache(maxsize=4096)
def is_deadline(text: str) -> bool:
    """Whether a text says when, with a few words of what is done by then at most."""
    if text.isdecimal() and len(text) <= _LONGEST_NUMBER:
        return False
    if text.endswith((")", "）")) and _is_named_before_bracket(text):
        return False
    read = read_deadline(text, year=ANY_YEAR)
    return read.kind is not DeadlineClass.UNKNOWN and (
        read.milestone is None or compiled(_A_FEW_WORDS).fullmatch(read.milestone) is not None
    )


def _is_named_before_bracket(text: str) -> bool:
    """Whether a name of some length stands before a bracket, and no time: 新建农村公路（2021-2023年）."""
    parts = outer_and_inner(text)
    return parts is not None and len(parts[0]) > _LONGEST_STAGE and not count_times(canonical(parts[0]))


def is_measure(text: str) -> bool:
    """Whether a text is a unit of measure, and nothing else: 万亩, 元/人."""
    known = words().tables.measures
    return all(part in known or (part[1:] in known and part[0] in _SCALES) for part in text.split("/"))


def is_amount(text: str) -> bool:
    """Whether a text is a number, with a comparison or a unit of money beside it at most."""
    may_be = text[:1].isdecimal() or text[:1] in "≥≤＞＜><.,，%％"
    return may_be and compiled(rf"[≥≤＞＜><]?{_AMOUNT}").fullmatch(text) is not None


def is_ordinal(text: str) -> bool:
    """Whether a text is a number that counts, and nothing else."""
    return read_ordinal(text) is not None


def says_what_to_do(content: ColumnContent) -> bool:
    """Whether most cells begin as what is to be done does: 新建, 持续推进; one text in all rows is a name."""
    is_same = len(content.texts) > 1 == len(set(content.texts))
    return not is_same and content.part(begins_as_work, _MOSTLY) > 0


def begins_as_work(text: str) -> bool:
    """Whether a text begins as what is to be done does, its number apart."""
    return text.lstrip(_BEFORE_A_WORK).startswith(words().works)


_SHARED: tuple[tuple[Role, Callable[[str], bool], str], ...] = (
    (Role.UNITS, looks_like_offices, "像单位名称"),
    (Role.DEADLINE, is_deadline, "像时限"),
    (Role.PERSON, looks_like_person, "像人名"),
)


def _numbers(content: ColumnContent) -> Evidence | None:
    if content.part(is_ordinal, _NEARLY_ALL) and _count_on(content.texts):
        return Evidence(Role.NUMBER, _ORDINALS, "格里都是编号")
    if content.part(_is_phone, _MOSTLY):
        return Evidence(Role.OTHER, CERTAIN, "格里都是电话")
    if content.part(lambda text: text in words().tables.marks, _NEARLY_ALL):
        return Evidence(Role.OTHER, CERTAIN, "格里都是记号")
    if content.part(is_measure, _NEARLY_ALL):
        return Evidence(Role.MEASURE, CERTAIN, "格里都是计量单位")
    if content.part(_is_bare_number, _NEARLY_ALL):
        return Evidence(Role.OTHER, _STRONG, "格里都是数")
    return None


def _is_phone(text: str) -> bool:
    may_be = text[:1].isdecimal() or text[:1] in "-—+转()（） "
    return may_be and compiled(_PHONE).fullmatch(text) is not None and not is_deadline(text)


def _is_bare_number(text: str) -> bool:
    may_be = text[:1].isdecimal() or text[:1] in ".,，%％"
    return may_be and compiled(_AMOUNT).fullmatch(text) is not None


def _count_on(texts: Sequence[str]) -> bool:
    """Whether numbers follow each other as those that count do, most of them; 4.5, 5.1, 12.3 are amounts.

    Whole ids begin with a group's first one: 1.1.
    """
    numbers = [ordinal for text in texts if (ordinal := read_ordinal(text))]
    steps = list(pairwise(numbers))
    is_id = len(numbers[0]) > 1
    follow = sum(other >= one or other[-1] == 1 for one, other in steps)
    return follow >= len(steps) * _MOSTLY and (not is_id or numbers[0][-1] == 1)


def _text(content: ColumnContent) -> Evidence | None:
    is_numbered = content.part(read_number, _MOSTLY) > 0
    heads = is_numbered and content.goes_on > _HEADS
    acts = says_what_to_do(content)
    weight = is_numbered + (content.length >= _SHORT) + (content.length >= _LONG) + _HEADING * (heads or acts)
    what = f"格里是文字，平均{content.length:.0f}字" + "，带编号" * is_numbered + "，是要做的事" * acts
    return Evidence(Role.TASK, weight, what) if weight else None


def _without_foot(rows: Sequence[GridRow]) -> Sequence[GridRow]:
    """The rows but the last ones that say who signed a form, and when."""
    end = len(rows)
    while end > max(1, len(rows) - _FEET) and _is_foot(rows[end - 1]):
        end -= 1
    return rows[:end]


def _is_foot(row: GridRow) -> bool:
    texts = [cell.text for cell in row.cells if cell.text.strip() and not (cell.left or cell.up)]
    return bool(texts) and (all(map(is_signed, texts)) or is_signature(texts))


def _is_wide(row: GridRow) -> bool:
    return len(row.cells) > 1 and all(cell.left for cell in row.cells[1:])
