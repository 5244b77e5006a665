"""Why the system refused, in words that a clerk can read, or a number that a technician can look up."""

from __future__ import annotations

import errno
import os

import pytest

from qjtask.core.problem import Problem, Refused, refuse, system_reason


def test_a_problem_is_one_line_of_where_what_and_what_to_do() -> None:
    assert str(Problem("a:1:2", "不对", "请改")) == "a:1:2: 不对；请改"
    assert str(Problem("", "不对")) == "不对"
    assert str(Refused([Problem("a", "甲"), Problem("b", "乙", "丙")])) == "a: 甲\nb: 乙；丙"
    assert refuse("a", "甲").problems == (Problem("a", "甲"),)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EACCES, "没有权限"),
        (errno.ELOOP, "链接绕成了圈"),
        (errno.EOPNOTSUPP, "这个磁盘不支持这个操作"),
        (errno.ENOTSUP, "这个磁盘不支持这个操作"),
        (errno.ENOLCK, "这个磁盘没有可用的锁"),
        (errno.EWOULDBLOCK, "暂时被占用"),
    ],
)
def test_usual_reasons_have_words(number: int, reason: str) -> None:
    assert system_reason(OSError(number, os.strerror(number))) == reason


@pytest.mark.parametrize("number", errno.errorcode)
def test_no_reason_is_told_in_english(number: int) -> None:
    reason = system_reason(OSError(number, os.strerror(number)))
    assert not any(char.isascii() and char.isalpha() for char in reason)
    assert reason.isprintable()


def test_an_unusual_reason_is_told_by_its_number() -> None:
    assert system_reason(OSError(99999, "Warp core breach")) == "系统错误 99999"
    assert system_reason(OSError(-3, "Temporary failure in name resolution")) == "系统错误 -3"
    assert system_reason(OSError("words of a library")) == "系统没有说明原因"
