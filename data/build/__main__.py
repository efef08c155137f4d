"""Build the database: `python -m data.build`."""

import sys

from data.build.build import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
