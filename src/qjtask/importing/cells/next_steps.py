"""Times in what a table of progress says is still to be done: 下步工作安排：10月底前完成全部任务."""

from __future__ import annotations

from datetime import date

from qjtask.core.text.patterns import compiled
from qjtask.core.time.deadline import Deadline
from qjtask.importing.dates.times import Moment, deadline_in
from qjtask.importing.words.vocabulary import words


def time_in_next_steps(
    note: str, *, year: int, issued: date | None
) -> tuple[str, str, Deadline, list[Moment]] | None:
    """The heading, what stands under it, the deadline there and the earlier dates; None for none."""
    begins = "|".join(words().tables.next_steps)
    pattern = rf"(?:^|；)(?P<heading>(?:{begins})[^：；]{{0,8}})：(?P<text>.*?)(?=；[^；：，。]{{2,10}}：|$)"
    said = compiled(pattern).search(note)
    found = deadline_in(said["text"], year=year, issued=issued) if said else None
    return (said["heading"], said["text"], *found) if said and found else None
