"""Jobs delivered one after another, and those that failed tried again after growing pauses."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qjtask.core.letters.deliveries import Job
from qjtask.core.named_tuple import NamedTuple
from qjtask.sending.failure import NotDelivered
from qjtask.sending.rate_limit import RateLimit

PAUSES = (2.0, 15.0, 60.0)
"""Seconds before the second, third and fourth try. The limits of 企业微信 and 钉钉 count a minute."""


class Failed(NamedTuple):
    """A job that was given up, at which piece, and why."""

    job: Job
    part: int
    why: NotDelivered


Send = Callable[[Job, int], None]
"""Delivers the piece of that number, from 1; raises NotDelivered."""

Record = Callable[[Job, int, NotDelivered | None], None]
"""Keeps what became of a piece that was tried, before anything else is sent."""


def deliver(
    jobs: Iterable[Job], send: Send, record: Record, sleep: Callable[[float], None], pace: RateLimit
) -> list[Failed]:
    """Deliver every job; what may pass is tried again when the others have had their turn.

    The pieces of one job go in order: a piece that fails keeps back those after it. `pace` keeps each
    way to what it takes in a minute: 钉钉 blocks a robot for ten minutes after that. A way that
    fails for all is not tried again in the same turn: thirty timeouts of one server would be a
    quarter of an hour, and thirty wrong passwords a locked account.
    """
    left = list(jobs)
    given_up: list[Failed] = []
    for pause in (0.0, *PAUSES):
        if not left:
            break
        if pause:
            sleep(pause)
        failed = _turn(left, send, record, pace)
        is_last = pause == PAUSES[-1]
        given_up += [fail for fail in failed if is_last or not fail.why.may_pass]
        left = [fail.job for fail in failed if fail.why.may_pass and not is_last]
    return given_up


def _turn(jobs: Iterable[Job], send: Send, record: Record, pace: RateLimit) -> list[Failed]:
    """One try for every job: those that failed, with the pieces that are left."""
    failed = []
    down: dict[tuple[str, str], NotDelivered] = {}
    for job in jobs:
        for done, part in enumerate(job.wanted):
            why = down.get(job.way)
            if why is None:
                pace.keep(job)
                why = _try(job, part, send)
                record(job, part, why)
            if why is not None:
                if why.for_all:
                    down[job.way] = why
                failed.append(Failed(job._replace(wanted=job.wanted[done:]), part, why))
                break
    return failed


def _try(job: Job, part: int, send: Send) -> NotDelivered | None:
    try:
        send(job, part)
    except NotDelivered as why:
        return why
    return None
