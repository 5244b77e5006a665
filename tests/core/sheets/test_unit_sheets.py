"""What `units` shows: one line per unit."""

from __future__ import annotations

from qjtask.core.layout.sheet import Tone
from qjtask.core.sheets.unit_sheets import units_sheet
from qjtask.core.standing.unit_loads import UnitLoad
from tests.core.plans import texts


def test_one_line_per_unit_red_where_something_is_late() -> None:
    sheet = units_sheet(
        [UnitLoad("审批科", ("行审批科", "行政审批科"), 2, 2, 1), UnitLoad("养护科", (), 1, 0, 0)]
    )
    assert [one.heading for one in sheet.columns] == ["单位", "别名", "任务", "未完成", "逾期"]
    assert texts(sheet) == [["审批科", "行审批科、行政审批科", "2", "2", "1"], ["养护科", "", "1", "0", "0"]]
    assert [cells[4].tone for cells in sheet.rows] == [Tone.RED, Tone.PLAIN]
