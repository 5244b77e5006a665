"""The program's door: `qjtask`, and `python -m qjtask` where its script is not on the path."""

import gc
import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the program. Ctrl-C is quiet, also while it is still being read from the disk.

    One short command collects no garbage: what it made is freed when it ends, modules included.
    """
    gc.disable()
    try:
        from qjtask.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    finally:
        gc.freeze()  # or the interpreter, on its way out, would walk through all of it once more


if __name__ == "__main__":
    main()
