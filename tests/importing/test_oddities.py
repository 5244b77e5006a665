"""One small table for each oddity met in real documents, and what it must give."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

H = ("序号", "重点任务", "具体工作", "牵头单位", "责任单位", "完成时限")
S = ("序号", "具体工作", "责任单位", "完成时限")
REPORT = (*S, "进展情况", "完成状态", "存在问题")


class Case(NamedTuple):
    """A table, its items as `id work lead units deadline` joined by |, and what each doubt must hold."""

    name: str
    table: tuple[Any, ...]
    items: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


CASES = (
    Case(
        "a group's cell merged over its works",
        (
            H,
            ("1", ("（一）数字政府", 2, 1), "建平台。", "市数据局", "市财政局、市司法局", "2021年6月底前"),
            ("2", "推证照。", "市数据局", "市公安局", "12月"),
            ("1", "（二）营商环境", "优流程。", "市发展改革委", "市税务局", "持续推进"),
        ),
        (
            "1.1|建平台。|市数据局|市财政局、市司法局|2021年6月底前",
            "1.2|推证照。|市数据局|市公安局|12月",
            "2.1|优流程。|市发展改革委|市税务局|持续推进",
        ),
        headings=("数字政府", "营商环境"),
    ),
    Case(
        "a blank cell under its heading, and 序号 that counts the groups",
        (
            H,
            ("1", "甲", "做一。", "", "甲局", "6月"),
            ("", "", "做二。", "", "乙局", "7月"),
            ("2", "乙", "做三。", "", "甲局", "8月"),
        ),
        ("1.1|做一。||甲局|6月", "1.2|做二。||乙局|7月", "2.1|做三。||甲局|8月"),
        headings=("甲", "乙"),
    ),
    Case(
        "a heading repeated once, by a page",
        (
            H[1:],
            ("（一）甲", "做一。", "", "甲局", "6月"),
            ("", "做二。", "", "甲局", "6月"),
            ("", "做三。", "", "甲局", "6月"),
            ("", "做四。", "", "甲局", "6月"),
            ("（一）甲", "做五。", "", "甲局", "6月"),
        ),
        tuple(f"1.{n}|做{word}。||甲局|6月" for n, word in enumerate("一二三四五", 1)),
        ("（一）的标题重印了一次",),
    ),
    Case(
        "a heading filled down every row raises no doubt",
        (
            H[1:],
            ("一、甲", "做一。", "", "甲局", "6月"),
            ("一、甲", "做二。", "", "甲局", "6月"),
            ("二、乙", "做三。", "", "甲局", "6月"),
        ),
        ("1.1|做一。||甲局|6月", "1.2|做二。||甲局|6月", "2.1|做三。||甲局|6月"),
    ),
    Case(
        "full-width headings with numbering that restarts, a count, and a lead",
        (
            ("序号", "任务", "牵头单位", "责任单位", "完成时限"),
            (("一｜特色赛道", 1, 5),),
            ("1", "建园区。", "市经信局", "市财政局", "2021年12月"),
            ("2", "建平台。", "市经信局", "市财政局", "9月投入使用"),
            (("二｜创新能级（1项）（牵头单位：市科技局）", 1, 5),),
            ("1", "建中心。", "", "市财政局", "5月底前动工"),
        ),
        (
            "1.1|建园区。|市经信局|市财政局|2021年12月",
            "1.2|建平台。|市经信局|市财政局|9月投入使用",
            "2.1|建中心。|市科技局|市财政局|5月底前动工",
        ),
        headings=("特色赛道", "创新能级"),
    ),
    Case(
        "a count in the heading that is not the table's",
        (S, (("一、甲（3项）", 1, 4),), ("1", "做一。", "甲局", "6月"), ("2", "做二。", "甲局", "6月")),
        ("1.1|做一。||甲局|6月", "1.2|做二。||甲局|6月"),
        ("标题写明3项，表里有2项",),
    ),
    Case(
        "a heading of two rows, with breaks inside its words",
        (
            (
                ("序\n号", 2, 1),
                ("重点任务", 2, 1),
                ("工作\n举措", 2, 1),
                ("责任单位", 1, 2),
                ("完成\n时限", 2, 1),
            ),
            ("牵头单位", "责任科室"),
            ("1", "一、甲", "做一。", "甲局", "乙科、丙科", "6月"),
        ),
        ("1.1|做一。|甲局|乙科、丙科|6月",),
    ),
    Case(
        "no heading at all",
        (
            ("1", "推进城市更新改造工程建设。", "市住建局", "2021年6月底前"),
            ("2", "推进老旧小区改造。", "市住建局、市财政局", "12月"),
        ),
        (
            "1.1|推进城市更新改造工程建设。||市住建局|2021年6月底前",
            "1.2|推进老旧小区改造。||市住建局、市财政局|12月",
        ),
        ("表格没有标题行",),
    ),
    Case(
        "a number column without a heading",
        (
            ("", "具体工作", "责任单位", "完成时限"),
            ("1", "做一。", "甲局", "6月"),
            ("2", "做二。", "甲局", "6月"),
        ),
        ("1.1|做一。||甲局|6月", "1.2|做二。||甲局|6月"),
    ),
    Case(
        "a row cut by a page leaves a rest in two columns, another only 政府",
        (
            S,
            ("1", "推进乡镇（街道）便民中心（以", "市政府办、各乡镇人民", "6月"),
            ("", "上）建设。", "政府", ""),
            S,
            ("2", "做二。", "市司法局、各区县人民", "7月"),
            ("", "", "政府", ""),
            ("3", "做三。", "市司法局", "7月"),
        ),
        (
            "1.1|推进乡镇（街道）便民中心（以上）建设。||市政府办、各乡镇人民政府|6月",
            "1.2|做二。||市司法局、各区县人民政府|7月",
            "1.3|做三。||市司法局|7月",
        ),
        ("像是换页切开的", "像是换页切开的"),
    ),
    Case(
        "two works in one cell stay one",
        (S, ("1", "1.做一。2.做二。", "甲局", "6月"), ("2", "做三。", "甲局", "6月")),
        ("1.1|1.做一。2.做二。||甲局|6月", "1.2|做三。||甲局|6月"),
        ("一行里编着号写了几件事",),
    ),
    Case(
        "two works under one number are two",
        (
            S,
            (("1", 2, 1), "做一。", "甲局", "6月"),
            ("做二。", "甲局", "6月"),
            ("2", "做三。", "甲局", "6月"),
        ),
        ("1.1|做一。||甲局|6月", "1.3|做二。||甲局|6月", "1.2|做三。||甲局|6月"),
        ("同在序号“1”之下",),
    ),
    Case(
        "deadline and person merged over several rows",
        (
            ("序号", "具体工作", "责任单位", "责任人", "完成时限"),
            ("1", "做一。", "甲局", ("张三", 3, 1), ("6月底前", 3, 1)),
            ("2", "做二。", "乙局"),
            ("3", "做三。", "甲局"),
        ),
        ("1.1|做一。||甲局|6月底前", "1.2|做二。||乙局|6月底前", "1.3|做三。||甲局|6月底前"),
    ),
    Case(
        "a work's cell merged over several lines of offices",
        (
            ("序号", "具体工作", "牵头单位", "责任单位", "完成时限"),
            ("1", ("做一。", 2, 1), "甲局", "乙局", ("6月", 2, 1)),
            ("", "丙局", "丁局"),
            ("2", "做二。", "甲局", "乙局", "6月"),
        ),
        ("1.1|做一。|甲局、丙局|乙局、丁局|6月", "1.2|做二。|甲局|乙局|6月"),
    ),
    Case(
        "names on lines of their own, cut by a line's end, spaced, and glued",
        (
            S,
            ("1", "做一。", "审批科\n法规科", "6月"),
            ("2", "做二。", "行政审批\n服务科、法规科", "6月"),
            ("3", "做三。", "审 批 科，法规科；区司法局/区财政局", "6月"),
            ("4", "做四。", "区司法局区财政局", "6月"),
        ),
        (
            "1.1|做一。||审批科、法规科|6月",
            "1.2|做二。||行政审批服务科、法规科|6月",
            "1.3|做三。||审批科、法规科、区司法局、区财政局|6月",
            "1.4|做四。||区司法局、区财政局|6月",
        ),
        ("像是两个单位连在一起",),
    ),
    Case(
        "verbs and shares in the cell of offices",
        (
            S,
            ("1", "做一。", "市经信局牵头，相关部门参与", "6月"),
            ("2", "做二。", "由市科技局牵头，市财政局、市税务局配合", "6月"),
            ("3", "做三。", "市财政局、各县（市、区）人民政府按职责分工负责", "6月"),
            ("4", "做四。", "各有关部门按职责分工负责", "6月"),
            ("5", "做五。", "牵头单位：市科技局；责任单位：市财政局、市税务局", "6月"),
        ),
        (
            "1.1|做一。|市经信局|相关部门|6月",
            "1.2|做二。|市科技局|市财政局、市税务局|6月",
            "1.3|做三。||市财政局、各县（市、区）人民政府|6月",
            "1.4|做四。||各有关部门|6月",
            "1.5|做五。|市科技局|市财政局、市税务局|6月",
        ),
    ),
    Case(
        "offices and deadline in brackets after the work",
        (
            ("序号", "工作任务", "备注"),
            ("1", "做一。〔牵头单位：市发改委；责任单位：市财政局、市司法局；完成时限：6月底〕", ""),
            ("2", "做二。（责任单位：市财政局）", "急"),
        ),
        ("1.1|做一。|市发改委|市财政局、市司法局|6月底", "1.2|做二。||市财政局|"),
        ("没有完成时限一栏",),
    ),
    Case(
        "a deadline column that is empty in every row",
        (
            S,
            ("1", "做一，5月底前完成初稿，9月底前印发。", "甲局", ""),
            ("2", "做二。", "甲局", ""),
            ("3", "做三（8月底前）。", "甲局", ""),
        ),
        (
            "1.1|做一，5月底前完成初稿，9月底前印发。||甲局|9月底前",
            "1.2|做二。||甲局|",
            "1.3|做三（8月底前）。||甲局|8月底前",
        ),
        (
            "完成时限一栏全是空的",
            "写着“9月底前”；当作完成时限 2021-09-30",
            "藏着时间“5月底前”",
            "写着“8月底前”",
        ),
    ),
    Case(
        "/ and 无 name nobody",
        (
            ("序号", "具体工作", "牵头单位", "责任单位", "完成时限"),
            ("1", "做一。", "甲局", "/", "6月"),
            ("2", "做二。", "无", "乙局", "6月"),
        ),
        ("1.1|做一。|甲局||6月", "1.2|做二。||乙局|6月"),
        ("没有写责任单位",),
    ),
    Case(
        "numbers that jump and repeat are followed",
        (
            S,
            ("1", "做一。", "甲局", "6月"),
            ("3", "做二。", "甲局", "6月"),
            ("3", "做三。", "甲局", "6月"),
            ("4", "做四。", "甲局", "6月"),
        ),
        ("1.1|做一。||甲局|6月", "1.3|做二。||甲局|6月", "1.5|做三。||甲局|6月", "1.4|做四。||甲局|6月"),
        ("序号从1跳到3", "序号3重复"),
    ),
    Case(
        "group numbers that jump and repeat",
        (
            H[1:],
            ("（一）甲", "做一。", "", "甲局", "6月"),
            ("（三）乙", "做二。", "", "甲局", "6月"),
            ("（三）丙", "做三。", "", "甲局", "6月"),
        ),
        ("1.1|做一。||甲局|6月", "3.1|做二。||甲局|6月", "4.1|做三。||甲局|6月"),
        ("编号从（一）跳到（三）", "编号（三）重复"),
    ),
    Case(
        "headings over headings",
        (
            S,
            (("一、经济", 1, 4),),
            (("（一）工业", 1, 4),),
            ("1", "做一。", "甲局", "6月"),
            (("（二）农业", 1, 4),),
            ("1", "做二。", "甲局", "6月"),
        ),
        ("1.1|做一。||甲局|6月", "2.1|做二。||甲局|6月"),
        ("标题有两层，“经济”之下又分（共2处）",),
        headings=("经济：工业", "经济：农业"),
    ),
    Case(
        "numerals in every style before the works",
        (
            ("重点任务", "具体工作", "责任单位", "完成时限"),
            ("一、甲", "1.做一。", "甲局", "6月"),
            ("", "2.做二。", "甲局", "6月"),
            ("二、乙", "（1）做三。", "甲局", "6月"),
            ("", "（2）做四。", "甲局", "6月"),
            ("三、丙", "①做五。", "甲局", "6月"),
            ("", "②做六。", "甲局", "6月"),
        ),
        tuple(
            f"{g}.{n}|做{word}。||甲局|6月"
            for (g, n), word in zip(
                ((1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2)), "一二三四五六", strict=True
            )
        ),
    ),
    Case(
        "a note and a page's number under the table",
        (S, ("1", "做一。", "甲局", "6月"), (("— 3 —", 1, 4),), (("注：各单位抓紧落实。", 1, 4),)),
        ("1.1|做一。||甲局|6月",),
        ("“注：各单位抓紧落实。”不是一项工作",),
    ),
    Case(
        "a column nobody asked for",
        (("序号", "具体工作", "责任单位", "完成时限", "进展情况"), ("1", "做一。", "甲局", "6月", "已启动")),
        ("1.1|做一。||甲局|6月",),
        ("“进展情况”一列没有读",),
    ),
    Case(
        "the columns of our own progress table",
        (REPORT, ("1.1", "做一。", "甲局", "6月", "已启动", "推进中60%", "")),
        ("1.1|做一。||甲局|6月",),
    ),
    Case(
        "the columns of our own progress table, printed again on the next page",
        (
            REPORT,
            ("1.1", "做一。", "甲局", "6月", "已启动", "", ""),
            REPORT,
            ("1.2", "做二。", "甲局", "6月", "", "", ""),
        ),
        ("1.1|做一。||甲局|6月", "1.2|做二。||甲局|6月"),
    ),
    Case(
        "such columns beside numbers that are no whole ids",
        (REPORT, ("1", "做一。", "甲局", "6月", "已启动", "推进中60%", "")),
        ("1.1|做一。||甲局|6月",),
        ("“进展情况”一列没有读", "“完成状态”一列没有读"),
    ),
    Case(
        "such columns and one more",
        ((*REPORT, "电话"), ("1.1", "做一。", "甲局", "6月", "已启动", "", "", "123")),
        ("1.1|做一。||甲局|6月",),
        ("“进展情况”一列没有读", "“电话”一列没有读"),
    ),
    Case(
        "no column of the responsible",
        (
            ("序号", "具体工作", "牵头单位", "配合单位", "完成时限"),
            ("1", "做一。", "甲局", "乙局、丙局", "6月"),
            ("2", "做二。", "甲局", "/", "6月"),
        ),
        ("1.1|做一。|甲局|乙局、丙局|6月", "1.2|做二。|甲局|甲局|6月"),
        ("表格没有责任单位一栏",),
    ),
    Case(
        "a deadline nobody can read",
        (S, ("1", "做一。", "甲局", "国庆前"), ("2", "做二。", "甲局", "6月前")),
        ("1.1|做一。||甲局|国庆前", "1.2|做二。||甲局|6月前"),
        ("完成时限“国庆前”", "完成时限“6月前”"),
    ),
    Case(
        "a date in the text later than the deadline",
        (S, ("1", "做一，9月底前完成。", "甲局", "6月30日")),
        ("1.1|做一，9月底前完成。||甲局|6月30日",),
        ("晚于完成时限",),
    ),
    Case(
        "a slip of a name, and another office that only looks alike",
        (
            S,
            *((str(n), "做事。", "法规科、区商务局、区财政局", "6月") for n in range(1, 6)),
            ("6", "做事。", "法夫科、区水务局、区民政局", "6月"),
        ),
        (
            *(f"1.{n}|做事。||法规科、区商务局、区财政局|6月" for n in range(1, 6)),
            "1.6|做事。||法夫科、区水务局、区民政局|6月",
        ),
        ("“法夫科”像是“法规科”",),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
@pytest.mark.parametrize("form", ["html", "docx", "xlsx"])
def test_a_table_with(kit: Any, case: Case, form: str) -> None:
    draft = kit.drafted(kit.writers[form](kit.table(*case.table)), f"a.{form}")
    assert ["|".join(row) for row in kit.rows_of(draft)] == list(case.items)
    told = [doubt.line for doubt in draft.doubts]
    assert len(told) == len(case.doubts), told
    assert all(part in line for part, line in zip(case.doubts, told, strict=True)), told
    if case.headings:
        assert tuple(group.heading for group in draft.plan.groups) == case.headings


@pytest.mark.parametrize("form", ["html", "docx", "xlsx", "csv"])
def test_a_clean_table_raises_no_doubt(kit: Any, form: str) -> None:
    table = kit.table(
        H,
        (
            "1",
            ("（一）数字政府", 2, 1),
            "建平台，6月底前上线。",
            "市数据局",
            "市财政局、市司法局",
            "2021年6月底前",
        ),
        ("2", "推进57项套餐，占比不低于80%。", "市数据局", "市公安局", "12月"),
        ("3", "（二）营商环境", "优流程。", "市发展改革委", "市税务局", "持续推进"),
    )
    draft = kit.drafted(kit.writers[form](table), f"a.{form}")
    assert draft.doubts == ()
    assert [item.id for item in draft.plan.items()] == ["1.1", "1.2", "2.3"]


def test_a_repeated_heading_is_told_in_a_long_table(kit: Any) -> None:
    rows = [("（一）甲" if n in {0, 7} else "", f"做第{n}件事。", "甲局", "6月") for n in range(10)]
    draft = kit.drafted(
        kit.to_html(kit.table(("重点任务", "具体工作", "责任单位", "完成时限"), *rows)), "a.html"
    )
    assert [item.id for item in draft.plan.items()] == [f"1.{n}" for n in range(1, 11)]
    assert [doubt.item for doubt in draft.doubts] == ["1.8"]
    assert (
        next(item.note for item in draft.plan.items() if item.id == "1.8")
        == "原表换页，（一）的标题重印一次，序号接1.7"
    )


def test_map_overrules_the_headings(kit: Any) -> None:
    table = kit.table(
        ("序号", "具体工作", "责任单位", "其它甲", "完成时限"), ("1", "甲。", "乙局", "丙。", "6月")
    )
    draft = kit.drafted(kit.to_html(table), "a.html", columns={"具体工作": 4, "备注": 2})
    assert kit.rows_of(draft) == [("1.1", "丙。", "", "乙局", "6月")]
    assert next(draft.plan.items()).note == "甲。"


def test_the_plan_is_picked_among_other_tables(kit: Any) -> None:
    plan = kit.html_table(kit.table(S, ("1", "做一。", "甲局", "6月")))
    other = "<table><tr><td>姓名</td><td>电话</td></tr><tr><td>甲</td><td>1</td></tr></table>" * 2
    assert kit.rows_of(kit.drafted(f"{other}{plan}", "a.html")) == [("1.1", "做一。", "", "甲局", "6月")]
    second = kit.drafted(f"{plan}<p>。</p>{plan.replace('做一', '做二')}", "a.html", table=2)
    assert kit.rows_of(second) == [("1.1", "做二。", "", "甲局", "6月")]


def test_a_table_goes_on_over_pages_and_headings_between(kit: Any) -> None:
    first = kit.html_table(kit.table(S, ("1", "做一。", "甲局", "6月")))
    rest = "<table><tr><td>2</td><td>做二。</td><td>甲局</td><td>6月</td></tr></table>"
    again = first.replace("做一", "做三").replace(">1<", ">3<")
    assert [row[0] for row in kit.rows_of(kit.drafted(first + rest + again, "a.html"))] == [
        "1.1",
        "1.2",
        "1.3",
    ]
    parts = again.replace(">3<", ">1<")
    draft = kit.drafted("<p>一、甲</p>" + first + "<p>二、乙</p>" + parts, "a.html", head=kit.head)
    assert [group.heading for group in draft.plan.groups] == ["甲", "乙"]
    assert [row[0] for row in kit.rows_of(draft)] == ["1.1", "2.1"]
