"""The works that clauses share out, as the walk through a notice's outline gives them."""

from __future__ import annotations

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.works.branch_works import Told


class TitleLine(NamedTuple):
    """A heading over works: its printed style and number (0 for none), its text, its place, its branch."""

    style: str
    number: int
    text: str
    place: str
    order: int


class Task(NamedTuple):
    """A work shared out by a clause.

    `number` is the printed one (0 for none) in its `style`; `path` are the headings over it, widest first.
    `deadline_text` and `target` are as printed, `note` holds persons; `told` is to be doubted. `for_all`
    are offices that carry out all works after this one, too. It begins at `place` and goes on in `further`.
    """

    style: str
    number: int
    path: tuple[TitleLine, ...]
    work: str
    lead: tuple[str, ...]
    units: tuple[str, ...]
    support: tuple[str, ...]
    deadline_text: str
    target: str
    note: str
    place: str
    told: tuple[Told, ...] = ()
    for_all: tuple[str, ...] = ()
    further: tuple[str, ...] = ()


class Outside(NamedTuple):
    """What is beside works and was taken for none: a numbered paragraph, or a clause of nothing.

    `text` is the paragraph's title, or the clause's names; `within` counts the numbered paragraphs under it.
    `promised` is how many targets goals hold; with `is_aim` their heading says that they are no works.
    `are_hosts` are who holds the event that the works are for.
    """

    text: str
    place: str
    has_clause: bool
    promised: int = 0
    within: int = 0
    is_aim: bool = False
    are_hosts: bool = False

    @property
    def is_text_alone(self) -> bool:
        """Whether it names nobody by a clause, and aims at nothing."""
        return not (self.has_clause or self.promised or self.are_hosts)

    @property
    def shown(self) -> str:
        """The title as it is told, with how many paragraphs stand under it."""
        return f"“{self.text}”下面{self.within}段" if self.within > 1 else f"“{self.text}”"


class Jump(NamedTuple):
    """A number that does not follow the one before it: at which work's place, and how it goes on."""

    place: str
    step: str


class Tasks(NamedTuple):
    """The works in the document's order, what stood among them and is none, and how numbers jump.

    `given` are the places of works that have their offices from a clause elsewhere, those of one together.
    """

    tasks: tuple[Task, ...]
    outside: tuple[Outside, ...]
    jumps: tuple[Jump, ...] = ()
    given: tuple[tuple[str, ...], ...] = ()
