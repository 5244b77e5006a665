"""What a notice says before the paper that it hands on: how to carry that out, and none of its works."""

from __future__ import annotations

from qjtask.importing.document.signature import is_issuer
from qjtask.importing.lines.levels import PLAIN
from qjtask.importing.works.branch_kinds import is_in_passing
from qjtask.importing.works.outline_tree import Branch


def without_covering(root: Branch) -> tuple[Branch, ...]:
    """What a document holds, without what its notice says in passing before the paper that it hands on."""
    begins = _covered_from(root)
    return tuple(one for at, one in enumerate(root.children) if at >= begins or not is_in_passing(one))


def _covered_from(root: Branch) -> int:
    """Which branch of a document is the first of the paper that a notice hands on; 0 where it does not.

    What is numbered before it are the notice's own words: how to carry out what it hands on.
    """
    handed = "".join(line.text for line in root.lines)
    for at, one in enumerate(root.children[1:], 1):
        before = root.children[:at]
        is_titled = one.style == PLAIN and f"《{one.lines[0].text}》" in handed
        begins_anew = one.style == PLAIN or one.number == 1
        if is_titled or (begins_anew and _is_signed(before[-1], handed)):
            return at if any(later.has_clauses for later in root.children[at:]) else 0
    return 0


def _is_signed(branch: Branch, handed: str) -> bool:
    """Whether a notice ends with a branch: an office stands under it, or the title of what is handed on."""
    under = branch.lines[1:]
    return any(is_issuer(line.text) or f"《{line.text}》" in handed for line in under)
