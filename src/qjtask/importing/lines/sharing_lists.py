"""Whether a list shares out works: by what its paragraphs say, and by the lists beside it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from qjtask.importing.lines.heading_kinds import heads_no_works
from qjtask.importing.lines.lists_of_lines import title_over
from qjtask.importing.lines.text_line import TextLine

_FEWEST = 2  # paragraphs of a list that say who


def shares_out(
    run: Sequence[int],
    lines: Sequence[TextLine],
    strong: AbstractSet[int],
    clauses: AbstractSet[int],
    openings: AbstractSet[int],
    told: AbstractSet[int],
) -> bool:
    """Whether a list shares out works; not under a heading like 职责分工 beside other works.

    Most of its paragraphs say who, or several in so many words (县财政局负责), whatever the others are:
    these are asked about. A mere deed of an office (局财务科及时公开预决算) says who beside paragraphs that
    say so for certain.
    """
    own = {*run}
    works = clauses & own
    said = works | (strong & own)
    named = said | (openings & own) if works else said
    is_plain = len(named) * 2 > len(run) or len(told & own) >= _FEWEST
    if len(said) < _FEWEST or not is_plain:
        return False
    return clauses == works or not heads_no_works(title_over(run[0], lines))


def alike_beside(
    shared: AbstractSet[int],
    lines: Sequence[TextLine],
    counted: Sequence[Sequence[int]],
    said: AbstractSet[int],
    openings: AbstractSet[int],
) -> set[int]:
    """The lists of the same kind of number beside those that share out works, where most points name a doer.

    There a mere deed of an office does, where some point says so for certain: 护理部每月组织一次检查.
    """
    styles = {printed.style for at in shared if (printed := lines[at].printed)}
    found: set[int] = set()
    for run in counted:
        printed = lines[run[0]].printed
        own = {*run}
        is_alike = printed is not None and printed.style in styles and not own & shared
        named = own & (said | openings)
        if is_alike and own & said and len(named) * 2 > len(run):
            found |= own if not heads_no_works(title_over(run[0], lines)) else set()
    return found
