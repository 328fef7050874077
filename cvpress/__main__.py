"""`python -m cvpress`, and the console script: hands over to the command line."""

import gc
import sys

SHORT = ("check", "build")


def main() -> int:
    """Run the command line; Ctrl-C while it is still being loaded ends it without a traceback.

    A command that ends by itself looks for no garbage: there is next to none, and it costs `check`
    a fifteenth of its time.
    """
    if sys.argv[1:2] and sys.argv[1] in SHORT:
        gc.disable()
    try:
        from cvpress import cli

        return cli.main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
