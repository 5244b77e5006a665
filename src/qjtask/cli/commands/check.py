"""qjtask check."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated

import typer

from qjtask.cli.attaching import evidence_now
from qjtask.cli.faults import Misused
from qjtask.cli.ledgers import Ledgers
from qjtask.cli.options import FileOption, FormatOption, TodayOption
from qjtask.cli.output import say, show
from qjtask.cli.session import Session
from qjtask.cli.which_ledger import find_ledger, find_ledgers, working_day
from qjtask.core.plan.plan_doubts import plan_doubts
from qjtask.core.problem import Problem, Refused
from qjtask.core.sheets.check_sheets import check_sheets
from qjtask.core.sheets.digest_words import sign_words
from qjtask.render.json_objects import problem_object
from qjtask.storage.ledger import Ledger

EXAMPLES = ("qjtask check", "qjtask check --digest 4CD4C4AF --today 2021-06-10")


def command(
    ctx: typer.Context,
    digest: Annotated[
        str | None,
        typer.Option(
            "--digest",
            metavar="SIGN",
            show_default=False,
            help="拿公文下方的台账校验码，与 --today 那天及以前的记录核对",
        ),
    ] = None,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show everything wrong or doubtful in plan and log; exit 1 on errors only."""
    day = working_day(ctx, today)
    found = find_ledgers(ctx, file)
    if digest is not None:
        _compare(digest, find_ledger(ctx, file), day)
        return
    problems, sign = _checked_all(found, day) if isinstance(found, Ledgers) else _checked(found, day)
    show(
        form,
        day,
        lambda: check_sheets(problems, sign_words(sign, day) if sign else ""),
        lambda: {"problems": [problem_object(problem) for problem in problems], "digest": sign},
        full=True,
    )
    if any(not problem.is_warning for problem in problems):
        raise typer.Exit(1)


def _checked_all(found: Ledgers, day: date) -> tuple[list[Problem], str | None]:
    """Every problem of several ledgers and of their list; the sign where there is one ledger only."""
    from qjtask.cli.list_doubts import list_doubts

    checked = [_checked(one.ledger, day) for one in found.listed]
    problems = [problem for of_one, _ in checked for problem in of_one]
    problems += [*(one.problem for one in found.closed), *found.doubts, *list_doubts(found)]
    return problems, checked[0][1] if len(checked) == 1 else None  # of several each has its own


def _checked(ledger: Ledger, day: date) -> tuple[list[Problem], str | None]:
    """Every problem, and the sign of the log as of the day; None of a log without entries, or not readable.

    A plan that cannot be read hides its doubts, and none of the log's own faults.
    """
    try:
        plan, log = ledger.read()
    except Refused as refused:
        log_problems = _or_why_not(lambda: ledger.log().problems)
        return [*refused.problems, *(told for told in log_problems if told not in refused.problems)], None
    session = Session(ledger, plan, log, day)
    doubts = [*session.log_problems, *_evidence_doubts(session), *ledger.stray_copies(log)]
    return [*plan_doubts(plan, ledger.shown), *doubts], session.sign if log.entries else None


def _evidence_doubts(session: Session) -> list[Problem]:
    """Evidence that was reported with its digest, and is not there any more as it was."""
    from qjtask.core.letters.evidence_doubts import evidence_doubts
    from qjtask.core.log.evidence import evidence_of

    named = [one for entries in session.past.by_item.values() for one in evidence_of(entries)]
    reported = [one for one in named if one.digests]
    if not reported:
        return []
    now = [{name: one.finding for name, one in found.items()} for found in evidence_now(reported, session)]
    return list(evidence_doubts(zip(reported, now, strict=True), session.ledger.log_shown))


def _or_why_not(find: Callable[[], Iterable[Problem]]) -> list[Problem]:
    """What is found; why it cannot be, where the log cannot be read."""
    try:
        return [*find()]
    except Refused as refused:
        return [*refused.problems]


def _compare(sign: str, ledger: Ledger, day: date) -> None:
    """Hold a letter against the log; exit 1 where they do not agree."""
    from qjtask.core.log.digest import compare, is_sign, log_digest, signs
    from qjtask.core.sheets.digest_words import comparison_words

    if not is_sign(sign):
        told = f"“{sign}”不是台账校验码"
        raise Misused([Problem("--digest", told, "请照抄公文下方的8位数字和字母，如 4CD4C4AF")])
    lines = ledger.log().lines()
    found = compare(lines, day, sign)
    say(comparison_words(found, day, signs(log_digest(lines, day))))
    if not found.agrees:
        raise typer.Exit(1)
