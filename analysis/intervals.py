"""How sure is a share of so few people?"""

import math
from statistics import NormalDist


def wilson(count: float, of: float, *, level: float = 0.95) -> tuple[float, float]:
    """The interval of a share, 0 to 1, that holds its level even for small counts.

    Raises ValueError unless 0 <= count <= of and of > 0.
    Source: Wilson 1927, J. Am. Stat. Assoc. 22:209.
    """
    if not 0 <= count <= of or not of:
        raise ValueError(f"{count} of {of} is not a share.")
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, spread = count / of, z * z / of
    middle = share + spread / 2
    half = z * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return max((middle - half) / (1 + spread), 0.0), min((middle + half) / (1 + spread), 1.0)
