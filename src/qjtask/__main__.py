"""The program's door: `qjtask`, and `python -m qjtask` where its script is not on the path."""

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the program. Ctrl-C is quiet, also while it is still being read from the disk."""
    try:
        from qjtask.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
