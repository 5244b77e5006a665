"""Every sample in samples/*.txt, read in three formats."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.importing.drafts.report import remarks
from tests.importing.samples import FOLDER, Sample, parsed, samples

SAMPLES = samples()


@pytest.mark.parametrize("form", ["html", "docx", "xlsx"])
@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_a_sample_is_read_as_it_says(kit: Any, sample: Sample, form: str) -> None:
    title = {"title": sample.above[-1]} if sample.above else {}
    draft = kit.drafted(kit.writers[form](sample.table, **title), f"a.{form}")
    assert kit.full_rows_of(draft) == list(sample.items)
    told = [doubt.line for doubt in draft.doubts]
    assert len(told) == len(sample.doubts), told
    assert all(part in line for part, line in zip(sample.doubts, told, strict=True)), told
    known = {item.id for item in draft.plan.items()} | {group.id for group in draft.plan.groups}
    doubted = {item for doubt in draft.doubts for item in doubt.items}
    assert doubted <= known
    above = remarks("a", draft).above
    assert {item for (item, *_) in filter(None, above) if item in known} == doubted
    assert all(line.startswith("疑：") for item in doubted for line in above[item,])
    assert all(any(part in said for said in draft.said) for part in sample.said), draft.said
    if sample.headings:
        assert tuple(group.heading for group in draft.plan.groups) == sample.headings


def test_the_samples_are_told_apart_and_each_says_what_it_shows() -> None:
    assert len({sample.shows for sample in SAMPLES}) == len(SAMPLES) > 30
    assert (FOLDER / "README.md").is_file()


def test_a_sample_is_drawn_with_its_merged_cells() -> None:
    drawn = parsed("a", "# 甲\n标题\n一 | ← | 二⏎三\n↑ | ↖ | 四\n应读作：\n1.1 | 五\n疑点：\n无\n")
    assert drawn.above == ("标题",)
    assert drawn.table == [[("一", 2, 2), ("二\n三", 1, 1)], [("四", 1, 1)]]
    assert drawn.items == (("1.1", "五", "", "", "", ""),)
    assert drawn.doubts == ()
