"""Where a page's lines end: the margin at which they are broken, and whether one reaches it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from qjtask.core.text.patterns import HAN
from qjtask.core.text.width import width
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.lines.attendance_lines import says_who_attended
from qjtask.importing.lines.broken_sentences import goes_on
from qjtask.importing.lines.colon_headings import is_of_time
from qjtask.importing.lines.levels import read_level

_NEVER_REST = re.compile(
    r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$|附件|附表|抄送|主送|[（(]此件|[备附]?注[：:]|填[表报]"
)
_CLOSES = re.compile(  # behind a label's words, where a notice ends
    r"(?:以上|上述)\S{0,4}?(?:事项|任务|工作|问题|内容)|请(?:各|你)|各(?:责任|承办|有关|相关|牵头|配合)单位"
)
_TITLE_END = re.compile(r"(?:表|清单|方案|计划|要点|意见|通知|规划|决定|办法|安排|分工|分解|任务|措施)$")
_FEWEST_SURE = 2  # lines that are broken for sure, where there is no other sign of a margin
_FEWEST_BROKEN = 3  # full lines to one that is broken, at most
_NARROWEST, _WIDEST = 36, 130  # columns of a broken line; a Chinese character takes two
_MARGIN = 7  # columns: the indent of a first line, and a sign that may not begin the next one
_ENDS = tuple("。；;！!？?：:”）)〕】")
_SHORTEST = 3  # characters of a paragraph; fewer are a broken line's rest
_CHARACTER = 2  # columns
_UNBROKEN = re.compile(r"[“‘（《〔]*[0-9A-Za-z.,+%]{2,}[，、。；：）”》%]?")
_BESIDE_FIGURES = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])")
_SPACE_BESIDE_FIGURES = re.compile(rf"(?<={HAN}) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?={HAN})")


def margin_of(lines: Sequence[str]) -> int:
    """The width in columns at which lines are broken; 0 when paragraphs are whole."""
    return _margin(lines) or _margin_of_breaks(lines)


def _margin(lines: Sequence[str]) -> int:
    """The width at which lines are broken; 0 when paragraphs are whole.

    Where they are broken, the widest lines end in the middle of a sentence, and an unnumbered one goes on.
    """
    widths = sorted(map(_columns, lines), reverse=True)
    edge = widths[len(widths) // 20] if widths else 0  # a stray line may stick out
    if not _NARROWEST <= edge <= _WIDEST:
        return 0
    full = [at for at, line in enumerate(lines) if abs(_columns(line) - edge) <= _MARGIN]
    broken = [lines[at : at + 2] for at in full if _may_be_broken(*lines[at : at + 2])]
    if len(broken) == 1:
        return edge if _is_broken(*broken[0]) else 0
    return edge if broken and len(broken) * _FEWEST_BROKEN >= len(full) > 1 else 0


def _margin_of_breaks(lines: Sequence[str]) -> int:
    """The margin that lines show which end within a sentence by their words, the narrowest of several."""
    broken = [_columns_as_set(upper) for upper, lower in pairwise(lines) if goes_on(upper, lower)]
    return max(min(broken), _NARROWEST) + _MARGIN if len(broken) >= _FEWEST_SURE else 0


def _may_be_broken(upper: str, lower: str = "") -> bool:
    """Whether a line ends in the middle of a sentence, and an unnumbered one goes on."""
    if not lower or upper.endswith(_ENDS) or closes_behind(upper, lower):
        return False
    return not begins_anew(lower) and not LABEL.match(lower)


def closes_behind(upper: str, lower: str) -> bool:
    """Whether a line ends the notice behind a label: 责任单位：县住建局⏎以上事项由办公室督办."""
    return _CLOSES.match(lower) is not None and LABEL.search(upper) is not None


def _is_broken(upper: str, lower: str) -> bool:
    """Whether the only such line is broken indeed; a title is followed by other text, too."""
    is_rest = lower.endswith(_ENDS) and not _TITLE_END.search(upper)
    return is_rest or len(lower) < _SHORTEST or LABEL.match(upper) is not None


def begins_anew(line: str) -> bool:
    """Whether a line is numbered, a day or month, or what stands before and after a notice: never a rest."""
    is_apart = _NEVER_REST.match(line) is not None or is_of_time(line) or says_who_attended(line)
    return is_apart or read_level(line) is not None


def _columns(line: str) -> int:
    """How wide a line is printed: quotation marks and dashes are as wide as characters."""
    beside = len(_SPACE_BESIDE_FIGURES.findall(line)) // 2  # as typed; the page prints half as much
    return width(line) + sum(line.count(sign) for sign in "“”‘’—…·") - beside


def _columns_as_set(line: str) -> int:
    """How wide a line may be printed: a figure has a quarter of a character or a blank beside it."""
    return _columns(line) + len(_BESIDE_FIGURES.findall(line))


def fills_the_line(line: str, following: str, margin: int) -> bool:
    """Whether a line ends where lines are broken; behind a stop only the last column is no chance.

    A figure is not broken: a line may end as far before the margin as the figure that follows is wide.
    """
    if not margin:
        return False
    if line.endswith(_ENDS):
        return _columns(line) >= margin - 1
    carried = _UNBROKEN.match(following)
    room = max(0, _columns(carried[0]) - _CHARACTER) if carried else 0
    return _columns_as_set(line) + room >= margin - _MARGIN
