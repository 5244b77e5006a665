"""One page on one work: what it is, who owes it, whether it is late, what stands in its way."""

from __future__ import annotations

from qjtask.core.layout.document import Part
from qjtask.core.layout.sheet import Sheet
from qjtask.core.letters.brief import brief
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Item, Plan
from tests.core.plans import day, entry, item, past, plan, shipped, standing
from tests.core.towns import ALL_TOWNS, COUNTY


def page(on: Plan | Item, *log: Entry, today: str = "06-10", item_id: str = "", sign: str = "") -> Part:
    whole = on if isinstance(on, Plan) else plan(on)
    rows = [row for row in standing(whole, log, today) if item_id in ("", row.item.id)]
    (part,) = brief(whole, rows, past(log, today), day(today), sign).parts
    return part


def facts(part: Part) -> dict[str, str]:
    sheet = part.blocks[0]
    assert isinstance(sheet, Sheet)
    return {cells[0].text: cells[1].text for cells in sheet.rows}


def test_what_the_work_is_where_it_comes_from_and_who_owes_it() -> None:
    part = page(shipped(), item_id="9.4")
    assert part.title == "重点工作专报"
    assert part.head == ("9.4　（九）着力提升网上办事深度", "（重庆市黔江区交通局　截至2021年6月10日）")
    told = facts(part)
    assert told["具体工作"].startswith("配合建立用户材料证照库")
    assert told["来源"] == "《2021年重庆市黔江区交通局政务服务工作任务分解》（黔江交通发〔2021〕96号）"
    assert told["牵头单位"] == "区行政服务中心"
    assert told["责任单位"] == "审批科、道路运输中心、公路事务中心"
    assert told.keys().isdisjoint({"配合单位", "承办", "指标", "延期", "备注", "完成情况"})


def test_the_work_s_own_source_goes_before_the_notice() -> None:
    told = facts(page(item()._replace(source="县长批示〔6〕号", note="重点督办")))
    assert (told["来源"], told["备注"]) == ("县长批示〔6〕号", "重点督办")


def test_the_printed_number_the_support_and_the_role_in_which_it_is_owed() -> None:
    part = page(COUNTY, item_id="1.1")
    told = facts(part)
    assert part.head == ("1.1（27）　（一）第1项重点任务", "（截至2021年6月10日）")
    assert (told["责任单位"], told["配合单位"]) == ("（未写）", "办公室、各镇（街道）")
    assert "承办" not in told
    assert facts(page(COUNTY, item_id="1.3"))["承办"] == "牵头单位和责任单位"
    assert facts(page(COUNTY, item_id="1.4"))["承办"] == "牵头单位"


def test_the_deadline_as_printed_as_understood_and_as_put_off() -> None:
    def told(deadline: str, *log: Entry) -> str:
        return facts(page(item(deadline=deadline), *log, today="04-10"))["完成时限"]

    later = entry("9.1", Do.EXTEND, "04-05", to="07-31", text="等验收")
    assert told("5月底前", later) == "5月底前（原定2021年5月31日，延至2021年7月31日）"
    assert told("2021年5月31日", later) == "2021年5月31日（延至2021年7月31日）"
    assert told("5月底前") == "5月底前（即2021年5月31日）"
    assert told("2021年5月31日") == "2021年5月31日"
    assert told("每月25日前") == "每月25日前（下一期2021年4月25日）"
    assert told("持续推进") == "持续推进"


def test_pace_and_light_with_their_reasons() -> None:
    behind = facts(page(item(), entry("9.1", Do.NOTE, "06-01", percent=20)))
    assert behind["状态"] == "推进中20%"
    assert behind["序时"] == "进度20%，序时应到79%，落后59个百分点"
    assert behind["灯"] == "黄：还有20天到期（2021-06-30）；进度20%，序时应到79%，落后59个百分点"
    assert facts(page(item()))["序时"] == "没有报过数字，无法对照"
    assert facts(page(item(deadline="持续推进")))["序时"] == "没有期限，无法对照"
    assert facts(page(item(deadline="每月25日前")))["序时"] == "周期性工作，按期对照"


def test_finished_work_says_how_it_was_finished_in_place_of_a_light() -> None:
    done = facts(page(item(deadline="2021年5月31日"), entry("9.1", on="06-02")))
    assert (done["序时"], done["完成情况"]) == ("已办结，不再对照", "逾期完成")
    assert done["下一步"] == "已经办结，没有下一步。"
    assert "灯" not in done


def test_problems_or_that_there_are_none() -> None:
    late = page(item(deadline="2021年5月31日"), entry("9.1", Do.NOTE))
    assert facts(late)["存在问题"] == "逾期10天。"
    fine = page(item(deadline="2021年12月31日"), entry("9.1", Do.NOTE))
    assert facts(fine)["存在问题"] == "没有逾期、未达标和久无进展的情况。"


def test_a_workbook_has_every_day_in_a_column_of_its_own() -> None:
    part = page(item(deadline="5月底前"), entry("9.1", Do.NOTE, "06-01", text="过半"))
    sheet = part.blocks[0]
    assert isinstance(sheet, Sheet)
    assert [column.heading for column in sheet.columns] == ["项目", "内容", "日期"]
    days = {cells[0].text: cells[2].value for cells in sheet.rows if cells[2].value}
    assert days == {"完成时限": day("05-31"), "最近报告": day("06-01"), "下一步": day("05-31")}
    assert [column.heading for column in sheet.on_paper.columns] == ["项目", "内容"]


def test_the_digest_stands_last() -> None:
    told = facts(page(item(), sign="4CD4C4AF"))
    assert [*told.items()][-1] == ("核对", "台账校验码：4CD4C4AF")
    assert "核对" not in facts(page(item()))


def test_what_is_too_long_for_one_page_is_shortened_and_extensions_are_told_once() -> None:
    on = item(work="推进" * 500, deadline="5月底前")._replace(note="说明" * 500)
    told = facts(page(on, entry("9.1", Do.EXTEND, "06-05", to="07-31", text="等验收")))
    assert all(told[name].endswith("…") and len(told[name]) <= 200 for name in ("具体工作", "备注"))
    assert "延至" not in told["存在问题"]
    assert "延至2021年7月31日（逾期后延期）" in told["延期"]


def test_each_work_has_a_page_of_its_own() -> None:
    made = brief(COUNTY, standing(COUNTY), past([]), day("06-10"))
    numbers = [part.head[0].partition("　")[0] for part in made.parts]
    assert numbers == ["1.1（27）", "1.2（28）", "1.3（29）", "1.4（30）"]
    assert facts(made.parts[1])["责任单位"] == ALL_TOWNS
