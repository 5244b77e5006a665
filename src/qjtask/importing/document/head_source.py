"""Where the head of a notice can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.grid import SourceDocument


class Source(NamedTuple):
    """Where a head can be read: the document, the lines over its table nearest first, its card.

    `names` are the file's and the sheet's, `headings` those of the columns, `deadlines` and `works` as
    printed. `signed` are the lines under a form, which say who filled it in, and when.
    """

    document: SourceDocument
    above: Sequence[str] = ()
    card: Mapping[str, str] = {}
    names: Sequence[str] = ()
    headings: Sequence[str] = ()
    deadlines: Sequence[str] = ()
    works: Sequence[str] = ()
    signed: Sequence[str] = ()
