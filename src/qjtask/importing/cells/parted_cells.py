"""Cells whose heading says two things, apart: 县住建局⏎6月底前, 新建公厕5座（县城管局）."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import count_times
from qjtask.core.time.spelling import canonical
from qjtask.importing.cells.duties import has_label, label_pattern
from qjtask.importing.cells.duty_shapes import says_duty
from qjtask.importing.columns.column_content import is_deadline
from qjtask.importing.words.office_words import is_office, looks_like_offices, looks_like_person

# Not within brackets, as in 各镇（街道、园区）, nor within 2024/6/30.
_BETWEEN = r"(?:[，,；;。、|\s]|(?<!\d)[/／]|[/／](?!\d))+(?![^（(]*[)）])"
_LABEL = r"(?:(?:完成|整改|办结|落实)?(?:时限|期限|时间)(?:要求)?|限时?)\s*[：:为]?\s*"
_WHOLE = r"\s*[（(]([^（()）]*)[)）]\s*"
_BEHIND = r"(?s)(?P<rest>.*[^，,；;。、\s])\s*(?:[（(](?P<inside>[^（()）]+)[)）]|[：:—-]+(?P<after>[^：:]+))"
_AT_END = r"(?s)(?P<work>.*[^（(])[（(](?P<names>[^（()）]+)[)）]"
_LONGEST_REST = 4  # characters of a time in the next line: 底前完成
_LONGEST = 200  # characters of a cell


class NamesAndTerm(NamedTuple):
    """What a cell says of who and what of when, each as printed."""

    names: str
    term: str


class WorkAndOffices(NamedTuple):
    """What a cell says of what is done and what of who does it, each as printed."""

    work: str
    names: str


def term_apart(text: str) -> NamesAndTerm:
    """A cell parted into its names and the one time that it gives; all names where it gives none, or more."""
    framed = compiled(_WHOLE).fullmatch(text)
    plain = (framed[1] if framed else text).strip()
    if len(plain) > _LONGEST:
        return NamesAndTerm(text, "")
    rest, last = _rest_and_last(plain)
    if looks_like_offices(last) and _is_of_times(rest):
        return NamesAndTerm(last, rest)
    pieces = _spans(plain)
    times = [at for at, (start, end) in enumerate(pieces) if _term(plain[start:end])]
    if times:
        return _time_apart(plain, pieces, times) or NamesAndTerm(text, "")
    term = _term(last)
    return NamesAndTerm(rest, term) if term else NamesAndTerm(text, "")


def _rest_and_last(text: str) -> tuple[str, str]:
    """A text before its last bracket, dash or colon, and what stands there; twice "" where there is none."""
    found = compiled(_BEHIND).fullmatch(text)
    return (found["rest"], found["inside"] or found["after"]) if found else ("", "")


def _time_apart(text: str, pieces: Sequence[tuple[int, int]], times: Sequence[int]) -> NamesAndTerm | None:
    """A text parted at its pieces that are times; None where names stand between, or they are several."""
    if times[-1] - times[0] >= len(times):
        return None
    start, end = pieces[times[0]][0], pieces[times[-1]][1]
    term = _term(text[start:end])
    return NamesAndTerm(_without(text, start, end), term) if term else None


def _is_of_times(text: str) -> bool:
    """Whether a text says when, and no office stands last in it: 各镇 before （街道）."""
    return count_times(canonical(text)) > 0 and not is_office(compiled(_BETWEEN).split(text)[-1])


def offices_apart(text: str) -> WorkAndOffices:
    """A cell parted into its work and the offices that end it, in a bracket or behind a label."""
    plain = text.rstrip("。；; \n")
    found = compiled(_AT_END).fullmatch(plain) if plain.endswith((")", "）")) else None
    if found and (looks_like_offices(found["names"]) or says_duty(found["names"])):
        return WorkAndOffices(found["work"].rstrip(), found["names"])
    label = label_pattern().search(text) if has_label(text) else None
    if found is None and label and label.start() and label["label"]:
        return WorkAndOffices(text[: label.start()].rstrip("，,；;（( \n"), text[label.start() :])
    return WorkAndOffices(text, "")


def _spans(text: str) -> list[tuple[int, int]]:
    """Where each piece of a text begins and ends; a time that goes on in the next line is one: 6月底完⏎成."""
    ends = [(sign.start(), sign.end()) for sign in compiled(_BETWEEN).finditer(text)]
    spans: list[tuple[int, int]] = []
    for start, end in zip(
        (0, *(after for _, after in ends)), (*(at for at, _ in ends), len(text)), strict=True
    ):
        if spans and text[spans[-1][1] : start] == "\n" and _goes_on(text[spans[-1][0] : end]):
            spans[-1] = (spans[-1][0], end)
        elif start < end:
            spans.append((start, end))
    return spans


def _goes_on(text: str) -> bool:
    """Whether two lines are one time, and the second is no name and no time of its own."""
    second = text.rpartition("\n")[2]
    is_rest = 0 < len(second) <= _LONGEST_REST and not is_office(second) and not looks_like_person(second)
    return is_rest and not _term(second) and _term(text) != ""


def _term(text: str) -> str:
    """A time without its label; "" for what is none, and for a name with a time in its bracket."""
    term = compiled(f"^{_LABEL}").sub("", text.strip().replace("\n", ""))
    before = compiled(r"[（(]").split(term)[0]
    return term if before and is_deadline(before) and is_deadline(term) else ""


def _without(text: str, start: int, end: int) -> str:
    """A text without a part of it, and the signs around that."""
    before, after = text[:start].rstrip("，,；;。、/／| \n"), text[end:].lstrip("，,；;。、/／| ")
    joint = "；" if before and after and not after.startswith("\n") else ""
    return f"{before}{joint}{after}".strip()
