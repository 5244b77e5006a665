"""What a key of the plan is: its name, what may stand under it, who writes it, what people are told of it.

The keys themselves stand in `item_keys` and `plan_keys`. The event walk, the short way, the writer, the
schema and `import --update` all go by these tables: a new key of an item is a row there, a field of `Item`,
and what shows it. What each scalar form takes, and how it is written, stands in storage.scalar_forms.
"""

from collections.abc import Callable
from typing import Any, Literal

from qjtask.core.named_tuple import NamedTuple

Form = Literal[
    "text",
    "filled",  # a text that is not blank
    "name",  # the same; the blanks around it are no part of it
    "names",  # a list of them
    "term",  # a deadline as printed: a text that may look like a date
    "day",
    "year",
    "number",
    "span",
    "rhythm",  # a span longer than nothing
    "points",  # of a hundred
    "flag",
    "owner",
    "keys",  # a list of the keys whose doubts can be settled
    "group id",
    "item id",
    "part",  # a mapping
    "parts",  # a list of mappings
    "some parts",  # the same, at least one
    "units",
]
"""What may stand under a key. Literals: an enumeration of as many costs every command a millisecond."""

Kept = Literal[
    "print",  # the new print's
    "plan",  # the plan's
    "hand",  # the plan's where a hand wrote it, else the new print's
    "either",  # the new print's if it says such a thing at all (it has the column), else the plan's
    "apart",  # by a rule of its own in core.plan.reissue
]
"""What becomes of a value when the notice is printed anew (`import --update`)."""


class PlanPart(NamedTuple):
    """One mapping of the plan: its keys in the order written, and what `make` makes of their values.

    `title` names it in faults. An item stays a mapping until its plan is known.
    """

    name: str
    title: str
    says: str
    make: Callable[..., Any]
    keys: "tuple[PlanKey, ...]"


_NO_PART = PlanPart("", "", "", dict, ())


class PlanKey(NamedTuple):
    """One key: `says` and `examples` are for people who write it; `part` is what a PART or PARTS is.

    `kept` is None inside a part that is kept or replaced as a whole.
    """

    name: str
    form: Form
    kept: Kept | None
    says: str
    examples: tuple[Any, ...]
    is_required: bool = False
    part: PlanPart = _NO_PART
