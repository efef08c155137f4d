"""Which rows of a file of gigabytes are the first of their number? A bit for each number, so memory stays small."""

import numpy as np
import pandas as pd
import pyarrow as pa

# NPIs are ten digits and begin with 1 or 2: 375 MB if every one were given, of which only the pages in use are taken.
MOST = 3 * 10**9


class FirstRows:
    """The numbers that were met so far, part after part."""

    def __init__(self) -> None:
        """None was met yet."""
        self._bits = np.zeros(MOST // 8, dtype=np.uint8)

    def of(self, part: pa.Table, column: str) -> pa.Table:
        """The rows of a part whose number in `column` was not met before; those without a number are all kept."""
        told = part[column].combine_chunks().to_pandas()
        numbers = pd.to_numeric(told, errors="coerce").fillna(-1).to_numpy(dtype=np.float64)
        is_number = (numbers >= 0) & (numbers < MOST) & (numbers % 1 == 0)
        known = numbers[is_number].astype(np.int64)
        byte, bit = known >> 3, (1 << (known & 7)).astype(np.uint8)
        is_again = (self._bits[byte] & bit != 0) | pd.Series(known).duplicated().to_numpy()
        np.bitwise_or.at(self._bits, byte, bit)
        if not is_again.any():
            return part
        is_first = np.ones(len(numbers), dtype=bool)
        is_first[is_number] = ~is_again
        return part.filter(pa.array(is_first))
