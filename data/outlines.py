"""Take in HRSA's file of outlines: `python -m data.outlines FILE`."""

import sys

from data.updates.outlines import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
