"""Lists whose paragraphs begin with offices; one alone that does so may be a report, and is no work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import joined
from qjtask.importing.clauses.clause_finder import Stretch, nothing_found
from qjtask.importing.clauses.opening_offices import read_opening
from qjtask.importing.clauses.opening_parts import Opening, is_of_many
from qjtask.importing.lines.deciding_minutes import keeps_decisions
from qjtask.importing.lines.heading_kinds import heads_no_works
from qjtask.importing.lines.labels_with_owners import (
    beside_owners,
    is_owner,
    over_owner,
    under_owners,
    work_alone,
)
from qjtask.importing.lines.lists_of_lines import numbered_lists, title_over, unnumbered_runs
from qjtask.importing.lines.office_runs import begun_text, goes_on_with
from qjtask.importing.lines.offices_with_one_work import named_with_work
from qjtask.importing.lines.persons_at_work import persons_at_work
from qjtask.importing.lines.points_for_many import BY_A_DAY, opening_of_many, points_for_many, with_deeds
from qjtask.importing.lines.posts_at_work import posts_at_work, runs_of_posts
from qjtask.importing.lines.sharing_lists import alike_beside, shares_out
from qjtask.importing.lines.text_line import TextLine, heads_narrower
from qjtask.importing.words.vocabulary import words

_NOBODY = Vocabulary(())
_FEWEST = 2  # paragraphs of a list that say who
_IN_BRACKETS = r"[（(][^（()）]{1,12}[)）]$"
_DUTY = "^[^请，,。]{2,20}。?(?:负责|是[^，,。]{2,30}主体)"
_HEAD = 5  # lines in which a document's title stands


def with_openings(lines: Sequence[TextLine], *, whatever_titled: bool = False) -> list[TextLine]:
    """The lines with who does what in those that begin with an office: 县水利局负责清理河道.

    Only where most paragraphs of their list say who for certain: a report on what offices do is none, nor
    a rule that always holds, unless a person wants it read `whatever_titled`.
    """
    if not whatever_titled and title_of_no_plan(lines):
        return list(lines)
    owned = {at for at, below in enumerate(lines[1:]) if is_owner(below)} | {*beside_owners(lines)}
    counted = [_without_demands(run, lines) for run in numbered_lists(lines)]
    of_posts = list(runs_of_posts(lines))
    lists = [*counted, *of_posts]
    posts = {**posts_at_work(lines, lists), **persons_at_work(lines, lists)}
    openings = _with_posts(_openings(lines, owned), posts, owned)
    doers = _doers_by_line(lines, owned, openings, counted, of_posts)
    made = [over_owner(line) if at in owned else line for at, line in enumerate(under_owners(lines))]
    for at, own in doers.items():
        made[at] = _with_clause(_as_text(made[at]) if at in posts else made[at], own)
    return made


def _doers_by_line(
    lines: Sequence[TextLine],
    owned: AbstractSet[int],
    openings: dict[int, Opening],
    counted: Sequence[Sequence[int]],
    of_posts: Sequence[Sequence[int]],
) -> Mapping[int, Opening]:
    """Who does what in the lines of lists that share out works; else in points for all of a kind."""
    many = _of_many(lines, {at for run in counted for at in run} - owned - openings.keys())
    named = openings | many
    whole = with_deeds(lines, counted, _strong(openings) | _holding_clauses(lines), named)
    shared = _of_lists(lines, openings, counted, of_posts, many) | whole.keys()
    of_plan = points_for_many(lines, openings)
    shared |= of_plan.keys()
    return {at: own for at, own in {**named, **of_plan, **whole}.items() if at in shared}


def _with_posts(
    openings: dict[int, Opening], posts: Mapping[int, Opening], owned: AbstractSet[int]
) -> dict[int, Opening]:
    """Who does what, with the posts and persons that do it in lines where no office does so for certain."""
    settled = _strong(openings) | owned
    return openings | {at: own for at, own in posts.items() if at not in settled}


def _without_demands(run: list[int], lines: Sequence[TextLine]) -> list[int]:
    """A list that short ones make together, without those under 活动要求."""
    firsts = sum(printed.number == 1 for at in run if (printed := lines[at].printed))
    works = [at for at in run if not heads_no_works(title_over(at, lines))] if firsts > 1 else run
    return works or run


def _as_text(line: TextLine) -> TextLine:
    """A line that is no heading, though it ends as an office's name: 体育委员蒋涛找时间组织练队."""
    return line._replace(search=nothing_found(line.text)) if line.is_heading else line


def _openings(lines: Sequence[TextLine], owned: Collection[int]) -> dict[int, Opening]:
    """Who does what in the lines that begin so, but for those that a label owns."""
    read = {at: own for at, line in enumerate(lines) if at not in owned and (own := _opening(line))}
    wishes = _mere_wishes(lines, read)
    openings = {at: own for at, own in read.items() if at not in wishes}
    return openings | _begun_beside(lines, openings)


def _mere_wishes(lines: Sequence[TextLine], read: Mapping[int, Opening]) -> set[int]:
    """The paragraphs without a number that ask something of all of a kind: 公安部门：查处超速 is a duty."""
    unnumbered = {at for at in read if lines[at].printed is None and not _names_with_work(lines[at])}
    of_many = {at for at in unnumbered if is_of_many(read[at].clause)}
    sure = (_strong(read) & unnumbered) - of_many
    return {at for at in of_many if not _is_firm_among(at, lines, sure)}


def _is_firm_among(at: int, lines: Sequence[TextLine], sure: Collection[int]) -> bool:
    """Whether a paragraph gives all of a kind a duty, beside one that gives some office its own.

    各乡镇政府负责本辖区禁烧 under 县农委负责督导; but 请各承办单位于6月底前报送 ends a notice.
    """
    return bool({at - 1, at + 1} & {*sure}) and compiled(_DUTY).search(lines[at].text) is not None


def _begun_beside(lines: Sequence[TextLine], openings: Mapping[int, Opening]) -> dict[int, Opening]:
    """Who does what in the paragraphs that stand with such ones and begin with an office, too."""
    told = _told_in_words(lines, openings) | {at for at in openings if _names_with_work(lines[at])}
    return goes_on_with(lines, _strong(openings) | _holding_clauses_among_words(lines), told)


def _strong(openings: Mapping[int, Opening]) -> set[int]:
    """The lines that say for certain who does what."""
    return {at for at, own in openings.items() if own.is_strong}


def _told_in_words(lines: Sequence[TextLine], openings: Mapping[int, Opening]) -> set[int]:
    """The lines that say so in so many words."""
    return {at for at in _strong(openings) if _is_told(openings[at], lines[at].text)}


def _holding_clauses(lines: Sequence[TextLine]) -> set[int]:
    """The lines in which a clause was found."""
    return {at for at, line in enumerate(lines) if line.search.clauses}


def _holding_clauses_among_words(lines: Sequence[TextLine]) -> set[int]:
    """The lines in which a clause was found among other words."""
    return {at for at in _holding_clauses(lines) if not lines[at].is_clause}


def _names_with_work(line: TextLine) -> bool:
    """Whether a line is an office, a colon and its work: 农林水局：强化值守."""
    return named_with_work(line.text, _NOBODY)[0] != ""


def _of_lists(
    lines: Sequence[TextLine],
    openings: Mapping[int, Opening],
    counted: Sequence[Sequence[int]],
    of_posts: Sequence[Sequence[int]],
    many: Mapping[int, Opening],
) -> set[int]:
    """The lines of lists that share out works; in minutes all that tell somebody to do something.

    Points for `many`, all of a kind, say who beside those that say so for certain, in minutes by their day.
    """
    strong, clauses = _strong(openings), _holding_clauses(lines)
    lists = [*counted, *_lists_without_numbers(lines, openings, of_posts)]
    named = openings.keys() | many.keys()
    told = _told_in_words(lines, openings)
    shared = set().union(*(run for run in lists if shares_out(run, lines, strong, clauses, named, told)))
    shared |= alike_beside(shared, lines, counted, strong | clauses, named)
    if not keeps_decisions(lines):
        return shared
    return shared | strong | {at for at in _strong(many) if compiled(BY_A_DAY).search(lines[at].text)}


def _lists_without_numbers(
    lines: Sequence[TextLine], openings: Mapping[int, Opening], of_posts: Iterable[Sequence[int]]
) -> Iterator[Sequence[int]]:
    """The lists without numbers that may share out works, and those of posts in which every line says who."""
    strong, told = _strong(openings), _told_in_words(lines, openings)
    yield from _unnumbered(lines, strong, told)
    yield from _under_headings(lines, told)
    yield from (run for run in of_posts if len(run) > _FEWEST and strong.issuperset(run))


def title_of_no_plan(lines: Sequence[TextLine]) -> str:
    """The title that says that all below was done already, or always holds: 工作总结; "" for none."""
    for line in lines[:_HEAD]:
        title = compiled(_IN_BRACKETS).sub("", line.text)
        if line.printed is None and title.endswith(words().no_plan_ends):
            return line.text
    return ""


def _opening(line: TextLine) -> Opening | None:
    """Who a line says does it; behind a label for what is decided, whatever the verb."""
    if not _may_say_more(line):
        return None
    decided = work_alone(line)
    own = read_opening(decided or line.search.text, _NOBODY) or begun_text(decided)
    return own._replace(is_strong=True) if own is not None and decided else own


def _of_many(lines: Sequence[TextLine], places: Iterable[int]) -> dict[int, Opening]:
    """Who the points at some places are for, where these are all of a kind."""
    return {at: own for at in places if (own := opening_of_many(lines[at]))}


def _may_say_more(line: TextLine) -> bool:
    """Whether a line holds no clause, or one that its words say in passing or that names no office."""
    clauses = line.search.clauses
    if not clauses:
        return True
    names_persons = not any(clause.names for clause in clauses)  # …排出考务表。（负责人：李明）
    return len(clauses) == 1 and (line.says_in_passing or names_persons)


def _unnumbered(
    lines: Sequence[TextLine], strong: AbstractSet[int], told: Collection[int]
) -> Iterator[list[int]]:
    """Paragraphs without a number, or after bullets, that follow each other and all say who.

    One of them says so in so many words: 县财政局要加强监管 alone may be any sentence.
    """
    for run in unnumbered_runs(lines, strong | _holding_clauses_among_words(lines)):
        if any(at in told for at in run) or _are_named(run, lines):
            yield run


def _are_named(run: Sequence[int], lines: Sequence[TextLine]) -> bool:
    """Whether several paragraphs all begin with an office and a colon."""
    return len(run) > _FEWEST and all(_names_with_work(lines[at]) for at in run)


def _under_headings(lines: Sequence[TextLine], told: Collection[int]) -> Iterator[list[int]]:
    """The paragraphs without a number that stand first under headings of one kind: minutes by topics."""
    first: dict[str, list[int]] = {}
    for at, (over, line) in enumerate(pairwise(lines), 1):
        heading = over.printed
        is_text = line.printed is None and not line.is_clause
        if heading and heading.number and is_text and not heads_narrower(lines, at - 1, 2):
            first.setdefault(heading.style, []).append(at)
    yield from (run for run in first.values() if any(at in told for at in run))


def _is_told(opening: Opening, text: str) -> bool:
    """Whether a line says in so many words who does it: 请县财政局, 县财政局负责."""
    return opening.is_told or "负责" in text or "牵头" in text


def _with_clause(line: TextLine, opening: Opening) -> TextLine:
    """A line whose words stay whole, with who does them."""
    text, clause = line.search.text, opening.clause
    for own in line.search.clauses:
        if own.told and own.names == clause.names and len(own.names) == 1:
            clause = clause._replace(deadline=own.deadline)  # who does it all does no part of it
        elif own.names and {*own.names} >= {*clause.names}:
            return line
        else:
            clause = joined(clause, own)
    search = line.search._replace(stretches=(Stretch(text, clause),), text=text, ends=(len(text),))
    return line._replace(search=search)
