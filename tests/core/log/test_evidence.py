"""Which digests the log holds of a path, and from which report."""

from __future__ import annotations

from qjtask.core.log.entry import Do
from qjtask.core.log.evidence import digests_under, evidence_of
from tests.core.plans import entry

A, B = "a" * 64, "b" * 64


def test_each_path_once_with_the_digest_of_its_last_report() -> None:
    first = entry("1.1", Do.NOTE, evidence=("甲.pdf", "乙.pdf", " "))._replace(
        sha256={"甲.pdf": A, "乙.pdf": B}
    )
    second = entry("1.1", evidence=("甲.pdf",))._replace(sha256={"甲.pdf": B})
    found = evidence_of([first, second])
    assert [(one.path, one.entry, one.digests) for one in found] == [
        ("甲.pdf", second, {"甲.pdf": B}),
        ("乙.pdf", first, {"乙.pdf": B}),
    ]


def test_a_report_without_a_digest_takes_none_away() -> None:
    first = entry("1.1", Do.NOTE, evidence=("甲.pdf",))._replace(sha256={"甲.pdf": A})
    (found,) = evidence_of([first, entry("1.1", evidence=("甲.pdf",))])
    assert (found.entry, found.digests) == (first, {"甲.pdf": A})


def test_evidence_without_a_digest_is_that_of_its_first_report() -> None:
    first, second = entry("1.1", Do.NOTE, evidence=("https://a/b",)), entry("1.1", evidence=("https://a/b",))
    (found,) = evidence_of([first, second])
    assert (found.entry, found.digests) == (first, {})


def test_the_files_of_a_folder_stand_under_its_path() -> None:
    digests = {"附件/a.pdf": A, "附件/内/b.pdf": B, "附件2/c.pdf": A, "附件": B}
    assert digests_under("附件", digests) == {"附件/a.pdf": A, "附件/内/b.pdf": B, "附件": B}
    assert digests_under("附件/", digests) == {"附件/a.pdf": A, "附件/内/b.pdf": B}
