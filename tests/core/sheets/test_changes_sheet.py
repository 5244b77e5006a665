"""What `import --update` shows: one line per difference, for the person who has to agree."""

from __future__ import annotations

from qjtask.core.layout.sheet import Tone
from qjtask.core.plan.differences import Difference, DifferenceKind
from qjtask.core.plan.reissue import Update
from qjtask.core.plan.shifts import Shifts
from qjtask.core.sheets.changes_sheet import changes_sheet
from tests.core.plans import item, plan, texts

TABLE = plan(item("1.1"))


def update(*differences: Difference) -> Update:
    return Update(TABLE, differences, Shifts(), {}, {})


def test_each_difference_is_one_line_and_each_kind_is_counted() -> None:
    sheet = changes_sheet(
        update(
            Difference(DifferenceKind.DEADLINE, "1.1", "6月底", "9月底"),
            Difference(DifferenceKind.NEW, "1.3", "", "梳理清单"),
            Difference(DifferenceKind.GONE, "1.2", "培训", ""),
            Difference(DifferenceKind.DEADLINE, "1.4", "6月底", "年底"),
        )
    )
    assert sheet.title == "与现有计划的差别"
    assert texts(sheet) == [
        ["改时限", "1.1", "6月底", "9月底"],
        ["新增", "1.3", "", "梳理清单"],
        ["取消", "1.2", "培训", ""],
        ["改时限", "1.4", "6月底", "年底"],
    ]
    assert sheet.notes == ("取消1处，新增1处，改时限2处",)
    assert [cells[0].tone for cells in sheet.rows] == [Tone.YELLOW, Tone.GREEN, Tone.RED, Tone.YELLOW]


def test_no_difference_is_said() -> None:
    assert changes_sheet(update()) == changes_sheet(update())._replace(title="", rows=(), notes=("没有变化",))
