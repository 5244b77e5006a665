"""`python -m qjtask`: the program where its script is not on the path."""

from qjtask.cli.main import main

if __name__ == "__main__":
    main()
