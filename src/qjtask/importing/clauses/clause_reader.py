"""The words of a clause -> its names by role, and its deadline: A牵头，B、C配合，6月底前完成."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from qjtask.core.text.signs import is_blank
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.answering_offices import answering_offices
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_names import NamedOffices, names_in
from qjtask.importing.clauses.clause_rest import WithoutRest, without_rest
from qjtask.importing.clauses.clause_segments import TRIM, part_of_work, pieces, taken_apart, watched
from qjtask.importing.clauses.clause_texts import ClauseTexts, closed
from qjtask.importing.clauses.clause_words import LABEL, SHARES, is_time, with_colons, without_done
from qjtask.importing.clauses.name_kinds import acts, is_body, is_name, is_sure, stands_for_all
from qjtask.importing.clauses.person_names import has_title, is_held_by_many, is_post_alone, persons_listed
from qjtask.importing.clauses.persons_beside import with_persons_beside
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.joining_signs import begins_county
from qjtask.importing.words.lead_notes import FIRST_LEADS, NOUN
from qjtask.importing.words.office_words import is_office
from qjtask.importing.words.tidy_text import flow

LONGEST = 1500
"""Characters of a clause; the longest met in a State Council notice has some 400."""

_OTHERS_TOO = (  # 列第一位者为牵头单位，其他有关部门和单位按职责分工负责: those that are named
    rf"[，,；;](?:其他|其余)各?(?:有关|相关)?{NOUN}(?:[和、]{NOUN})?(?:按照?(?:各自)?职责(?:分工)?|分别|共同)?(?:负责|落实)"
)
LEADS_ASIDE = re.compile(rf"[（(]?[，,；;、。]?{FIRST_LEADS}(?:{_OTHERS_TOO})?[，,；;]?(?:下同)?[)）]?")
"""That the office named first leads, as it stands among the words of a clause."""

_ASIDE = re.compile(r"(?:此项|该项|本项)?(?:工作|任务|事项)?由?|下同|以下简称.*")
_ABOVE = re.compile(r"(?:以上|上述)(?:各项|几项|所有|全部|\S项)?(?:工作|任务|事项|内容)(?:均|都)?")
_ELSEWHERE = re.compile(r"详?见|参见|另行|待定|另定|略$|同上|同前")
_BY_WHEN = re.compile("前$|[之以]前|持续|长期|完成")
_HALF = 2
_KEYS = {Role.LEAD: "lead", Role.UNITS: "units", Role.SUPPORT: "support"}


def read_clause(text: str, vocabulary: Vocabulary) -> Clause | None:
    """The clause that a text is, as it stands in brackets or on a line; None when it is none.

    One that only says by when, or holds labels without offices, has no `names`.
    """
    if len(text) > LONGEST:
        return None
    plain, leads = LEADS_ASIDE.subn("；", with_persons_beside(with_colons(text)))
    reader = _ClauseReader(vocabulary)
    for role, label, value in _labelled(reader.rest(without_rest(plain, vocabulary))):
        reader.take(role, label, value)
    clause = reader.clause()
    return clause._replace(first_leads=True) if clause and leads else clause


def _labelled(text: str) -> Iterator[tuple[Role | None, str, str]]:
    """The text cut at its labels, each with its role and words; what stands before the first has none."""
    at, words = 0, ""
    role: Role | None = None
    for found in LABEL.finditer(text):
        yield role, words, text[at : found.start()]
        at, role, words = found.end(), Role[found.lastgroup or ""], re.sub(r"[\s:：]+", "", found[0])
    yield role, words, text[at:]


def _goes_on_with(named: NamedOffices, role: Role) -> str:
    """The names that 等 says to be more, by the key of their role; "" for a list that is whole."""
    if not named.and_others:
        return ""
    return _KEYS[named.names[-1][0] if named.names else role]


class _ClauseReader:
    """Gathers what the parts of one clause say."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._names: dict[Role, list[str]] = {}
        self._texts = ClauseTexts()
        self._notes: list[str] = []
        self._answering: list[str] = []
        self._told: list[tuple[str, str]] = []
        self._strange: list[str] = []
        self._is_labelled = self._has_label = self._has_verb = self._is_under_label = False
        self._others = ""
        self._is_above = False
        self._rest = WithoutRest("")

    def rest(self, rest: WithoutRest) -> str:
        """Keep what a last sentence says of all works; the words without it."""
        self._rest = rest
        self._told.extend(rest.told)
        return rest.text

    def take(self, role: Role | None, label: str, value: str) -> None:
        """Read what stands under a label, or before the first."""
        plain = flow(value).strip(TRIM)
        if is_blank(plain):
            return
        if role is None or role in SHARES:
            self._is_under_label = role is not None
            self._is_labelled = self._is_labelled or self._is_under_label
            self._offices(self._texts.without_ditto(value.rstrip(TRIM)), role or Role.UNITS, label)
        elif role is Role.PERSON:
            self._has_label = True
            self._answer(label, closed(self._texts.without_time(label, value.strip(TRIM))))
        elif role is Role.NOTE:
            self._has_label = True
            self._notes.append(f"{label}：{closed(self._texts.without_time(label, plain))}")
        elif role is Role.DEADLINE:
            self._texts.say(role, self._texts.without_ditto(plain))
        else:
            self._texts.say(role, flow(value).strip())
            if role is Role.TARGET:  # its numbers become targets; the words stay here
                self._notes.append(f"{label}：{plain}")

    def _answer(self, label: str, value: str) -> None:
        """Who answers for a work: persons for the notes, and offices that own it where nobody else does."""
        offices, persons = answering_offices(label, value)
        self._answering.extend(offices)
        if persons or not offices:
            names = "、".join(persons) if offices else persons_listed(value).strip(TRIM)
            self._notes.append(f"{label}：{names}")

    def clause(self) -> Clause | None:
        """What was read; None when it names nobody and says nothing else that a clause says."""
        if self._answering and not self._names:
            self._names[Role.UNITS], self._is_labelled = self._answering, True
        if not self._is_clause(sum(map(len, self._names.values()))):
            return None
        self._told += [(f"“{name}”不像单位名称", "照印的记") for name in self._strange if self._is_odd(name)]
        return Clause(
            self._named(Role.LEAD),
            tuple(dict.fromkeys((*self._named(Role.UNITS), *self._rest.for_this))),
            self._named(Role.SUPPORT),
            deadline=without_done(self._texts.said(Role.DEADLINE)),
            work=self._texts.said(Role.WORK),
            title=self._texts.said(Role.TASK),
            target=self._texts.said(Role.TARGET),
            notes=tuple(self._notes),
            told=tuple(self._told),
            and_others=self._others,
            above=self._is_above,
            goes_on=self._texts.goes_on,
            is_bare=not self._is_labelled and not self._has_verb,
            for_all=self._rest.for_all,
        )

    def _is_odd(self, name: str) -> bool:
        """Whether a name is to be doubted; a label or a bracket gives work to all of a kind, too: 各网格."""
        is_given = self._is_labelled or not self._has_verb
        return is_office(name) and not (is_given and stands_for_all(name))

    def _is_clause(self, total: int) -> bool:
        """Whether so many names, or what else was said, make a clause."""
        if not total:
            return self._texts.are_said or self._has_persons()
        return self._is_labelled or self._is_likely(total)

    def _has_persons(self) -> bool:
        """Whether persons or notes stand there under a label or with a verb: （文字版） is no person."""
        return bool(self._notes) and (self._is_labelled or self._has_label or self._has_verb)

    def _named(self, role: Role) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._names.get(role, ())))

    def _is_likely(self, total: int) -> bool:
        """Whether names without a label are offices: all of them, or half where a verb says so.

        A place beside a verb or a time owes something: 城关镇，6月底前.
        """
        is_due = _BY_WHEN.search(self._texts.said(Role.DEADLINE)) is not None
        is_one = acts if self._has_verb else is_body if is_due else is_sure
        if not any(is_one(name) or self._does(name) for own in self._names.values() for name in own):
            return False
        if self._has_verb:
            return len(self._strange) * _HALF <= total
        return all(map(stands_for_all, self._strange))  # （社区党委、各网格）

    def _offices(self, text: str, role: Role, label: str) -> None:
        """Segments such as X牵头 and Y、Z配合, each with its role; names without a verb have the label's."""
        waiting: list[str] = []
        is_led = False
        for segment in self._segments(text):
            if self._is_aside(segment) or self._is_beside(segment):
                continue
            names, own, when = taken_apart(segment)
            if when:
                self._texts.say(Role.DEADLINE, when)
            if own is None:
                waiting.append(names)
                continue
            self._has_verb = True
            if is_led or own is not Role.SUPPORT:
                # 甲局牵头，乙局、丙局等部门，各镇配合: after who leads, all go with the next verb.
                names, waiting = "、".join([*waiting, names]), []
            self._assign(names, role if own is Role.UNITS else own, label)
            is_led = is_led or own is Role.LEAD
        self._assign("、".join(waiting), role, label)

    def _segments(self, text: str) -> Iterator[str]:
        for cut in pieces(text):
            if len(cut) > 1:
                self._told.append((f"“{flow(''.join(cut))}”中间没有标点", "在“牵头”后面分开读"))
            yield from filter(None, (one.strip(TRIM) for one in cut))

    def _is_aside(self, segment: str) -> bool:
        """Whether a segment names nobody: it says by when, or 下同."""
        plain = flow(segment)
        if is_time(plain) and "由" not in plain:
            self._texts.say_time(plain)
            return True
        self._texts.end_time(is_ditto=segment == "下同")
        return _ASIDE.fullmatch(segment) is not None

    def _is_beside(self, segment: str) -> bool:
        """Whether a segment says who looks after the work, or does a part of it; what goes to the notes."""
        duty = watched(segment) or part_of_work(segment)
        offices = self._certain(duty.who) if duty else ()
        if duty is None or not offices:
            return False
        self._has_verb = True
        who = "、".join(offices)
        if duty.role is None:
            self._notes.append(f"{duty.words}：{who}")
            return True
        self._names.setdefault(duty.role, []).extend(offices)
        self._notes.append(f"{who}：{duty.words}")
        self._told.append((f"“{flow(segment)}”写着做哪一部分", f"单位记作{duty.role.value}，做什么记入备注"))
        return True

    def _certain(self, text: str) -> tuple[str, ...]:
        """The offices of a text that names nothing else; () for any other."""
        named = names_in(text, Role.UNITS, self._vocabulary)
        names = tuple(name for _, name in named.names)
        return names if not named.persons and all(map(is_sure, names)) else ()

    def _assign(self, text: str, role: Role, label: str) -> None:
        above = _ABOVE.match(text)
        if above:
            self._is_above, text = True, text[above.end() :]
        first, together, second = text.partition("会同")
        if together and begins_county(second, first or "、" * self._is_under_label):
            first, together, second = text, "", ""
        if together and first.strip(TRIM):
            self._has_verb = True
            self._add(first, Role.LEAD, label)
            self._add(second, role if role is Role.SUPPORT else Role.UNITS, label, is_first=True)
        else:
            self._add(second if together else first, role, label, is_first=together != "")

    def _add(self, text: str, role: Role, label: str, *, is_first: bool = False) -> None:
        """Keep the names of a text; one that `is_first` begins so that nothing joins it to those before."""
        if is_blank(text.strip(TRIM)):
            return
        is_begun = is_first or self._is_under_label
        beside = None if is_begun else [*chain.from_iterable(self._names.values())]
        self._is_under_label = False
        named = names_in(text, role, self._vocabulary, beside)
        self._others = self._others or _goes_on_with(named, role)
        self._told.extend(named.told)
        posts = self._posts(named.persons, label)
        for person in named.persons:
            if person not in posts:
                self._note_person(person, role, label)
        for own, name in named.names:
            self._keep(name, own)
        for post in posts:  # 责任部门：设备组、安全员
            self._names.setdefault(role, []).append(post)

    def _posts(self, persons: Iterable[str], label: str) -> list[str]:
        """Those of the persons that are posts, and owe the work as offices do."""
        return [one for one in persons if (label and is_post_alone(one)) or self._does(one)]

    def _does(self, post: str) -> bool:
        """Whether a verb gives the work to those who hold a post: （班主任负责）."""
        return self._has_verb and is_held_by_many(post)

    def _keep(self, name: str, role: Role) -> None:
        """Keep a name by its role; one that only says where the names stand, 详见附件, is told."""
        if is_name(name) or is_post_alone(name):  # （保卫科、值周教师）
            self._names.setdefault(role, []).append(name)
        elif _ELSEWHERE.match(name):
            self._told.append((f"单位写的是“{name}”", "没有记单位"))
        else:
            self._names.setdefault(role, []).append(name)
            self._strange.append(name)  # of those not even ending as offices do, the closing checks tell

    def _note_person(self, person: str, role: Role, label: str) -> None:
        whose = "" if "：" in person else f"{label or role.value.removesuffix('单位')}："
        self._notes.append(f"{whose}{person}")
        if not label and "：" not in person and not has_title(person):
            self._told.append((f"“{person}”像是人名", "记入备注，没有当作单位"))
