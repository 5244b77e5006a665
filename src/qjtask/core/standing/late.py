"""How many works are late or due: works are counted, and the days they are wanted by stand beside them.

"逾期N项" means the same on one day wherever it is said: N works, in whatever number of 时间点.
"""

from collections.abc import Iterable
from datetime import date

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import item_id_of


class WorksCount(NamedTuple):
    """So many works, with so many days on which something of them is wanted."""

    works: int
    times: int

    @property
    def words(self) -> str:
        """2项; where a work has several 时间点, 1项工作的3个时间点."""
        return f"{self.works}项" if self.works == self.times else f"{self.works}项工作的{self.times}个时间点"

    @property
    def short(self) -> str:
        """The same beside others that it adds up with: 2项, 1项（3个时间点）."""
        return f"{self.works}项" if self.works == self.times else f"{self.works}项（{self.times}个时间点）"


def works_count(ids: Iterable[str]) -> WorksCount:
    """What the ids of items and milestones come to; that of a period is its item's."""
    found = list(ids)
    return WorksCount(len(set(map(item_id_of, found))), len(found))


class Lateness(NamedTuple):
    """The works that are late, those due next, and those due after that; they add up, and so do the days."""

    late: WorksCount
    soon: WorksCount
    later: WorksCount

    @property
    def together(self) -> WorksCount:
        """All of them."""
        return WorksCount(*map(sum, zip(*self, strict=True)))


def by_lateness(dues: Iterable[tuple[str, date]], today: date, until: date = date.max) -> Lateness:
    """Dues (id, day) counted: before today, up to `until`, later. A work counts by its nearest day, once."""
    seen: set[str] = set()
    works, times = [0, 0, 0], [0, 0, 0]
    for marked, by in sorted(dues, key=lambda due: due[1]):
        part = (by >= today) + (by > until)
        times[part] += 1
        if (item_id := item_id_of(marked)) not in seen:
            seen.add(item_id)
            works[part] += 1
    return Lateness(*map(WorksCount, works, times))
