"""The program: which commands there are, and how faults and exit codes leave it."""

import errno
import io
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import Annotated, Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup

from qjtask import __version__
from qjtask.cli import chinese
from qjtask.cli.faults import Misused, tell
from qjtask.cli.once import Once
from qjtask.cli.options import FileOption, TodayOption
from qjtask.cli.plain_text import check_text
from qjtask.cli.registry import COMMANDS, GROUPS, module_of
from qjtask.core.problem import Problem, Refused, system_reason

_INTERRUPTED = 130
_EXHAUSTED = -1
_KEPT = "说过已登记、已写入、已送达的都在"


class _Command(chinese.Help, Once, TyperCommand):
    """A command whose help is in Chinese."""


class _Commands(chinese.Help, Once, TyperGroup):
    """The commands, each imported only when it is run: help and completion need their names alone."""

    group: ClassVar[str] = ""
    """The command whose kinds these are; "" for the commands themselves."""

    @property
    def _summaries(self) -> Mapping[str, str]:
        return GROUPS[self.group] if self.group else COMMANDS

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self._summaries)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self._summaries:
            return None
        summary = self._summaries[cmd_name]
        if not self.group and cmd_name in GROUPS:
            return _kinds_of(cmd_name, summary)
        module = import_module(module_of(cmd_name, self.group))
        one = typer.Typer(add_completion=False, rich_markup_mode=None)
        epilog = "\b\n" + "\n".join(f"例：{example}" for example in module.EXAMPLES)
        one.command(cmd_name, cls=_Command, help=summary, epilog=epilog)(module.command)
        return typer.main.get_command(one)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self._summaries.items()))


def _kinds_of(name: str, summary: str) -> Any:
    """A command that has commands of its own, as `report`."""
    kinds = type(f"_{name.title()}", (_Commands,), {"group": name})
    several = typer.Typer(cls=kinds, add_completion=False, rich_markup_mode=None)
    several.callback(no_args_is_help=True, help=summary)(_nothing)
    command = typer.main.get_command(several)
    command.name = name
    return command


def _nothing() -> None:
    """A group does nothing by itself."""


def _program() -> typer.Typer:
    """The Typer program. Its completion machinery costs 5 ms, and is there only when asked for."""
    wants_completion = "_QJTASK_COMPLETE" in os.environ or any("-completion" in word for word in sys.argv)
    program = typer.Typer(
        cls=_Commands,
        add_completion=wants_completion,
        rich_markup_mode=None,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        help="政务任务台账：管好一年的任务分解表，随时知道什么到期、什么逾期、该提醒谁。",
        epilog="安装命令补全：qjtask --install-completion",
    )

    @program.callback()
    def before_the_command(
        file: FileOption = None,
        today: TodayOption = None,
        version: Annotated[
            bool, typer.Option("--version", help="显示版本", is_eager=True, callback=_version)
        ] = False,
    ) -> None:
        """The options that may stand before the command's name; `which_ledger` reads them."""

    return program


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"qjtask {__version__}")
        raise typer.Exit


def run(args: Sequence[str]) -> int:
    """Run one command line; the exit code: 0 fine, 1 the ledger or the request is wrong, 2 usage."""
    try:
        check_text(args, os.environ)
        with chinese.completion_told(args), _completing():
            code = _program()(args=list(args), prog_name="qjtask", standalone_mode=False)
        sys.stdout.flush()
    except Refused as refused:
        tell(refused.problems)
        return 2 if isinstance(refused, Misused) else 1
    except (typer.Abort, KeyboardInterrupt):
        code = _INTERRUPTED
    except typer.TyperException as error:
        return _misused(error)
    except OSError as error:
        return _unwritten(error)
    except MemoryError:
        code = _EXHAUSTED  # told below: what fills the memory is held until this block is left
    if code == _EXHAUSTED:
        print(f"内存不够，没有做完；{_KEPT}；请关闭别的程序，或换一台内存大的机器再试", file=sys.stderr)
        return 1
    if code == _INTERRUPTED:
        _broken_off()
    return code if isinstance(code, int) else 0


def _completing() -> AbstractContextManager[None]:
    """What bash, where it asks, is given apart; nobody else pays for it."""
    if os.environ.get("_QJTASK_COMPLETE") != "complete_bash":
        return nullcontext()
    from qjtask.cli.bash_words import completing

    return completing()


def _broken_off() -> None:
    """Say what Ctrl-C leaves, in one line below the terminal's ^C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second one changes nothing any more
    print(
        ("\n" if sys.stderr.isatty() else "") + f"已中断；{_KEPT}，没有说到的请运行 qjtask log 核对",
        file=sys.stderr,
    )


def _misused(error: typer.TyperException) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":  # Typer exports no name for it
        print(error, file=sys.stderr)
    else:
        tell([Problem("", chinese.usage_fault(error))])
    return 2


def _unwritten(error: OSError) -> int:
    """A path that the system refuses; or stdout: its reader has gone (`| head`), its disk is full."""
    if error.filename:
        name = os.fsdecode(error.filename) if isinstance(error.filename, bytes) else str(error.filename)
        tell([Problem(name, f"没有做成：{system_reason(error)}", "请核对路径和权限")])
        return 1
    if error.errno != errno.EPIPE:
        tell([Problem("", f"写不出结果：{system_reason(error)}", "请检查磁盘空间和权限")])
    from qjtask.cli.output import drop_output  # nobody else pays for it

    drop_output()
    return 1


def main() -> None:
    """The console script."""
    if sys.stderr is None:  # closed by the caller: 2>&-
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the process's life
    if sys.stdout is None:  # a letter that nobody gets must not be logged as sent
        tell([Problem("", "标准输出是关着的，没有地方可写，什么也没有做", "请去掉 >&-")])
        sys.exit(1)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a GBK terminal has no sign for some characters
    sys.unraisablehook = _unraised
    code = run(sys.argv[1:])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # nothing is left to be broken off
    sys.exit(code)


def _unraised(found: "sys.UnraisableHookArgs") -> None:
    """End at Ctrl-C where Python can raise nothing, as while it throws an object away.

    It is no worse than kill -9, after which the next command finds everything whole.
    """
    if isinstance(found.exc_value, KeyboardInterrupt):
        _broken_off()
        os._exit(_INTERRUPTED)
    else:
        sys.__unraisablehook__(found)
