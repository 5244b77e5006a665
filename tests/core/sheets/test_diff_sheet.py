"""The sheet of what changed."""

from __future__ import annotations

from qjtask.core.layout.sheet import Sheet
from qjtask.core.log.entry import Do, Entry
from qjtask.core.sheets.diff_sheet import diff_sheet
from qjtask.core.standing.changes import row_changes, rows_then
from tests.core.plans import column, day, entry, item, milestone, plan, standing, texts

PLAN = plan(item("1.1"), item("1.2", no="27", milestones=(milestone("04-30"),)))


def sheet(*log: Entry, since: str = "05-20", today: str = "05-25") -> Sheet:
    then, now = rows_then(PLAN, log, day(since)), standing(PLAN, log, today)
    return diff_sheet(row_changes(then, now), day(since), len(now))


def test_a_line_tells_each_thing_as_it_was_and_as_it_is() -> None:
    log = [entry("1.1", on="05-22"), entry("1.2.1", Do.EXTEND, "05-22", to="06-30")]
    found = sheet(*log)
    assert column(found, "编号") == ["1.1", "1.2（27）"]
    assert column(found, "变化") == ["状态、灯", "期限、灯"]
    assert column(found, "状态") == ["未启动 → 已完成", "未启动"]
    assert column(found, "期限") == ["2021-06-30", "2021-06-30；1.2.1 2021-04-30 → 2021-06-30"]
    assert column(found, "灯") == ["绿 → 无灯", "红 → 绿"]
    assert found.notes == ("与2021-05-20相比，2项有变化（共2项）：状态1项，期限1项，灯2项",)


def test_what_is_new_has_nothing_before_it() -> None:
    found = sheet(since="03-25")
    assert column(found, "变化") == ["新增", "新增"]
    assert column(found, "状态") == ["未启动", "未启动"]


def test_without_a_change_it_says_so() -> None:
    found = sheet()
    assert (texts(found), found.notes) == ([], ("与2021-05-20相比，没有变化（共2项）",))
