"""Radicals in place of common characters."""

from __future__ import annotations

from typing import Any

from qjtask.importing.words.radicals import without_radicals
from qjtask.importing.words.tidy_text import tidy


def test_radicals_are_the_characters_they_stand_for_and_other_signs_stay() -> None:
    assert without_radicals("⼯⼈⽅⻓⻔⻘⻝⺠⼆〇") == "工人方长门青食民二〇"
    assert tidy("⻓期") == "长期"
    assert without_radicals("棚⼾区改造2836⼾") == "棚户区改造2836户"
    assert without_radicals("㬵州市") == "胶州市"
    assert without_radicals("（一）①ｂ々㎡") == "（一）①ｂ々㎡"


def test_a_table_in_radicals_is_read_as_the_same_table(kit: Any) -> None:
    text = "2021年重点⼯作任务分解表\n序号\t具体⼯作\t牵头部⻔\t完成时限\n1\t⽅便⻓者。\t市⼈社局\t12⽉底前\n"
    draft = kit.drafted(text, "a.txt")
    assert kit.rows_of(draft) == [("1.1", "方便长者。", "市人社局", "", "12月底前")]
    assert draft.plan.title == "2021年重点工作任务分解表"
