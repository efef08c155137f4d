"""Write data/reference again from the raw files: `python -m data.distil FOLDER`."""

import sys

from data.build.reference import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
