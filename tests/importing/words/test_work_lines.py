"""Which breaks of a cell part two works."""

from __future__ import annotations

import pytest

from qjtask.importing.words.work_lines import lines_joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("1.起草方案\n2.召开动员会", "1.起草方案；2.召开动员会"),
        ("1.起草方案；\n2.召开动员会。", "1.起草方案；2.召开动员会。"),
        ("（1）起草\n方案\n（2）召开动员会", "（1）起草\n方案；（2）召开动员会"),
        ("落实经费保障\n1.编制预算\n2.拨付资金", "落实经费保障：1.编制预算；2.拨付资金"),
        ("三、建立机构\n5、建立小组\n6、建立办公室", "三、建立机构：5、建立小组；6、建立办公室"),
    ],
)
def test_numbered_lines_are_parted(text: str, joined: str) -> None:
    assert lines_joined(text) == (joined, False)


def test_lines_that_each_begin_a_work_are_parted_and_told() -> None:
    assert lines_joined("落实普查经费\n召开动员会") == ("落实普查经费；召开动员会", True)


@pytest.mark.parametrize("lines", ["撤销专业3个\n新增专业2个", "实习基地20个\n论文选题来自一线的达到50%"])
def test_lines_behind_counts_are_parted_and_told(lines: str) -> None:
    assert lines_joined(lines) == (lines.replace("\n", "；"), True)


@pytest.mark.parametrize(
    "text",
    [
        "落实普查经费",
        "落实普查\n经费",
        "落实普查经费，\n召开动员会",
        "落实普查经费。\n召开动员会。",
        "推进改造\n开工",
        "完成改造\n3、4号楼",
        "全面完成改造老旧小区20个\n以上",  # where a page broke the line
        "",
    ],
)
def test_other_breaks_are_left(text: str) -> None:
    assert lines_joined(text) == (text, False)
