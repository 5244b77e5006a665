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
        ("办公室牵头", "各科室配合", False),
        ("县财政局牵头，县税务局配合", "各科室", False),
        ("各科室", "办公室牵头", False),
        ("县财政局牵头，县教", "育局配合", True),
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
        ("县财政局，县教科", "局，县代建中心", True),
        ("市委组", "织部、市残联", True),
        ("县机关", "事务中心", True),
        ("县乡村", "振兴局", True),
        ("人行市中心", "支行", True),
        ("人行市", "中心支行", True),
        ("市城投", "集团", True),
        ("财务科", "办公室", False),
        ("各乡镇（街道）", "县财政局", False),
        ("高新园（邹区镇）", "各街道", False),
        ("政务服务科（督查室）", "质量监督站", False),
        ("各乡镇（街道）", "党委、政府", True),
        ("市市场", "监管局", True),
        ("规划科", "技科", True),
        ("政务服务科", "（督查室）", True),
        ("县教科局 县纪委监委", "县水务局", False),
        ("学生工作处\n团委", "机械与电", False),
        ("牵头单位县住建局，配合单位", "县发改局", True),
        ("市公安局公安", "交通管理局", True),
        ("市卫健委疾控", "中心", True),
        ("市公安局", "交通管理局", False),
        ("市公安", "交通管理局", False),
        ("县委\n农办", "县农业", False),
        ("张丽\n各社", "区书记", True),
        ("县农业农村局负责", "国债项目1个未开工", True),
        ("组织\n人事", "科", True),
        ("生产运行", "部", True),
        ("陆 明", "俞 悦", False),
        ("张国强", "李 娜", False),
        ("市 财", "政 局", True),
        ("王建", "华", True),
        ("李明\n王建", "华", True),
        ("王建华", "周敏", False),
        ("县府", "办", False),
        ("各县（市）", "区政府", True),
        ("各县（市、区）", "人民政府", True),
    ],
)
def test_a_text_goes_on_unless_a_name_or_a_sentence_may_have_ended(
    text: str, after: str, is_one: bool
) -> None:
    assert goes_on(text, after) is is_one


@pytest.mark.parametrize(
    ("text", "ahead", "is_one"),
    [
        ("党委组织部", "文学与新闻传播学院", False),
        ("县公安局", "交通管理大队", True),
        ("县公安局", "县交通管理大队", False),
        ("市退役军人事务局", "自由贸易区党工委、管委会", False),
        ("区委组织部", "南大街街道", False),
        ("高新园（邹区镇）", "区住房和城乡建设局", False),
        ("各街道", "办事处、乡人民政府", True),
        ("党委组织部", "文学与新闻传播学院、团委", False),
        ("国际合作与交流处", "信息化建设与管理中心", False),
        ("教育", "质量监测中心、各学校", True),
        ("国网会", "昌县供电公司", True),
        ("县农商银行", "县供电公司", False),
        ("教育", "水利林业局", False),
        ("认真落实党委组织部", "新的任务，做好学院工作", True),
    ],
)
def test_a_name_of_several_lines_is_looked_at_as_a_whole(text: str, ahead: str, is_one: bool) -> None:
    assert goes_on(text, ahead[:4], ahead) is is_one


@pytest.mark.parametrize(
    ("text", "part", "ahead", "is_one"),
    [
        ("农业农村", "综合服务", "综合服务中心", True),
        ("农业农村", "综合执法", "综合执法大队", True),
        ("县农业农村", "发展服务", "发展服务中心、县水利站", True),
        ("农业农村", "服务中心", "服务中心", True),
        ("农业农村", "水利", "水利林业局", False),
        ("农业农村", "县融媒体", "县融媒体中心", False),
        ("农业农村", "各服务站", "各服务站", False),
        ("农业农村", "水利", "水利", False),
    ],
)
def test_a_field_that_fills_a_line_is_that_of_the_office_behind_it(
    text: str, part: str, ahead: str, is_one: bool
) -> None:
    assert goes_on(text, part, ahead) is is_one
