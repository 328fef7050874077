"""`python -m cvpress`, and the console script: hands over to the command line."""

import sys

from cvpress.cli import main

if __name__ == "__main__":
    sys.exit(main())
