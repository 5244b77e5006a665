"""What parsers complain of, said in Chinese: the known complaints well, the unknown ones rightly."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from qjtask.storage.texts.yaml_faults import Mark, syntax_faults

LOADERS = [
    pytest.param("CSafeLoader", marks=pytest.mark.skipif(not yaml.__with_libyaml__, reason="no libyaml")),
    "SafeLoader",
]

COMPLAINTS = {
    "a: b: c": ["1:5: 这里多了一个冒号"],
    "a: 1\nb\n": ["2:1: 这一行不是“键: 值”"],
    'a: "b': ["1:4: 引号没有配对"],
    'a: "b\n---\n': ["1:4: 引号没有配对"],
    "a: [b, c": ["1:4: 方括号或花括号没有配对"],
    "a: {b: c": ["1:4: 方括号或花括号没有配对"],
    "- a\nb: 1": ["2:1: 列表的缩进不对", "2:1: 缩进或引号不对"],
    "a: 'b'c": ["1:7: 缩进或引号不对"],
    "a: !x!b c": ["1:4: 用了没有定义的标签"],
    "a: @b": ["1:4: 这里有不能放在开头的字符"],
    'a: "\\q"': ["1:5: 双引号里的反斜杠“\\”写法不对", "1:6: 双引号里的反斜杠“\\”写法不对"],
    'a: "\\x1"': ["1:5: 双引号里的反斜杠“\\”写法不对", "1:7: 双引号里的反斜杠“\\”写法不对"],
    "a: ? b": ["1:4: 这里多了一个问号"],
    "%YAML 9.9\n---\na: 1": ["1:1: 行首的“%”在 YAML 里另有用处"],
    "%YAML x\n---\na: 1": ["1:7: 行首的“%”在 YAML 里另有用处"],
    "a: *": ["1:4: “*”“&”后面的名字不对", "1:5: “*”“&”后面的名字不对"],
    "a: & b": ["1:4: “*”“&”后面的名字不对", "1:5: “*”“&”后面的名字不对"],
    "a: !<b": ["1:4: 用了 YAML 的标签，写法也不对", "1:7: 用了 YAML 的标签，写法也不对"],
    "a: |x\n  b": ["1:4: “|”或“>”之后写得不对", "1:5: “|”或“>”之后写得不对"],
    "a: [,]": ["1:5: 这里缺少内容"],
}


def complaint(text: str, loader: str) -> Exception:
    """What the parser raises of a text."""
    with pytest.raises(yaml.YAMLError) as caught:
        list(yaml.parse(text, Loader=getattr(yaml, loader)))
    return caught.value


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", COMPLAINTS)
def test_a_known_complaint_is_told_by_what_it_means(text: str, loader: str) -> None:
    (fault,) = syntax_faults(complaint(text, loader), text)
    assert f"{fault.mark.line}:{fault.mark.column}: {fault.what}" in COMPLAINTS[text]
    assert fault.fix


def marked(problem: Any, context: str | None = None) -> yaml.MarkedYAMLError:
    """A complaint about the fifth character of the third line."""
    mark = yaml.Mark("f", 20, 2, 4, "", 0)
    return yaml.MarkedYAMLError(context, mark if context else None, problem, mark)


@pytest.mark.parametrize(
    "error",
    [
        marked("exceeded the patience of the parser", "while scanning a thing of tomorrow"),
        marked(None),
        yaml.YAMLError("no mark at all"),
        yaml.reader.ReaderError("f", 3, 65, "utf-8", "a character that only this parser dislikes"),
        ValueError("what a library might raise"),
    ],
)
def test_an_unknown_complaint_gives_one_right_chinese_line(error: Exception) -> None:
    (fault,) = syntax_faults(error, "a: 1\nb: 2\nc: 3\n")
    assert fault.mark == (Mark(3, 5) if getattr(error, "problem_mark", None) else Mark(1, 1))
    assert fault.what == "这里不合 YAML 的写法"
    assert fault.fix.startswith("请对照前后几行检查")


@given(st.text(st.characters(codec="ascii")), st.none() | st.text(st.characters(codec="ascii")))
@example("did not find expected whitespace or line break", "while scanning a block scalar")
def test_no_word_of_a_parser_is_ever_shown(problem: str, context: str | None) -> None:
    (fault,) = syntax_faults(marked(problem, context), "a: 1\nb: 2\nc: 3\n")
    assert not re.search("[A-Za-z]{2,}", (fault.what + fault.fix).replace("YAML", "").replace("Tab", ""))
