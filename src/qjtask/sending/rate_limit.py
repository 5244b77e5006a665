"""How fast messages may go: never more to one robot within a minute than its service takes."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable

from qjtask.core.letters.deliveries import Job

_MINUTE = 61.0
"""Seconds, and one to spare: what counts is when a message arrives, not when it left."""


class RateLimit:
    """Keeps the moments at which messages went each way. `clock` gives seconds that only grow.

    `a_minute` says how many messages the way of a job takes in a minute, None for as many as there are;
    `sleep` waits for some seconds.
    """

    def __init__(
        self,
        a_minute: Callable[[Job], int | None],
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self._a_minute = a_minute
        self._clock = clock
        self._sleep = sleep
        self._went: defaultdict[tuple[str, str], deque[float]] = defaultdict(deque)

    def keep(self, job: Job) -> None:
        """Wait until the next message of `job` may go, which is then counted as gone."""
        most = self._a_minute(job)
        if most is None:
            return
        now, went = self._clock(), self._went[job.way]
        due = now if len(went) < most else max(now, went[-most] + _MINUTE)
        went.append(due)
        if len(went) > most:
            went.popleft()
        if due > now:
            self._sleep(due - now)
