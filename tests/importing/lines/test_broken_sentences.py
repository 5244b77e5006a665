"""Lines that end within a sentence, by their words."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.broken_sentences import goes_on
from tests.importing.works.documents import told, works

BROKEN = [
    ("3.完成老旧小区改造，涉及居民户数达到", "2.6万户，惠及8万人。"),
    ("3.完成老旧小区改造，涉及居民户数达到2", "万户，惠及8万人。"),
    ("1.农村公路里程达到1", "20公里，安全隐患整治率达到9"),
    ("1.农村公路里程达到120公里，安全隐患整治率达到9", "8.5%以上。"),
    ("2.新增城镇就业人数达到3.", "5万人，培训2万人次。"),
    ("2.新增城镇就业人数达到3", ".5万人，培训2万人次。"),
    ("2.人均公园绿地面积不低于", "12.5平方米。"),
    ("2.城镇调查失业率控制在", "百分之五以内。"),
    ("4.全市新建5", "G基站800个，年底前建成。"),
    ("4.全市新建5G基站，建成2024", "年度示范点30处。"),
    ("5.改造老旧小区12个，加装电梯30", "部。"),
    ("5.推进重点项目建设，完成投资", "30亿元，开工12个。"),
    ("5.推进建设里程为", "45公里的环线公路。"),
    ("6.加快推进产业大脑与", "未来工厂建设。"),
    ("6.加快推进以产业大脑和未", "来工厂为核心的建设。"),
    ("6.加快以“产业大脑+未", "来工厂”为核心的建设。"),
    ("6.优良率达到95%", "，合格率达到100%。"),
    ("7.全面完成城市建成区以及居民小", "区、公共建筑及企事业单位管网排查。"),
    ("7.全面消除建成区的污水直排", "口，完成管网排查。"),
    ("7.实施城乡供水一体化改造工", "程；完成管网排查。"),
]
WHOLE = [
    ("（一）加强组织领导", "市、县两级要加强统筹。"),
    ("（二）强化要素保障", "水、电、气等要素优先保障。"),
    ("（三）落实工作责任", "人、财、物向基层倾斜。"),
    ("（四）推进改革落地。", "新，就是要创新。"),
    ("一、普及法律知识", "深入开展法治宣传教育。"),
    ("（一）促进社会温和", "深入开展宣传教育。"),
    ("1.新建公路里程达到", "2.新建学校3所。"),
    ("1.新建公路里程达到", "（2）新建学校3所。"),
    ("（一）实施行动计划2025", "平安建设深入开展。"),
    ("（一）重点领域工作目标2025", "项目建设加快推进。"),
    ("专栏2", "项目建设重点任务"),
    ("附件：重点任务清单附件2", "个人所得税改革"),
    ("电话：0575-88012345", "12345热线办理。"),
    ("（二）提升服务水平", "12个项目全部开工。"),
    ("（二）提升服务水平", "2024年底前，建成学校3所。"),
    ("青禾县人民政府办公室印发2021", "项目单位要加强管理。"),
    ("完成时限：2026年12月底前", "2025年，全县新建学校6所。"),
]


@pytest.mark.parametrize(("upper", "lower"), BROKEN)
def test_a_line_that_ends_within_a_sentence_goes_on(upper: str, lower: str) -> None:
    assert goes_on(upper, lower)


@pytest.mark.parametrize(("upper", "lower"), WHOLE)
def test_a_title_a_caption_and_a_next_number_are_no_rest(upper: str, lower: str) -> None:
    assert not goes_on(upper, lower)


@pytest.mark.parametrize(("upper", "lower"), BROKEN)
def test_no_stop_is_put_into_a_sentence_that_a_line_breaks(upper: str, lower: str) -> None:
    clause = "（责任单位：县住建局）"
    number, text = upper[0], upper[2:]
    lines = (f"{upper}", f"{lower.rstrip('。')}。{clause}")
    assert works("一、重点任务", *lines) == [f"重点任务|{number}|{text}{lower.rstrip('。')}。||县住建局||"]
    assert not any("编号" in one for one in told("一、重点任务", *lines))
