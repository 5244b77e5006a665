"""The text of one work: a branch's paragraphs as they stand, cut where clauses end them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import to_chinese
from qjtask.importing.clauses.clause import Clause, joined
from qjtask.importing.lines.labels_with_owners import work_alone
from qjtask.importing.lines.notice_endings import ends_notice
from qjtask.importing.lines.text_line import SENTENCE_ENDS, TextLine
from qjtask.importing.lines.under_offices import says_duties
from qjtask.importing.words.office_words import is_office
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.works.outline_tree import Branch

_LONGEST_TITLE = 60
_FEW_WORDS = r"[^，,0-9]{2,20}。"
_SAID_UNDER_TITLE = r"[：:].{8,}。$"  # 完善养老服务：新建改建养老院3所。
_TRIM = " 。；;：:，,、.—-"
_STOPS = tuple("。；;！!？?：:”）)")
_LEADING = " 。；;，,、.）)"
_EMPTY = (
    r"(?:(?:具体|主要|重点|工作)(?:措施|举措|任务|内容)"
    r"|(?:督办|督查|交办|转办|承办|批示|议定)(?:事项|任务|内容))[：:]"
)
_EMPTY_LABEL = re.compile(rf"^{_EMPTY}|{_EMPTY}$")
_CIRCLED = 20
_STANDS = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4})(?:情况|进展|进度|成效|结果|状态|措施|要求|目标|备注|说明)[：:]"
)


# 会议强调，…; 张建国强调，…; 注：…. 按省厅要求，… begins a sentence of a work.
_SAID_OF_ALL = (
    r"[备附]?注[：:]|(?:最后[，,])?(?:会议(?:还|最后)?(?:强调|要求|指出|认为|号召|研究|听取|审议|讨论)"
    r"|[^，,。；;：:按照据合实]{0,12}(?:同志|[省市县区镇乡局处厅院校]长|书记|主任)[\u4e00-\u9fff]{0,3}?(?:最后)?(?:强调|要求|指出)"
    r"|[\u4e00-\u9fff]{2,4}强调)"
)


class Said(NamedTuple):
    """A text, and the clause that says who does it; None for a rest after the last clause."""

    text: str
    clause: Clause | None
    place: str

    @property
    def is_shared(self) -> bool:
        """Whether the clause says who does the work."""
        return self.clause is not None and self.clause.is_shared


def is_title(text: str) -> bool:
    """Whether a line only names what is said below it: short, and one sentence at the most."""
    is_sentences = re.search(rf"[。；;！!](?!$)|{_SAID_UNDER_TITLE}", text.rstrip("；;：:，,、.—- "))
    return len(text) <= _LONGEST_TITLE and is_sentences is None


def is_open_title(text: str) -> bool:
    """Whether a title waits for the text below it: 提升服务。 does, 新建天桥2座，6月底前通车。 does not."""
    return is_title(text) and (not text.endswith(SENTENCE_ENDS) or re.fullmatch(_FEW_WORDS, text) is not None)


def text_left(branch: Branch) -> str:
    """The first sentence after a branch's last clause that was not taken for its work; "" for none."""
    pieces = said(branch.lines)
    shared = [at for at, one in enumerate(pieces) if one.is_shared]
    if not shared:
        return ""
    is_under_title = len(shared) == 1 and _is_open(pieces[: shared[0] + 1])
    is_left = _is_none_of_the_work if is_under_title else _is_said_apart
    return next((one.text for one in pieces[shared[-1] + 1 :] if is_left(one.text)), "")


def _is_said_apart(text: str) -> bool:
    """Whether a text behind a work's clause says something: a sentence, or offices."""
    return text.endswith(SENTENCE_ENDS) or _are_offices(text)


def _is_none_of_the_work(text: str) -> bool:
    """Whether such a text says nothing of the work whose title stands over it."""
    if _are_offices(text):
        return True
    return text.endswith(SENTENCE_ENDS) and (ends_notice(text) or is_labelled(text))


def _are_offices(text: str) -> bool:
    """Whether a text lists offices and says nothing else, as the rest of a label's words does."""
    return "、" in text and all(map(is_office, text.split("、")))


def is_labelled(text: str) -> bool:
    """Whether a text says under a label how a work stands: 完成情况：已通水."""
    return _STANDS.match(text) is not None


def title_of(branch: Branch) -> str:
    """The heading that a branch's first line is, or begins with: without its clause and stops."""
    text = flow(branch.lines[0].search.text) if branch.lines else ""
    if not is_title(text):
        text = re.split(r"[。；;：:]", text, maxsplit=1)[0]
    return text.strip(_TRIM)


def run_on(texts: Iterable[str]) -> str:
    """Paragraphs as one text; a title without a stop gets one."""
    whole = ""
    for text in texts:
        own = flow(text)
        if whole and own and not whole.endswith(_STOPS):
            whole += "。"
        whole += own
    return whole


def own_text(lines: Sequence[TextLine]) -> str:
    """What lines without a clause say: the first, and the sentences after it, which end no notice.

    What a meeting heard stands right under its title, and is of that: 一、审议清单 over 会议听取了汇报.
    """
    first, *rest = (line.search.text or work_alone(line) for line in lines)
    if rest and is_open_title(first) and _is_said_of_all(rest[0]) and rest[0].endswith("。"):
        first = run_on((first, rest.pop(0)))
    return run_on([first, *takewhile(_says_more, rest)])


def whole_text(branch: Branch) -> str:
    """All that a branch says, itself and with the numbers printed below it, without its clauses."""
    return run_on(_texts(branch)) if branch.children else own_text(branch.lines)


def _texts(branch: Branch) -> Iterator[str]:
    first, *rest = (line.search.text for line in branch.lines)
    yield first
    yield from takewhile(lambda text: not ends_notice(text), rest)
    for child in branch.children:
        first, *rest = _texts(child)
        apart = " " if first[:1].isdigit() else ""  # 2. 2018年9月底前
        yield f"{printed_as(child.style, child.number)}{apart}{first}"
        yield from rest


def said(lines: Sequence[TextLine]) -> list[Said]:
    """Paragraphs cut at their clauses. Label lines under each other are one clause."""
    found: list[Said] = []
    texts: list[str] = []
    for line in lines:
        for text, clause in _stretches(line):
            texts.append(text)
            if clause is None:
                continue
            own, texts = run_on(texts), []
            if found and not own and not clause.title and found[-1].clause is not None:
                found[-1] = found[-1]._replace(clause=joined(found[-1].clause, clause))
            else:
                found.append(Said(own, clause, line.place))
    rest = (Said(text, None, lines[-1].place) for text in texts if text)
    return _shared([*found, *rest])


def _stretches(line: TextLine) -> Iterator[tuple[str, Clause | None]]:
    """The line's parts; what stands after its only clause is said of the same work."""
    stretches = line.search.stretches
    if len(line.search.clauses) == 1:
        yield line.search.text, line.search.clauses[0]
        return
    for at, stretch in enumerate(stretches):
        yield stretch.text.lstrip(_LEADING) if at else stretch.text, stretch.clause


def _shared(found: Sequence[Said]) -> list[Said]:
    """A clause that names nobody (工作目标：…, 完成时限：…) goes with the next one."""
    made: list[Said] = []
    for one in found:
        last = made[-1] if made else None
        if last is None or last.clause is None or last.is_shared or one.clause is None:
            made.append(one)
        else:
            made[-1] = Said(run_on((last.text, one.text)), joined(last.clause, one.clause), last.place)
    return made


def single_work(pieces: Sequence[Said]) -> str:
    """A work of one clause: all text to it, and the sentences after it where only its title stood before."""
    at = next(at for at, one in enumerate(pieces) if one.is_shared)
    before = run_on(one.text for one in pieces[: at + 1])
    after = takewhile(_goes_on, pieces[at + 1 :])
    return run_on([before, *(one.text for one in after)]) if _is_open(pieces[: at + 1]) else before


def _is_open(pieces: Sequence[Said]) -> bool:
    """Whether the pieces to a clause are a title that waits for the text below, which no 工作内容：… is."""
    last = pieces[-1].clause
    return (last is None or not last.work) and is_open_title(run_on(one.text for one in pieces))


def _goes_on(one: Said) -> bool:
    """Whether a text says more of the work under its title, and does not end the notice."""
    return one.clause is None and _says_more(one.text) and not is_labelled(one.text)


def is_sentence(text: str) -> bool:
    """Whether a paragraph goes on with what is said over it: a sentence, and none that ends the notice."""
    return text.endswith(SENTENCE_ENDS) and not ends_notice(text) and not _is_said_of_all(text)


def _is_said_of_all(text: str) -> bool:
    """Whether a paragraph is a note, or what a meeting or its leader asked of everybody."""
    return compiled(_SAID_OF_ALL).match(text) is not None


def _says_more(text: str) -> bool:
    """Whether a paragraph says more of the work over it: in a sentence, or under 职责： without a stop."""
    return is_sentence(text) or says_duties(text)


def worded(text: str, clause: Clause) -> str:
    """The wording: the paragraph's, and what stands under 工作内容： where it says more than the title."""
    title = _EMPTY_LABEL.sub("", _named(text, clause.title)).rstrip("：: ")
    if not clause.work:
        return title
    return clause.work if clause.work.startswith(title.strip(_TRIM)) else run_on((title, clause.work))


def _named(text: str, name: str) -> str:
    """A text under the name that a label gives the work: 督办事项：东门桥加固. A title stands before that."""
    if not name or text.startswith(name.strip(_TRIM)):
        return text
    is_above = bool(text) and is_title(text) and not text.endswith(SENTENCE_ENDS)
    return run_on((text, name) if is_above else (name, text))


def printed_as(style: str, number: int) -> str:
    """A number as its style prints it: （三）, 3., ③; "" for none."""
    if not 1 <= number <= 999:
        return ""
    chinese = to_chinese(number)
    if style == "①" and number <= _CIRCLED:
        return chr(ord("①") + number - 1)
    if style.startswith("第一"):
        return f"第{chinese}{style[2:] or '，'}"
    shown = {"（一）": f"（{chinese}）", "一、": f"{chinese}、", "（1）": f"（{number}）"}
    return shown.get(style, f"{number}.")
