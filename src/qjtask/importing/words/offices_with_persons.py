"""Cells of persons that name offices too: 德育处 周海, 总务处（吴敏）, 德育处 beside 赵大山."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.words.office_words import ends_as_body, is_office, looks_like_person
from qjtask.importing.words.persons_apart import persons_apart
from qjtask.importing.words.vocabulary import words

_SIGNS = r"[、，,；;]+(?![^（(]*[)）])"  # not within brackets: 各镇（街道、园区）
_BESIDE = r"(?P<one>[^\s：:（(/／—-]{2,24})[\s：:（(/／—-]+(?P<other>[^\s：:（()）/／—-]{1,12})\s?[)）]?"
_WITH_BRACKETS = r"(?P<office>[^（(]{2,24})[（(](?P<inside>[^（()）]{2,24})[)）]"
_TITLE = (
    r"(?:主要|分管)?(?:负责人|责任人|领导|常委|(?:党?[总支]?支?部?)?书记"
    r"|[正副]?(?:主任|主席|(?:秘书|理事|董事|检察|护士)长|总?经理|总监|[局部处科股所站队院校镇乡县区市会园馆庭行厂村社]长))"
)
_HIGH = r"(?:常务|党组|[县市区镇]委)+"
_LONGEST = 200  # characters of a cell; a longer one is no list of persons
_SHORT_NAME, _A_NAME = 2, 3  # characters of persons' names


class OfficesAndPersons(NamedTuple):
    """What a cell names, each part as printed; `persons` is all that is no office's name."""

    offices: str
    persons: str


def offices_and_persons(text: str) -> OfficesAndPersons:
    """A cell of persons parted into the offices that it names and the rest.

    What says who does what (甲处牵头) is left to the offices, and so is what looks like no person. Where
    several offices have persons the whole cell stands for these, so that it is known whose they are.
    """
    if len(text) > _LONGEST or any(map(text.__contains__, _duties())):
        return OfficesAndPersons(text, "")
    pieces = filter(None, map(str.strip, compiled(_SIGNS).split(text)))
    parts = list(chain.from_iterable(map(_parts, pieces)))
    offices = [*filter(None, (one.offices for one in parts))]
    persons = [*filter(None, (one.persons for one in parts))]
    is_over_all = len(persons) == 1 and text.startswith(persons[0])  # 李四 县城管局、县水利局
    is_mixed = len(offices) > 1 and any(map(all, parts)) and not is_over_all
    return OfficesAndPersons("、".join(offices), text if is_mixed else "、".join(persons))


def names_an_office(text: str) -> bool:
    """Whether a cell of persons names an office for certain."""
    if len(text) > _LONGEST:
        return False
    duties = "|".join(_duties())
    names = compiled(rf"(?:{duties})+|{_SIGNS}").split(offices_and_persons(text).offices)
    return any(_names_office(name.replace("\n", "")) for name in names if name)


def _duties() -> tuple[str, ...]:
    return (*words().duties.lead, *words().duties.support)


def _parted(piece: str) -> OfficesAndPersons:
    """One name, or an office and a person beside it, in either order; a name may go on in the next line."""
    joined = piece.replace("\n", "")
    bracketed = _in_brackets(joined)
    if bracketed is None and _names_office(joined):
        return OfficesAndPersons(piece, "")
    return bracketed or (
        _beside(piece)
        or _beside(joined)
        or _on_lines(piece.split("\n"))
        or _glued(joined)
        or (OfficesAndPersons("", piece) if _may_be_person(piece) else OfficesAndPersons(piece, ""))
    )


def _parts(piece: str) -> Iterator[OfficesAndPersons]:
    """The offices and persons of a piece without signs; a person who stands first goes with what follows."""
    piece = _with_titles_joined(piece)
    tokens = piece.split()
    starts = [at for at, token in enumerate(tokens) if _is_person(token)]
    if starts[:1] == [0] and len(starts) < len(tokens) and not _is_of_a_place(tokens[1]):
        runs = [[*run] for _, run in groupby(tokens, key=_is_person)]
        for persons, offices in zip(runs[::2], runs[1::2], strict=False):
            yield OfficesAndPersons("\n".join(offices), " ".join(persons))
        yield from (OfficesAndPersons("", " ".join(run)) for run in runs[len(runs) // 2 * 2 :])
    else:
        yield from map(_parted, persons_apart(piece))


def _is_of_a_place(token: str) -> bool:
    """Whether a body belongs to the place before it, no person: 安平⏎街道办事处, 白石⏎镇人民政府."""
    return token.lstrip("镇乡") in words().offices.generic


def _with_titles_joined(piece: str) -> str:
    """区残联 理事长 郑红 with the post and whoever holds it as one name: 区残联 理事长郑红."""
    tokens = piece.split(" ")
    for at in range(len(tokens) - 1, 0, -1):
        if looks_like_person(tokens[at]) and compiled(_TITLE).fullmatch(tokens[at - 1]):
            tokens[at - 1 : at + 1] = [tokens[at - 1] + tokens[at]]
    return " ".join(tokens)


def _is_person(token: str) -> bool:
    """Whether a word is a person's name, or a title of one, what stands in a bracket behind it apart."""
    plain = compiled(rf"^{_HIGH}|[（(][^（()）]*[)）]$").sub("", token)
    return looks_like_person(plain) or compiled(_TITLE).fullmatch(plain) is not None


def _in_brackets(piece: str) -> OfficesAndPersons | None:
    """德育处（周海，主任） apart, but not 县公安局（交警大队）."""
    found = compiled(_WITH_BRACKETS).fullmatch(piece)
    if found is None or not _names_office(found["office"]):
        return None
    inside = _with_titles_joined(found["inside"])
    is_person = looks_like_person(compiled(r"[、，,；;\s]").split(inside)[0])
    return OfficesAndPersons(found["office"], found["inside"]) if is_person else None


def _beside(piece: str) -> OfficesAndPersons | None:
    """德育处 周海, 德育处/周海, 周海（德育处） apart."""
    found = compiled(_BESIDE).fullmatch(piece)
    for office, person in ((found["one"], found["other"]), (found["other"], found["one"])) if found else ():
        if _names_office(office) and not _names_office(person):
            return OfficesAndPersons(office, person)
    return None


def _on_lines(lines: list[str]) -> OfficesAndPersons | None:
    """Several offices with a person of each on the next line; None for a name that goes on in one."""
    if not any(map(looks_like_person, lines[:-1])):
        return None
    offices = [line for line in lines if _names_office(line)]
    return OfficesAndPersons("、".join(offices), "、".join(line for line in lines if line not in offices))


def _names_office(name: str) -> bool:
    """Whether a name is an office's for certain, and no title: 德育处主任.

    A short one that begins as a person's does is one where its words are those of offices: 安全科, but not
    李新科 or 王科.
    """
    known = words()
    may_be_person = len(name) <= _A_NAME and name[:1] in known.duties.surnames
    if (may_be_person and name[:2] not in known.offices.known) or not is_office(name):
        return False
    is_title = not name.startswith("各") and compiled(f"{_TITLE}$").search(name) is not None
    return not is_title and compiled(r"[\s：:/／]").search(name) is None


def _may_be_person(piece: str) -> bool:
    """Whether words may name a person: 买买提, 常务副县长 林峰."""
    tokens = piece.split()
    is_title = compiled(_TITLE).search(piece) is not None
    return is_title or len(piece) <= _A_NAME or any(map(looks_like_person, tokens))


def _glued(piece: str) -> OfficesAndPersons | None:
    """德育处周海 and 德育处主任周海 apart, where what stands behind the office is a person for certain."""
    for at in range(len(piece) - _SHORT_NAME, _SHORT_NAME - 1, -1):
        office, person = piece[:at], compiled(f"^{_TITLE}").sub("", piece[at:])
        if ends_as_body(office) and looks_like_person(person):
            return OfficesAndPersons(office, piece[at:])
    return None
