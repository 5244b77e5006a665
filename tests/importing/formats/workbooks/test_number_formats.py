"""Numbers and days, as their cells show them."""

from __future__ import annotations

import pytest

from qjtask.importing.formats.workbooks.number_formats import (
    EPOCH,
    EPOCH_1904,
    GENERAL,
    built_in,
    number_format,
)

JUNE_30 = 44377.0  # 2021-06-30
DAYS = {
    'yyyy"年"m"月"': "2021年6月",
    "yyyy年m月": "2021年6月",
    'yyyy"年"m"月底前"': "2021年6月底前",
    "mmm-yy": "2021年6月",
    "yyyy-mm": "2021年6月",
    "[$-804]yyyy/m": "2021年6月",
    'm"月"': "6月",
    'yyyy"年底"': "2021年底",
    "yyyy/m/d": "2021年6月30日",
    "yyyy/m/d h:mm": "2021年6月30日",
    'yyyy"年"m"月"d"日" h"时"mm"分"': "2021年6月30日",
    '[DBNum1][$-804]yyyy"年"m"月"d"日"': "2021年6月30日",
    "e/m/d;@": "2021年6月30日",
    "d-mmm": "6月30日",
    'm"月"d"日"前': "6月30日前",
    'm"月"d"日"（aaaa）': "6月30日（星期三）",
    "yyyy.m.d": "2021年6月30日",
}
NUMBERS = {
    ("0.00", 2021.1): "2021.10",
    ("0.00", 6.3): "6.30",
    ("0%", 0.5): "50%",
    ("0.0%", 0.505): "50.5%",
    ('0"月"', 12): "12月",
    ("0月底前", 6): "6月底前",
    ('"第"0"季度"', 3): "第3季度",
    ('0"年底"', 2021): "2021年底",
    ('0"年"00"月"', 202106): "2021年06月",
    ("000", 7): "007",
    ("#,##0", 1200): "1200",
    ("0.0#", 1.5): "1.5",
    ("0_ ;[Red]-0", 3): "3",
    ("0.00", 0.125): "0.13",
    ("0", -2): "-2",
    ("General", 0.3): "0.3",
    ('gge"年"m"月"', 44469): "2021年9月",
    ("@", 3): "3",
    ("0!月", 6): "6月",
    ('G/通用格式"月"', 6): "6月",
    ('"第"General"季度"', 3): "第3季度",
    ("h:mm", 0.5): "0.5",
    ("0.00E+00", 12345): "12345",
    ("# ?/?", 0.5): "0.5",
    ("0", 1e300): "1e+300",
    ("0" * 256, 3): "3",
    ("0." + "0" * 30, 123456789012345.5): "123456789012345.5000000000",
    ("0%%", 0.5): "0.5",
    ("0" * 60, 3): "3",
}


@pytest.mark.parametrize(("code", "shown"), DAYS.items())
def test_a_day_is_shown_as_its_format_says(code: str, shown: str) -> None:
    assert number_format(code).shown(JUNE_30, EPOCH) == shown


@pytest.mark.parametrize(("given", "shown"), NUMBERS.items())
def test_a_number_is_shown_as_its_format_says(given: tuple[str, float], shown: str) -> None:
    code, number = given
    assert number_format(code).shown(float(number), EPOCH) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (14, "2021年6月30日"),
        (16, "6月30日"),
        (17, "2021年6月"),
        (57, "2021年6月"),
        (58, "6月30日"),
        (0, "44377"),
    ],
)
def test_the_built_in_formats_are_excels_chinese_ones(number: int, shown: str) -> None:
    assert built_in(number).shown(JUNE_30, EPOCH) == shown


def test_days_count_from_where_the_workbook_says() -> None:
    assert built_in(14).shown(JUNE_30 - 1462, EPOCH_1904) == "2021年6月30日"
    assert built_in(14).shown(0.0, EPOCH) == "0"
    assert built_in(14).shown(3e6, EPOCH) == "3000000"
    assert built_in(14).shown(2_958_465.0, EPOCH) == "9999年12月31日"
    assert built_in(14).shown(2_958_465.0, EPOCH_1904) == "2958465"
    assert built_in(14).shown(float("nan"), EPOCH) == "nan"


def test_what_was_typed_has_its_year_and_all_its_digits() -> None:
    assert built_in(58).typed(JUNE_30, EPOCH) == "2021年6月30日"
    assert number_format("yyyy年m月").typed(JUNE_30, EPOCH) == "2021年6月"
    assert number_format("0%").typed(0.505, EPOCH) == "50.5%"
    assert number_format("0.00").typed(6.3, EPOCH) == "6.3"
    assert GENERAL.typed(6.0, EPOCH) == "6"
