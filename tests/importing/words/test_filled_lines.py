"""Lines that end where no more had room."""

from __future__ import annotations

import pytest

from qjtask.importing.words.filled_lines import goes_on


@pytest.mark.parametrize(
    ("text", "after", "is_one"),
    [
        ("完善平台建设，定期", "通报工作进展", True),
        ("市科", "技局", True),
        ("市人力资源", "社会保障局", True),
        ("县委", "宣传部", False),
        ("张三", "李四", False),
        ("市财政局", "市教育局", False),
        ("市财政局", "负责", True),
        ("做好甲事。", "做好乙事", False),
        ("做好甲事", "2.做好乙事", False),
        ("2026年", "6月底前", True),
        ("2026年", "2027年", False),
        ("6月底前", "9月底前", False),
        ("1200", "3400", False),
        ("120", "0", True),
        ("Smart", "City", False),
        ("建成5", "G基站", True),
        ("市财政局、", "市教育局", True),
        ("中国移动", "于都分公司", True),
        ("市级教育行", "政部门", True),
        ("农业综合行政执法大队", "一中队", True),
        ("中国电信于都分公司", "中国移动于都分公司", False),
        ("国家金融监督管理总局", "陕西监管局", True),
        ("市生态环境局", "大竹分局", True),
        ("市公安局", "市生态环境局大竹分局", False),
        ("市财政局", "城管局", False),
        ("万元GD", "P能耗", True),
    ],
)
def test_a_text_goes_on_unless_a_name_or_a_sentence_may_have_ended(
    text: str, after: str, is_one: bool
) -> None:
    assert goes_on(text, after) is is_one
