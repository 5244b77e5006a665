"""A table pays for what it holds: what is imported and compiled to read one, counted and not timed."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

MOST_PATTERNS = 130  # 107 with Python 3.11; some more are left to other versions
# what asks whether there are clauses, and what is told of them
LIGHT = {"clause_plan", "clause_reading", "clause_source"}
SCRIPT = """
import collections, json, re, sys
compiled, classes = [], []
namedtuple = collections.namedtuple
def compiled_class(name, *args, **kwargs):
    if sys._getframe(3).f_globals["__name__"].startswith("qjtask."):  # under two of typing
        classes.append(name)
    return namedtuple(name, *args, **kwargs)
collections.namedtuple = compiled_class
compiler = re._compiler
compile_one = compiler.compile
compiler.compile = lambda pattern, flags=0: (compiled.append(pattern), compile_one(pattern, flags))[1]
from qjtask.importing.drafts.draft import Wishes, read_draft
from qjtask.importing.formats.files import read_document

document = read_document(sys.stdin.buffer.read(), "a.html", "a.html", lambda _: None)
draft = read_draft(document, "a.html", Wishes(), 2021, lambda _: None)
rooms = tuple(f"qjtask.importing.{room}." for room in ("clauses", "lines", "works"))
print(json.dumps({
    "items": sum(1 for _ in draft.plan.items()),
    "clauses": [name.rpartition(".")[2] for name in sys.modules if name.startswith(rooms)],
    "patterns": len(compiled),
    "classes": classes,
    "asks_for_classes": "lxml.html" in sys.modules,
}))
"""


def loaded(page: bytes) -> dict[str, Any]:
    """What reading a page took, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], input=page, capture_output=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture
def page(kit: Any) -> bytes:
    rows = [
        (
            "（一）审批服务",
            f"{number}.办件量不少于{number}00件，4月底前完成试运行。",
            "办公室",
            "审批科",
            "6月底前",
            "",
        )
        for number in range(1, 46)
    ]
    made: bytes = kit.writers["html"](kit.table(kit.headings, *rows))
    return made


def test_a_table_under_its_title_loads_no_grammar_of_clauses_and_few_patterns(page: bytes) -> None:
    found = loaded(page)
    assert found["items"] == 45
    assert set(found["clauses"]) == LIGHT
    assert found["patterns"] <= MOST_PATTERNS


def test_paragraphs_beside_the_table_load_it(page: bytes) -> None:
    paragraphs = "<p>一、城建</p><p>1.建桥。（责任单位：县住建局）</p></body>".encode()
    assert "document_clauses" in loaded(page.replace(b"</body>", paragraphs))["clauses"]


def test_no_function_is_asked_for_the_class_of_an_element(page: bytes) -> None:
    """As `lxml.html` does of each, whenever it is met."""
    assert not loaded(page)["asks_for_classes"]


def test_no_class_of_named_fields_is_compiled(page: bytes) -> None:
    """Neither for a table nor for the clauses beside one: see core.named_tuple."""
    paragraphs = "<p>一、城建</p><p>1.建桥。（责任单位：县住建局）</p></body>".encode()
    assert not loaded(page.replace(b"</body>", paragraphs))["classes"]
