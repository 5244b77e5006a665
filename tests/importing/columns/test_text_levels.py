"""Which text is the work and which head it."""

from __future__ import annotations

import pytest

from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of

U, D = Role.UNITS, Role.DEADLINE
F, T, W, X = Role.FIELD, Role.TASK, Role.WORK, Role.OTHER


@pytest.mark.parametrize(
    ("drawn", "roles"),
    [
        ("重点任务 | 责任单位\n做第一件事。 | 甲局", (W, U)),
        ("重点任务 | 工作内容 | 责任单位\n甲 | 做第一件事。 | 甲局", (T, W, U)),
        ("领域 | 重点任务 | 举措 | 责任单位\n水 | 甲 | 做第一件事。 | 甲局", (F, T, W, U)),
        ("板块 | 专项名称 | 重点任务 | 举措 | 责任单位\n水 | 甲 | 乙 | 做第一件事。 | 甲局", (F, F, T, W, U)),
        ("事项名称 | 任务目标 | 责任单位\n天桥 | 新建人行天桥2座。 | 甲局", (T, W, U)),
        (
            (
                "工作措施 | 工作任务 | 责任单位\n"
                "抓实城建 | 新建人行天桥2座。 | 甲局\n"
                "↑ | 改造老旧小区12个。 | 甲局"
            ),
            (T, W, U),
        ),
        ("责任单位 | 工作任务 | 时限\n甲局 | 做第一件事。 | 6月\n↑ | 做第二件事。 | 7月", (U, W, D)),
        (
            (
                "重点任务 | 责任单位 | 时限 | 落实要求\n"
                "做第一件事。 | 甲局 | 6月 | 按月报送。\n"
                "做第二件事。 | 甲局 | 7月 | 按月报送。"
            ),
            (W, U, D, Role.NOTE),
        ),
        (
            (
                "重点任务 | 年度目标 | 现状 | 举措 | 责任单位\n"
                "推进城市更新 | 更新片区3个 | 一般 | 征收房屋。 | 甲局\n"
                "加快产业升级 | 技改10户 | 较好 | 补助企业。 | 乙局"
            ),
            (T, Role.TARGET, None, W, U),
        ),
        (  # what qualifies the works stands before a longer text
            (
                "检查事项 | 检查比例 | 分类监管要求 | 单位\n"
                "查第一件事。 | 5% | 按信用等级分别递加抽查的比例。 | 甲局\n"
                "查第二件事。 | 9% | 不涉及信用等级的分类。 | 乙局"
            ),
            (W, X, Role.NOTE, U),
        ),
        (  # what is done with the names goes on behind whatever stands between
            (
                "项目名称 | 总投资 | 责任单位 | 建设任务 | 时限\n"
                "神丹工业园 | 50000 | 甲局 | 一期主体工程 | 6月\n"
                "医院新院区 | 65000 | 乙局 | 门诊楼投入使用 | 7月"
            ),
            (Role.NAME, X, U, W, D),
        ),
        (
            (
                "企业名称 | 所在村 | 整治任务 | 责任单位\n"
                "宏达纸业 | 东村 | 污水池1座 | 甲局\n"
                "金星砖厂 | 西村 | 喷淋设备 | 乙局"
            ),
            (Role.NAME, None, W, U),
        ),
        (
            (
                "指标内容 | 分值 | 责任细则 | 责任单位\n"
                "组织健全 | 30 | 健全三级组织，落实编制 | 甲局\n"
                "绿化达标 | 50 | 完成府前大街绿化 | 乙局"
            ),
            (T, X, W, U),
        ),
        (
            (
                "考核内容 | 工作任务 | 责任单位\n"
                "开展核心价值观教育 | 制作宣传栏20块。 | 甲局\n"
                "优化营商环境 | 修订办事指南。 | 乙局"
            ),
            (T, W, U),
        ),
        (
            (
                "工作任务 | 考核内容 | 责任单位\n"
                "公厕改造 | 改造公厕5座，达到二类。 | 甲局\n"
                "展板制作 | 制作展板30块，更换一次。 | 乙局"
            ),
            (T, W, U),
        ),
        (
            (
                "检查项目 | 检查事项 | 单位 | 事项类型\n"
                "甲 | 查第一件事。 | 甲局 | 一般\n"
                "乙 | 查第二件事。 | 甲局 | 重点"
            ),
            (T, W, U, Role.NOTE),
        ),
        (
            (
                "工作事项 | 具体要求 | 责任部门 | 完成时间\n"
                "限速标识安装 | 不少于20处 | 甲处 | 6月\n"
                "危化品盘点 | 账物相符 | 乙处 | 7月"
            ),
            (W, Role.TARGET, U, D),
        ),
        (
            (
                "工作事项 | 具体要求 | 责任部门 | 完成时间\n"
                "危化品盘点 | 逐间盘点，建立台账。 | 甲处 | 6月\n"
                "标识安装 | 在弯道安装限速标识20处。 | 乙处 | 7月"
            ),
            (T, W, U, D),
        ),
    ],
)
def test_the_levels_of_text(drawn: str, roles: tuple[Role, ...]) -> None:
    assert table_of(drawn).roles == roles


@pytest.mark.parametrize("heading", ["抽查类型", "任务类别", "工作分类", "所属领域", "条线"])
def test_kinds_that_come_back_after_another_head_no_works(heading: str) -> None:
    kinds = enumerate(("定向", "不定向", "定向"), 1)
    rows = [f"抽查{at} | {kind} | 查第{at}件事。 | 甲局" for at, kind in kinds]
    drawn = "\n".join((f"任务名称 | {heading} | 抽查事项 | 单位", *rows))
    assert table_of(drawn).roles[1:] == (Role.NOTE, W, U)


@pytest.mark.parametrize("kinds", ["甲甲乙乙", "甲甲甲乙乙甲", "甲乙丙丁"])
def test_kinds_that_stand_in_runs_head_the_works(kinds: str) -> None:
    rows = [f"{kind}类 | 做第{at}件事情，按期做好。 | 甲局" for at, kind in enumerate(kinds, 1)]
    assert table_of("\n".join(("类别 | 任务 | 单位", *rows))).roles == (T, W, U)


@pytest.mark.parametrize("amount", ["分值", "总投资（亿元）", "权重"])
def test_an_amount_between_texts_parts_none_of_them(amount: str) -> None:
    drawn = (
        f"考核内容 | {amount} | 年度目标任务 | 牵头部门\n增强生产能力 | 15 | 耕地不低于37.2万公顷 | 甲局\n"
        "↑ | 10 | 新建高标准农田8万亩 | 乙局\n保证粮食质量 | 15 | 监测覆盖率100% | 丙局"
    )
    assert table_of(drawn).roles == (Role.TASK, Role.OTHER, Role.WORK, Role.LEAD)


@pytest.mark.parametrize("wrong", ["主要诉求", "反映问题", "群众诉求"])
def test_measures_behind_the_offices_are_the_works_that_mend_what_is_wrong(wrong: str) -> None:
    drawn = (
        f"序号 | {wrong} | 责任单位 | 化解措施 | 时限\n"
        "1 | 拖欠工程款86万元未结清 | 甲局 | 审计后付 | 6月\n2 | 养殖场臭气扰民 | 乙局 | 搬迁 | 9月"
    )
    roles = (Role.NUMBER, Role.TASK, Role.UNITS, Role.WORK, Role.DEADLINE)
    assert table_of(drawn).roles == roles


def test_the_task_of_the_year_is_the_work_behind_the_contents_of_all_years() -> None:
    drawn = (
        "项目名称 | 建设内容及规模 | 总投资（亿元） | 2015年度目标任务 | 责任单位\n"
        "气化工 | 年产45万吨聚乙烯 | 60 | 完成主体设备安装 | 甲县政府\n"
        "产业园 | 建设演艺中心 | 33 | 一期开街 | 乙县政府\n批发市场 | 建成气调库 | 20 | 全面开工 | 丙县政府"
    )
    assert table_of(drawn).roles == (Role.FIELD, Role.TASK, Role.OTHER, Role.WORK, Role.UNITS)


def test_a_name_before_the_sentence_about_it_is_no_near_rival() -> None:
    head, end = "项目 | 内容和要求 | 负责人", "公布选举日期，做到家喻户晓、人人皆知"
    rows = (
        f"推选委员会 | 通过村民代表会议投票产生委员会成员。名单公布（公告） | 甲村\n宣传发动 | {end}。 | 乙村"
    )
    margins = {}
    for text in (rows, rows.replace("。", "")):
        work = table_of(f"{head}\n{text}").columns[1]
        assert work.role is W
        assert work.rival is not None
        margins[text] = work.rival.margin
    assert margins[rows] == margins[rows.replace("。", "")] + 3


def test_what_is_looked_at_is_the_work_and_not_its_short_standard() -> None:
    volunteers, libraries = "注册志愿者人数占人口比例逐年提高", "公共图书馆文化馆全部免费开放"
    rows = f"志愿服务 | {volunteers} | 达标 | 团市委\n文化服务 | {libraries} | 每周开放 | 文旅局"
    for standard in ("测评标准", "测评要求"):
        drawn = f"测评项目 | 测评内容 | {standard} | 责任单位\n{rows}"
        assert table_of(drawn).roles == (T, W, Role.TARGET, U)
    rows = f"志愿服务 | {volunteers} | 团市委\n文化服务 | {libraries} | 文旅局"
    assert table_of(f"测评内容 | 测评标准 | 责任单位\n{rows}").roles == (T, W, U)


def test_a_goal_is_the_work_before_the_arrangement_of_it() -> None:
    table = table_of(
        "序号 | 重点工作 | 责任科室 | 攻坚目标任务 | 工作任务安排\n"
        "1 | 招商引资 | 经济发展办 | 引进亿元以上项目2个。 | 做好意向项目洽谈对接。\n"
        "2 | 基层智治 | 平安法治办 | 矛盾纠纷化解率达到98%。 | 完善网格运行机制。"
    )
    assert table.roles[3:] == (Role.WORK, Role.NOTE)
