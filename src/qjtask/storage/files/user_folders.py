"""The user's own folders for qjtask: of settings, of data, and of what may be thrown away."""

import os
import sys
from pathlib import Path
from typing import Literal

_USUAL = {"cache": ".cache", "config": ".config", "data": ".local/share"}


def user_folder(kind: Literal["cache", "config", "data"]) -> Path:
    """The folder of a kind; one that cannot be, where the user has no home.

    platformdirs is asked only where the answer is not one line: it takes 6 ms.
    """
    if sys.platform not in {"win32", "darwin"}:
        said, home = os.environ.get(f"XDG_{kind.upper()}_HOME", ""), os.environ.get("HOME", "")
        if said.startswith("/"):
            return Path(said, "qjtask")
        if home.startswith("/"):
            return Path(home, _USUAL[kind], "qjtask")
    from platformdirs import PlatformDirs

    try:
        found = getattr(PlatformDirs("qjtask", appauthor=False), f"user_{kind}_dir")
    except RuntimeError:  # no home at all
        found = ""
    return Path(found if os.path.isabs(found) else os.devnull)  # noqa: PTH117 - not yet a path
