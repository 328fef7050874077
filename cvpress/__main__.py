"""`python -m cvpress`, and the console script: hands over to the command line."""

import sys


def main() -> int:
    """Run the command line; Ctrl-C while it is still being loaded ends it without a traceback."""
    try:
        from cvpress import cli

        return cli.main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
