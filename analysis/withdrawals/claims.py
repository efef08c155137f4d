"""What does a headline claim, so that it can be held to each definition? Each claim judges counties under one."""

import numpy as np
import pandas as pd


def proposed_alone(counties: pd.DataFrame) -> np.ndarray:
    """People of each county who live in an area proposed for withdrawal and in no designated one; nan not known."""
    either, designated = (
        counties[f"shortage_population_{rule}"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
        for rule in ("with_proposed", "designated")
    )
    return either - designated
