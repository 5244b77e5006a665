"""The table of formats: each row has its reader, its traits, and says what it is when a name is wrong."""

from __future__ import annotations

import inspect
from importlib import import_module

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.formats.file_formats import FORMATS, FileFormat, format_of, is_misnamed, listed_endings
from qjtask.importing.formats.files import read_document


@pytest.mark.parametrize("one", FORMATS, ids=[one.words for one in FORMATS])
def test_a_format_has_a_reader_that_keeps_the_one_promise(one: FileFormat) -> None:
    module, _, name = one.reader.rpartition(".")
    reader = getattr(import_module(f"qjtask.importing.formats.{module}"), name)
    first = "text" if one.is_text else "data"
    assert list(inspect.signature(reader).parameters) == [first, "shown", "progress"]


@pytest.mark.parametrize("one", FORMATS, ids=[one.words for one in FORMATS])
def test_a_format_is_found_by_its_signs(one: FileFormat) -> None:
    for sign in one.signs:
        found = format_of(frozenset((sign,)), one.endings[0] if one.endings else "")
        assert found is not None
        assert found == one or found.signs == one.signs


def test_of_a_content_that_shows_several_signs_the_first_is_taken_or_the_one_that_the_name_says() -> None:
    found = format_of(frozenset(("compound:", "compound:Workbook")), "et")
    assert found is not None
    assert found.reader == "office.read_as_xlsx"
    found = format_of(frozenset(("text",)), "csv")
    assert found is not None
    assert found.reader == "plain.delimited.read_csv"
    assert format_of(frozenset(("nothing",)), "docx") is None


def test_a_name_is_wrong_when_its_ending_is_another_formats() -> None:
    text = next(one for one in FORMATS if "txt" in one.endings)
    assert is_misnamed(text, "docx")
    assert not any(is_misnamed(text, ending) for ending in ("txt", "doc", "xls", "", "log"))


def test_the_help_names_every_format() -> None:
    listed = listed_endings().split()
    assert listed[:3] == [".docx", ".xlsx", ".html"]
    assert {".pdf", ".ofd", ".ods", ".mht", ".csv", ".doc", ".wps", ".xls", ".et", ".xml"} < set(listed)
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b'<?xml version="1.0"?><feed xmlns="urn:a"><entry/></feed>', "a.xml", "别种 XML 文件"),
        (b'<?xml version="1.0"?><w:document xmlns:w="urn:a"/>', "a.doc", "别种 XML 文件"),
        ("一\n二".encode(), "a.ods", "内容却是文本"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xlsb", "内容却是旧格式的 Word"),
    ],
)
def test_what_is_of_no_known_kind_or_misnamed_is_refused(data: bytes, name: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        read_document(data, name, name, lambda _: None)


@pytest.mark.parametrize("text", ["<通知>\n一、做事", "<a 没有写完", "《通知》"])
def test_a_text_that_begins_with_a_bracket_is_text(text: str) -> None:
    assert read_document(text.encode(), "a.txt", "a.txt", lambda _: None).blocks


@pytest.mark.parametrize("name", ["tasks.yaml", "甲.YML"])
def test_a_plan_is_no_notice(name: str) -> None:
    """Its units and works would read like paragraphs that share out work."""
    with pytest.raises(Refused) as refused:
        read_document(b"groups:\n- id: '1'\n  items: []\n", name, name, lambda _: None)
    assert str(refused.value.problems[0]) == (
        f"{name}: 这是计划或记录一类的文件，不是通知；计划不用导入，请直接写 --file {name}"
    )
