"""Whatever print after print does to a plan: what is read twice changes nothing, and nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.plan.keeping import Promised
from qjtask.core.plan.plan import Group, Item, Plan, Target
from qjtask.core.plan.reissue import UpdateFacts, update
from qjtask.core.plan.shifts import Shifts
from qjtask.core.time.deadline import read_deadline

WORKS = [
    "修建农村公路",
    "修建农村公路大桥",
    "开展业务培训",
    "开展业务培训考核",
    "整治安全隐患",
    "推进网上办理",
]
OFFICES = ["公路科", "公路养护科", "审批科", "办公室"]
HEADINGS = ["建设", "服务", "队伍"]


def printed(rows: list[tuple[str, int, str, bool]], *, running: bool) -> Plan:
    """A print of works under headings, numbered within each or through all of them."""
    groups: list[Group] = []
    count = 0
    for number, heading in enumerate(dict.fromkeys(row[0] for row in rows), 1):
        items = []
        for at, (_, work, office, is_late) in enumerate((row for row in rows if row[0] == heading), 1):
            count += 1
            place = count if running else at
            term = "9月底前" if is_late else "6月底前"
            amount = str(work * 10 + is_late)
            items.append(
                Item(
                    f"{number}.{place}",
                    f"{WORKS[work]}不少于{amount}处",
                    (),
                    (office,),
                    read_deadline(term, year=2021),
                    targets=(Target(WORKS[work], amount, None, "处"),),
                )
            )
        groups.append(Group(str(number), heading, tuple(items)))
    return Plan("表", 2021, tuple(groups), units=dict.fromkeys(OFFICES, ()))


def reread(item: Item, *_: object) -> Promised:
    name, amount = item.work.removesuffix("处").split("不少于")
    return Promised((), (Target(name, amount, None, "处"),))


row = st.tuples(
    st.sampled_from(HEADINGS), st.integers(0, len(WORKS) - 1), st.sampled_from(OFFICES), st.booleans()
)
tables = st.lists(row, min_size=1, max_size=7)


@given(st.lists(tables, min_size=2, max_size=4), st.booleans())
def test_prints_one_after_another(prints: list[list[tuple[str, int, str, bool]]], running: bool) -> None:
    first, *others = (printed(rows, running=running) for rows in prints)
    plan, withdrawn, seen = first, frozenset[str](), {item.id for item in first.items()}
    for new in others:
        known = UpdateFacts(reread, reported=seen, dropped=withdrawn, withdrawn=withdrawn)
        found = update(plan, new, known)
        ids = [item.id for item in found.plan.items()]
        assert len(set(ids)) == len(ids)
        assert len({group.id for group in found.plan.groups}) == len(found.plan.groups)
        moved = found.shifts.items
        assert {moved.get(item.id, item.id) for item in plan.items()} <= {*ids}  # no work is lost
        by_id = {item.id: item for item in found.plan.items()}
        for item in new.items():  # all that is printed is there as it is printed
            own = by_id[found.ids[item.id]]
            assert (own.work, own.units, own.deadline, own.targets) == (
                item.work, item.units, item.deadline, item.targets,
            )  # fmt: skip
        withdrawn = frozenset(moved.get(one, one) for one in {*withdrawn, *found.shifts.cancelled}) - {
            *found.shifts.restored
        }
        seen |= {*ids}
        again = update(
            found.plan, new, UpdateFacts(reread, reported=seen, dropped=withdrawn, withdrawn=withdrawn)
        )
        assert (again.changes, again.shifts) == ((), Shifts())
        assert again.plan == found.plan
        plan = found.plan
