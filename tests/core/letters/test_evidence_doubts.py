"""What `check` says of evidence that is not as it was."""

from __future__ import annotations

import pytest

from qjtask.core.letters.evidence_doubts import evidence_doubts
from qjtask.core.letters.evidence_list import Finding
from qjtask.core.log.evidence import Reported
from tests.core.plans import entry

DIGEST = "a" * 64


def told(digests: dict[str, str], now: dict[str, Finding]) -> list[str]:
    reported = Reported("附件", entry("1.1", on="06-02")._replace(line=7), digests)
    found = list(evidence_doubts([(reported, now)], "progress.yaml"))
    assert all(problem.is_warning for problem in found)
    return [str(problem) for problem in found]


def test_each_kind_of_change_with_its_files_in_one_line() -> None:
    now = {
        "附件": Finding.THERE,
        "附件/a.pdf": Finding.CHANGED,
        "附件/b.pdf": Finding.MISSING,
        **{f"附件/{number}.pdf": Finding.ADDED for number in range(6)},
    }
    (line,) = told({"附件/a.pdf": DIGEST}, now)
    assert line.startswith(
        "progress.yaml:7:1: 1.1 的佐证与 2021-06-02 登记时不同：登记后改过：“附件/a.pdf”；"
        "找不到文件：“附件/b.pdf”；"
        "登记后新增：“附件/0.pdf”、“附件/1.pdf”、“附件/2.pdf”、“附件/3.pdf”、“附件/4.pdf”等6个文件；"
    )


@pytest.mark.parametrize("finding", Finding)
def test_what_has_no_digest_is_passed_over(finding: Finding) -> None:
    assert told({}, {"附件": finding}) == []


def test_what_is_as_it_was_is_not_told() -> None:
    assert told({"附件": DIGEST}, {"附件": Finding.THERE}) == []
