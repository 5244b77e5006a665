"""Works and sections of a table while the rows that belong to them are gathered."""

from collections.abc import Iterator, Mapping

from qjtask.core.text.signs import is_blank
from qjtask.importing.cells.staged_deadlines import with_stages_parted
from qjtask.importing.columns.heading_words import role_of
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.outline.outline import FoundWork, Section
from qjtask.importing.tables.part_names import PartName
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.words.numbering import OF_WORKS, read_number
from qjtask.importing.words.office_words import is_office, listed, looks_like_person
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.work_lines import lines_joined

_OWNERS = (Role.LEAD, Role.UNITS)
_KEPT = (Role.PERSON, Role.TARGET, Role.NOTE)
_SEVERAL = "要分开管请在计划里拆成几项"


class OpenWork:
    """A work while the rows that belong to it are gathered."""

    def __init__(self, place: str, texts: Mapping[Role, str], path: tuple[str, ...], again: str) -> None:
        self.place = place
        self.texts = dict(texts)
        self.path = path
        self.again = again
        self.shares_number = False
        self.further: list[str] = []
        self.doubts: list[Doubt] = []
        self.of_part = PartName("")

    def found(self, *, with_again: bool) -> FoundWork:
        """The work as it stands at the end."""
        if self.of_part.offices and all(is_blank(self.texts.get(role, "")) for role in _OWNERS):
            self.texts[self.of_part.role] = self.of_part.offices
        lead, units, support = (self.texts.get(role, "") for role in OFFICES)
        work, is_of_several = lines_joined(self.texts.get(Role.WORK, ""))
        doubts = tuple(self.doubts)
        if is_of_several:
            doubts += (Doubt(self.place, "一格里分行写了几件事", "按一项记", _SEVERAL, field="work"),)
        number, name = _number_and_name(self.texts)
        return FoundWork(
            number=number,
            path=self.path,
            work=work,
            lead=lead,
            units=units,
            support=support,
            deadline_text=flow(with_stages_parted(self.texts.get(Role.DEADLINE, ""))),
            note="；".join(_notes(self.texts)),
            place=self.place,
            steps=self.texts.get(Role.STEP, ""),
            target=flow(self.texts.get(Role.TARGET, "")),
            again=self.again if with_again else "",
            doubts=doubts,
            further=tuple(self.further),
            shares_number=self.shares_number,
            name=name,
            running=flow(self.texts.get(Role.RUNNING_NUMBER, "")),
        )


def _number_and_name(texts: Mapping[Role, str]) -> tuple[str, str]:
    """The number of a work and its name, which brings that number where no column does: 14.改扩建学校."""
    number, name = (flow(texts.get(role, "")) for role in (Role.NUMBER, Role.NAME))
    printed = read_number(name) if name and not number else None
    if printed is None or printed.style != OF_WORKS:
        return number, name
    return str(printed.number), flow(printed.text)


class OpenSection:
    """A section while its works are gathered."""

    def __init__(self, path: tuple[str, ...], place: str, number: str) -> None:
        self.path = path
        self.place = place
        self.number = number
        self.lines: list[OpenWork] = []

    def found(self, *, with_again: bool) -> Section:
        """The section as it stands at the end."""
        works = tuple(line.found(with_again=with_again) for line in self.lines)
        return Section(self.path, works, self.place, self.number)


def _notes(texts: Mapping[Role, str]) -> Iterator[str]:
    """What goes into the note: the remarks, and persons and targets with the word for what they are."""
    for role in _KEPT:
        text = listed(texts[role]) if role in texts else ""
        if not is_blank(text):
            yield text if role is Role.NOTE or _is_labelled(text, role) else f"{role.value}：{text}"


def _is_labelled(text: str, role: Role) -> bool:
    """Whether a text says already what it is: 验证人：李四, but not 德育处：周海."""
    label, colon, _ = text.partition("：")
    if role is Role.PERSON:
        is_named = is_office(label) or looks_like_person(label)
        return bool(colon) and (role_of(label) is Role.PERSON or not is_named)
    return role.value in label
