"""What is the first physician in a short area worth, and what the fifth?"""

import numpy as np

# What the last FTE that fills a need is worth beside the first, an assumption for the reader to change.
LAST_SHARE = 0.5


def slots(
    needs: np.ndarray,
    *,
    fte_each: float,
    last_share: float = LAST_SHARE,
    weights: np.ndarray | None = None,
    most: int | None = None,
) -> np.ndarray:
    """What the first, second, ... physician of each area is worth, in FTE of gap closed: one row an area.

    An FTE counts 1 while all of the need is open, falling in a straight line to `last_share` when it is filled, and 0
    beyond: x FTE of a need of n are worth x - (1 - last_share) x^2 / 2n. Each physician brings `fte_each`; where they
    differ, give the mean, and the difference is not seen. `weights` multiply areas. As many columns as the largest
    need takes, `most` of them at most, and at least one; no need is worth nothing.
    Raises ValueError unless `fte_each` is above zero and `last_share` is from 0 to 1.
    """
    needs = np.asarray(needs, float)
    if not (fte_each > 0 and 0 <= last_share <= 1):
        raise ValueError(f"fte_each is {fte_each}, last_share {last_share}: above 0, and from 0 to 1.")
    columns = int(np.ceil(np.max(needs, initial=0) / fte_each - 1e-9))
    columns = max(1, columns if most is None else min(columns, most))
    sent = np.minimum(np.arange(columns + 1) * fte_each, needs[:, None])
    lost = (1 - last_share) / 2 * np.divide(sent**2, needs[:, None], out=np.zeros_like(sent), where=needs[:, None] > 0)
    worth = np.diff(sent - lost, axis=1) * (1 if weights is None else np.asarray(weights, float)[:, None])
    # Rounding must not let a later physician be worth more than an earlier one.
    return np.minimum.accumulate(np.maximum(worth, 0), axis=1)
