"""qjtask remind."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from qjtask.cli.arguments import Arguments
from qjtask.cli.formats import Format
from qjtask.cli.office_days import is_day_off, office_calendar, tell_guesses
from qjtask.cli.opening import open_session
from qjtask.cli.options import (
    FileOption,
    FormatOption,
    LeadsOption,
    TodayOption,
    UnitsOption,
)
from qjtask.cli.output import show
from qjtask.cli.session import Session
from qjtask.core.letters.reminder import Letter, letter_reach, reminder
from qjtask.core.letters.reminder_text import letter_sheet, letter_text
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.standing.due_asked import DueAsked
from qjtask.core.standing.query import owed
from qjtask.core.time.span import Span
from qjtask.render.json_objects import letter_object
from qjtask.render.one_line import one_line

EXAMPLES = (
    "qjtask remind",
    "qjtask remind --unit 审批科 --within 7d",
    "qjtask remind --check-contacts",
    "qjtask remind --send --dry-run",
    "7 9 * * 1  qjtask remind --send（写进 crontab）",
)

WithinOption = Annotated[str, typer.Option("--within", "-w", metavar="SPAN", help="本周指多久之内")]
SendOption = Annotated[bool, typer.Option("--send", help="按 contacts.yaml 发给各单位；本周已送达的不再发")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="与 --send 同用：只显示要发什么，不发")]
AgainOption = Annotated[bool, typer.Option("--again", help="与 --send 同用：本周已送达的也再发")]
MentionOption = Annotated[
    bool, typer.Option("--mention", help="与 --send 同用：在群里点名 contacts.yaml 的 people 所写的人")
]
CheckOption = Annotated[
    bool, typer.Option("--check-contacts", help="检查 contacts.yaml：谁没有地址，缺哪些秘密")
]
WorkdaysOption = Annotated[
    bool, typer.Option("--workdays", help="只在工作日出函；下次逢放假时提醒范围顺延，期限逢休息日的注明")
]


def command(
    ctx: typer.Context,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    within: WithinOption = "7d",
    send: SendOption = False,
    dry_run: DryRunOption = False,
    again: AgainOption = False,
    mention: MentionOption = False,
    check_contacts: CheckOption = False,
    workdays: WorkdaysOption = False,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Print the weekly letter, with one section per unit of its own open share only; or send it."""
    session = open_session(ctx, file, today, in_part=not check_contacts)
    how = _Sending(dry_run=dry_run, again=again, mention=mention)
    with session.arguments() as given:
        span = given.span("--within", within)
        units = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
        if not send:
            _want_send(given, how)
        if check_contacts and any((send, units, leads, workdays)):
            given.fault("--check-contacts", "检查的是整个通讯录", "请单独使用")
        if send and form:
            given.fault("--format", "发送时不能指定显示形式", "请去掉 --format")
    if check_contacts:
        _check(session, form)
        return
    letter = _letter(session, span, (units, leads), workdays=workdays)
    if letter and send:
        _send(session, letter, how, is_whole=not (units or leads))
    elif letter:
        _print(session, letter, form)


class _Sending(NamedTuple):
    """How letters are sent: only shown, also to who has them, and to people by name in their group."""

    dry_run: bool
    again: bool
    mention: bool


def _want_send(given: Arguments, how: _Sending) -> None:
    for option, is_given in (("--dry-run", how.dry_run), ("--again", how.again), ("--mention", how.mention)):
        if is_given:
            given.fault(option, "要和 --send 一起用", "请加 --send")


def _letter(
    session: Session, span: Span, whose: tuple[frozenset[str], frozenset[str]], *, workdays: bool
) -> Letter | None:
    """The letter of today, to units and on the works of leads; None on a day off, which is told."""
    calendar = office_calendar(session) if workdays else None
    if calendar and is_day_off(session.today, calendar):
        return None
    units, leads = whose
    plan, day = session.head, session.today
    _, horizon = letter_reach(plan, day, span, calendar)
    rows, beside = session.letter_rows(DueAsked(horizon, units, leads))
    letter = reminder(plan, owed(rows, leads=leads), day, span, units, calendar, beside)
    if calendar:
        tell_guesses(session, letter, calendar)
    return letter._replace(sign=session.sign)


def _print(session: Session, letter: Letter, form: Format | None) -> None:
    if form in (None, Format.PLAIN):
        sys.stdout.write("".join(f"{one_line(line)}\n" for line in letter_text(letter)))
    else:
        show(form, session.today, lambda: [letter_sheet(letter)], lambda: letter_object(letter), full=True)


def _send(session: Session, letter: Letter, how: _Sending, *, is_whole: bool) -> None:
    from qjtask.cli.sending import send_letters, show_letters

    way = show_letters if how.dry_run else send_letters
    way(session, letter, is_whole=is_whole, again=how.again, mention=how.mention)


def _check(session: Session, form: Format | None) -> None:
    """Show what keeps the letters from arriving; exit 1 on faults."""
    from qjtask.cli.sending import contact_problems
    from qjtask.core.sheets.check_sheets import check_sheets
    from qjtask.render.json_objects import problem_object

    problems = contact_problems(session)
    objects = [problem_object(problem) for problem in problems]
    show(form, session.today, lambda: check_sheets(problems), lambda: {"problems": objects}, full=True)
    if any(not problem.is_warning for problem in problems):
        raise typer.Exit(1)
