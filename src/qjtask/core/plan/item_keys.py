"""The keys of an item, a milestone and a target: one table, in the order in which they are written."""

from __future__ import annotations

from qjtask.core.plan.plan import Milestone, Target
from qjtask.core.plan.plan_form import PlanKey, PlanPart

MILESTONE = PlanPart(
    "milestone",
    "时间节点",
    "一个阶段性时限。",
    Milestone,
    (
        PlanKey(
            "by",
            "day",
            None,
            "最迟完成的日期，写成“年-月-日”；“4月底前”写成当月最后一天。",
            ("2021-04-30",),
            is_required=True,
        ),
        PlanKey(
            "work",
            "filled",
            None,
            "到期应完成的工作。",
            ("完成余量电子证照模板的创建、电子印章的申请和全面推广使用",),
            is_required=True,
        ),
    ),
)

TARGET = PlanPart(
    "target",
    "指标",
    "一个指标：at_least（不低于）和 at_most（不超过）写且只写一个。",
    Target,
    (
        PlanKey("name", "filled", None, "指标的名称。", ("行政许可事项全程网办占比",), is_required=True),
        PlanKey(
            "at_least",
            "number",
            None,
            "不低于的数。“不低于80%”写 80，百分号写在 unit 里。",
            (80, 100),
        ),
        PlanKey("at_most", "number", None, "不超过的数。“不超过0.3次”写 0.3。", (0.3,)),
        PlanKey("unit", "text", None, "计量单位；百分号要加引号。", ("%", "次", "项")),
        PlanKey(
            "cumulative",
            "flag",
            None,
            "各次报的数是否相加：办了多少件这样的数写 true，占比这样的水平不写。",
            (True,),
        ),
    ),
)

ITEM = PlanPart(
    "item",
    "具体工作",
    "一项具体工作，即原表的一行。",
    dict,
    (
        PlanKey(
            "id",
            "item id",
            "apart",
            '编号：（九）的第2项写成 "9.2"，要加引号（否则 9.10 会变成 9.1）。办结后也不改号。',
            ("9.2", "9.10"),
            is_required=True,
        ),
        PlanKey("no", "name", "either", "原表印的序号，与编号不同时才写。", ("27", 27)),
        PlanKey(
            "work",
            "filled",
            "print",
            "具体工作，照原文写在一行里。",
            ("推进证明类材料在线申请、开具和应用。",),
            is_required=True,
        ),
        PlanKey("lead", "names", "print", "牵头单位，按原表次序。", (["区政府职转办", "区司法局"],)),
        PlanKey(
            "units",
            "names",
            "print",
            "责任单位，照原表的写法和次序；别名在文件开头的 units 里登记。",
            (["审批科", "道路运输中心", "公路事务中心"],),
        ),
        PlanKey(
            "support",
            "names",
            "either",
            "配合单位，按原表次序。只显示、可查，不用报进度。",
            (["办公室"],),
        ),
        PlanKey("owner", "owner", "hand", "这一项谁承办，写法同 rules 里的 owner。", ("lead", "all")),
        PlanKey(
            "deadline",
            "term",
            "apart",
            "完成时限，照原表所印，也可写成“年-月-日”。",
            ("2021年12月31日", "2021-06-30", "6月底前", "每月25日前", "按时序推进", "持续推进"),
        ),
        PlanKey(
            "due",
            "day",
            "hand",
            "人工认定的完成日期：程序读错或读不懂完成时限时写，以它为准，原文不动。",
            ("2021-05-31",),
        ),
        PlanKey(
            "milestones",
            "parts",
            "apart",
            "具体工作里写明的阶段性时限，只重复完成时限的不必写。",
            ([{"by": "2021-04-30", "work": "完成余量电子证照模板的创建"}],),
            part=MILESTONE,
        ),
        PlanKey(
            "targets",
            "parts",
            "apart",
            "具体工作里承诺的指标。",
            ([{"name": "行政许可事项全程网办占比", "at_least": 80, "unit": "%"}],),
            part=TARGET,
        ),
        PlanKey(
            "report_every",
            "rhythm",
            "hand",
            "这一项多久报一次进度，代替 rules 里的 review 和 report_every，写法同 warn。",
            ("1m", "2w"),
        ),
        PlanKey("source", "text", "hand", "工作的来源，不是出自本通知时写。", ("县长批示〔6〕号",)),
        PlanKey(
            "settled",
            "keys",
            "apart",
            "qjtask check 对这一项的哪些内容有疑问，而人已经核对过：写键名，不再提示。",
            (["deadline"], ["units", "milestones"]),
        ),
        PlanKey(
            "note",
            "text",
            "hand",
            "读表人应当知道的事，如原表的错漏、录入时的推断。",
            ("“法夫科”疑为“法规科”之误，按别名归入法规科",),
        ),
    ),
)

SETTLED_KEYS = (
    *(key.name for key in ITEM.keys if key.kept != "hand" and key.form not in {"item id", "keys"}),
    "members",
)
"""The keys that a notice prints, and that may leave a doubt for a person to settle.

`members` stands for whom a collective name among the item's offices means: as one office, it has none.
"""
