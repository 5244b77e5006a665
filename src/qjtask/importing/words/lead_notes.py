"""What headings and notes say of the offices in a column: that the first leads, or those with a sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.numbering import MARKS
from qjtask.importing.words.vocabulary import words

NOUN = r"(?:部门|单位|科室|股室|处室)"
"""What offices are called in a note, whatever they do. For patterns."""

_FIRST = (
    r"(?:(?:排|列|位列|名列|排列|居|位)(?:名|序|位)?(?:在|于)?(?:第[一1]位?|首位?|最?前面?|第[一1]个)"
    rf"|(?:第[一1]|首)(?:位名?|[个家](?=[的为是均]|责任|承办|{NOUN}))|第[一1](?=责任单位|责任部门))"
)
_LEADS = (
    r"(?:均?(?:为|是|系|作为)(?:工作|任务|总|本项工作)?|负责|总)?(?:牵头|主办|主责)(?:责任)?"
    rf"{NOUN}?(?:[或和及](?:汇总|协调)?{NOUN})?"
    rf"|均?(?:为|是|系)(?:总|工作|任务|本项工作)?(?:主要责任|汇总|第一责任){NOUN}?"
)
FIRST_LEADS = (
    r"(?:除[^（(）)，,；;]{1,20}外[，,；;]?)?(?:其中|以)?(?:"
    rf"{_FIRST}[的者]?(?:责任|承办|主体|落实)?{NOUN}?者?(?:{_LEADS})"
    rf"|牵头(?:责任)?{NOUN}均?(?:排|列)(?:名|序)?(?:在|于)?(?:首位|第[一1]位?|最前面?)"
    r")"
)
"""列第一位者为牵头单位: the first of several responsible offices leads; after 除……外, too. For patterns."""

_FIRST_LEADS = rf"[（(]?{FIRST_LEADS}[)）]?"
_REST = (
    rf"(?:其余|其他|其它|余下|后面|之后|以后|随后)的?各?(?:责任|相关|有关)?(?:{NOUN}|者)?"
    r"(?:均|都|则)?(?:为|是|系|作为|按|负责|予以|做好|积极)?"
)
_SIGN = f"{MARKS}○"  # which is a numeral, too, beside a number
_SIGNS = frozenset(_SIGN)
_BEFORE_LEADS = rf"(?:号|的|者|标记|标识|标注|{NOUN})*(?:为|是|系)(?:牵头|主办|主责|第一责任)"
_MARKED = (
    rf"(?:带|标|标注|标有|标记|加|打|有|注|注有|画)[“\"（(]?(?P<mark>[{_SIGN}])[”\")）]?"
    rf"(?:{_BEFORE_LEADS}|(?:号|的|者|{NOUN})+(?:负责)?牵头)|[“\"]?(?P<alone>[{_SIGN}])[”\"]?{_BEFORE_LEADS}"
)
_SENTENCE_ENDS = r"[。；;\n]\s*"
_ORDER, _PRINT = frozenset("首第前"), frozenset("粗体划红")
_LEADERS = ("牵头", "主办", "主责", "第一责任")
_DRAWN = (
    r"(?:加粗|黑体|粗体|下划线|划线|红色|标红)"
    rf"(?:字体?|显示|标注|标识|的|者|{NOUN})*(?:为|是|系)?(?:牵头|主办)"
)


def without_first_leads(text: str) -> str:
    """A cell without the words that the office named first leads."""
    return compiled(_FIRST_LEADS).sub("", text) if _speaks_of_leads(text, _ORDER) else text


class LeadNote(NamedTuple):
    """Which of the offices in a cell lead: those with the sign `mark`, or without one the first.

    `rest` is what the others owe; None where nothing is said of leads, or another column names them. With
    `is_unseen` leads are printed in bold or in red, which nobody sees here.
    """

    mark: str = ""
    rest: Role | None = None
    is_unseen: bool = False

    @property
    def said(self) -> str:
        """What the source says."""
        return f"写明带“{self.mark}”的是牵头单位" if self.mark else "写明排第一位的是牵头单位"


def lead_note(texts: Sequence[str], paragraphs: Iterable[str]) -> LeadNote:
    """What headings and notes say of leads; a paragraph of the notice says of none that they bear a sign."""
    mark = lead_mark(texts)
    pattern, signs = (_MARKED, _SIGNS) if mark else (_FIRST_LEADS, _ORDER)
    speaking = (text for text in (*texts, *paragraphs) if _speaks_of_leads(text, signs))
    found = ((text, one) for text in speaking if (one := compiled(pattern).search(text)))
    rest = next((_role_of_rest(text[one.end() :]) for text, one in found), None)
    drawn = (text for text in texts if rest is None and _speaks_of_leads(text, _PRINT))
    return LeadNote(mark, rest, any(compiled(_DRAWN).search(text) for text in drawn))


def is_told(text: str, note: LeadNote) -> bool:
    """Whether a text says of leads what the note says, and nothing else."""
    if note.rest is None or any(compiled(_SENTENCE_ENDS).split(text.rstrip("。；;\n "))[1:]):
        return False
    own = lead_note([text], ())
    return own.rest is not None and own.mark == note.mark


def lead_mark(texts: Iterable[str]) -> str:
    """The sign that stands before or after the names of leads, as a heading or a note says; "" for none."""
    found = (compiled(_MARKED).search(text) for text in texts if _speaks_of_leads(text, _SIGNS))
    return next((one["mark"] or one["alone"] for one in found if one), "")


def _speaks_of_leads(text: str, signs: frozenset[str]) -> bool:
    """Whether a text may say who leads and holds one of these signs; on others no pattern need be tried."""
    return not signs.isdisjoint(text) and any(word in text for word in _LEADERS)


def _role_of_rest(after: str) -> Role:
    """What the offices beside the leads owe: they stay responsible, unless the note says 其余配合."""
    duties = words().duties
    units, support = "|".join(duties.units), "|".join(duties.support)
    rest = compiled(rf"{_REST}(?:{units}|(?P<support>{support}))").search(after)
    return Role.SUPPORT if rest and rest["support"] else Role.UNITS
