"""Where the title of an official document may be broken: between words, never inside one.

Chinese is written without blanks. What the titles of plans, notices and reports are made of is a small
vocabulary; what is none of it (names, mostly) stays whole, but for the ends of regions and offices in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from qjtask.core.named_tuple import NamedTuple

_WORDS = """
关于 印发 转发 批转 下达 公布 做好 开展 进一步 加强 推进 推动 深化 落实 贯彻 贯彻落实 实施 优化 提升 促进
加快 全面 完善 建立 健全 规范 强化 创建 打造 聚焦 围绕 年度 上半年 下半年 季度 一季度 二季度 三季度 四季度
前三季度 月份 重点工作 重点任务 工作任务 目标任务 主要任务 改革任务 整改任务 任务分解 任务分工 责任分工
责任分解 责任清单 任务清单 问题清单 整改清单 工作清单 工作要点 工作方案 实施方案 行动方案 分工方案
整改方案 行动计划 工作计划 实施意见 若干措施 若干意见 整改落实 问题整改 反馈意见 反馈问题 重点项目
重大项目 重点改革 民生实事 政府工作报告 督查督办 督查事项 督办事项 议定事项 决策部署 政务服务 政务公开
营商环境 行政审批 行政许可 放管服 依法行政 法治政府 法治建设 生态环境 环境保护 生态文明 安全生产 安全
乡村振兴 城市管理 城市更新 基层治理 社会治理 高质量发展 高质量 经济社会发展 经济社会 经济 社会 改革 发展
建设 管理 服务 治理 工作 任务 项目 事项 措施 方案 计划 规划 要点 清单 台账 目标 责任 分解 分工 整改 督查
督察 督办 督导 检查 考核 评估 重点 主要 专项行动 专项整治 专项 行动 整治 攻坚战 攻坚 保障 保护 监督 监管
防汛 抗旱 防灾 减灾 救灾 应急 消防 食品 药品 教育 卫生 健康 医疗 医保 就业 创业 住房 城乡 交通 运输
交通运输 水利 农业 农村 农业农村 工业 信息化 数字化 科技 创新 文化 旅游 体育 民政 财政 审计 统计 招商引资
人大 政协 建议 提案 代表 委员 会议 精神 指示 批示 要求 问题 单位 部门 情况 进展 完成 办理 执行 使用
进展情况 完成情况 落实情况 推进情况 办理情况 执行情况 整改情况 工作情况 通报 通知 报告 意见 决定 办法 细则
规定 制度 机制 体系 人民政府 政府 办公室 办公厅 委员会 领导小组 指挥部 县委县政府 市委市政府 区委区政府
省委省政府 党中央 国务院 中央 县委 市委 区委 省委 县政府 市政府 区政府 省政府 全国 全省 全市 全县 全区
全镇 全局 乡镇 街道 区县 中心 发展改革委 发展改革 市场监管 住房城乡建设 城乡建设 人力资源 自然资源
应急管理 文化旅游 卫生健康 退役军人 行政服务中心 政务服务中心 公共资源交易中心 公共资源 工作人员 工作机制
工作制度 工作会议 工作报告 工作责任 党风廉政建设 党风廉政 意识形态 党的建设 污染防治 安全隐患 隐患 排查
防治 化解 风险 重大 年度工作 年度重点工作 以及 参与 普及 涉及 和谐 共和国 并联 合并 并联审批
"""
_CLOSE, _OPEN = "，。、；：？！）》〉】〕」』”’…,.;:?!)]}%％", "（《〈【〔「『“‘([{"
_TOKEN = re.compile(
    r"\s+|[“‘][^“”‘’]{1,8}[”’]|〔[^〔〕]{1,8}〕"
    r"|[0-9０-９A-Za-z.,%％—–~～-]+(?:年度|年|月份|月|日|号|期|项|个|条|件|批|次|届)?"
)
_ENDS = frozenset("局厅委办部院处科室所队站会署社司馆校组表册书单案者业化性率")
"""What ends an office's name or a word, and begins none: it stays with what is before it."""
_REGIONS = frozenset("省市区县州旗镇乡")
_BEFORE = frozenset(
    ("和", "与", "及", "以及", "暨", "并")
)  # a line may begin with these, and not end with them
_BIND = frozenset(("关于", "印发", "转发", "批转", "下达", "公布"))  # nor with these
_LAST = frozenset(("通报", "通知", "报告", "意见", "决定"))
_LONGEST = 100  # characters; what is longer is no title, and is left to the program that shows it
_SENSES = re.compile(r".{2}情况|关于")


class TitlePiece(NamedTuple):
    """A piece of a title that is not broken; `is_sense` where a line that begins with it begins a sense."""

    text: str
    is_sense: bool = False


def pieces(title: str) -> list[TitlePiece]:
    """The title in pieces between which it may be broken; together they are the title."""
    if len(title) > _LONGEST:
        return [TitlePiece(title)]
    found: list[TitlePiece] = []
    tokens = list(_tokens(title))
    for at, token in enumerate(tokens):
        if found and _binds(tokens, at):
            found[-1] = TitlePiece(found[-1].text + token.text, found[-1].is_sense)
        else:
            before = tokens[at - 1].text if at else ""
            is_sense = bool(_SENSES.fullmatch(token.text)) or (before in _ENDS)
            found.append(TitlePiece(token.text, is_sense))
    return found


class _Token(NamedTuple):
    """A word of the vocabulary, a number, a mark, or what stands between such (not `is_known`)."""

    text: str
    is_known: bool


def _binds(tokens: list[_Token], at: int) -> bool:
    """Whether a token may not begin a line: for what it is, or for what it follows."""
    (before, knows_before), (text, is_known) = tokens[at - 1], tokens[at]
    by_marks = before in _BIND or _binds_by_marks(before, text)
    if by_marks is not None:
        return by_marks
    if before in _BEFORE or (before == "的" and text in _LAST):
        return True
    if text in _BEFORE or before == "的":
        return False
    is_alone = (not is_known and len(text) == 1) or (not knows_before and len(before) == 1)
    return text in _ENDS or (is_alone and before not in _ENDS)


def _binds_by_marks(before: str, text: str) -> bool | None:
    """What marks and blanks say of it; None where there are none."""
    if text[0] in _CLOSE or text == "的" or text.isspace() or before[-1] in _OPEN:
        return True
    if before[-1] in _CLOSE or text[0] in _OPEN or before[-1].isspace():
        return False
    return None


def _tokens(title: str) -> Iterator[_Token]:
    words, longest = _vocabulary()
    at, unknown = 0, ""
    while at < len(title):
        found = _TOKEN.match(title, at)
        known = found[0] if found else _word(title, at, words, longest)
        if known:
            yield from _names(unknown)
            unknown = ""
            yield _Token(known, is_known=True)
        else:
            unknown += title[at]
        at += len(known) or 1
    yield from _names(unknown)


def _word(title: str, at: int, words: frozenset[str], longest: int) -> str:
    """The longest word that begins there; a mark or a particle by itself; "" for neither."""
    for size in range(longest, 1, -1):
        if title[at : at + size] in words:
            return title[at : at + size]
    one = title[at]
    return one if one in _CLOSE or one in _OPEN or one in _BEFORE or one == "的" else ""


def _names(text: str) -> Iterator[_Token]:
    """A run that is no word, parted behind the regions and offices that it names."""
    begun = 0
    for at, char in enumerate(text):
        left, right = at + 1 - begun, len(text) - at - 1
        if char in _REGIONS and left > 2 and right > 1:
            yield _Token(text[begun : at + 1], is_known=False)
            begun = at + 1
    rest = text[begun:]
    if len(rest) > 2 and rest[-1] in _ENDS:
        yield from (_Token(rest[:-1], is_known=False), _Token(rest[-1], is_known=False))
    elif rest:
        yield _Token(rest, is_known=False)


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[frozenset[str], int]:
    words = frozenset(_WORDS.split())
    return words, max(map(len, words))
