"""Which rows of a file of gigabytes are the first of their number? A bit for each number, so memory stays small."""

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import compute

# NPIs are ten digits and begin with 1 or 2: 375 MB if every one were given, of which only the pages in use are taken.
MOST = 3 * 10**9


class FirstRows:
    """The numbers that were met so far, part after part."""

    def __init__(self) -> None:
        """None was met yet."""
        self._bits = np.zeros(MOST // 8, dtype=np.uint8)

    def of(self, part: pa.Table, column: str) -> pa.Table:
        """The rows of a part whose number in `column` was not met before; those without a number are all kept."""
        numbers = _numbers(part[column])
        is_number = (numbers >= 0) & (numbers < MOST)
        known = numbers[is_number]
        byte, bit = known >> 3, (1 << (known & 7)).astype(np.uint8)
        is_again = (self._bits[byte] & bit != 0) | pd.Series(known).duplicated().to_numpy()
        np.bitwise_or.at(self._bits, byte, bit)
        if not is_again.any():
            return part
        is_first = np.ones(len(numbers), dtype=bool)
        is_first[is_number] = ~is_again
        return part.filter(pa.array(is_first))


def _numbers(told: pa.ChunkedArray) -> np.ndarray:
    """Whole numbers as text; -1 for what is none."""
    try:
        return compute.fill_null(compute.cast(told, pa.int64()), -1).to_numpy()
    except pa.ArrowInvalid:
        read = pd.to_numeric(told.to_pandas(), errors="coerce").fillna(-1).to_numpy(dtype=np.float64)
        return np.where(read % 1 == 0, read, -1).astype(np.int64)
