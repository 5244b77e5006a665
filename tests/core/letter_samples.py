"""Letters of a small plan, and of any: what the tests of reminders are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from qjtask.core.letters.reminder import Letter, reminder
from qjtask.core.log.entry import Do, Entry
from qjtask.core.time.workdays import Calendar
from tests.core.plans import day, entry, item, plan, span, standing

if TYPE_CHECKING:
    from collections.abc import Collection

    from qjtask.core.plan.plan import Plan

TABLE = plan(
    item("1.1", work="迟到的事", units=("审批科", "建管科"), deadline="2021年5月31日"),
    item("1.2", work="本周的事", units=("审批科",), deadline="2021年6月17日"),
    item("1.3", work="下月的事", units=("建管科",), deadline="2021年6月30日"),
    item("1.4", work="远处的事", units=("建管科",), deadline="2021年12月31日"),
    item("1.5", work="长期的事", units=("审批科", "养护科"), deadline="持续推进"),
    item("1.6", work="没人的事", units=(), deadline="2021年5月31日"),
)
LATE, SOON, LATER, SILENT = "已逾期", "本周到期", "7月10日前到期", "超过30天没有进展记录"


def letter(
    of: Plan, *told: Entry, today: str = "06-10", within: str = "7d", only: Collection[str] = ()
) -> Letter:
    return reminder(of, standing(of, told, today), day(today), span(within), only)


NATIONAL = Calendar()


def on_workdays(of: Plan, today: str, calendar: Calendar = NATIONAL) -> Letter:
    return reminder(of, standing(of, (), today), day(today), span("7d"), (), calendar)


UNITS = ("审批科", "建管科", "养护科")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    deadlines = st.sampled_from(
        ["2021年5月31日", "2021年6月17日", "2021年7月1日", "年底前", "持续推进", "每周五"]
    )
    works = st.text("推进一体化ABC def，。（）%0123", min_size=1, max_size=120).filter(str.strip)
    return plan(
        *[
            item(
                f"1.{n}",
                work=draw(works).strip(),
                units=tuple(draw(st.lists(st.sampled_from(UNITS), max_size=3, unique=True))),
                deadline=draw(deadlines),
            )
            for n in range(1, draw(st.integers(1, 6)) + 1)
        ]
    )


@st.composite
def logs(draw: st.DrawFn) -> list[Entry]:
    ids = st.sampled_from([f"1.{n}" for n in range(1, 7)])
    units = st.none() | st.sampled_from(UNITS)
    dos = st.sampled_from([Do.DONE, Do.NOTE, Do.HOLD, Do.DROP])
    return [entry(draw(ids), draw(dos), "06-09", unit=draw(units)) for _ in range(draw(st.integers(0, 6)))]
