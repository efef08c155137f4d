"""A few languages of a state as the question gives them: one flips, one never is enough, one is not told apart."""

import pandas as pd

NOTE = "One group: Amharic, Somali, Oromo, Tigrinya and others are not told apart"
LANGUAGES = pd.DataFrame(
    {
        "language": ["Spanish", "Amharic, Somali, or other Afro-Asiatic", "Hmong", "Other and unspecified"],
        "language_codes": ["spa", "amh som orm", "hmn mww", ""],
        "language_note": ["", NOTE, "", "All languages that are not listed: none is told apart"],
        "survey_year": [2018] * 4,
        "english_less_than_very_well": [100_000, 40_000, 10_000, 0],
        "english_less_than_very_well_moe": [5_000.0, 8_000.0, 12_000.0, 147.0],
        "english_less_than_very_well_share": [0.02, 0.008, 0.002, 0.0],
        "is_unreliable": [False, False, True, True],
    }
)
COHORT = LANGUAGES[["language", "language_note", *LANGUAGES.columns[4:]]].assign(physicians=[80, 10, 30, 5])
