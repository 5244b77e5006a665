"""The running text of a document as paragraphs: lines that a page or an editor broke are joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.clauses.clause_words import LABEL, SHARES, WHEN
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.lines.bare_numbers import with_figures_apart, with_points
from qjtask.importing.lines.broken_sentences import goes_on
from qjtask.importing.lines.levels import read_level, unmarked
from qjtask.importing.lines.line_margins import begins_anew, closes_behind, fills_the_line, margin_of
from qjtask.importing.lines.run_together import numbers_apart
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.office_words import is_office
from qjtask.importing.words.tidy_text import flow

_PAGE_NUMBER = re.compile(r"[—\-–－ ·.]*\d{1,4}(?![.]$)[—\-–－ ·.]*|第\s*\d+\s*页.{0,12}|\d+\s*/\s*\d+")
_FOOTER = re.compile(
    r"版权所有|ICP备|备\d{5,}号|网站标识码|网站地图|技术支持[：:]|您是第.{0,6}位|关闭(?:窗口|本页)|扫一扫"
    r"|责任编辑[：:]|相关(?:链接|解读|附件)[：:]?$"
)
_OVER_FOOTER = re.compile(r"(?:主办|承办|协办|维护|建设|运维)(?:单位|部门)?[：:]|地址|邮编|电话|联系我们")
_LAST = 40  # paragraphs in which a page's own footer may stand
_LONGEST_FOOTER = 80
_OFFICES = re.compile(r"[^：:，,]{2,8}(?:单位|部门)[：:][^，,。；;]*$")
_SENTENCE = re.compile(r"[，,].*[。；;！]")  # there is none among offices
_SHARED_OUT = re.compile(  # a paragraph's last words
    r"[（(〔【［\[][^（()）〔〕【】［］\[\]]*(?:责任|牵头|负责|配合)"
    r"(?:[^（()）〔〕【】［］\[\]]|[（(][^（()）]*[)）])*[)）〕】］\]][。；]?$"
    rf"|(?:牵头|负责|落实|配合|参与|参加)[，,]{WHEN}(?:完成|办结)$"
)
_BRACKETED = re.compile(  # blanks are looked at from their first on
    r"(?:(?<!\s)\s+)?[【〔［\[]([^【】〔〕［］\[\]：:]{2,12})[】〕］\]](?:\s*[：:])?\s*(?=[^\s】〕］\]。]|$)"
)
_TAG = re.compile("牵头|主办|配合|协办|主责|负责|参与")
_BEHIND_TAG = ("", *"、，,；;。）)〕】］]")
_WITHIN = {*SHARES, Role.DEADLINE, Role.PERSON}
_LABEL_BEGINS, _LABEL_ENDS = (
    r"[。；;，,]\s*(?:完成|办结|整改|销号)$",
    ("时限", "期限", "时间", "措施", "目标"),
)
# Where a line ends with the beginning of a label behind another's words, and the next one has its rest.
_PART_AT_END = rf"(?<=[。；;，,、\s）)]){HAN}{{1,5}}$"
_PART_AT_START = rf"{HAN}{{1,4}}[：:]"
_GOES_ON = tuple("、，,（(〔《")
_PAIRS = {"（": "）)", "(": "）)", "〔": "〕", "【": "】", "［": "］]", "[": "]］"}
_CLOSE = "）)〕】］]"
_POINTS = str.maketrans("﹒｡", ".。")
_LONGEST = 3000
_ENDS_WITH_OFFICES = (
    r"(?:责任|牵头|承办|配合|主办|协办)(?:单位|部门|科室)[：:][^。；;，,：:]*"
    r"(?:[局办厅院处科队站所镇乡]|街道|中心|公司|委员会)$"
)
_ENDS_WITH_TERM = (
    r"(?:完成|办结|整改|落实)(?:时限|期限|时间)[：:][^，,。；;：:]{0,16}"
    r"(?:前|[年月度]底|[月季度]末|日|推进|坚持|完成|全年)$"
)
_SHORTEST_SENTENCE = 6  # signs: less is the rest of a name
_LOOKED_AT = 5  # lines in which a bracket that a page broke is closed
_LONGEST_BRACKET = 600
_LONGEST_TERM = 30


class Passage(NamedTuple):
    """One paragraph of the document, whole; `place` is how messages name it.

    `heads` are the offices whose works stand under it, where it names nothing else.
    """

    text: str
    place: str
    heads: tuple[str, ...] = ()


def passages(document: SourceDocument) -> list[Passage]:
    """The document's paragraphs without page numbers and page footers, broken lines joined."""
    lines = list(_printed_lines(document))
    lines = lines[: _page_end(lines)]
    margin = margin_of([line.text for line in lines])
    made: list[Passage] = []
    for at, line in enumerate(lines):
        if made and _is_rest(made[-1].text, lines, at, margin):
            made[-1] = made[-1]._replace(text=made[-1].text + line.text)
        else:
            made.append(line)
    return [passage._replace(text=_spaced(_labelled(passage.text))) for passage in made]


def _printed_lines(document: SourceDocument) -> Iterator[Passage]:
    """The document's lines, but for page numbers; paragraphs that stand in one line are apart."""
    texts = [unmarked(block).translate(_POINTS) for block in document.blocks if isinstance(block, str)]
    for number, text in enumerate(with_figures_apart(with_points(texts)), 1):
        for own in _own_lines(text):
            for line in numbers_apart(own):
                if not _PAGE_NUMBER.fullmatch(line):
                    yield Passage(line, f"第{number}段")


def _own_lines(text: str) -> Iterator[str]:
    """A paragraph cut where a line of its own begins with a number or a label; other breaks are layout."""
    held = ""
    for line in map(_labelled, text.split("\n")):
        if held and (read_level(line) or LABEL.match(line)) and not goes_on(held, line):
            yield held
            held = ""
        held += line.strip()
    if held:
        yield held


def _labelled(line: str) -> str:
    """【牵头单位】县教育局 as 牵头单位：县教育局; within a line, those of offices, persons and times only."""
    return _BRACKETED.sub(_as_label, line).strip()


def _as_label(found: re.Match[str]) -> str:
    if (
        found.start()
        and _TAG.fullmatch(found[1])
        and found.string[found.end() : found.end() + 1] in _BEHIND_TAG
    ):
        return f"（{found[1]}）"  # 县大数据局〔牵头〕、县住建局
    label = LABEL.match(f"{found[1]}：")
    is_one = label is not None and (found.start() == 0 or Role[label.lastgroup or ""] in _WITHIN)
    return f" {found[1]}：" if is_one else found[0]


def _spaced(text: str) -> str:
    """Spaces stay where they may part names or labels; those of layout within a sentence go."""
    return text if re.search(r"[：:（(〔]", text) else flow(text)


def _page_end(lines: Sequence[Passage]) -> int:
    """Where a web page's own footer begins; the number of lines when there is none.

    It stands under the notice: over the first number or clause, the same words are the page's top bar.
    """
    begins = next((at for at, line in enumerate(lines) if _is_of_notice(line.text)), 0)
    for at in range(max(begins, len(lines) - _LAST), len(lines)):
        text = lines[at].text
        if _FOOTER.search(text) and len(text) <= _LONGEST_FOOTER:
            while at and _OVER_FOOTER.match(lines[at - 1].text):
                at -= 1  # noqa: PLW2901 - the loop ends here
            return at
    return len(lines)


def _is_of_notice(text: str) -> bool:
    """Whether a line is numbered, or says who does a work; 主办单位：某市政府办 stands at a page's edges."""
    label = LABEL.match(text)
    shares = label is not None and Role[label.lastgroup or ""] in SHARES and not _OVER_FOOTER.match(text)
    return shares or read_level(text) is not None or _SHARED_OUT.search(text) is not None


# Broken lines --------------------------------------------------------------------------------


def _is_rest(text: str, lines: Sequence[Passage], at: int, margin: int) -> bool:
    """Whether a line goes on with the paragraph above it."""
    line = lines[at].text
    if len(text) > _LONGEST:
        return False
    return goes_on(text, line) or (not begins_anew(line) and _breaks_off(text, lines, at, margin))


def _breaks_off(text: str, lines: Sequence[Passage], at: int, margin: int) -> bool:
    """Whether a paragraph ends where a line may be broken, and the line under it is no other paragraph."""
    line, before = lines[at].text, lines[at - 1].text
    if (_is_open(text) and _closes(lines, at)) or _breaks_a_label(before, line):
        return True
    if _is_apart(text, before, line):
        return False
    if text.endswith(_GOES_ON) or _ends_with_label(text):
        return True
    return not _is_whole(text, line) and fills_the_line(before, line, margin)


def _is_apart(text: str, before: str, line: str) -> bool:
    """Whether a line is a label, ends the notice behind one, or is a sentence under offices."""
    if LABEL.match(line) or closes_behind(before, line):
        return True
    return _OFFICES.match(text) is not None and _SENTENCE.search(line) is not None


def _is_whole(text: str, line: str) -> bool:
    """Whether a paragraph ends with who does it or by when, so that another begins with a line."""
    if compiled(_ENDS_WITH_TERM).search(text[-_LONGEST_TERM:]) and not line.startswith("前"):
        return True
    return _SHARED_OUT.search(text[-_LONGEST_BRACKET:]) is not None or _begins_behind_offices(text, line)


def _begins_behind_offices(text: str, line: str) -> bool:
    """Whether a sentence stands behind a label whose offices are whole: …责任单位：县财政局⏎改造管网."""
    ended = compiled(_ENDS_WITH_OFFICES).search(text[-_LONGEST_BRACKET:])
    first = compiled("[、，,。；;（(]").split(line, maxsplit=1)[0]
    return ended is not None and len(first) >= _SHORTEST_SENTENCE and not is_office(first)


def _breaks_a_label(line: str, following: str) -> bool:
    """Whether a label is broken between two lines: 责任单位：县住建局。完成⏎时限：6月底, …；责任单⏎位：."""
    is_rest = following.startswith(_LABEL_ENDS) and LABEL.match(following) is not None
    if is_rest and compiled(_LABEL_BEGINS).search(line):
        return True
    end, begin = compiled(_PART_AT_END).search(line), compiled(_PART_AT_START).match(following)
    if not end or not begin or LABEL.match(following):  # 一、学工部⏎联系人：
        return False
    label = LABEL.fullmatch(f"{end[0]}{begin[0]}")
    return label is not None and Role[label.lastgroup or ""] in _WITHIN


def _ends_with_label(text: str) -> bool:
    return text.endswith(("：", ":")) and any(found.end() == len(text) for found in LABEL.finditer(text))


def _is_open(text: str) -> bool:
    """Whether a bracket was begun near the paragraph's end and not ended."""
    depth, start, ends = 0, 0, ""
    for at, char in enumerate(text):
        if depth == 0 and char in _PAIRS:
            depth, start, ends = 1, at, _PAIRS[char]
        elif char in ends:
            depth = max(0, depth - 1)
        elif depth and _PAIRS.get(char) == ends:
            depth += 1
    return depth > 0 and len(text) - start <= _LONGEST_BRACKET


def _closes(lines: Sequence[Passage], at: int) -> bool:
    """Whether a bracket that is open over this line is ended in it or soon after, before another begins."""
    for line in lines[at : at + _LOOKED_AT]:
        if line is not lines[at] and read_level(line.text):
            return False
        signs = re.search(r"[（(〔【［\[）)〕】］\]]", line.text)
        if signs:
            return signs[0] in _CLOSE
    return False
