"""``python -m quellenlage`` is the command line."""

from quellenlage.cli.main import main

if __name__ == "__main__":
    main()
