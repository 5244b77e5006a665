"""What leads up to a name and is no part of it."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.leading_words import leads_to_no_verb, without_lead, without_size
from qjtask.importing.numbers.promises import read_targets


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("结合老旧小区改造新增停车泊位", "新增停车泊位"),
        ("通过开展“春风行动”等活动帮助农村劳动力转移就业", "帮助农村劳动力转移就业"),
        ("充分利用冬闲时节组织开展农民技能培训", "开展农民技能培训"),
        ("在确保质量的前提下开工建设安置房", "建设安置房"),
        ("在全县范围内选聘村级协管员", "选聘村级协管员"),
        ("为开放式小区安装电子门", "安装电子门"),
        ("协调银行为中小企业发放贷款", "发放贷款"),
        ("报告提出了主要预期目标——到位资金", "到位资金"),
        ("年度目标任务是到位资金", "到位资金"),
        ("投入430万元新建改建中转站", "新建改建中转站"),
        ("筹集资金3000万元左右用于改造农贸市场", "改造农贸市场"),
        ("积极向上争取专项资金", "争取专项资金"),
        ("其中35个国考断面优良水体比例", "国考断面优良水体比例"),
    ],
)
def test_a_name_begins_with_its_verb(words: str, name: str) -> None:
    assert without_lead(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "投资5000万元以上项目",
        "在建项目完成投资",
        "利用外资完成",
        "实际利用外资",
        "按期完成率",
        "通过率",
        "为企业减负",
        "成为示范村",
        "农村公路建设",
        "9个城中村",
        "",
    ],
)
def test_what_begins_a_name_stays(words: str) -> None:
    assert without_lead(words) == words


def test_how_big_a_thing_is_is_no_part_of_its_name() -> None:
    assert without_size("建设日处理能力5万吨的污水处理厂") == "建设污水处理厂"
    assert without_size("、新建面积2000平方米的服务中心") == "新建服务中心"
    assert without_size("推进总投资10亿元的") == "推进"
    assert without_size("60岁以上的老年人健康管理率") == "60岁以上的老年人健康管理率"
    assert without_size("总投资5亿元以上的项目") == "总投资5亿元以上的项目"


def test_a_clause_that_only_says_for_what() -> None:
    assert leads_to_no_verb("重点行业")
    assert not leads_to_no_verb("新能源产业链招引配套企业")


@pytest.mark.parametrize("piece", ["为", "在全县", "改造新增", "3亿元的", "通过", "目标是", "，", "5个"])
def test_long_words_are_read_to_their_end(piece: str) -> None:
    without_lead(piece * 120)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("由城管办负责在8个小区新建充电桩120个。", "新建充电桩"),
        ("由县财政局在8个村新建公厕12座。", "新建公厕"),
        ("由县自然资源局负责对46处地质灾害隐患点开展排查。", "地质灾害隐患点排查"),
        ("责成县交通局修路3公里。", "修路"),
        ("请城关镇新建公园2座。", "新建公园"),
        ("会议要求县卫健局培训医生300人。", "培训医生"),
        ("由县委办公室制定制度5项。", "制定制度"),
        ("在校门口200米范围内协调增设减速带4处。", "增设减速带"),
        ("清退违规发放津补贴12.6万元。", "清退违规发放津补贴"),
        ("处置低效资产30宗（含5宗土地）。", "处置低效资产"),
    ],
)
def test_who_is_told_and_where_is_no_part_of_a_name(text: str, name: str) -> None:
    targets, told = read_targets(text)
    assert ([one.name for one in targets], told) == ([name], [])
