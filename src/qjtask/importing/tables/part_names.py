"""What the parts of one plan are called: a sheet's name, its own title, a line 责任单位：会员处 or 会员处."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.document.grid import Grid
from qjtask.importing.document.titles import plain_title
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.numbering import COUNT_OF_WORKS, read_number
from qjtask.importing.words.office_words import ends_as_body, ends_as_office, looks_like_offices
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_FEWEST = 2
_BARE_COUNT = r"[：:，,]?\s*(?:共|计|牵头|承办)*\d{1,3}\s*(?:大?项|条|个)(?:重点)?(?:任务|工作)?$"
_HEAD_OF_OFFICE = (
    r"[（(](?:[^（()）]{0,6}(?:长|主任|书记|负责人|责任人|领导)\s*[：:]?[^（()）：:]{2,8}"
    r"|[^（()）：:]{2,8}[，,、；;]\s*(?:共|计|牵头)*\d{1,3}(?:项|条|个)(?:任务|工作)?)[)）]$"
)
_LONGEST = 30  # characters of a part's name
_LONGEST_OFFICE = 16
_WORKS = ("工作", "任务")
_PLACE = r"(?:单位|部门|处室|科室|股室|机关)"
_OWNER = rf"(?:(?:责任|牵头|主办|承办|主责|负责|实施|落实){_PLACE})"
_FILLER = rf"(?:(?:填报|报送|填表|所属|所在)?{_PLACE})"
_LABELLED = (
    rf"(?P<label>{_OWNER}|{_FILLER})\s*(?:名称|[（(][^（()）]{{1,6}}[)）])?\s*[：:]\s*(?P<names>[^：:\s]{{2,40}})"
    r"(?:\s+[^：:\s]{2,8}[：:].*)?"  # 填报日期：2026年1月
)
_GOES_ON = r"[续接][上前]?[表页].*"
_UNNAMED = (
    r"(?i:sheet|工作表|表格?|第|page|页)?\s*[\d一二三四五六七八九十]*\s*(?i:页|张|sheet|\(\d+\))?"
    rf"|附[件表]?\s*[\d一二三四五六七八九十]*|{_GOES_ON}"
)
_NO_NAME = rf"[（(].*[)）]|附[件表].*|.*[：:].*|.*[。；;，,！？]|[\d.年月日\-/]+|.*(?:万元|亿元)|{_GOES_ON}"
_OF_A_TITLE = r"(?P<name>[^\d\W].{1,14}?)(?=(?:19|20)\d{2}|年度|重点|工作|任务|督查|目标)"


class PartName(NamedTuple):
    """What stands over a part of the plan: the heading of its works, and the offices that it names.

    Without a heading the works go on under the one before. `is_leading` offices lead (牵头单位：会员处).
    """

    heading: str
    offices: str = ""
    is_leading: bool = False

    @property
    def role(self) -> Role:
        """What the offices are to the works."""
        return Role.LEAD if self.is_leading else Role.UNITS


class NamedPart(NamedTuple):
    """A part with what may name it: its sheet, "" for none, and the lines over its heading, nearest first."""

    sheet: str
    lines: tuple[str, ...]


def is_sheet(grid: Grid) -> bool:
    """Whether a table is a sheet of a workbook, and no table of a text."""
    return bool(grid.rows) and grid.rows[0].place.startswith(f"“{grid.name}”")


def sheet_of(grid: Grid) -> str:
    """The name of the sheet that a table is, where somebody gave it one; "" for 表1 of a text and Sheet1."""
    name = flow(grid.name)
    return "" if not is_sheet(grid) or compiled(_UNNAMED).fullmatch(name) else name


def names_of_parts(parts: Sequence[NamedPart]) -> list[PartName | None]:
    """What each part is called; None for one that nothing names. A part alone is named by a label only."""
    if len(parts) < _FEWEST:
        return [_labelled(part, _OWNER) for part in parts]
    offices = _differing([_office_over(part) for part in parts])
    fillers = [_labelled(part, _FILLER) for part in parts]
    labels = rf"{_OWNER}|{_FILLER}" if len({name for name in fillers if name}) >= _FEWEST else _OWNER
    found = [
        _name_of(part, office, heading, labels)
        for part, office, heading in zip(parts, offices, _headings(parts, offices), strict=True)
    ]
    is_one = all(found) and len({name.heading for name in found if name}) < _FEWEST
    return [name and name._replace(heading="") for name in found] if is_one else found


def _name_of(part: NamedPart, office: str, heading: str, labels: str) -> PartName | None:
    """What one of several parts is called; a label in its lines says more exactly whose the works are.

    Who filled a form in is one of these `labels` where each part has another: 填报单位：甲科.
    """
    labelled = _labelled(part, labels)
    if labelled:
        return labelled._replace(heading=heading or labelled.offices)
    return PartName(heading, office) if heading or _is_numbered(part) else None


def _headings(parts: Sequence[NamedPart], offices: Sequence[str]) -> list[str]:
    """What heads each part's works: its office, its line or its sheet; "" where a numbered line does already.

    Lines count where each part is a sheet, all lines are of one kind, or each part has one of its own.
    """
    lines = _differing([_own_line(part) for part in parts])
    are_sheets = _all_sheets(parts)
    if not (are_sheets or _are_alike(lines) or _are_captions(parts, lines)):
        lines = [""] * len(parts)
    sheets = [part.sheet if are_sheets else "" for part in parts]
    return [
        "" if _is_numbered(part) else office or _shorter(line, sheet)
        for part, office, line, sheet in zip(parts, offices, lines, sheets, strict=True)
    ]


def _shorter(line: str, sheet: str) -> str:
    """What a part is called by its line and its sheet: a title that holds the sheet's name is no heading."""
    is_title = sheet in line and bool(plain_title(line)) and not heads_part(line)
    return sheet if sheet and is_title else line or sheet


def _differing(names: Sequence[str]) -> list[str]:
    """Names of several parts; none of them when they all say the same, as a title on each page does."""
    return list(names) if len({*names} - {""}) >= _FEWEST else [""] * len(names)


def _all_sheets(parts: Sequence[NamedPart]) -> bool:
    """Whether each part is a sheet with a name of its own."""
    sheets = {part.sheet for part in parts}
    return len(sheets) == len(parts) and "" not in sheets


def _are_alike(lines: Sequence[str]) -> bool:
    """Whether lines name parts of one kind: 党建工作, 业务工作."""
    return len({*lines}) == len(lines) and len({line[-1:] for line in lines}) == 1 and all(lines)


def _are_captions(parts: Sequence[NamedPart], lines: Sequence[str]) -> bool:
    """Whether each part has a line of its own right over it, and between two parts stands nothing else."""
    captioned = [(part, line) for part, line in zip(parts, lines, strict=True) if part.lines]
    names = [line for _, line in captioned]
    return (
        len({*names}) == len(names) >= _FEWEST
        and captioned[0][0] is parts[0]
        and all(line and flow(part.lines[0]) == line and not plain_title(line) for part, line in captioned)
        and all(len(part.lines) == 1 for part, _ in captioned[1:])
    )


def _is_numbered(part: NamedPart) -> bool:
    """Whether the nearest line is a numbered one, which is a heading already."""
    return bool(part.lines) and read_number(part.lines[0]) is not None


def _office_over(part: NamedPart) -> str:
    """The office that a line over a part or its sheet names, "" for none."""
    if _is_numbered(part):
        printed = read_number(part.lines[0])
        return _office_in(flow(printed.text)) if printed else ""
    lines = (line for line in map(_without_count, map(flow, part.lines)) if _may_name(line))
    return next(filter(None, map(_office_in, (*lines, part.sheet))), "")


def _without_count(line: str) -> str:
    """An office over its works without a colon, and without how many these are or who heads it."""
    plain = compiled(COUNT_OF_WORKS).sub("", line).rstrip("：: ")
    for more in (_BARE_COUNT, _HEAD_OF_OFFICE):
        shorter = compiled(more).sub("", plain)
        plain = shorter if ends_as_office(shorter) else plain
    return plain if ends_as_office(plain) else line


def _own_line(part: NamedPart) -> str:
    """The nearest line that could name a part, "" for none."""
    return "" if _is_numbered(part) else next(filter(_may_name, map(flow, part.lines)), "")


def _may_name(line: str) -> bool:
    """Whether a line over a part is short words that may name it, and no number, note, label or sum."""
    is_short = 1 < len(line) <= _LONGEST
    is_words = compiled(r"[\u4e00-\u9fff]{2}").search(line) is not None
    return is_short and is_words and read_number(line) is None and compiled(_NO_NAME).fullmatch(line) is None


def _office_in(text: str) -> str:
    """The office that a line or a sheet's name is, or that a title begins with: 会员处2026年任务."""
    text = _without_count(text)
    if len(text) <= _LONGEST_OFFICE and ends_as_office(text):
        return text
    begins = compiled(_OF_A_TITLE).match(text)
    name = begins["name"] if begins and ends_as_office(begins["name"]) else ""
    return "" if heads_part(text) and not ends_as_body(name) else name  # 水利工作 is a field


def _labelled(part: NamedPart, labels: str) -> PartName | None:
    """What a line with a label says of whose the works are: 责任单位：综合处."""
    for line in (line for line in part.lines if "：" in line or ":" in line):
        said = compiled(_LABELLED).fullmatch(flow(line)) or compiled(_LABELLED).fullmatch(line.strip())
        if said and compiled(labels).fullmatch(said["label"]):
            names = compiled(COUNT_OF_WORKS).sub("", said["names"].strip(" 。；"))
            if ends_as_office(names) or looks_like_offices(names):
                is_leading = any(map(said["label"].__contains__, words().duties.lead))
                return PartName("", names, is_leading)
    return None


def heads_part(line: str) -> bool:
    """Whether a line that could be a title only says which works these are: 党建工作, 业务工作任务."""
    line = compiled(COUNT_OF_WORKS).sub("", line)
    return len(line) <= _LONGEST_OFFICE and compiled(r"\d").search(line) is None and line.endswith(_WORKS)


def numbered_as(line: str, others: Iterable[str]) -> bool:
    """Whether a line is numbered, and as one of the others is."""
    return _style(line) in {_style(text) for text in others} - {""}


def _style(text: str) -> str:
    """How a text's number is printed, "" for a text without one."""
    printed = read_number(text)
    return printed.style if printed else ""


def parts_named(parts: Sequence[NamedPart]) -> Iterator[PartName | None]:
    """The names of parts, each where it is another than that of the part before."""
    before: PartName | None = PartName("")
    for name in names_of_parts(parts):
        yield name if name != before else None
        before = name
