"""The judged rows of a table folded into an outline: the only place where reading a table remembers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from qjtask.core.text.comparing import bare
from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_blank
from qjtask.importing.document.doubts import Doubt, quoted_in_part
from qjtask.importing.document.row_words import is_as_above
from qjtask.importing.outline.nesting import nested
from qjtask.importing.outline.outline import Outline
from qjtask.importing.rows.judged_rows import JudgedRow
from qjtask.importing.rows.open_works import OpenSection, OpenWork
from qjtask.importing.rows.row_verdicts import RowKind
from qjtask.importing.rows.row_view import RowView
from qjtask.importing.tables.part_names import PartName
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role
from qjtask.importing.words.tidy_text import flow

_NO_WORK = "不是一项工作"
_OF_WORKS = (  # what a note may say of the works
    r"牵头|责任|配合|承办|协办|时限|期限|完成|报送|上报|[0-9一二三四五六七八九十](?:月|日|号|项|%)"
    r"|[年月季]底|每[年月季周]|[★☆*※▲●]|标注|表示|字体"
)
# 每月25日前向市招商局报送进展情况: what all are to report, and no work's.
_REPORTS = (
    r"(?:每[月季周旬半]|每个月|[日号五]前|下班前).{0,60}?(?:报送?|反馈|函告|汇总).{0,40}?(?:进展|进度|情况|台账|报表)"
    r"|每[月季周旬半][^，,。；;]{0,12}前?报送?[^，,。；;]{0,16}(?:[室办科局处委]|政府)[。；;]?$"
    r"|(?:进展|进度|情况|台账|报表).{0,20}?(?:每[月季周旬半]|[日号五]前|下班前).{0,60}?(?:报|反馈|函告)"
)
_OF_SIGNS = r"[★☆*※▲●]|标注|表示|字体|牵头|配合|时限|期限|[前底]完成|第[0-9一二三四五六七八九十]+项"
_KEEP = "要保留请写进 note"
_OF_ONE_ROW = frozenset((*TEXTS, Role.NAME, Role.NUMBER, Role.RUNNING_NUMBER))


def fold(rows: Iterable[JudgedRow], *, has_headings: bool, obeyed: Collection[str] = ()) -> Outline:
    """The outline of a table's rows; `has_headings` when it has a column of these.

    The notes in `obeyed` are told by what they do.
    """
    state = _State(has_headings=has_headings)
    for row in rows:
        if row.kind is not RowKind.NOTE or row.verdict.text not in obeyed:
            _STEPS[row.kind](state, row)
    return state.outline()


class _State:
    """What is known between two rows: the headings that are open, and the works so far."""

    def __init__(self, *, has_headings: bool) -> None:
        self._has_headings = has_headings
        self._wider = ""
        self._fields: tuple[str, ...] = ()
        self._task = ""
        self._part = PartName("")
        self._again = ""
        self._sections: list[OpenSection] = []
        self._doubts: list[Doubt] = []
        self._left_out: list[str] = []
        self._leaves_out_headings = False

    def outline(self) -> Outline:
        """The sections with their works; where every row prints its heading, none of them is a repeat."""
        made = [section.found(with_again=self._leaves_out_headings) for section in self._sections]
        return Outline(nested(made), tuple(self._doubts), left_out=tuple(self._left_out))

    # Headings --------------------------------------------------------------------------------

    def wider(self, row: JudgedRow) -> None:
        """A heading over the column of headings."""
        if bare(self._wider) == bare(row.verdict.text):
            self._again = row.verdict.text
            return
        self._wider, self._fields, self._task = row.verdict.text, (), ""
        self._open(row.place)

    def heading(self, row: JudgedRow) -> None:
        """A heading of works."""
        self._head(row.verdict.text, row.place, "")

    def part(self, row: JudgedRow) -> None:
        """The name of a part of the table: it heads works without a heading of their own."""
        assert row.part is not None  # noqa: S101 - a row of this kind has one
        if not row.part.heading:
            self._part = row.part._replace(heading=self._part.heading)
            return
        self._part = row.part
        self._wider, self._fields, self._task = "", (), ""

    def _head(self, text: str, place: str, number: str) -> None:
        if self._task and bare(self._task) == bare(text) and self._is_open():
            self._again = text
            return
        self._task = text
        self._open(place, number)

    def _is_open(self) -> bool:
        return bool(self._sections) and self._sections[-1].path == self._path()

    def _path(self) -> tuple[str, ...]:
        own = tuple(filter(None, (self._wider, *self._fields, self._task)))
        return own or tuple(filter(None, (self._part.heading,)))

    def _open(self, place: str, number: str = "") -> None:
        self._sections.append(OpenSection(self._path(), place, number))
        self._again = ""

    def _take_headings(self, row: JudgedRow, view: RowView) -> None:
        """The headings that a work's row prints in their columns, unless they go on from above."""
        has_new_field = self._take_fields(view)
        if Role.TASK in view.begins:
            number = flow(view.text(Role.HEADING_NUMBER)) if Role.HEADING_NUMBER in view.begins else ""
            self._head(flow(view.text(Role.TASK)), row.place, number)
        elif has_new_field or not self._is_open():
            if Role.TASK in view.goes_on and not self._task:
                self._task = flow(view.text(Role.TASK))
            self._open(row.place)
        elif self._has_headings:
            self._leaves_out_headings = True

    def _take_fields(self, view: RowView) -> bool:
        """Take up the texts of the columns of wider headings, empty ones as above; whether one is new."""
        before = self._fields
        self._fields = tuple(new or old for new, old in zip(view.fields, before or view.fields, strict=True))
        return self._fields != before

    # Works -----------------------------------------------------------------------------------

    def work(self, row: JudgedRow) -> None:
        """A work of its own."""
        view = _view(row)
        shares_number = Role.NUMBER in view.goes_on and self._last() is not None
        self._take_headings(row, view)
        line = OpenWork(row.place, self._with_above(_without_strokes(view)), self._path(), self._again)
        line.of_part = self._part
        line.further.extend(view.row.further)
        self._again = ""
        if view.row.ragged:
            told = f"这一行只有{len(view.filled)}格，比别的行少"
            line.doubts.append(Doubt(row.place, told, "从左到右对应各列", "请核对这一项的各列"))
        if shares_number and self._last() is not None:
            line.texts[Role.NUMBER] = self._number_above()
            line.shares_number = True
        self._sections[-1].lines.append(line)

    def _with_above(self, texts: Mapping[Role, str]) -> dict[Role, str]:
        """A row's texts, 同上 replaced by what the work above says there."""
        above = next((line for section in reversed(self._sections) for line in section.lines[-1:]), None)
        return {
            role: above.texts.get(role, "") if above is not None and is_as_above(text) else text
            for role, text in texts.items()
        }

    def more(self, row: JudgedRow) -> None:
        """A further line of the last work: more offices, or another deadline."""
        last = self._last()
        if last is None:
            return
        last.further.append(row.place)
        for role, text in _view(row).texts.items():
            own = last.texts.get(role, "")
            if role in _OF_ONE_ROW or text == own or not text:
                continue
            if role is Role.DEADLINE and own:
                told = f"一项工作有两个时限：“{own}”和“{text}”"
                fix = "请核对 deadline，另一个可写进 milestones"
                last.doubts.append(Doubt(row.place, told, f"按“{own}”记", fix))
            else:
                last.texts[role] = f"{own}、{text}" if own and role in OFFICES else f"{own}\n{text}".strip()

    def cut(self, row: JudgedRow) -> None:
        """The rest of the last work, or of the heading over it."""
        last, view = self._last(), _view(row)
        if last is None:
            return
        last.further.append(row.place)
        for role, text in view.texts.items():
            own = last.texts.get(role, "")
            if role is Role.TASK and role in view.begins:
                self._mend_heading(flow(text))
            elif role not in {Role.FIELD, Role.NUMBER, Role.TASK} and role in view.begins:
                joint = "" if role in {Role.WORK, Role.NAME, Role.DEADLINE} or not own else "\n"
                last.texts[role] = own + joint + text
        if row.verdict.is_sure:
            return
        read = "；".join(f"{role.value}“{quoted_in_part(flow(text))}”" for role, text in view.texts.items())
        told = f"这一行只有{read}，像是换页切开的"
        last.doubts.append(Doubt(row.place, told, "接在上一行后面", "若是另一项，请在计划里分开"))

    def _mend_heading(self, rest: str) -> None:
        section = self._sections[-1]
        self._task += rest
        section.path = self._path()
        for line in section.lines:
            line.path = section.path

    def _last(self) -> OpenWork | None:
        return self._sections[-1].lines[-1] if self._sections and self._sections[-1].lines else None

    def _number_above(self) -> str:
        lines = (line for section in reversed(self._sections) for line in reversed(section.lines))
        return next((text for line in lines if (text := line.texts.get(Role.NUMBER, ""))), "")

    # Other rows ------------------------------------------------------------------------------

    def left_out(self, row: JudgedRow) -> None:
        """A row that is no work, and is told."""
        view = _view(row)
        text = row.verdict.text or "；".join(flow(view.row.cells[at].text) for at in view.filled)
        self._doubts.append(Doubt(row.place, f"“{quoted_in_part(text)}”{_NO_WORK}", "没有读", _KEEP))

    def note(self, row: JudgedRow) -> None:
        """A note: told where it may say something of the works."""
        text = row.verdict.text
        is_of_reports = compiled(_REPORTS).search(text) and not compiled(_OF_SIGNS).search(text)
        if compiled(_OF_WORKS).search(text) and not is_of_reports:
            self.left_out(row)
        else:
            self._left_out.append(quoted_in_part(text))

    def silent(self, _: JudgedRow) -> None:
        """A row that says nothing."""


def _without_strokes(view: RowView) -> Mapping[Role, str]:
    """A row's texts, — for a work replaced by the heading that the row prints for it alone, or by nothing."""
    work = view.text(Role.WORK)
    if not work or not is_blank(work):
        return view.texts
    return {**view.texts, Role.WORK: view.text(Role.TASK) if Role.TASK in view.begins else ""}


_STEPS: Mapping[RowKind, Callable[[_State, JudgedRow], None]] = {
    RowKind.WORK: _State.work,
    RowKind.MORE: _State.more,
    RowKind.CUT: _State.cut,
    RowKind.WIDER: _State.wider,
    RowKind.HEADING: _State.heading,
    RowKind.SUM: _State.silent,
    RowKind.NOTE: _State.note,
    RowKind.SAMPLE: _State.left_out,
    RowKind.SIGNED: _State.silent,
    RowKind.UNREAD: _State.left_out,
    RowKind.HEADER: _State.silent,
    RowKind.PAGE: _State.silent,
    RowKind.TEXT: _State.silent,
    RowKind.PART: _State.part,
    RowKind.EMPTY: _State.silent,
}


def _view(row: JudgedRow) -> RowView:
    assert row.view is not None  # noqa: S101 - only a paragraph has none, and it is a heading or nothing
    return row.view
