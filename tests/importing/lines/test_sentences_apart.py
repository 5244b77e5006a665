"""Several offices in one paragraph, each with a sentence of its own."""

from __future__ import annotations

from tests.importing.works.documents import works

DUTIES = "市住建局负责做好清淤。市城管局负责做好保洁，市环卫公司负责清运。市自来水公司要负责做好水源安全。"


def test_each_sentence_is_a_work_where_a_paper_shares_out_duties() -> None:
    found = works("2011年汛期工作安排", DUTIES)
    assert [one.split("|")[4] for one in found] == ["市住建局", "市城管局、市环卫公司", "市自来水公司"]


def test_a_paragraph_in_which_one_sentence_names_nobody_stays_whole() -> None:
    assert works("2011年汛期工作安排", f"汛期将至。{DUTIES}") == []
    assert works("2011年汛期工作总结", DUTIES) == []


MINUTES = "清淤工作专题会议纪要"


def test_minutes_are_cut_where_another_office_is_told() -> None:
    found = works(
        MINUTES,
        "会议决定，县住建局负责城区管网清淤；县水利局负责河道清淤，打捞漂浮物；"
        "清运车辆由张建国牵头，县城管局落实。县城管局要及时清运。",
    )
    assert [one.split("|")[2::2][:2] for one in found] == [
        ["会议决定，县住建局负责城区管网清淤", "县住建局"],
        ["县水利局负责河道清淤，打捞漂浮物", "县水利局"],
        ["清运车辆由张建国牵头，县城管局落实。县城管局要及时清运。", "县城管局"],
    ]


def test_what_is_wished_of_all_and_counted_points_are_no_cuts() -> None:
    wish = works(MINUTES, "会议要求，各部门要提高认识；各乡镇要高度重视；县水利局要抓紧河道清淤。")
    assert [one.split("|")[4] for one in wish] == ["县水利局"]
    counted = works(MINUTES, "会议议定：一是县住建局要加快管网清淤；二是县水利局要抓紧河道清淤。")
    assert [one.split("|")[2] for one in counted] == ["县住建局要加快管网清淤", "县水利局要抓紧河道清淤。"]
