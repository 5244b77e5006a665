"""A folder and those below it, looked into once each: no more is asked of their files than their names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from operator import attrgetter

from qjtask.core.named_tuple import NamedTuple

_NAME = attrgetter("name")


class SeenFolder(NamedTuple):
    """What stands in a folder, by name: its files, and the links in it that lead to folders.

    `inside` is where it really is, with a separator behind it.
    """

    inside: str
    files: list[os.DirEntry[str]]
    links: list[str]


def folders_under(top: str, seen: set[str], unreadable: Callable[[OSError], None]) -> Iterator[SeenFolder]:
    """The folder and those below it, each before these, in the order of their names; links are not followed.

    Those that were `seen`, by where they really are, are left out, and so are hidden ones.
    """
    waiting = [(top, os.path.realpath(top))]
    while waiting:
        path, real = waiting.pop()
        try:
            with os.scandir(path) as entries:
                found = sorted(entries, key=_NAME)
        except OSError as error:
            unreadable(error)
            continue
        if real in seen:
            continue
        seen.add(real)
        files: list[os.DirEntry[str]] = []
        folders: list[os.DirEntry[str]] = []
        for one in found:
            (folders if _is_folder(one) else files).append(one)
        shown = [one for one in folders if not one.name.startswith(".")]
        inside = real if real.endswith(os.sep) else f"{real}{os.sep}"  # as / does by itself
        yield SeenFolder(inside, files, [one.path for one in shown if one.is_symlink()])
        waiting += [(one.path, inside + one.name) for one in reversed(shown) if not one.is_symlink()]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
