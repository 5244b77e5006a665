"""The versions that pyproject.toml admits: the lowest are those that .ci/run tests with."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.conftest import ROOT

LOWEST = ROOT / ".ci" / "lowest.txt"
TRIED = ("pdf", "server", "test")
"""The extras that are tried at their lowest. Linters are pinned; a browser's driver follows the browser."""


def admitted() -> dict[str, Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    listed = [*project["dependencies"], *(line for extra in TRIED for line in extras[extra])]
    return {canonicalize_name(one.name): one for one in map(Requirement, listed)}


@pytest.mark.skipif(not LOWEST.exists(), reason="a source distribution brings no .ci")
def test_each_lower_bound_is_the_version_that_is_tried() -> None:
    lines = LOWEST.read_text("utf-8").splitlines()
    tried = dict(line.split("==") for line in lines)
    assert lines == sorted(lines)
    assert tried.keys() == admitted().keys()
    for name, requirement in admitted().items():
        (bound,) = (one.version for one in requirement.specifier if one.operator == ">=")
        assert Version(bound) == Version(tried[name]), name


def test_what_other_extras_need_the_tests_need_alike() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert {*extras["pdf"], *extras["server"]} <= {*extras["test"]}


def test_linters_are_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert all(re.fullmatch(r"[\w-]+==[\d.]+", line) for line in project["optional-dependencies"]["lint"])
