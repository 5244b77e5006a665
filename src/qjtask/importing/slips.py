"""Names that look like slips of other names, suggested, never set: 法夫科 beside 法规科."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# What offices are named after. A name whose odd character makes one of these is a name of its own:
# 区水务局 is no slip of 区商务局.
_KNOWN = frozenset(
    [
        "财政",
        "民政",
        "司法",
        "教育",
        "教委",
        "科技",
        "经信",
        "工信",
        "公安",
        "民宗",
        "人社",
        "社保",
        "医保",
        "自然",
        "资源",
        "规划",
        "生态",
        "环境",
        "住建",
        "建设",
        "建管",
        "城管",
        "交通",
        "运输",
        "水务",
        "水利",
        "农业",
        "农村",
        "农委",
        "商务",
        "文旅",
        "文化",
        "旅游",
        "卫健",
        "卫生",
        "健康",
        "退役",
        "应急",
        "审计",
        "国资",
        "市场",
        "监管",
        "体育",
        "统计",
        "信访",
        "林业",
        "园林",
        "金融",
        "税务",
        "气象",
        "烟草",
        "邮政",
        "电力",
        "供电",
        "通信",
        "电信",
        "移动",
        "联通",
        "消防",
        "海关",
        "银保",
        "保监",
        "证监",
        "人行",
        "银行",
        "发改",
        "发展",
        "改革",
        "数据",
        "大数",
        "政务",
        "服务",
        "审批",
        "法规",
        "法制",
        "政法",
        "综合",
        "办公",
        "人事",
        "党建",
        "组织",
        "宣传",
        "统战",
        "纪检",
        "监察",
        "信息",
        "技术",
        "安全",
        "安监",
        "质监",
        "质量",
        "设备",
        "养护",
        "路政",
        "运管",
        "港航",
        "海事",
        "航务",
        "公路",
        "铁路",
        "民航",
        "机场",
        "物流",
        "招商",
        "投资",
        "项目",
        "工程",
        "基建",
        "计划",
        "财务",
        "会计",
        "采购",
        "后勤",
        "机关",
        "老干",
        "工会",
        "妇联",
        "团委",
        "残联",
        "侨联",
        "科协",
        "文联",
        "工商",
        "乡村",
        "振兴",
        "扶贫",
        "移民",
        "库区",
        "粮食",
        "物资",
        "储备",
        "能源",
        "矿产",
        "地质",
        "测绘",
        "不动",
        "登记",
        "户籍",
        "交警",
        "巡警",
        "特警",
        "网信",
        "网络",
        "档案",
        "史志",
        "党校",
        "法院",
        "检察",
        "仲裁",
        "公证",
        "律师",
        "疾控",
        "妇幼",
        "急救",
        "血站",
        "养老",
        "救助",
        "婚姻",
        "殡葬",
        "福利",
        "慈善",
        "彩票",
        "就业",
        "人才",
        "培训",
        "考试",
        "学校",
        "幼儿",
        "职教",
        "高教",
        "基教",
        "德育",
        "思政",
        "食品",
        "药品",
        "特种",
        "计量",
        "标准",
        "认证",
        "知识",
        "产权",
        "专利",
        "商标",
        "广告",
        "消费",
        "价格",
        "物价",
        "收费",
        "信用",
        "营商",
        "环保",
        "水质",
        "大气",
        "土壤",
        "固废",
        "核与",
        "辐射",
        "排污",
        "执法",
        "督查",
        "考核",
        "绩效",
        "目标",
        "战略",
        "政策",
        "研究",
        "创新",
        "产业",
        "工业",
        "企业",
        "中小",
        "民营",
        "外资",
        "外贸",
        "外事",
        "台办",
        "侨办",
        "港澳",
        "口岸",
        "保税",
        "开发",
        "园区",
        "高新",
        "经开",
        "新区",
        "城乡",
        "城市",
        "城建",
        "房管",
        "房产",
        "物业",
        "公积",
        "土地",
        "征收",
        "征地",
        "拆迁",
        "国土",
        "规管",
        "市政",
        "环卫",
        "绿化",
        "照明",
        "燃气",
        "供水",
        "排水",
        "供热",
        "热力",
        "公交",
        "客运",
        "货运",
        "出租",
        "驾培",
        "维修",
        "监督",
        "稽查",
        "信贷",
        "保险",
        "证券",
        "基金",
        "国库",
        "预算",
        "决算",
        "农机",
        "农技",
        "畜牧",
        "兽医",
        "渔业",
        "水产",
        "种子",
        "植保",
        "果树",
        "蔬菜",
        "茶叶",
        "蚕桑",
        "林场",
        "森林",
        "湿地",
        "草原",
        "防火",
        "防汛",
        "抗旱",
        "河长",
        "湖长",
        "水文",
        "水保",
        "移交",
        "广电",
        "文物",
        "图书",
        "群艺",
        "博物",
        "美术",
        "体彩",
        "游泳",
        "武术",
        "足球",
        "规范",
        "行政",
        "党政",
        "政府",
        "人大",
        "政协",
        "党委",
    ]
)
_SERIAL = frozenset("一二三四五六七八九十0123456789东西南北中上下左右前后大小新老甲乙丙丁省市区县州镇乡国")
_PLACES = r"(?:镇|乡|街道|村|社区|学校|小学|中学|医院|农场|林场|分局|派出所|支行|部门|单位)[）)]?$"
_COLLECTIVE = r"^各|(?:部门|单位|乡镇|街道|企业|有关|相关)[）)]?$"
_PADDING = frozenset(
    [
        "行",
        "政",
        "行政",
        "区",
        "市",
        "县",
        "省",
        "州",
        "本",
        "事务",
        "服务",
        "管理",
        "综合",
        "局",
        "办公",
        "有限",
        "和",
        "与",
        "的",
        "分",
        "交通",
        "重庆市",
        "政府",
        "人民",
        "工作",
        "监督",
    ]
)
_MOST_ADDED = 4
_SHORTEST = 3
_LONGEST = 60  # characters; what is longer is no name, and is not compared letter by letter
_RARE = 5  # a slip is at least so many times rarer than what it is a slip of, or comes once or twice


def slips(counts: Mapping[str, int]) -> dict[str, str]:
    """Suspicious names, each with the name it seems to mean. `counts` is how often each is printed."""
    counts = {name: count for name, count in counts.items() if len(name) <= _LONGEST}
    by_wildcard: dict[str, list[str]] = {}
    for name in counts:
        for pattern in _wildcards(name):
            by_wildcard.setdefault(pattern, []).append(name)
    by_edges: dict[tuple[str, str], list[str]] = {}
    for name in counts:
        by_edges.setdefault((name[0], name[-1]), []).append(name)
    by_end: dict[str, list[str]] = {}
    for name in counts:
        by_end.setdefault(name[-2:], []).append(name)
    found = {}
    for name, count in counts.items():
        if len(name) < _SHORTEST or re.search(_COLLECTIVE, name):
            continue
        near = {
            other for pattern in _wildcards(name) for other in by_wildcard[pattern] if _is_typo(name, other)
        }
        for other in (*by_edges[name[0], name[-1]], *by_end[name[-2:]]):
            if _is_variant(name, other) or _is_variant(other, name):
                near.add(other)
        meant = [other for other in near if other != name and _is_rarer(count, counts[other])]
        if meant:
            found[name] = max(meant, key=lambda other: (counts[other], other))
    return {name: meant for name, meant in found.items() if meant not in found}


def _is_rarer(count: int, other: int) -> bool:
    return count < other and (count <= 2 or count * _RARE <= other)


def _wildcards(name: str) -> Iterator[str]:
    return (f"{name[:at]}\0{name[at + 1 :]}" for at in range(len(name)))


def _is_typo(name: str, other: str) -> bool:
    """One character differs, and what it makes is no word that offices are named after."""
    if name == other or len(name) != len(other) or re.search(_PLACES, name):
        return False
    at = next(at for at in range(len(name)) if name[at] != other[at])
    if name[at] in _SERIAL or other[at] in _SERIAL or at == len(name) - 1:
        return False
    return not any(name[start : start + 2] in _KNOWN for start in (at - 1, at) if start >= 0)


def _is_variant(long: str, short: str) -> bool:
    """行审批科 and 审批科, 区发展改革委 and 区发改委: the short name with something put in."""
    added = len(long) - len(short)
    if not 0 < added <= _MOST_ADDED or len(short) < _SHORTEST or re.search(_COLLECTIVE, short):
        return False
    start = next((at for at in range(len(short)) if long[at] != short[at]), len(short))
    if long[start + added :] == short[start:]:  # put in at one place
        return long[start : start + added] in _PADDING
    if len(short) == _SHORTEST or long[:2] != short[:2]:
        return False
    letters = iter(long)
    return all(char in letters for char in short)
