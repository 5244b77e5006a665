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
