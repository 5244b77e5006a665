"""The log's lines written and read: what goes in comes out, and what is no entry is told, never dropped."""

from __future__ import annotations

import json
import os
import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.problem import Refused
from qjtask.storage.entry_line import format_entry
from qjtask.storage.log_file import FENCE, Log, ends_whole, load_log, parse_log

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHINA = timezone(timedelta(hours=8))
BOM = b"\xef\xbb\xbf"


def entry(entry_id: str, **fields: Any) -> Entry:
    """An entry with little in it."""
    given = Entry(entry_id, "9.2", Do.NOTE, date(2021, 6, 20), datetime(2021, 6, 20, 9, 12, 33, tzinfo=CHINA))
    return given._replace(**fields)


def line(entry_id: str, **fields: Any) -> bytes:
    """A good line with its newline."""
    return format_entry(entry(entry_id, **fields)).encode() + b"\n"


def ids(log: Log) -> list[str]:
    return [found.id for found in log.entries]


def told(log: Log) -> list[str]:
    """What the log has to tell."""
    return [str(problem) for problem in log.problems]


def is_counted(log: Log) -> list[bool]:
    """Of what the log has to tell, whether it counts all the same."""
    return [problem.is_warning for problem in log.problems]


def written(text: str) -> tuple[Entry, ...]:
    """The entries of a log of one line."""
    log = parse_log(f"{text}\n".encode(), "p")
    assert log.problems == ()
    return log.entries


# Written, and read again ------------------------------------------------------------------------


def paired(text: str) -> str:
    """`text` as JSON means it, where two halves of a surrogate pair are one character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


any_text = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.text(
        st.sampled_from("\0\t\n\r\x1b\x7f\x85\u2028\u2029\ufeff\ufffe\u202e\u3000\"'\\#:-{}[],% 甲\U00020000")
    ),
    st.binary(max_size=12).map(os.fsdecode),
).map(paired)
maybe_text = st.none() | any_text
numbers = st.from_regex(r"-?[0-9]+(\.[0-9]+)?", fullmatch=True)
offsets = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
entries = st.builds(
    Entry,
    id=any_text.filter(bool),
    item=any_text,
    do=st.sampled_from(Do),
    on=st.dates(),
    at=st.datetimes(timezones=offsets),
    by=maybe_text,
    unit=maybe_text,
    text=any_text,
    evidence=st.lists(any_text, max_size=3).map(tuple),
    percent=st.none() | st.integers(0, 100),
    to=st.dates(),
    undoes=any_text.filter(bool),
    values=st.dictionaries(any_text, numbers, max_size=3),
    batch=maybe_text,
    period=st.none() | st.dates(),
    sha256=st.dictionaries(any_text, st.from_regex(r"[0-9a-f]{64}", fullmatch=True), max_size=2),
    grade=maybe_text,
    approved_by=maybe_text,
    doc=maybe_text,
    line=st.just(1),
)


@given(entries)
def test_any_entry_is_one_line_and_comes_back(given: Entry) -> None:
    text = format_entry(given)
    assert len(text.splitlines()) == 1
    assert written(text) == (given,)


@given(entries)
def test_a_line_shows_every_character_it_holds(given: Entry) -> None:
    """No control character, no mark that turns the line: a terminal shows what is there."""
    text = format_entry(given)
    hidden = [char for char in text if not char.isprintable() and char != "\u3000" and ord(char) < 0x10000]
    assert hidden == []


@given(entries)
def test_a_line_is_a_yaml_list_item_of_the_same_content(given: Entry) -> None:
    text = format_entry(given)
    assert yaml.safe_load(text) == [json.loads(text.removeprefix("- "))]


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML without libyaml")
@given(entries)
def test_libyaml_reads_it_too(given: Entry) -> None:
    """Other programs' YAML is libyaml's, or as strict; bytes that are no text are beyond it."""
    text = re.sub(r"\\ud[89a-f]..", "?", format_entry(given))
    assert yaml.load(text, yaml.CSafeLoader) == [json.loads(text.removeprefix("- "))]


def test_absent_fields_stay_absent() -> None:
    assert format_entry(entry("a")) == (
        '- {"id": "a", "item": "9.2", "do": "note", "on": "2021-06-20", "at": "2021-06-20T09:12:33+08:00", '
        '"by": null, "unit": null, "text": "", "evidence": []}'
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("全程网办　占比86%", "全程网办　占比86%"),  # the full-width space is what people type
        ("\U00020000\U00031350", "\U00020000\U00031350"),  # rare Han characters, one newer than Python 3.11
        ("a\u2028b\x85c\x1b[31m", "a\\u2028b\\u0085c\\u001b[31m"),
        ("\u202e\ufeff", "\\u202e\\ufeff"),
        (os.fsdecode(b"\xb2\xe2"), "\\udcb2\\udce2"),  # 测 in GBK, as a UTF-8 shell passes it on
    ],
)
def test_what_people_can_read_is_written_as_it_is(text: str, written: str) -> None:
    assert f'"text": "{written}"' in format_entry(entry("a", text=text))
    assert parse_log(line("a", text=text), "p").entries[0].text == text


@pytest.mark.skipif(os.name == "nt", reason="Windows passes arguments as UTF-16")
def test_bytes_of_an_argument_that_are_no_text_are_kept(ledger: Path, qjtask: Callable[..., Any]) -> None:
    noted = qjtask("note", "9.2", os.fsdecode(b"GBK: \xb2\xe2"), "--evidence", os.fsdecode(b"\xff.xlsx"))
    assert noted.code == 0
    (found,) = load_log(ledger / "data" / "progress.yaml", "p").entries
    assert os.fsencode(found.text) == b"GBK: \xb2\xe2"
    assert os.fsencode(found.evidence[0]) == b"\xff.xlsx"
    for command in (["log"], ["show", "9.2"], ["log", "--format", "json"], ["undo"]):
        assert qjtask(*command).code == 0


# What is no entry -------------------------------------------------------------------------------

HEAD = b'- {"id": "x", "item": "9.2", "do": "note", "on": "2021-06-20"'

NO_ENTRY = {
    "fenced": (HEAD + FENCE, "没有写完"),
    "torn character, fenced": (HEAD + b', "text": "\xe6\x9c' + FENCE, "没有写完"),
    "whole, but fenced": (HEAD + b"}" + FENCE, "没有写完"),
    "conflict, ours": (b"            parse_log(line("a") + opening + rubbish * (1_000_000 // len(rubbish)) + b"\n", "p")


# Any bytes at all -------------------------------------------------------------------------------

TOKENS = (
    "- ¦-¦{¦}¦[¦]¦: ¦:¦,¦\n¦\n  ¦\n- ¦\"¦'¦|¦>¦#¦ #¦&a¦*a¦!!int ¦? ¦---¦...¦%YAML¦\t¦\0¦\r¦\ufeff¦\u2028¦甲¦"
    "id¦item¦do¦on¦at¦evidence¦values¦done¦note¦undo¦9.2¦2021-06-20¦null¦~¦true¦NaN¦1e999"
)
tokens = st.lists(st.sampled_from(TOKENS.split("¦")), max_size=30).map(lambda parts: "".join(parts).encode())


@st.composite
def bitten(draw: st.DrawFn) -> bytes:
    """A good line with some bytes of it replaced."""
    data = line("x", text="全程网办", percent=3, values={"a": "1"}) + BY_HAND["block"].encode()
    start = draw(st.integers(0, len(data)))
    return data[:start] + draw(st.binary(max_size=4)) + data[start + draw(st.integers(0, 9)) :]


garbage = st.binary(max_size=60) | tokens | bitten()
ENOUGH = b"".join(line(f"more-{number}", text="梳理") for number in range(99))
"""Readable lines in plenty: what is told is told by the line, and the whole is not refused."""


def read(name: str) -> bytes:
    """A good line with Chinese in it."""
    return line(name, text="梳理")


@settings(max_examples=300, deadline=None)
@given(garbage)
def test_any_bytes_are_a_log_or_refused(data: bytes) -> None:
    try:
        log = parse_log(data, "p")
    except Refused:
        return
    numbers = [found.line for found in log.entries]
    assert numbers == sorted(numbers)
    assert all(re.match(r"p:\d+:1: ", problem) for problem in told(log))


@settings(max_examples=300, deadline=None)
@given(st.lists(garbage, max_size=4))
def test_good_lines_survive_any_neighbours(rubbish: list[bytes]) -> None:
    good = [f"good-{number}" for number in range(len(rubbish) + 1)]
    data = b"".join(read(name) + part + b"\n" for name, part in zip(good, [*rubbish, b""], strict=True))
    found = [name for name in ids(parse_log(data + ENOUGH, "p")) if name in good]
    assert found == good


@settings(max_examples=300, deadline=None)
@given(garbage)
def test_no_line_is_passed_over_in_silence(data: bytes) -> None:
    """A line that is neither blank nor a comment is an entry, told, or part of the one above it."""
    log = parse_log(b"?\n" + data + b"\n?\n" + ENOUGH, "p")
    said = {found.line for found in log.entries} | {int(problem.split(":")[1]) for problem in told(log)}
    above = False
    for number, text in enumerate((b"?\n" + data + b"\n?").splitlines(), 1):
        belongs = above and (text.startswith((b" ", b"\t", b"#")) or not text.strip())
        if text.strip() and not text.lstrip().startswith(b"#") and not belongs:
            assert number in said
            is_whole = text.startswith(b"- {") and text.rstrip(b"\r").endswith(b"}")
            above = text.startswith(b"- ") and not is_whole


# The program says so ----------------------------------------------------------------------------


def test_every_command_tells_what_does_not_count(ledger: Path, run: Callable[..., Any]) -> None:
    bad = [
        value for name, (value, _) in NO_ENTRY.items() if name in {"fenced", "unknown kind", "conflict, ours"}
    ]
    data = b"".join(
        [line("a"), *(part + b"\n" for part in bad), line("b", item="99.1"), line("c", item="9.4.7")]
    )
    log = ledger / "data" / "progress.yaml"
    log.write_bytes(data)
    for command in (["list"], ["log"], ["due"], ["note", "9.2", "还有一条"]):
        found = run(*command, "--today", "2021-06-30")
        assert found.code == 0
        places = re.findall(r"^data/progress\.yaml:(\d+):1: ", found.err, re.MULTILINE)
        assert sorted(places) == ["2", "3", "4", "5", "6"]
        assert "计划里没有 99.1" in found.err
    assert log.read_bytes().startswith(data)
    checked = run("check", "--format", "json", "--today", "2021-06-30")
    assert checked.code == 1
    errors = [told for told in json.loads(checked.out)["problems"] if told["level"] == "error"]
    wheres = [problem["where"] for problem in errors]
    assert {f"data/progress.yaml:{number}:1" for number in range(2, 7)} <= set(wheres)
