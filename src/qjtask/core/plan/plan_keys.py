"""The keys of the plan's head and of a group, in the order in which they are written."""

from __future__ import annotations

from qjtask.core.plan.item_keys import ITEM
from qjtask.core.plan.plan import Group, Letterhead, Rules
from qjtask.core.plan.plan_form import PlanKey, PlanPart

UNIT = PlanPart(
    "unit",
    "单位",
    "一个单位的其他写法；它若是合称，还有它所指的各个单位。",
    dict,
    (
        PlanKey(
            "members",
            "names",
            None,
            "合称（如各镇（街道）、机关各科室）所指的单位，写显示用的名称。各单位分别报进度、收提醒。",
            (["甲镇", "乙镇", "丙街道"],),
        ),
        PlanKey("aliases", "names", None, "这个单位的其他写法：全称、简称、误写。", (["各镇街"],)),
    ),
)

RULES = PlanPart(
    "rules",
    "rules",
    "本单位的规则，都可以不写。",
    Rules,
    (
        PlanKey(
            "warn",
            "span",
            None,
            "到期前多久亮黄灯：数字加 d（天）、w（周）、m（月）、q（季度）或 y（年）。",
            ("30d", "2w"),
        ),
        PlanKey("review", "span", None, "多久没有进展记录就亮黄灯，写法同 warn。", ("30d", "1q")),
        PlanKey("pace", "points", None, "落后序时进度多少个百分点亮黄灯，0 到 100。", (20,)),
        PlanKey(
            "owner",
            "owner",
            None,
            "谁承办（报进度、收提醒、算份额）：units 责任单位，lead 牵头单位，all 两者都是。",
            ("units", "lead", "all"),
        ),
        PlanKey(
            "accept",
            "flag",
            None,
            "是否销号：写 true，办结要由另一人认可（qjtask accept）才算完成。",
            (True,),
        ),
        PlanKey(
            "report_every",
            "rhythm",
            None,
            "每项工作多久报一次进度，写了就代替 review，写法同 warn。",
            ("1m", "1q"),
        ),
    ),
)

LETTER = PlanPart(
    "letter",
    "letter",
    "函件的称呼和联系人。",
    Letterhead,
    (
        PlanKey("to", "text", None, "主送，即函件开头的称呼。", ("各科室、直属各单位",)),
        PlanKey("contact", "text", None, "联系人和电话，写在函件末尾。", ("张三，023-12345678",)),
    ),
)

GROUP = PlanPart(
    "group",
    "重点任务",
    "一项重点任务及其下的各项具体工作。",
    Group,
    (
        PlanKey(
            "id",
            "group id",
            "apart",
            '原表的序号，（九）写成 "9"，要加引号。',
            ("9",),
            is_required=True,
        ),
        PlanKey(
            "heading",
            "filled",
            "print",
            "重点任务的名称，不含序号。",
            ("着力提升网上办事深度",),
            is_required=True,
        ),
        PlanKey(
            "printed",
            "name",
            "apart",
            "原表印的序号，写法不是（一）这一种时才写。",
            ("一、", "1."),
        ),
        PlanKey(
            "items",
            "some parts",
            "apart",
            "具体工作，按原表次序。",
            ([{"id": "9.5", "work": "推进证明类材料在线申请、开具和应用。"}],),
            is_required=True,
            part=ITEM,
        ),
    ),
)

PLAN = PlanPart(
    "plan",
    "计划",
    "qjtask 的任务分解表（tasks.yaml），照公文附件逐项录入。"
    "本文件供编辑器补全和提示，以 qjtask check 的结果为准。",
    dict,
    (
        PlanKey(
            "title",
            "filled",
            "apart",
            "任务分解表的标题，照原文。",
            ("2021年重庆市黔江区交通局政务服务工作任务分解",),
            is_required=True,
        ),
        PlanKey("document", "text", "either", "发文字号。", ("黔江交通发〔2021〕96号",)),
        PlanKey("issuer", "text", "either", "发文机关。", ("重庆市黔江区交通局",)),
        PlanKey("issued", "day", "either", "成文日期，写成“年-月-日”。", ("2021-03-26",)),
        PlanKey(
            "first_issued",
            "day",
            "apart",
            "首次发文日期：通知重新印发过的才写。周期性工作从这天起分期，import --update 会自动记下。",
            ("2021-03-05",),
        ),
        PlanKey(
            "year",
            "year",
            "print",
            "任务所属年度。只写月份的时限（如“6月底前”）按此年度计算。",
            (2021,),
            is_required=True,
        ),
        PlanKey(
            "letter",
            "part",
            "plan",
            "函件的称呼和联系人。",
            ({"to": "各科室", "contact": "张三，023-12345678"},),
            part=LETTER,
        ),
        PlanKey(
            "rules",
            "part",
            "plan",
            "本单位的规则；不写的照默认。",
            ({"warn": "30d", "review": "30d", "pace": 20, "owner": "units", "accept": False},),
            part=RULES,
        ),
        PlanKey(
            "units",
            "units",
            "apart",
            "单位。冒号前是显示用的名称，方括号里是文件中出现的其他写法；没有其他写法的写 []。"
            "合称写成 {members: [所指的单位], aliases: [其他写法]}。",
            (
                {
                    "审批科": ["行审批科", "行政审批科"],
                    "各镇（街道）": {"members": ["甲镇", "乙镇", "丙街道"]},
                },
            ),
            part=UNIT,
        ),
        PlanKey(
            "groups",
            "some parts",
            "apart",
            "重点任务，按原表次序。",
            (
                [
                    {
                        "id": "1",
                        "heading": "深化行政审批制度改革",
                        "items": [{"id": "1.1", "work": "全面承接落实市政府决定取消、下放的行政许可事项。"}],
                    }
                ],
            ),
            is_required=True,
            part=GROUP,
        ),
    ),
)
