"""Take in HRSA's files of mental health and dental care: `python -m data.disciplines FILE ...`."""

import sys

from data.updates.disciplines import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
