"""holidays.yaml: days and ranges, every fault told at once with its place."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.problem import Refused
from qjtask.core.time.workdays import Calendar
from qjtask.storage.files.side_file import SideFile
from qjtask.storage.office.holidays import load_holidays, parse_holidays

GOOD = """\
# 国办发明电〔2026〕7号
off:
- 2027-01-01
- 2027-02-05..2027-02-07
on: [2027-02-14, "2027-02-20 .. 2027-02-21"]
"""


def faults(text: str) -> list[str]:
    with pytest.raises(Refused) as refusal:
        parse_holidays(text, "holidays.yaml")
    return list(map(str, refusal.value.problems))


def test_days_and_ranges() -> None:
    assert parse_holidays(GOOD, "holidays.yaml") == Calendar(
        off=frozenset({date(2027, 1, 1), date(2027, 2, 5), date(2027, 2, 6), date(2027, 2, 7)}),
        on=frozenset({date(2027, 2, 14), date(2027, 2, 20), date(2027, 2, 21)}),
    )


def test_no_file_names_no_day(tmp_path: Path) -> None:
    assert load_holidays(SideFile(tmp_path / "holidays.yaml", "holidays.yaml")) == Calendar()


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "holidays.yaml"
    path.write_bytes(b"\xef\xbb\xbfoff: [2027-01-01]\r\n")
    assert load_holidays(SideFile(path, "holidays.yaml")) == Calendar(off=frozenset({date(2027, 1, 1)}))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "holidays.yaml"
    path.write_bytes("# 放假安排放假安排\noff: []".encode("gbk"))
    with pytest.raises(Refused, match="GBK"):
        load_holidays(SideFile(path, "holidays.yaml"))


@pytest.mark.parametrize("text", ["", "\n", "# 还没有公布\n", "---\n# off:\n", "off:\non:\n", "off: []"])
def test_nothing_named_is_no_fault(text: str) -> None:
    assert parse_holidays(text, "holidays.yaml") == Calendar()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("off: [2027-1-1]", "1:7: 日期“2027-1-1”写法不对；请写成 2027-02-14，连着的几天写成"),
        ("off: [2027-02-30]", "1:7: 没有“2027-02-30”这一天；请核对日期"),
        ("off: [2027-02-06..2027-02-31]", "1:7: 没有“2027-02-31”这一天；请核对日期"),
        ("off: [2027-02-06-2027-02-12]", "1:7: 日期“2027-02-06-2027-02-12”写法不对"),
        ("off: [2027-02-06..2027-02-12..2027-03-01]", "“2027-02-06..2027-02-12..2027-03-01”写法不对"),
        ("off: [2027-02-12..2027-02-06]", "1:7: “2027-02-12..2027-02-06”起止颠倒了；请核对起止日期"),
        ("off: [2027-01-01..2028-01-02]", "超过一年"),
        ("off: [..]", "1:7: 日期“..”写法不对"),
        ("off: [[2027-01-01]]", "1:7: 这里应当是一段文字"),
        ("off: [~]", "1:7: 这里是空的"),
        ("off: 2027-01-01", "1:6: 这里应当是一个列表"),
        ("of: [2027-01-01]", "1:1: 放假安排里没有“of”这个键；是不是 off？"),
        ("off: []\noff: []", "2:1: 放假安排里“off”写了两次"),
        ("- 2027-01-01", "1:1: 这里应当是放假安排（“键: 值”的形式）"),
        ("off: [2027-01-01", "1:6: 方括号或花括号没有配对"),
        ("off：[2027-01-01]", "键后面是全角冒号"),
        ("off: [2027-02-14]\non: [2027-02-13..2027-02-14]", "2:6: 2027-02-14 在 off 里已经是放假"),
        ("off: [２０２７-01-01]", "日期“２０２７-01-01”写法不对"),
    ],
)
def test_a_fault_says_where_and_what_instead(text: str, told: str) -> None:
    (found,) = faults(text)
    assert found.startswith("holidays.yaml:")
    assert told in found


def test_all_faults_are_told_in_the_files_order() -> None:
    found = faults("on: [昨天]\noff: [2027-02-30, 2027-13-01]\nwork: 1\n")
    assert [one.split(": ")[0] for one in found] == [
        "holidays.yaml:1:6",
        "holidays.yaml:2:7",
        "holidays.yaml:2:19",
        "holidays.yaml:3:1",
    ]


@given(st.text() | st.text("ofn: []-.,012\n\"'#&*!"))
def test_no_text_breaks_the_reader(text: str) -> None:
    with suppress(Refused):
        parse_holidays(text, "holidays.yaml")
