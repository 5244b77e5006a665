"""qjtask import --explain: what the tables, columns and rows of a document were taken for, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.cli.import_files import check_source
from qjtask.cli.output import show

if TYPE_CHECKING:
    from qjtask.cli.formats import Format
    from qjtask.importing.drafts.draft import Wishes


def show_reading(source: str, wishes: Wishes, form: Format | None, day: date) -> None:
    """Show how a document is read, and write nothing; refused after that when it holds no plan."""
    from qjtask.importing.drafts.explain import explain, explanation_object, explanation_sheets
    from qjtask.importing.formats.files import read_document
    from qjtask.storage.texts.source import read_bytes

    path = Path(source).expanduser()
    check_source(source)
    document = read_document(read_bytes(path, source), path.name, source, lambda _: None)
    explanation = explain(document, source, wishes)
    show(
        form, day, lambda: explanation_sheets(explanation), lambda: explanation_object(explanation), full=True
    )
    if explanation.refused is not None:
        raise explanation.refused
