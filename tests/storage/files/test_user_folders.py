from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal, get_args

import platformdirs
import pytest

from qjtask.storage.files.user_folders import user_folder

Kind = Literal["cache", "config", "data"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@pytest.mark.skipif(sys.platform == "win32", reason="XDG is not Windows's")
@pytest.mark.parametrize("said", ["", "/elsewhere", "relative/folder"])
@pytest.mark.parametrize("home", ["/home/clerk", "/home/clerk/", "relative/home", None])
@pytest.mark.parametrize("kind", KINDS)
def test_the_folders_are_those_of_platformdirs(
    kind: Kind, home: str | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", said)
    monkeypatch.delenv("HOME") if home is None else monkeypatch.setenv("HOME", home)
    found = getattr(platformdirs.PlatformDirs("qjtask", appauthor=False), f"user_{kind}_dir")
    if os.path.isabs(found):  # noqa: PTH117 - not yet a path
        assert user_folder(kind) == Path(found)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("answer", [RuntimeError("no home"), "~/.cache/qjtask"])
def test_without_a_home_the_folder_cannot_be(
    kind: Kind, answer: RuntimeError | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(_: object) -> str:
        if isinstance(answer, RuntimeError):
            raise answer
        return answer

    monkeypatch.delenv(f"XDG_{kind.upper()}_HOME", raising=False)
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(platformdirs.PlatformDirs, f"user_{kind}_dir", property(asked))
    assert user_folder(kind) == Path(os.devnull)
