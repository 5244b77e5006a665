"""Heads as the tests read them."""

from __future__ import annotations

from typing import Any

from qjtask.importing.document.head import Head, read_head
from qjtask.importing.document.head_source import Source
from tests.importing.drawn import document_of

NOBODY = Head()


def head(*blocks: str, given: Head = NOBODY, **source: Any) -> Head:
    return read_head(Source(document_of(*blocks))._replace(**source), given)


def told(made: Head) -> list[str]:
    return [f"{doubt.read}；{doubt.assumed}" for doubt in made.doubts]
