"""Which finished items can be proved."""

from __future__ import annotations

import pytest

from qjtask.core.layout.document import Document, Paragraph
from qjtask.core.layout.sheet import Sheet, Tone
from qjtask.core.letters.evidence_list import Finding, Proof, Proved, evidence_document, reported_evidence
from qjtask.core.log.entry import Do
from tests.core.plans import column, day, entry, item, past, plan, standing

TABLE = plan(item("1.1"), item("1.2"), item("1.3"))
LOG = (
    entry("1.1", Do.NOTE, "06-01", evidence=("附件/a.pdf",)),
    entry("1.1", on="06-02", evidence=("附件/b.pdf", "附件/a.pdf", " ")),
    entry("1.2", on="06-03"),
    entry("1.3", Do.NOTE, "06-03", evidence=("附件/c.pdf",)),
)


def test_the_evidence_of_finished_items_each_path_once() -> None:
    reported = reported_evidence(standing(TABLE, LOG), past(LOG))
    paths = {item: [one.path for one in found] for item, found in reported.items()}
    assert paths == {"1.1": ["附件/a.pdf", "附件/b.pdf"], "1.2": []}


def test_evidence_taken_back_is_none() -> None:
    slip = entry("1.2", Do.NOTE, evidence=("错.pdf",))
    log = (*LOG, slip, entry("1.2", Do.UNDO, undoes=slip))
    assert reported_evidence(standing(TABLE, log), past(log))["1.2"] == []


def proved() -> list[Proved]:
    first, second, _ = standing(TABLE, LOG)
    there, missing = Proof("a.pdf", Finding.THERE), Proof("b.pdf", Finding.MISSING)
    return [Proved(first, (there, missing)), Proved(second, ())]


def only_sheet(document: Document) -> Sheet:
    (sheet,) = (block for block in document.parts[0].blocks if isinstance(block, Sheet))
    return sheet


def test_the_list_says_what_is_missing() -> None:
    document = evidence_document(TABLE, proved(), day("06-10"))
    sheet = only_sheet(document)
    assert column(sheet, "佐证材料") == ["a.pdf；b.pdf（找不到文件）", ""]
    assert column(sheet, "情况") == ["找不到文件", "没有佐证"]
    summary = document.parts[0].blocks[0]
    assert isinstance(summary, Paragraph)
    assert summary.text == "已完成2项：佐证齐全0项，没有佐证1项；1份材料没有找到、没有核对或不能装包。"


def test_what_was_changed_since_is_counted_by_itself() -> None:
    first = standing(TABLE, LOG)[0]
    items = [Proved(first, (Proof("a.pdf", Finding.CHANGED), Proof("b.pdf", Finding.ADDED)))]
    document = evidence_document(TABLE, items, day("06-10"))
    assert column(only_sheet(document), "佐证材料") == ["a.pdf（登记后改过）；b.pdf（登记后新增）"]
    assert "佐证齐全0项，没有佐证0项；2份材料登记后改过或新增。" in str(document)
    packed = {("1.1", "a.pdf"): {"1.1/a.pdf": "ab12"}, ("1.1", "b.pdf"): {"1.1/b.pdf": "cd34"}}
    index = only_sheet(evidence_document(TABLE, items, day("06-10"), packed))
    assert column(index, "情况") == ["登记后改过", "登记后新增"]
    assert [row[-1].tone for row in index.rows] == [Tone.RED, Tone.RED]


def test_nothing_finished_yet() -> None:
    assert "目前没有已完成的工作。" in str(evidence_document(TABLE, [], day("06-10")))


def test_the_index_has_a_line_a_file_and_one_for_what_is_missing() -> None:
    packed = {("1.1", "a.pdf"): {"1.1/a.pdf": "ab12"}, ("1.1", "b.pdf"): {}}
    document = evidence_document(TABLE, proved(), day("06-10"), packed)
    sheet = only_sheet(document)
    assert document.title.endswith("佐证材料目录")
    assert column(sheet, "编号") == ["1.1", "1.1", "1.2"]
    assert column(sheet, "文件") == ["1.1/a.pdf", "b.pdf", ""]
    assert column(sheet, "SHA-256") == ["ab12", "", ""]
    assert column(sheet, "情况") == ["齐全", "找不到文件", "没有佐证"]
    assert evidence_document(TABLE, [], day("06-10"), {}).title.endswith("目录")


@pytest.mark.parametrize("finding", [one for one in Finding if one is not Finding.THERE])
def test_whatever_is_not_there_is_not_whole(finding: Finding) -> None:
    first = standing(TABLE, LOG)[0]
    item = Proved(first, (Proof("a", Finding.THERE), Proof("b", finding)))
    assert item.words == finding
