"""Say where the list of changes is now: `python -m analysis changes`."""

import sys

if __name__ == "__main__":
    sys.exit("What changed with each load: run `python -m analysis changes`.")
