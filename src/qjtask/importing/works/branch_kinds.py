"""What a branch of the outline is beside others: a work, a heading that speaks for those below, neither."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.clauses.later_parts import only_wishes
from qjtask.importing.lines.heading_kinds import heads_aims, heads_goals, heads_no_works, tells_of_event
from qjtask.importing.lines.levels import SECTIONS, UNNUMBERED, rank
from qjtask.importing.lines.minutes_words import MINUTES, SETS_UP
from qjtask.importing.words.numbering import inner_numbers
from qjtask.importing.works.outline_tree import Branch, last_of
from qjtask.importing.works.work_text import is_open_title, is_title, title_of

IN_CHARGE = r"(?<!谁)负责(?![人制的任])"
"""For patterns: that somebody is in charge, and no 负责人, 负责制 or 谁负责."""

_TITLED = r"(?P<title>[^，,。；;：:]{2,40})[。：:]\s*(?=[^，,。；;：:]{4})"
_IN_FORCE = r"负责解释|自[^，,。；;]{2,12}起(?:施行|实施|执行)"
_ASKS = (
    r"^由(?!于)|负责(?!人)|[0-9]|每[日天周旬月季年](?!度)|(?:以?前|之?内)(?:完成|将|报|到位)"
    r"|报(?=送|[县市区镇省][委政府]|督查)"
)
_ORDERS = r"由(?!于)|责成|负责(?!人)|牵头|[局委办科室处部组站所]要|^请|[0-9](?:日|月底)前"
_DOER_OR_DAY = (
    rf"责成|牵头|{IN_CHARGE}|责任单位|[局委办科室处部组站所](?:应当?|须|需?要|具体)"
    r"|月(?:份|[上中下]旬|初|底|末)?(?:以?前|之前|完成)|[0-9][日号](?:以?前|之前|起|止|完成)|季度末?(?:以?前|之前|完成)"
)
_LISTED = "；;"
_HALF = 2
_END = 4  # characters of a text, by which its end is known
_CARRYING_OUT = r"(?:保障措施|工作要求|有关要求|组织(?:领导|保障|实施)|加强领导|工作保障|保障机制)$"
_CLOSING = frozenset("）)〕】]")  # of 〔责任单位：县住建局〕


def is_unnumbered(branch: Branch) -> bool:
    """Whether a branch is the document itself, or a heading without a number."""
    return not branch.style or branch.style in UNNUMBERED


def has_parts(branch: Branch, given: Clause | None = None) -> bool:
    """Whether works stand below a branch, or it is one itself and goes on in parts.

    So do those below a heading without a number that stands under who does them: 一、学工部 over 主要职责.
    """
    is_given = given is not None and is_unnumbered(branch)
    return branch.below > 0 or (bool(branch.children) and (branch.own > 0 or is_given))


def is_no_task(branch: Branch) -> bool:
    """Whether a branch shares out nothing: by its title (总体要求), as minutes, or a mere wish."""
    said = branch.lines[0].text if branch.lines else ""
    is_none = heads_no_works(title_of(branch)) or tells_of_event(said) or only_wishes(said)
    return is_none or compiled(f"{MINUTES}|{_IN_FORCE}").search(said) is not None


def asks(branch: Branch) -> bool:
    """Whether a branch asks for something of its own, whatever heading its words may recall.

    请以上各单位每周五将进展报县政府督查室 does, though 督查 is named there; 请各单位认真落实 is a wish.
    """
    said = branch.lines[0].text if branch.lines else ""
    if branch.children or compiled(_IN_FORCE).search(said) or tells_of_event(said):
        return False
    if compiled(MINUTES).search(said):  # what stands behind 会议指出…… may ask for something
        return any(_is_order(sentence) for sentence in said.split("。"))
    return compiled(_ASKS).search(title_of(branch)) is not None


def _is_order(sentence: str) -> bool:
    """Whether a sentence of minutes tells somebody to do something, and does not say what was said."""
    return compiled(MINUTES).match(sentence) is None and compiled(_ORDERS).search(sentence) is not None


def count_numbered(branch: Branch) -> int:
    """How many numbered paragraphs stand under a branch that head no others."""
    return sum(count_numbered(one) or bool(one.number) for one in branch.children)


def sets_up(branch: Branch) -> bool:
    """Whether a branch is about a body that is to be made: 成立领导小组，制定方案 may be a work."""
    said = branch.lines[0].text if branch.lines else ""
    return compiled(SETS_UP).match(said) is not None


def may_be_work(branch: Branch) -> bool:
    """Whether a paragraph nobody owns may ask for something: it is told then, among works that are owned."""
    return not is_no_task(branch) or sets_up(branch) or asks(branch)


def is_headed_within(branch: Branch, styles: HeadingStyles) -> bool:
    """Whether a branch is a heading and its only work in one paragraph, where others of its kind head works.

    Minutes: 二、关于修路。由县交通局负责…… between 一、关于食堂 and 三、关于调查 with points below.
    """
    if branch.children or not branch.own or branch.style not in styles.over_works | styles.over_texts:
        return False
    return rank(branch.style) <= SECTIONS and title_within(branch) != ""


def is_office_over_text(branch: Branch, styles: HeadingStyles) -> bool:
    """Whether a branch is an office over one paragraph, where others of its kind head works.

    二、卫生所 over 在主席台南边设救护站 between 一、学工部 and 三、保卫处 with points below.
    """
    is_over_text = not branch.children and branch.own > 0 and branch.style in styles.of_offices
    return is_over_text and _is_office(branch)


def _is_office(branch: Branch) -> bool:
    return any(line.is_heading for line in branch.lines[:1])


def title_within(branch: Branch) -> str:
    """The title with which a paragraph begins: 关于修路 of 关于修路。由县交通局负责……; "" for none."""
    found = compiled(_TITLED).match(branch.lines[0].text) if branch.lines else None
    return found["title"].strip() if found else ""


def is_of_goals(branch: Branch) -> bool:
    """Whether a branch says what is to be reached, and no office does it: 工作目标; 目标任务 over no list."""
    title = title_of(branch)
    is_goal = heads_goals(title) or (not branch.children and title.endswith("目标任务"))
    return is_goal and not branch.has_clauses


def is_only_aimed_at(branch: Branch) -> bool:
    """Whether a branch says what the whole plan aims at: nobody does it, and nothing in it has a day."""
    return heads_aims(title_of(branch)) and not _tells_someone(branch)


def _tells_someone(branch: Branch) -> bool:
    """Whether a branch, or one under it, names who does something, or a day or month by which."""
    if any(compiled(_DOER_OR_DAY).search(line.text) for line in branch.lines):
        return True
    return any(map(_tells_someone, branch.children))


def is_about_carrying_out(branch: Branch) -> bool:
    """Whether a branch heads what is said of how the plan is carried out: 保障措施, 工作要求."""
    return bool(branch.style) and compiled(_CARRYING_OUT).search(title_of(branch)) is not None


def hands_out(branch: Branch) -> bool:
    """Whether who does a work stands apart from its words, but for what is said of carrying out."""
    if is_about_carrying_out(branch):
        return False
    return any(line.is_apart for line in branch.lines) or any(map(hands_out, branch.children))


def is_in_passing(branch: Branch) -> bool:
    """Whether all that a branch says of offices stands within its sentences, and nothing under it does."""
    texts = [line.text for line in branch.lines if line.search.clauses]
    return not branch.below and not any(LABEL.search(text) or _CLOSING & {*text} for text in texts)


def is_name_only(branch: Branch) -> bool:
    """Whether a branch names an office and says nothing else: a list of members is none of works."""
    return len(branch.lines) == 1 and branch.lines[0].is_heading and not branch.children


def is_one_work(branch: Branch, given: Clause | None) -> bool:
    """Whether a branch is one work with the numbered paragraphs under it: they share its one clause."""
    if not branch.children or is_unnumbered(branch):
        return False
    if branch.below:
        return not branch.own and branch.below == 1 and _covers(branch)
    if not branch.own:
        return given is not None
    first = branch.lines[0]
    if not is_title(first.search.text):
        return True
    is_all_below = len(branch.children) == 1 and _is_a_run(branch.children[0])
    return is_all_below or not first.search.clauses or any(one.deadline for one in first.search.clauses)


def _covers(branch: Branch) -> bool:
    """Whether the one clause below stands at the very end, for all: on a line of its own, or after a list."""
    last = last_of(branch)
    is_alone = len(branch.children) == 1 and not _is_a_run(last)
    if is_alone or not last.own or any(one.above for _, one in own_clauses([last])):
        return False
    end = next((line for line in last.lines if line.search.clauses), last.lines[0])
    if not end.is_clause:
        return all(child.lines[-1].text.endswith(tuple(_LISTED)) for child in branch.children[:-1])
    # Labels say of each point under a title who does it, and of a whole that has points who does that.
    return LABEL.match(end.text) is None or not _is_title_only(branch) or _is_a_run(last)


def _is_a_run(branch: Branch) -> bool:
    """Whether one paragraph holds all numbers of its list, so that its clause is of all of them."""
    text, clauses = branch.lines[0].search.text, branch.lines[0].search.clauses
    goes_on = inner_numbers(text, branch.style)[:1] == [branch.number + 1]
    return goes_on and len(clauses) <= 1 and (not clauses or not branch.lines[0].text.endswith(text[-_END:]))


def _is_title_only(branch: Branch) -> bool:
    """Whether a branch says nothing of its own over its points but what they are about."""
    return len(branch.lines) == 1 and is_open_title(branch.lines[0].text)


def speaks_for(branch: Branch) -> bool:
    """Whether a heading's clause holds for the works below: it is a title, and no sentence over theirs."""
    text = branch.lines[0].search.text if branch.lines else ""
    return bool(branch.style) and is_title(text) and not (branch.below and text.endswith("。"))


def is_over_paragraphs(branch: Branch, fewest: int = 2) -> bool:
    """Whether a branch is a title over paragraphs without numbers that have clauses of their own.

    A clause may also stand on a line under its paragraph; of such there must be the `fewest`.
    """
    if is_unnumbered(branch) or branch.lines[0].search.clauses or not is_title(branch.lines[0].text):
        return False
    rest = branch.lines[1:]
    ended = sum(not line.is_clause and after.is_clause for line, after in pairwise(rest))
    return ended >= fewest or any(line.search.clauses and not line.is_clause for line in rest)


def is_over_paragraph_works(branch: Branch) -> bool:
    """Whether a paragraph under a title says who does what, its words whole, over points that say so, too."""
    title, *rest = branch.lines
    shared = [line for line in rest if line.is_shared]
    if title.search.clauses or not shared or not all(child.has_clauses for child in branch.children):
        return False
    return all(line.search.text == line.text and line.text.endswith("。") for line in shared)


class HeadingStyles(NamedTuple):
    """The kinds of number that head works somewhere in the document, and those that head paragraphs.

    `of_offices` are those by which offices stand over points.
    """

    over_works: frozenset[str]
    over_paragraphs: frozenset[str]
    over_texts: frozenset[str] = frozenset()
    of_offices: frozenset[str] = frozenset()


def heading_styles(root: Branch) -> HeadingStyles:
    """The styles of all headings below a branch."""
    branches = list(_all_branches(root))

    def styles_of(is_kind: Callable[[Branch], bool]) -> frozenset[str]:
        return frozenset(one.style for one in branches if is_kind(one))

    return HeadingStyles(
        styles_of(_heads_works),
        styles_of(_heads_paragraphs),
        styles_of(_is_over_text),
        styles_of(_is_office_over_points),
    )


def _heads_paragraphs(branch: Branch) -> bool:
    return branch.own > 1 and is_over_paragraphs(branch)


def _is_office_over_points(branch: Branch) -> bool:
    return bool(branch.children) and branch.style != "" and _is_office(branch)


def _heads_works(branch: Branch) -> bool:
    """Whether works stand under a branch; what 保障措施 heads says nothing of the others beside it."""
    return branch.below > 0 and not is_one_work(branch, None) and not is_about_carrying_out(branch)


def _is_over_text(branch: Branch) -> bool:
    """Whether a branch is a title on a line of its own, over a paragraph that shares out its work."""
    if branch.children or len(branch.lines) < _HALF or branch.lines[0].search.clauses or not branch.own:
        return False
    return is_title(branch.lines[0].text) and not any(line.is_clause for line in branch.lines)


def _all_branches(branch: Branch) -> Iterator[Branch]:
    yield branch
    for child in branch.children:
        yield from _all_branches(child)


def own_clauses(children: Sequence[Branch]) -> Iterator[tuple[int, Clause]]:
    """The clauses of branches' own lines, each with the branch's place among them."""
    return (
        (at, clause)
        for at, child in enumerate(children)
        for line in child.lines
        for clause in line.search.clauses
    )
