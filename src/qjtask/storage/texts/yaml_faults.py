"""Why a text is no YAML, in words that its writer can use, with the place where it went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Place, Problem

MOST_TOLD = 1000
"""Faults told of one file; what comes after so many is not looked at."""

DEEPEST = 20
"""Levels of nesting that are read."""

TOO_DEEP = (f"嵌套超过 {DEEPEST} 层", "计划只需四五层，请检查括号和缩进")
"""What is said of more, and what to do."""

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what the parser counts as lines
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Mark(NamedTuple):
    """A place in the file, counted in characters from 1."""

    line: int
    column: int

    @classmethod
    def of(cls, mark: yaml.Mark) -> Mark:
        """A mark of the parser, which counts from 0."""
        return cls(mark.line + 1, mark.column + 1)


class YamlFault(NamedTuple):
    """Something wrong at a place."""

    mark: Mark
    what: str
    fix: str

    def problem(self, shown: str) -> Problem:
        """The fault as people are told it; `shown` is how messages name the file."""
        return Problem(Place(shown, *self.mark), self.what, self.fix)


class Slips:
    """What most often breaks a file edited by hand; looked for only once the file is known to be broken."""

    _FORMS = (
        (re.compile(r" *(\t)[ \t]*\S"), "行首用了制表符（Tab）", "YAML 只能用空格缩进"),
        (
            re.compile(r" *(?:- +)*[A-Za-z_]+ *(：)"),
            "键后面是全角冒号“：”",
            "请改成半角冒号加一个空格“: ”",
        ),
        (re.compile(r" *(?:- +)*[a-z_]+(:)(?!//)[^\s:]"), "冒号后面没有空格", "请在冒号后加一个空格"),
    )

    def __init__(self, text: str) -> None:
        self._lines = _BREAK.split(text)

    def within(self, first: int = 1, last: int | None = None) -> Iterator[YamlFault]:
        """The slips on the lines from `first` to `last`, both included."""
        for number, line in enumerate(islice(self._lines, first - 1, last), first):
            for form, what, fix in self._FORMS:
                found = form.match(line)
                if found:
                    yield YamlFault(Mark(number, found.start(1) + 1), what, fix)
                    break


def control_characters(text: str) -> Iterator[YamlFault]:
    """The characters that no YAML may hold."""
    line, start, breaks = 1, 0, _BREAK.finditer(text)
    following = next(breaks, None)
    for found in _FORBIDDEN.finditer(text):
        while following and following.end() <= found.start():
            line, start, following = line + 1, following.end(), next(breaks, None)
        name = f"U+{ord(found.group()):04X}"
        yield YamlFault(
            Mark(line, found.start() - start + 1), f"有不允许的控制字符 {name}", "请删去这个看不见的字符"
        )


def syntax_faults(error: Exception, text: str) -> list[YamlFault]:
    """What `error`, raised by the parser, comes from: the slips in the text, or what it complains of.

    At least one fault, in Chinese, whatever the parser says.
    """
    slips = list(islice(Slips(text).within(), MOST_TOLD))
    if isinstance(error, (yaml.reader.ReaderError, UnicodeEncodeError)):
        found = [*islice(control_characters(text), MOST_TOLD), *slips]
        return found or [YamlFault(Mark(1, 1), *_UNKNOWN)]
    at = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None)
    what, fix, is_open = _in_chinese(error)
    here = Mark.of(at) if at else Mark(1, 1)
    start = Mark.of(begun) if begun else here
    near = {start.line, here.line - 1, here.line}
    if any(slip.mark.line in near for slip in slips):
        return slips
    return [*slips, YamlFault(start if is_open else here, what, fix)]


def too_deep(error: Exception, text: str, loader: Any) -> YamlFault | None:
    """Where the nesting passes `DEEPEST`, when the parser gave up before it gave the events of that.

    Parsers read ahead, and some have a limit of their own. Up to where this one stopped, no limit of
    its own was passed: that much is parsed again, for its depth alone.
    """
    mark = getattr(error, "problem_mark", None)
    depth = 0
    parsed: Any = yaml.parse(text[: mark.index], Loader=loader) if mark else ()
    try:
        for event in parsed:
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > DEEPEST:
                return YamlFault(Mark.of(event.start_mark), *TOO_DEEP)
    except (yaml.YAMLError, ValueError, OverflowError):
        return None  # what stands before it is no whole YAML
    return None


# The words of the C parser and of the pure one; whether the fault is where the part at fault begins.
_SYNTAX = (
    (
        "mapping values are not allowed|unexpected ':'",
        "这里多了一个冒号",
        "文字里有“: ”时请把整段加上引号",
        False,
    ),
    ("could not find expected ':'", "这一行不是“键: 值”", "请检查冒号和缩进", True),
    ("found unexpected end of stream", "引号没有配对", "请补上缺的引号", True),
    ("found unexpected document", "引号没有配对", "请补上缺的引号", True),
    (r"expected ',' or", "方括号或花括号没有配对", "请补上缺的括号或逗号", True),
    (r"expected '-' indicator|sequence entries are not", "列表的缩进不对", "请让“-”与上一个“-”对齐", False),
    (r"expected key|expected <block end>", "缩进或引号不对", "请与上一项对齐，并检查引号是否成对", False),
    ("found undefined alias", "用了没有定义的引用", "文字以 * 开头时请加引号", False),
    ("found undefined tag handle", "用了没有定义的标签", "文字以 ! 开头时请加引号", False),
    ("cannot start any token", "这里有不能放在开头的字符", "请给这段文字加上引号", False),
    (
        r"quoted scalar.*(?:escape|hexdecimal)|chr\(\)|too large",
        "双引号里的反斜杠“\\”写法不对",
        "请改用单引号",
        False,
    ),
    ("<document start>", "文件开头的内容之后又另起了一份", "请检查缩进和冒号", False),
    ("nesting", "括号套得太深", "请检查方括号、花括号是不是配对", False),
    ("mapping keys are not allowed", "这里多了一个问号", "文字以 ? 开头时请加引号", False),
    (
        "directive|incompatible YAML",
        "行首的“%”在 YAML 里另有用处",
        "文字以 % 开头时请加引号，否则请删去这一行",
        False,
    ),
    ("scanning an (?:alias|anchor)", "“*”“&”后面的名字不对", "文字以 * 或 & 开头时请加引号", False),
    (r"\btag\b|URI", "用了 YAML 的标签，写法也不对", "文字以 ! 开头时请加引号", False),
    (
        "block scalar",
        "“|”或“>”之后写得不对",
        "请另起一行，缩进后再写文字；文字以 | 或 > 开头时请加引号",
        False,
    ),
    ("tab character", "缩进用了制表符（Tab）", "YAML 只能用空格缩进", False),
    ("node content", "这里缺少内容", "请补上内容，或检查逗号和缩进", False),
)
_UNKNOWN = (
    "这里不合 YAML 的写法",
    "请对照前后几行检查缩进、冒号、括号和引号；文字里有特殊符号时请整段加引号",
)


def _in_chinese(error: Exception) -> tuple[str, str, bool]:
    """What a parser complains of and what to do; an unknown complaint is told without its words."""
    told = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or error}"
    for pattern, what, fix, is_open in _SYNTAX:
        if re.search(pattern, told):
            return what, fix, is_open
    return *_UNKNOWN, False
