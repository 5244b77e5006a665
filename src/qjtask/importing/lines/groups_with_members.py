"""Groups with their members and duties: 联络组 over 组长：王平, 成员：李明 and 职责：①……；②…….

The duties are the group's works. Members that stand over no duties ask for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_finder import nothing_found
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.clauses.name_kinds import heads_works
from qjtask.importing.lines.levels import BULLET, number_and_body, read_level
from qjtask.importing.lines.notice_endings import ends_notice
from qjtask.importing.lines.numbered_lines import numbered_line
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.text_line import SENTENCE_ENDS
from qjtask.importing.words.numbering import Printed, count_on

_BLANK = r"[ \u3000]{0,6}"
_LEADS = (
    rf"(?:[总副正]{_BLANK}|常务|执行|现场|第一|主要){{0,3}}"
    rf"(?:组{_BLANK}长|队{_BLANK}长|指{_BLANK}挥{_BLANK}长?|主{_BLANK}任|领{_BLANK}队|负{_BLANK}责{_BLANK}人|(?<=总)负责|召集人)"
)
_MEMBER = rf"(?:(?P<leads>{_LEADS})|[组成委队]{_BLANK}员)(?:[（(][^（()）]{{1,10}}[)）])?{_BLANK}[：:]"
_DUTIES = rf"(?:工作|具体|主要|岗位){{0,2}}(?:任务|职{_BLANK}责|分工|内容|工作){{1,2}}[：:]"
_ANYBODY = _MEMBER.replace("(?P<leads>", "(?:")
_PARTS = rf"(?<=[。；;，,：:\s])(?={_ANYBODY}|{_DUTIES})"
_UNFILLED = rf"{_ANYBODY}$"  # 组长：李明成员：, where nobody is named behind
_GROUP = r"[^，,。；;：:（()）]{1,16}(?:组|专班|指挥部|委员会|[组执筹]委会|队|办公室)"
_NO_GROUP = ("领导小组", "工作领导组", "领导组")
_SETS_UP = "(?:成立|组建|设立|建立|调整|参加|召开)"
_COUNTED = r"(?:第[一二三四五六七八九十]{1,3}[^，,。；;：:（()）]{0,4}组[：:]\s*)?"  # 第三项目组：宣传组
_LEADS_IT = r"(?:[（(](?P<leads>[^（()）]{2,30})负责[)）])?"
_HEADING = rf"{_COUNTED}(?P<name>{_GROUP}){_LEADS_IT}{_BLANK}[。：:]?"
_INSIDE = r"(?<=[；;。：:\s])\s*(?=(?:[（(]?[0-9]{1,2}[)）、.．]|[①-⑳]))"
_LONGEST = 600  # signs of a paragraph with several of them
_LONGEST_NAME = 16  # signs
_MOST = 20  # duties that have a circled number
_CIRCLED = ord("①") - 1
_DEED = r"负责(?!人)"
_NOBODY = Vocabulary(())
_TRIM = " \u3000，,；;"


class _Group(NamedTuple):
    """The passages under a group's line that name its members, its duties, and where both end."""

    members: list[Passage]
    duties: list[Passage]
    end: int


def with_duties_of_groups(passages: Sequence[Passage]) -> list[Passage]:
    """The passages; each duty of such a group as a work under it, who leads it between, and no members."""
    if not any(compiled(_MEMBER).search(passage.text) for passage in passages):
        return list(passages)
    parts = [part for passage in passages for part in _parted(passage)]
    made: list[Passage] = []
    at = 0
    while at < len(parts):
        group = _group(parts, at + 1) if _is_heading(parts[at]) else None
        if group is not None and (group.members or len(group.duties) > 1):
            made += _as_works(parts[at], group)
            at = group.end
            continue
        made.append(parts[at])
        at += 1
    return made


def _parted(passage: Passage) -> Iterator[Passage]:
    """A paragraph that names a group's members and what they do, with each of these in one of its own."""
    text = passage.text
    cuts = [found.start() for found in compiled(_PARTS).finditer(text)] if len(text) <= _LONGEST else []
    begins = passage._replace(text=text[: cuts[0]].strip(_TRIM) if cuts else "")
    if not (begins.text and (_is_heading(begins) or compiled(_MEMBER).match(begins.text))):
        yield passage
        return
    for start, end in pairwise([0, *cuts, len(text)]):
        part = text[start:end].strip()
        yield passage._replace(text=part.rstrip(_TRIM) if end < len(text) else part)


def _is_heading(passage: Passage) -> bool:
    """Whether a line is the name of a group, or a number before an office that heads works."""
    printed = read_level(passage.text)
    if _name_of_group(printed.text if printed else passage.text):
        return True
    if printed is None or not printed.number:
        return False
    return numbered_line(printed, nothing_found(printed.text), passage.place, _NOBODY).is_heading


def _name_of_group(text: str) -> str:
    """The name of a group, or of an office, alone on a line; "" for any other, and for a leading group.

    What such a one is there for is no work of a plan.
    """
    found = compiled(_HEADING).fullmatch(text)
    if found is None:
        return _name_of_office(text)
    is_none = found["name"].endswith(_NO_GROUP) or compiled(_SETS_UP).match(found["name"])
    return "" if is_none else found["name"]


def _name_of_office(text: str) -> str:
    """The one office that a line names, and says nothing else: 办公室, 宣传部：; "" for another line."""
    names = names_only(text.rstrip("：:。 "), _NOBODY) if len(text) <= _LONGEST_NAME else ()
    return names[0] if len(names) == 1 and heads_works(names[0]) else ""


def _leads_in_brackets(text: str) -> str:
    """Who leads a group, as its own line says: 孟庆民 of 宣传组（孟庆民负责）."""
    found = compiled(_HEADING).fullmatch(text)
    return found["leads"] or "" if found else ""


def leads_group(text: str) -> bool:
    """Whether a line says who leads a group: 组长：王平；副组长：李明."""
    found = compiled(_MEMBER).match(text)
    return found is not None and found["leads"] is not None


def says_members(text: str) -> bool:
    """Whether a line says who is in a group: 成员：李明, but not 主任：负责排课, which is a work."""
    found = compiled(_MEMBER).match(text)
    return found is not None and not compiled(_DEED).search(text, found.end())


def _group(passages: Sequence[Passage], at: int) -> _Group:
    """What stands from `at` on of members and duties."""
    members: list[Passage] = []
    duties: list[Passage] = []
    while at < len(passages):
        text = _without_number(passages[at].text)
        if says_members(text):
            members.append(passages[at]._replace(text=text))
            at += 1
        elif not duties and compiled(_DUTIES).match(text):
            duties, at = _duties(passages, at)
        else:
            break
    return _Group(members, duties, at)


def _without_number(text: str) -> str:
    """A line that says who is in a group, or what it does, without its number: （2）成员：政教处."""
    printed = read_level(text)
    return printed.text if printed and compiled(f"{_MEMBER}|{_DUTIES}").match(printed.text) else text


def _duties(passages: Sequence[Passage], at: int) -> tuple[list[Passage], int]:
    """The duties behind 职责： and in the paragraphs that count on from there, and where these end."""
    text = compiled(f"^{_DUTIES}").sub("", _without_number(passages[at].text))
    own = [passages[at]._replace(text=piece) for piece in _pieces(text)]
    last = read_level(own[-1].text) if own else None
    at += 1
    if own and last is None:
        return own, at
    if not own and at < len(passages) and _is_sentence(passages[at].text):
        return [passages[at]], at + 1
    while at < len(passages):
        printed = read_level(passages[at].text)
        heads = at + 1 < len(passages) and says_members(_without_number(passages[at + 1].text))
        if printed is None or not _counts_on(last, printed) or heads:
            break
        own.append(passages[at])
        last = printed
        at += 1
    return own, at


def _pieces(text: str) -> list[str]:
    """The numbered duties in one line, or all of it."""
    plain = text.strip()
    pieces = compiled(_INSIDE).split(plain) if len(plain) <= _LONGEST else [plain]
    printed = [one for piece in pieces if (one := read_level(piece))]
    are_numbered = len(printed) == len(pieces) and printed[0].number == 1 and count_on(printed)
    return pieces if are_numbered else [plain] if plain else []


def _is_sentence(text: str) -> bool:
    return read_level(text) is None and text.endswith(SENTENCE_ENDS) and not ends_notice(text)


def _counts_on(last: Printed | None, printed: Printed) -> bool:
    """Whether a number is the first, or goes on from the last one of its kind."""
    if last is None:
        return printed.number == 1
    return printed.style == last.style and printed.number == last.number + 1


def _as_works(line: Passage, group: _Group) -> Iterator[Passage]:
    """A group's line as the heading of its duties, with who leads it.

    Where it has none, 负责人：张明 under it is nobody who answers for a work.
    """
    if not group.duties:
        yield line
        yield from (one for one in group.members if not LABEL.match(one.text))
        return
    number, body = number_and_body(line.text)
    name = _name_of_group(body)
    printed = body[: body.find(name) + len(name)]  # 第三项目组：宣传组
    yield line._replace(text=f"{number}{printed}", heads=(name,)) if name else line
    named = (compiled(_UNFILLED).sub("", one.text) for one in group.members if leads_group(one.text))
    leads = list(filter(None, named))
    own = _leads_in_brackets(body)
    if leads or own:
        yield line._replace(text="；".join(leads or [f"负责人：{own}"]))
    yield from map(_as_point, group.duties)


def _as_point(duty: Passage) -> Passage:
    """A duty with a circled number, which stands under any group's line, or with a bullet."""
    counted = read_level(duty.text)
    if counted is None:
        return duty._replace(text=f"{BULLET} {duty.text}")
    mark = chr(_CIRCLED + counted.number) if 0 < counted.number <= _MOST else f"{BULLET} "
    return duty._replace(text=f"{mark}{counted.text}")
