"""What `check` says of evidence that is not as it was when it was reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from qjtask.core.letters.evidence_list import Finding
from qjtask.core.log.evidence import Reported
from qjtask.core.problem import Problem

_MOST_NAMED = 5
"""Files of one folder named under one finding."""


def evidence_doubts(found: Iterable[tuple[Reported, Mapping[str, Finding]]], shown: str) -> Iterator[Problem]:
    """A doubt for each path whose files, by name, are not as they were; `shown` names the log.

    Evidence without a digest is passed over: nobody knows how it was.
    """
    for reported, now in found:
        wrong: dict[Finding, list[str]] = {}
        for name, finding in now.items():
            if finding is not Finding.THERE:
                wrong.setdefault(finding, []).append(name)
        if reported.digests and wrong:
            entry = reported.entry
            told = "；".join(f"{finding}：{_names(names)}" for finding, names in wrong.items())
            what = f"{entry.item} 的佐证与 {entry.on} 登记时不同：{told}"
            fix = "请核对；确是更新，请用 qjtask note 连同 --evidence 再登记一次"
            yield Problem(f"{shown}:{entry.line}:1", what, fix, is_warning=True)


def _names(names: list[str]) -> str:
    more = f"等{len(names)}个文件" if len(names) > _MOST_NAMED else ""
    return "、".join(f"“{name}”" for name in names[:_MOST_NAMED]) + more
