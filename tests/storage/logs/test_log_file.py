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

from qjtask.core.log.digest import LogLine
from qjtask.core.log.entry import Do, Entry
from qjtask.core.problem import Refused
from qjtask.core.standing.rows import rows
from qjtask.storage.logs import log_file
from qjtask.storage.logs.entry_line import format_entry
from qjtask.storage.logs.log_file import FENCE, Log, ends_whole, lines_known, parse_grown_log, parse_log
from tests.core.plans import shipped

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


def test_an_entry_keeps_who_agreed_to_what_and_what_a_file_was() -> None:
    digest = "0" * 63 + "a"
    told = entry(
        "a",
        do=Do.EXTEND,
        to=date(2021, 9, 30),
        approved_by="李局长",
        doc="黔交函〔2021〕7号",
        batch="b",
        evidence=("a.pdf",),
        sha256={"a.pdf": digest},
    )
    assert format_entry(told).endswith(
        '"evidence": ["a.pdf"], "to": "2021-09-30", "batch": "b", "sha256": {"a.pdf": "' + digest + '"}, '
        '"approved_by": "李局长", "doc": "黔交函〔2021〕7号"}'
    )
    accepted = entry("b", do=Do.ACCEPT, grade="优秀", period=date(2021, 4, 25))
    assert format_entry(accepted).endswith('"period": "2021-04-25", "grade": "优秀"}')


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


# What is no entry -------------------------------------------------------------------------------

HEAD = b'- {"id": "x", "item": "9.2", "do": "note", "on": "2021-06-20"'

NO_ENTRY = {
    "fenced": (HEAD + FENCE, "没有写完"),
    "torn character, fenced": (HEAD + b', "text": "\xe6\x9c' + FENCE, "没有写完"),
    "whole, but fenced": (HEAD + b"}" + FENCE, "没有写完"),
    "conflict, ours": (b"<<<<<<< HEAD", "合并冲突"),
    "conflict, base": (b"||||||| 1234567", "合并冲突"),
    "conflict, middle": (b"=======", "合并冲突"),
    "conflict, theirs": (">>>>>>> 审批科".encode(), "合并冲突"),
    "not UTF-8": (HEAD + b', "text": "\xb2\xe2"}', "不是 UTF-8"),
    "UTF-16": ("- {}".encode("utf-16"), "不是 UTF-8"),
    "BOM inside": (BOM + line("x").strip(), "不是一条记录"),
    "no dash": (line("x").strip().removeprefix(b"- "), "记录以“- ”开头"),
    "dash alone": (b"-", "记录以“- ”开头"),
    "document": (b"---", "记录以“- ”开头"),
    "prose": ("今天没有进展".encode(), "记录以“- ”开头"),
    "prose in a list": ("- 今天没有进展".encode(), "不是一条记录"),
    "list in a list": (b"- [a, b]", "不是一条记录"),
    "empty": (b"- {}", "缺少种类"),
    "half": (HEAD, "不是一条记录"),
    "two objects": (HEAD + b"} {}", "不是一条记录"),
    "control character": (b"- {id: x\x00}", "不是一条记录"),
    "anchor": (b"- &a {id: x, item: 9.2, do: note, on: 2021-06-20}", "不是一条记录"),
    "alias": (b"- {id: x, item: *a, do: note, on: 2021-06-20}", "不是一条记录"),
    "tag": (b"- !!python/object:os.system {id: x}", "不是一条记录"),
    "unknown kind": (HEAD.replace(b"note", b"split") + b"}", "不认识的记录种类“split”"),
    "kind of 10,000 letters": (HEAD.replace(b"note", b"x" * 10_000) + b"}", "不认识的记录种类“xxx"),
    "unknown key": (HEAD + b', "mood": NaN, "weather": 1}', "不认识的键“mood、weather”"),
    "unknown key in YAML": (
        b"- {id: x, item: 9.2, do: note, on: 2021-06-20, mood: good}",
        "不认识的键“mood”",
    ),
    "key twice": (HEAD + b', "item": "9.3"}', "键“item”写了不止一次"),
    "key twice in YAML": (
        b"- {id: x, item: 9.2, item: 9.3, do: note, on: 2021-06-20}",
        "键“item”写了不止一次",
    ),
    "target twice": (HEAD + b', "values": {"a": "1", "a": "2"}}', "键“a”写了不止一次"),
    "no kind": (b'- {"id": "x", "item": "9.2", "on": "2021-06-20"}', "缺少种类“do”"),
    "kind is a mapping": (HEAD.replace(b'"note"', b"{}") + b"}", "“do”应当是"),
    "no day": (b'- {"id": "x", "item": "9.2", "do": "note"}', "缺少日期“on”"),
    "day that does not exist": (HEAD.replace(b"06-20", b"02-30") + b"}", "“on”的日期“2021-02-30”不对"),
    "day is a number": (HEAD.replace(b'"2021-06-20"', b"20210620") + b"}", "“on”应当是"),
    "time in words": (HEAD + ', "at": "上午"}'.encode(), "“at”的时间“上午”不对"),
    "id is a number": (HEAD.replace(b'"x"', b"1") + b"}", "“id”应当是"),
    "item is a number": (HEAD.replace(b'"9.2"', b"9.2") + b"}", "“item”应当是"),
    "unit is a list": (HEAD + b', "unit": ["a"]}', "“unit”应当是"),
    "text is NaN": (HEAD + b', "text": NaN}', "“text”应当是"),
    "evidence is text": (HEAD + b', "evidence": "a.pdf"}', "“evidence”应当是文字的列表"),
    "evidence is zero": (HEAD + b', "evidence": 0}', "“evidence”应当是文字的列表"),
    "evidence of numbers": (HEAD + b', "evidence": [1]}', "“evidence”应当是文字的列表"),
    "percent too high": (HEAD + b', "percent": 101}', "“percent”应当是 0 到 100"),
    "percent below none": (HEAD + b', "percent": -1}', "“percent”应当是 0 到 100"),
    "percent is true": (HEAD + b', "percent": true}', "“percent”应当是 0 到 100"),
    "percent is NaN": (HEAD + b', "percent": NaN}', "“percent”应当是 0 到 100"),
    "percent is a fraction": (HEAD + b', "percent": 0.5}', "“percent”应当是 0 到 100"),
    "percent with its sign": (
        b"- {id: x, item: 9.2, do: note, on: 2021-06-20, percent: 60%}",
        "“percent”应当是",
    ),
    "percent of 5000 digits": (HEAD + b', "percent": ' + b"1" * 5000 + b"}", "“percent”应当是 0 到 100"),
    "values are a list": (HEAD + b', "values": []}', "“values”应当是"),
    "value is a number": (HEAD + ', "values": {"占比": 86}}'.encode(), "“占比”的数值应当是"),
    "value is a word": (HEAD + ', "values": {"占比": "高"}}'.encode(), "“占比”的数值应当是"),
    "value is left blank": (
        b"- {id: x, item: 9.2, do: note, on: 2021-06-20, values: {a: }}",
        "“a”的数值应当是",
    ),
    "period is no day": (HEAD + b', "period": "4"}', "“period”的日期“4”不对"),
    "batch is a number": (HEAD + b', "batch": 1}', "“batch”应当是"),
    "digest too short": (HEAD + b', "sha256": {"a.pdf": "00"}}', "“a.pdf”的校验值应当是 64 位"),
    "digests are a list": (HEAD + b', "sha256": []}', "“sha256”应当是"),
    "extension to nowhere": (HEAD.replace(b"note", b"extend") + b"}", "缺少新期限“to”"),
    "undo of nothing": (HEAD.replace(b"note", b"undo") + b"}", "缺少所撤销的编号"),
    "deep in JSON": (HEAD + b', "text": ' + b"[" * 20_000 + b"]" * 20_000 + b"}", "不是一条记录"),
    "deep in YAML": (b"- " + b"[" * 30_000, "不是一条记录"),
    "a million brackets": (b"- " + b"[" * 1_000_000, "太长"),
    "10 MB": (HEAD + b', "text": "' + b"x" * 10_000_000, "太长"),
}


@pytest.mark.parametrize(("bad", "why"), NO_ENTRY.values(), ids=NO_ENTRY)
def test_what_is_no_entry_is_told_and_the_others_count(bad: bytes, why: str) -> None:
    log = parse_log(line("a", text="梳理") + bad + b"\n" + line("b"), "data/progress.yaml")
    assert ids(log) == ["a", "b"]
    (only,) = told(log)
    assert is_counted(log) == [False]
    assert only.startswith("data/progress.yaml:2:1: ")
    assert why in only
    assert only.endswith("；这一行原样留着，没有计入")
    assert len(only) < 200


@pytest.mark.parametrize(
    "torn",
    [
        b"-",
        b"- ",
        HEAD,
        HEAD + b', "text": "\xe6\x9c',
        BOM + HEAD,
        b"- id: x\n  item: 9.2\n  text: 'abc",
        "今天没有".encode(),
    ],
)
def test_a_last_line_that_is_not_whole_was_never_written(torn: bytes) -> None:
    log = parse_log(line("a") + torn, "p")
    assert ids(log) == ["a"]
    (only,) = told(log)
    assert only.startswith("p:2:1: ")
    assert "没有写完" in only
    assert not ends_whole(line("a") + torn)
    fenced = parse_log(line("a") + torn + FENCE + b"\n" + line("b"), "p")
    assert told(fenced) == [only]
    assert ids(fenced) == ["a", "b"]


@pytest.mark.parametrize(
    "whole",
    [
        line("x").strip(),
        line("x").strip() + b"  ",
        line("x").replace(b"\n", b"\r"),
        b"- {id: x, item: 9.2, do: note, on: 2021-06-20}",
        b"- id: x\n  item: 9.2\n  do: note\n  on: 2021-06-20\n  text: abc",
    ],
)
def test_a_last_line_that_is_whole_counts_without_its_line_end(whole: bytes) -> None:
    """An editor or a sync program took the line end away; what it ends was acknowledged."""
    assert ids(parse_log(line("a") + whole, "p")) == ["a", "x"]
    assert ends_whole(line("a") + whole)
    assert ids(parse_log(whole, "p")) == ["x"]


@pytest.mark.parametrize(
    "last", [b"", BOM, b"  ", b"# 2021", b">>>>>>> theirs", HEAD.replace(b"note", b"split") + b"}"]
)
def test_what_is_no_entry_and_no_torn_one_is_not_fenced(last: bytes) -> None:
    """A blank, a comment, a conflict marker, a line of a later version: only their line end is missing."""
    assert ends_whole(last)
    assert last == BOM or ends_whole(line("a") + last)


@pytest.mark.parametrize("rest", [b"", b"  ", b"\r", b"\t", b"# 2021", b"  # 2021", b"  " + FENCE, FENCE])
def test_blank_lines_and_comments_are_no_matter(rest: bytes) -> None:
    for data in (BOM + rest, rest + b"\n" + line("a"), line("a") + rest, line("a") + rest + b"\n\n"):
        log = parse_log(data, "p")
        assert log.problems == ()
        assert ids(log) == ["a"] * data.count(b'"a"')


def test_an_empty_log_is_empty() -> None:
    assert parse_log(b"", "p") == Log()
    assert parse_log(BOM, "p") == Log(data=BOM)


def test_a_mark_at_the_start_and_windows_line_ends_change_nothing() -> None:
    without_id = ONE_TEXT.replace("id: x\n  ", "")
    data = line("a") + b"# 2021\n" + line("b") + f"{ONE_TEXT}{without_id}".encode() + HEAD + FENCE + b"\n"
    log = parse_log(data, "p")
    assert len(log.entries) == 4
    for end in (b"\r\n", b"\r"):
        again = parse_log(BOM + data.replace(b"\n", end), "p")
        assert again._replace(data=data) == log


# What a hand wrote ------------------------------------------------------------------------------

BY_HAND = {
    "flow": "- {id: x, item: 9.10, do: done, on: 2021-06-20, by: no, evidence: [a.pdf,b.pdf], percent: 60}\n",
    "flow, folded": """\
- {id: x, item: 9.10, do: done,
   on: 2021-06-20, by: no,
   evidence: [a.pdf, b.pdf],
   percent: 60}
""",
    "JSON, folded": """\
- {"id": "x", "item": "9.10", "do": "done", "on": "2021-06-20", "by": "no",
   "evidence": ["a.pdf", "b.pdf"],
   "percent": 60
  }
""",
    "block": """\
- id: x
  item: 9.10
  do: done
  on: 2021-06-20
  by: no
  evidence:
  - a.pdf
  - b.pdf
  percent: 60
""",
    "block, with blanks and comments": """\
-   id: x

    item: 9.10 # !
# here
    do: done
    on: 2021-06-20
    by: 'no'
    evidence: [a.pdf, b.pdf]
    unit:
    percent: 60


""",
}
ONE_TEXT = """\
- id: x
  item: 9.2
  do: note
  on: 2021-06-20
  text: |
    one

    two
  values: {a: 3}
"""


@pytest.mark.parametrize("written", BY_HAND.values(), ids=BY_HAND)
def test_a_hand_written_entry_counts_and_is_told(written: str) -> None:
    log = parse_log(line("a") + written.encode() + line("b"), "p")
    assert ids(log) == ["a", "x", "b"]
    assert told(log) == ["p:2:1: 这一行是手写的 YAML，已按其内容计入；请核对"]
    assert is_counted(log) == [True]
    expected = entry("x", item="9.10", do=Do.DONE, by="no", evidence=("a.pdf", "b.pdf"), percent=60, line=2)
    assert log.entries[1] == expected._replace(at=datetime(2021, 6, 20, 23, 59, 59, tzinfo=CHINA))


def test_a_text_of_several_lines_is_whole() -> None:
    (found,) = parse_log(ONE_TEXT.encode(), "p").entries
    assert found.text == "one\n\ntwo\n"
    assert found.values == {"a": "3"}


def test_lines_after_a_hand_written_entry_keep_their_numbers() -> None:
    log = parse_log(BY_HAND["block"].encode() + b"?\n" + line("b"), "p")
    assert [told.split(":")[1] for told in told(log)] == ["1", "10"]
    assert log.entries[1].line == 11


def test_a_hand_need_not_write_id_nor_time() -> None:
    """The id is the content's, the time the end of its day: both hold where a merge moves the line."""
    bare = b"- {item: 9.2, do: note, on: 2021-06-20, text: one}\n"
    other = bare.replace(b"one", b"two")
    log = parse_log(line("a") + bare + other + line("b"), "p")
    end = datetime(2021, 6, 20, 23, 59, 59, tzinfo=CHINA)
    first = end.replace(hour=9, minute=12, second=33)
    assert [found.at for found in log.entries] == [first, end, end, first]
    moved = parse_log(line("b") + other + line("a") + bare.replace(b"\n", b"\r\n"), "p")
    assert len(set(ids(log))) == 4
    assert set(ids(moved)) == set(ids(log))


def test_a_time_without_its_offset_is_chinas() -> None:
    (found,) = parse_log(HEAD + b', "at": "2021-06-20T09:12:33"}\n', "p").entries
    assert found.at == datetime(2021, 6, 20, 9, 12, 33, tzinfo=CHINA)


def test_a_line_of_a_later_version_is_kept_as_a_line() -> None:
    """`merge` takes it, and the digest is that of it too."""
    newer = HEAD + b', "at": "2021-06-20T09:12:33+08:00", "weather": 1}'
    timeless = HEAD.replace(b"note", b"split") + b"}"
    log = parse_log(line("a") + newer + b"\n" + timeless + b"\n", "p")
    assert [(found.id, found.text) for found in log.newer] == [("x", newer)]
    assert log.lines() == [
        LogLine("a", log.entries[0].on, log.entries[0].at, line("a").rstrip()),
        *log.newer,
    ]


def test_an_id_that_stands_twice_is_told() -> None:
    log = parse_log(line("a") + line("b") + line("a") + line("b", text="other"), "p")
    assert told(log) == [
        "p:3:1: 编号与第 1 行的相同，只计一条；请核对后只留一行",
        "p:4:1: 编号与第 2 行的相同而内容不同，只计一条；请核对后只留一行",
    ]
    assert is_counted(log) == [True, False]


ANY_ORDER = [
    line("a", do=Do.DONE, item="9.2"),
    line("b", do=Do.DROP, item="9.2"),  # in the same moment
    line("c", do=Do.NOTE, item="9.4", percent=60, at=datetime(2021, 6, 21, tzinfo=CHINA)),
    line("d", do=Do.NOTE, item="9.4", percent=30, at=datetime(2021, 6, 21, tzinfo=CHINA)),
    line("e", do=Do.UNDO, item="9.4", undoes="c"),
    line("a", do=Do.NOTE, item="9.2", text="改过"),  # an id that stands twice
    b"- {item: 9.3, do: done, on: 2021-06-20}\n",  # by hand, without id and time
    b"- {item: 9.3, do: reopen, on: 2021-06-20}\n",
    line("f", do=Do.DONE, item="9.3"),
]


@settings(deadline=None)
@given(st.permutations(ANY_ORDER))
def test_copies_agree_whatever_the_order_of_their_lines(lines: list[bytes]) -> None:
    def seen(data: bytes) -> list[tuple[Any, ...]]:
        found = rows(shipped(), parse_log(data, "p").entries, date(2021, 6, 30))
        return [
            (row.item.id, row.status, row.state.done_on, row.percent, last and last._replace(line=0))
            for row in found
            for last in (row.state.last,)
        ]

    assert seen(b"".join(lines)) == seen(b"".join(ANY_ORDER))


def test_conflict_markers_hide_neither_side() -> None:
    data = b"<<<<<<< HEAD\n" + line("a") + b"=======\n" + line("b") + b">>>>>>> other\n"
    log = parse_log(data, "p")
    assert ids(log) == ["a", "b"]
    assert [told.split(":")[1] for told in told(log)] == ["1", "3", "5"]


def test_a_line_of_10_mb_is_read() -> None:
    log = parse_log(line("a", text="甲" * 3_400_000) + line("b"), "p")
    assert ids(log) == ["a", "b"]
    assert log.problems == ()


def test_rubbish_costs_what_its_length_costs() -> None:
    """A hostile line a million bytes long: at a cost that grew faster it would never end."""
    for rubbish in (
        b"{",
        b"[",
        b'{"a":',
        b"- ",
        b"&a ",
        b"? ",
        b'"',
        b"a: ",
        b"\t",
        b" ",
        b"{,",
        b"\\ud800",
        b"!",
    ):
        for opening in (b"- ", b"- {", b'- {"'):
            parse_log(line("a") + opening + rubbish * (1_000_000 // len(rubbish)) + b"\n", "p")


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


plain = st.lists(st.sampled_from([line(name) for name in "abc"] + [b"# x\n", b"\n"]), max_size=4).map(
    b"".join
)


@settings(max_examples=300, deadline=None)
@given(plain | garbage, plain | garbage)
def test_a_log_that_grew_is_read_as_if_it_were_new(first: bytes, more: bytes) -> None:
    try:
        before = parse_log(first, "p")
    except Refused:
        before = Log()
    try:
        anew = parse_log(first + more, "p")
    except Refused:
        with pytest.raises(Refused):
            parse_grown_log(before, first + more, "p")
        return
    assert parse_grown_log(before, first + more, "p") == anew


def test_of_a_log_that_grew_only_what_came_since_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    first, more = line("a") + line("b"), line("c") + line("d")
    before, anew = parse_log(first, "p"), parse_log(first + more, "p")
    monkeypatch.setattr(log_file, "parse_log", lambda data, _: parse_log(data, "p") if data == more else None)
    assert parse_grown_log(before, first + more, "p") == anew


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


# The lines of a log that is known -----------------------------------------------------------------

_LINES = (
    line("4f1c6a0d9be27358"),
    line(
        "4f1c6a0d9be27359",
        text='说“on”："on": "2020-01-01", "at": "2020-01-01T00:00:00+08:00"',
        values={"件": "3"},
    ),
    line("4f1c6a0d9be27358", text="又一条"),
    line("4f1c6a0d9be2735a", at=datetime(2021, 6, 20, 9, 12, 33, 5, tzinfo=CHINA)),
    line("short"),
    b"- id: a\n  item: '9.2'\n  do: note\n  on: 2021-06-01\n  text: x\n",
    (
        b'- {"id": "4f1c6a0d9be2735b", "item": "9.2", "do": "praise", "on": "2021-06-01", '
        b'"at": "2021-06-01T09:00:00+08:00"}\n'
    ),
    (
        b'- {"id": "4f1c6a0d9be2735c", "item": "9.2", "do": "note", "on": "2021-06-31", '
        b'"at": "2021-06-01T09:00:00+08:00"}\n'
    ),
    (
        b'- {"id": "4f1c6a0d9be2735d", "item": "9.2", "do": "note", "at": "2021-06-01T09:00:00+08:00", '
        b'"on": "2021-06-01"}\r\n'
    ),
    b"# \xe6\xb3\xa8\n\n",
    b"- {not json\n",
    b"rubbish\n",
)


@given(st.lists(st.sampled_from(_LINES), max_size=8))
def test_the_lines_of_a_known_log_are_those_of_one_that_is_read(lines: list[bytes]) -> None:
    data = line("4f1c6a0d9be27350") * 9 + b"".join(lines)
    log = parse_log(data, "log")
    odd = {int(str(problem.where).split(":")[1]) for problem in log.problems}
    assert sorted(lines_known(data, odd)) == sorted(log.lines())
