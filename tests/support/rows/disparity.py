"""Small rows for the charts and sentences of disparity, and the words that would give a cause."""

import re

import numpy as np
import pandas as pd

PEOPLE, PHYSICIANS = np.array([100, 200, 300, 400]), np.array([30, 40, 30, 20])
CAUSAL = re.compile(
    r"\b(because|caus\w+|due to|lead\w* to|led to|result\w* (in|from)|driv\w+|drove|effects?|affect\w*|impact\w*|"
    r"explain\w*|thanks to|therefore|thus|hence|owing|reasons?|why|so that|consequen\w+|attribut\w+|influenc\w+)\b",
    re.IGNORECASE,
)
GROUPS = pd.DataFrame(
    {
        "group_label": ["Poorest", "Second", "Richest"],
        "rate": [4.1, 2.2, np.nan],
        "rate_low": [3.4, 0.9, np.nan],
        "rate_high": [5.0, 5.8, np.nan],
        "is_unreliable": [False, True, False],
    }
)
