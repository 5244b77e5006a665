"""Labels that count: 1.工作措施：…… 2.责任单位：…… under a numbered work say what it is, and are no works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause_words import LABEL, SHARES
from qjtask.importing.lines.labels_between import is_own_label
from qjtask.importing.lines.levels import read_level
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.numbering import Printed, count_on

_INSIDE = r"(?<=[。；;：:\s])\s*(?=[（(]?[0-9]{1,2}[)）、.．]|[①-⑳])"
_LONGEST = 600  # characters of a paragraph with such labels


def without_label_numbers(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, the numbers of such labels left out where they stand under a number of another kind.

    Labels that say the same (1.工作任务：…… 2.工作任务：……) each begin a work.
    """
    over = ""  # the style of the number above
    at = 0
    while at < len(passages):
        run = _run(passages, at)
        if run and over and over != run[0].style:
            yield from (
                passage._replace(text=printed.text)
                for passage, printed in zip(passages[at:], run, strict=False)
            )
            at += len(run)
            continue
        passage, printed = passages[at], read_level(passages[at].text)
        yield passage._replace(text=_parts_unnumbered(passage.text, printed, over))
        over = printed.style if printed else over
        at += 1


def _run(passages: Sequence[Passage], at: int) -> list[Printed]:
    """The labels that count on from a passage, each in one of its own; none where they are no such run.

    A notice's own label may stand among them: （三）资金筹措：.
    """
    found: list[Printed] = []
    for passage in passages[at:]:
        printed = read_level(passage.text)
        if printed is None or printed.number != len(found) + 1 or (found and printed.style != found[0].style):
            break
        if not (LABEL.match(printed.text) or (found and is_own_label(printed.text))):
            break
        found.append(printed)
    return found if _are_of_one_work(found) else []


def _numbered_label(text: str) -> Printed | None:
    printed = read_level(text)
    return printed if printed and printed.number and LABEL.match(printed.text) else None


def _are_of_one_work(labels: Sequence[Printed]) -> bool:
    """Whether labels say different things, and one of them who does the work."""
    found = [label for one in labels if (label := LABEL.match(one.text))]
    words = {compiled("[：:]").split(one.text, 1)[0] for one in labels}
    shares = any(Role[label.lastgroup or ""] in SHARES for label in found)
    are_usual = len(found) * 2 >= len(labels)
    return shares and are_usual and count_on(labels) and labels[0].number == 1 and len(words) == len(labels)


def _parts_unnumbered(text: str, own: Printed | None, over: str) -> str:
    """A paragraph without the numbers of labels that count on in it, behind its own number or from it on."""
    if len(text) > _LONGEST or not LABEL.search(text):
        return text
    parts = compiled(_INSIDE).split(text)
    begins = 0 if own and over and own.style != over and LABEL.match(own.text) else 1
    labels = [printed for part in parts[begins:] if (printed := _numbered_label(part))]
    is_apart = own is None or begins == 0 or (bool(labels) and labels[0].style != own.style)
    if len(labels) != len(parts) - begins or not is_apart or not _are_of_one_work(labels):
        return text
    return "".join((*parts[:begins], *(one.text for one in labels)))
