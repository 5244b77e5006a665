"""Names cut by a line's end or a space, and names glued together: one office, or two."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.words.joining_signs import JOINTS, begins_name
from qjtask.importing.words.office_words import (
    begins_with_region,
    ends_as_body,
    ends_as_office,
    is_collective,
    is_office,
    is_place,
)
from qjtask.importing.words.torn_names import goes_on_after, is_torn
from qjtask.importing.words.vocabulary import words

LONGEST_NAME = 40
"""Characters of a name; what is longer is none, and is not taken apart."""

_OFFICE, _DIVISIONS = "办公室", ("科", "室", "股", "办")  # none of which has an office of its own
_BODIES = frozenset("局委办厅院署")  # none of which is a name alone
_PARTS_OF_BODIES = frozenset("部室科处股")  # nor is any of these
_SHORTEST = 3
_SECTIONS = "所科股站室处办"  # none of which has another of its kind
# A branch by its place alone is one of the bureau before it: 市规划局⏎花都区分局.
_BRANCH = r"[\u4e00-\u9fff]{1,6}(?:[区县市旗州]|开发区|新区|园区)分局"
_CONJUNCTION = (
    r"(.+?(?:局|委|办|厅|中心|公司|政府|科|部门|部|处|股|站|队|(?<![场站])所|(?<![教科处股])(?<!实验)室))"
    r"(?:和|及|以及|与|会同)(.+)$"
)
_AND_EACH = (  # behind any one office: 各成员单位和相关企业 is one name of many
    r"(?!各|有关|相关|其[他它]|所有|全[市县区])((?:[^（()）]|[（(][^（()）]*[)）]){3,}?)(?:以及|(?<!涉)及|和|与)((?:各|有关|相关|其[他它]).+)$"
)
_BEFORE_REGION = r"((?:[^（()）]|[（(][^（()）]*[)）]){3,}?)(?:以及|(?<!涉)及|和|与)([国省市区县州旗].+)$"
_TOGETHER = r"([^（()）]{3,}?)(?:会同|联合)([^（()）]{3,})$"  # between two offices it parts any


class DoubtfulName(NamedTuple):
    """A name to look at: what was read, what was assumed, as which name, and what else it may be."""

    read: str
    assumed: str
    about: str = ""
    other: str = ""


Told = list[DoubtfulName]


class Known:
    """The names that stand whole somewhere in the document, how often, and which of them begin a cell."""

    def __init__(self, counts: Counter[str], begins: Collection[str] = ()) -> None:
        self.counts = counts
        self.begins = begins

    def __contains__(self, name: object) -> bool:
        return name in self.counts


class _Break(NamedTuple):
    """What stands before a break, after it, and after the next one.

    Where it `is_wrapped`, the names of its cell are parted by signs, so that it parts none of itself.
    """

    name: str
    part: str
    following: str
    known: Known
    is_wrapped: bool


def mended(piece: str, known: Known, told: Told, *, is_wrapped: bool = False) -> list[str]:
    """A piece with line breaks or spaces in it: each parts two names, or falls inside one.

    It `is_wrapped` where other names of its cell are parted by signs.
    """
    parts = piece.split()
    if len(parts) < 2:
        return parts
    are_whole = len(parts) > 2 and all(map(_is_whole, parts))
    if are_whole and not any(goes_on_after(*pair) or is_torn(*pair) for pair in pairwise(parts)):
        return parts  # a list, one name per line
    if all(len(part) == 1 for part in parts):  # spaced letter by letter
        return ["".join(parts)]
    names = [parts[0]]
    for part, following in pairwise((*parts[1:], "")):
        at = _Break(names[-1], part, following, known, is_wrapped)
        parted, is_sure = _is_parted(at)
        if not is_sure:
            told.append(_doubt_of(at, parted=parted))
        if parted:
            names.append(part)
        else:
            names[-1] += part
    return names


def _doubt_of(at: _Break, *, parted: bool) -> DoubtfulName:
    """That a name is cut at a line's end; whether it is one is asked of the last break alone."""
    one = f"{at.name}{at.part}"
    asked = ("", "") if parted or at.following else (one, f"{at.name}、{at.part}")
    way = "按两个单位记" if parted else f"按“{one}”一个单位记"
    return DoubtfulName(f"“{at.name}⏎{at.part}”在行末断开", way, *asked)


def _is_parted(at: _Break) -> tuple[bool, bool]:
    """Whether a break parts two names, and whether that is sure: the first rule that speaks decides."""
    return next(
        found for rule in (_by_names, _by_torn_name, _by_fragment, _by_place, _by_end) if (found := rule(at))
    )


def _by_names(at: _Break) -> tuple[bool, bool] | None:
    """Names that stand whole elsewhere."""
    if at.name + at.part in at.known or (at.following and at.name + at.part + at.following in at.known):
        return False, True
    if at.name in at.known and (at.part in at.known or (at.following and at.part + at.following in at.known)):
        return True, True
    return None


def _by_torn_name(at: _Break) -> tuple[bool, bool] | None:
    """What cannot end at a break: a bracket left open, 执法部 before 门; a branch is its bureau's."""
    if is_torn(at.name, at.part):
        return False, True
    if len(at.part) == 1 and at.part not in _BODIES and _is_next(at):
        return True, True
    if compiled(_BRANCH).fullmatch(at.part) and ends_as_office(at.name) and not ends_as_branch(at.name):
        return False, True
    return None


def _by_fragment(at: _Break) -> tuple[bool, bool] | None:
    """政府, 分行, （街道） and a single character are no names; nor is 市."""
    if at.part.startswith(("（", "(", "〔", "【")):
        return False, True
    if len(at.part) == 1:
        return False, _is_end_of_name(at)
    if at.part == _OFFICE and at.name.endswith(_DIVISIONS):
        return True, True
    if at.part in words().offices.generic:
        return False, not ends_as_office(at.name) or is_place(at.name)
    if compiled(rf"[{words().offices.regions}]{{1,2}}").fullmatch(at.name):
        return False, True
    return None


def _is_end_of_name(at: _Break) -> bool:
    """Whether a single character is for certain the end of the name before it: 县农业农村⏎局."""
    is_body = at.part in _BODIES | _PARTS_OF_BODIES and not ends_as_body(at.name)
    return is_body or not _ends_whole(at.name) or is_place(at.name)


def _by_place(at: _Break) -> tuple[bool, bool] | None:
    """After a place, an office without a region of its own is the place's: 丙丁市, 经信局."""
    if (
        is_place(_without_bracket(at.name))
        and not _begins_a_name(at.part)
        and is_office(at.part)
        and not is_place(at.part)
    ):
        return False, at.name not in at.known
    return None


def _by_end(at: _Break) -> tuple[bool, bool]:
    """A name that ends as offices do is whole; then the next one begins, if it is one.

    市交通 is not, before 运输局; nor is anything before 和政府.
    """
    part = at.part + (at.following if len(at.following) == 1 else "")  # 市交通⏎执法总⏎队
    if goes_on_after(at.name, part):
        return False, at.name not in (*words().offices.cut, *words().offices.cut_alone)
    if not ends_as_office(at.name):
        return _begin_alike(at), ends_as_office(at.name + at.part)
    if at.is_wrapped and _is_of_commission(at.name, at.part):
        return False, False
    if is_office(at.part) or _begins_a_name(at.part):
        is_sure = len(at.part) > 2 or at.part.startswith("各") or at.part in words().offices.acting
        return True, is_sure
    return bool(at.following), _is_next(at)


def _begin_alike(at: _Break) -> bool:
    """Whether both begin as names of one region's offices do: 市新世界, 市图书馆."""
    are_alike = at.name[0] == at.part[0] and min(len(at.name), len(at.part)) > _SHORTEST
    return are_alike and begins_with_region(at.name) and begins_with_region(at.part) and is_office(at.part)


def _is_next(at: _Break) -> bool:
    """Whether a whole name stands before a break, and what follows it is one with the line after it."""
    is_ended = ends_as_office(at.name) and not at.name.endswith(words().offices.cut)
    return is_ended and bool(at.following) and ends_as_office(at.part + at.following)


def unglued(name: str, known: Known, told: Told) -> list[str]:
    """区司法局区财政局: two names without a sign between, the second begun as names are."""
    if known.counts[name] > 1 or len(name) > LONGEST_NAME:
        return [name]
    glued = next((both for both in _halves(name) if _are_glued(*both, known)), _sections(name, known))
    if glued is not None:
        return _cut_in_two(name, *glued, known, told)
    both = _joined(name, known)
    return [both[1], *unglued(both[2], known, told)] if both else [name]


def _joined(name: str, known: Known) -> re.Match[str] | None:
    """Two offices with 和 or 会同 between them; None for one name."""
    tries = (compiled(pattern).match(name) for pattern in (_CONJUNCTION, _TOGETHER, _AND_EACH))
    both = next((found for found in tries if found and _are_offices(found, known)), None)
    return both or _before_region(name, known)


def _before_region(name: str, known: Known) -> re.Match[str] | None:
    """Any one body and a region's office: 城关镇和县住建局, 县法院和县检察院; but 各镇和县直部门 are many."""
    both = compiled(_BEFORE_REGION).match(name)
    if both is None or is_collective(both[1]) or is_collective(both[2]) or not ends_as_body(both[1]):
        return None
    return both if begins_with_region(both[2]) and _are_offices(both, known) else None


def _are_offices(both: re.Match[str], known: Known) -> bool:
    """Whether what stands on either side of 和 or 会同 is an office: not 工业 and 信息化部, nor 平分局."""
    if both[2] in words().offices.generic:
        return False
    joint = both.string[both.end(1) : both.start(2)]
    if joint in JOINTS and begins_name(joint, both[2], known, both[1]):
        return False
    return is_office(both[2]) and is_office(both[1]) and len(both[1]) >= _SHORTEST


def _are_glued(first: str, rest: str, known: Known) -> bool:
    """Whether two names stand one behind the other: both are known, or the second begins as the first."""
    if first in known and rest in known:
        return True
    return rest[0] == first[0] and is_office(rest) and begins_with_region(rest)


def _cut_in_two(name: str, first: str, rest: str, known: Known, told: Told) -> list[str]:
    """The two names, as long as one of them is known; else the one as it stands."""
    parted = first in known or rest in known
    way = f"按“{first}”和“{rest}”记" if parted else "按一个单位记"
    asked = ("", "") if parted else (name, f"{first}、{rest}")
    told.append(DoubtfulName(f"“{name}”像是两个单位连在一起", way, *asked))
    return [first, rest] if parted else [name]


def _halves(name: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a name before a region's letter, where what stands before is an office."""
    for at in range(_SHORTEST, len(name) - 2):
        first, rest = name[:at], name[at:]
        if rest[0] in words().offices.regions and is_office(first):
            yield first, rest


def _sections(name: str, known: Known) -> tuple[str, str] | None:
    """派出所工商质监所 as two of one kind, where the second stands alone elsewhere."""
    if name[-1] not in _SECTIONS or name.count(name[-1]) < 2:
        return None
    cuts = (at for at in range(_SHORTEST, len(name) - 2) if name[at - 1] == name[-1])
    return next(((name[:at], name[at:]) for at in cuts if name[at:] in known and is_office(name[:at])), None)


def _without_bracket(name: str) -> str:
    """各县区（开发区） without what stands in its bracket."""
    return compiled(r"[（(][^（()）]*[)）]$").sub("", name)


def ends_as_branch(name: str) -> bool:
    """Whether a name is that of a branch already."""
    return name.endswith("分局")


def _ends_whole(name: str) -> bool:
    """Whether a name ends in a body's last character, so that no other can go on with it: not 县财政, 局."""
    return name[-1:] in words().offices.ends


def _is_whole(part: str) -> bool:
    is_open = part.count("（") != part.count("）") or part[0] in "、，"
    is_rest = is_open or part in words().offices.generic
    return len(part) > 2 and ends_as_office(part) and not is_rest


def _is_of_commission(name: str, part: str) -> bool:
    """Whether a part may be a commission's own office: 市交通委⏎运输局."""
    return name.endswith("委") and begins_with_region(name) and not _begins_a_name(part) and is_office(part)


def _begins_a_name(part: str) -> bool:
    return part.startswith("各") or begins_with_region(part)
