"""Faults as one line, the places that they name, and the system's reasons in Chinese."""

from __future__ import annotations

import errno
import os
import re

import pytest

from qjtask.core.problem import Objection, Place, Problem, system_reason


def test_a_place_reads_as_file_line_and_column() -> None:
    assert (
        str(Problem(Place("data/tasks.yaml", 3, 7), "写错了", "请改")) == "data/tasks.yaml:3:7: 写错了；请改"
    )
    assert str(Place("progress.yaml", 12)) == "progress.yaml:12:1"


def test_places_stand_in_the_order_of_the_file() -> None:
    places = [Place("f", 10, 1), Place("f", 9, 12), Place("f", 9, 2)]
    assert sorted(places) == [places[2], places[1], places[0]]


def test_an_objection_becomes_a_problem_where_its_place_is_known() -> None:
    assert Objection("百分比读不懂", "请写 60").at("审批科.xlsx:填报表!H7") == Problem(
        "审批科.xlsx:填报表!H7", "百分比读不懂", "请写 60"
    )


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_system_text_is_told_as_it_is(number: int) -> None:
    told = system_reason(OSError(number, os.strerror(number)))
    assert re.match("[一-鿿]", told)
    assert not re.search("[A-Za-z]", told)


def test_an_unusual_reason_keeps_its_number_and_none_of_the_systems_words() -> None:
    assert system_reason(OSError(9999, "Out of cheese")) == "错误号 9999"
    assert system_reason(OSError("Out of cheese")) == "原因不明"


@pytest.mark.parametrize("code", [32, 33])
def test_a_file_open_in_excel_is_to_be_closed_first(code: int) -> None:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = code  # type: ignore[attr-defined,unused-ignore] # Windows's own attribute
    assert "请先关闭它" in system_reason(error)
    error.winerror = 5  # type: ignore[attr-defined,unused-ignore] # access denied is another matter
    assert system_reason(error) == "没有权限"
