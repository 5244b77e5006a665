"""The words that Typer says in English, said in Chinese."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from typing import Any

import typer

_HELP_WORDS = (
    ("Usage: ", "用法："),
    ("Arguments:\n", "参数：\n"),
    ("Options:\n", "选项：\n"),
    ("Commands:\n", "命令：\n"),
    ("COMMAND [ARGS]...", "命令 [参数]..."),
    ("[OPTIONS]", "[选项]"),
    ("[default: ", "[默认："),
    ("[required]", "[必填]"),
    ("Show this message and exit.", "显示这份说明"),
    ("Install completion for the current shell.", "为当前的 shell 安装补全"),
    (
        "Show completion for the current shell, to copy it or customize the installation.",
        "显示补全脚本，供复制或修改",
    ),
)
_ENDLESS = 10_000
_WIDEST = 78
_NARROWEST = 40

_USAGE_FAULTS = (
    (r"No such command '(.*)'\..*", "没有“{0}”这个命令"),
    (r"No such option: (\S+).*", "没有“{0}”这个选项"),
    (r"Option '(.*)' requires an argument\.", "选项“{0}”后面要有内容"),
    (r"Option '(.*)' requires .* arguments\.", "选项“{0}”后面的内容不够"),
    (r"Option '(.*)' does not take a value\.", "选项“{0}”后面不带内容"),
    (r"Got unexpected extra argument\(?s?\)? \((.*)\)", "多出了“{0}”"),
    (r"Missing command\.", "缺少命令"),
    (r"'?(.*?)'? is not one of '(.*)'\.", "“{0}”不对，只能是 {1}"),
    (r"'?(.*?)'? is not a valid int(?:eger)?(?: range)?\.", "“{0}”不是整数"),
    (r"(\S+) is not in the range (\S+)<=x<=(\S+)\.", "{0} 不在 {1} 到 {2} 之间"),
    (r"(\S+) is not in the range x>=(\S+)\.", "{0} 小于 {1}"),
)


class Help:
    """Mixed into a command: its help, with the fixed words in Chinese, and where more of it stands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments as Typer does; a fault of theirs knows whose they are."""
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc] # of the command class beside it
        except typer.TyperException as error:
            if getattr(error, "ctx", ctx) is None:
                error.ctx = ctx  # type: ignore[attr-defined] # of a fault of usage, which this is
            raise
        return rest

    def get_help(self, ctx: Any) -> str:
        """The help text, folded here: Typer would fold it by characters, and a Han one takes two cells."""
        from qjtask.cli.screen import columns  # needed only where help is asked for

        ctx.terminal_width = ctx.max_content_width = _ENDLESS
        text: str = super().get_help(ctx)  # type: ignore[misc] # of the command class beside it
        for english, chinese in _HELP_WORDS:
            text = text.replace(english, chinese)
        room = max(min(columns() - 2, _WIDEST), _NARROWEST)
        return "\n".join(part for line in text.splitlines() for part in _folded(line, room))


def _folded(line: str, room: int) -> Iterator[str]:
    """A line of help in lines of at most `room` cells, those that follow under where its text begins."""
    from qjtask.core.text.width import width, wrap

    found = re.match(r" {1,4}\S.*?  +| *", line)
    begin = found[0] if found else ""
    hanging = width(begin)
    for at, part in enumerate(wrap(line[len(begin) :], room - hanging)):
        yield (" " * hanging if at else begin) + part


@contextmanager
def completion_told(args: Sequence[str]) -> Iterator[None]:
    """Say in Chinese how the installation of completion went; everything else passes as it is."""
    if not any(word.startswith("--install-completion") for word in args):
        yield
        return
    try:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            yield
    except SystemExit:  # Typer's way to end when all is well
        print("命令补全已装好，重新打开终端后生效")
        raise
    print(
        "没有装上命令补全：认不出这个终端用的是什么 shell；请在 bash、zsh、fish 或 PowerShell 里运行",
        file=sys.stderr,
    )


def usage_fault(error: typer.TyperException) -> str:
    """One line on what is wrong with the command line, and what to write instead."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "qjtask"
    told = _told(error) + (_nearest(error, context) or "；")
    return f"{told}用法见 {path} --help"


def _told(error: typer.TyperException) -> str:
    param = getattr(error, "param", None)
    hint = getattr(error, "param_hint", None) or (_param_name(param) if param else "")
    if type(error).__name__ == "MissingParameter":
        return f"缺少 {hint}"
    told = _translated(str(getattr(error, "message", "") or error))
    if told is None:  # words that nobody knows yet: at least which option or argument they are about
        option = getattr(error, "option_name", None)
        told = f"选项“{option}”写得不对" if option else "写得不对" if hint else "命令写得不对"
    return f"{hint}: {told}" if hint else told


def _translated(message: str) -> str | None:
    for pattern, words in _USAGE_FAULTS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return words.format(*(each.replace("', '", "、") for each in found.groups()))
    return None


def _param_name(param: Any) -> str:
    """--within for an option, its place-holder for an argument."""
    return str(param.opts[0] if param.param_type_name == "option" else param.human_readable_name)


def _nearest(error: typer.TyperException, context: Any) -> str:
    """The command or option that was meant, as a question; nothing where none is like it."""
    found = re.match(r"No such (command|option):? '?([^\s']+)", str(getattr(error, "message", "")))
    if not (found and context):
        return ""
    from difflib import get_close_matches  # needed only to suggest

    if found[1] == "command":
        known = {name: name for name in context.command.list_commands(context)}
    else:
        options = context.command.get_params(context)  # --help among them
        known = {name.lstrip("-"): name for one in options for name in one.opts}
    near = get_close_matches(found[2].lstrip("-"), known, n=1)
    return f"，是不是 {known[near[0]]}？" if near else ""
