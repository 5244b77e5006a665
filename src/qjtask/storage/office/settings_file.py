"""settings.yaml in the user's own folder: what one person says once for all ledgers.

by: 王芳
"""

from __future__ import annotations

import os
from pathlib import Path

from qjtask.core.named_tuple import NamedTuple
from qjtask.storage.texts.source import read_text


class Settings(NamedTuple):
    """A person's own settings: `by` is the name that reports bear."""

    by: str = ""


def load_settings(path: Path, shown: str) -> Settings:
    """Read the settings at `path`, the usual ones where there is no file. Raises Refused with every fault."""
    if not os.path.exists(path):  # noqa: PTH110 - false too where the home folder is out of reach
        return Settings()
    text = read_text(path, shown)
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        return Settings()
    from qjtask.storage.texts.yaml_reader import YamlReader  # 10 ms, for who has settings

    yaml = YamlReader(text, shown)
    root = yaml.read(lambda event: yaml.mapping(event, {"by": yaml.scalar}, "用户设置"))
    if root is None or yaml.problems:
        raise yaml.refused()
    by = root.value.get("by")
    return Settings(by.value.strip() if by else "")
