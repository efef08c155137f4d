"""What the choices are called: on screen, and so in the address."""

from analysis.disciplines import EVERY

DISCIPLINE = {name: told.label for name, told in EVERY.items()}
STATUS = {
    "designated": "Designated",
    "proposed_withdrawal": "Proposed for withdrawal",
    "both": "Both",
}
TYPE = {
    "all": "All types",
    "geographic": "Geographic (everyone there)",
    "high_needs": "Geographic, high needs",
    "population": "A group of people there",
}
RURAL = {
    "seven_county": "Seven-county metro",
    "rucc_metro": "Metropolitan county (USDA)",
    "rucc_code": "Rural-urban code (USDA, 1-9)",
}
RURAL_CLASS = {
    "seven_county_metro": "Seven-county metro",
    "greater_minnesota": "Greater Minnesota",
    "metro": "Metropolitan",
    "nonmetro": "Not metropolitan",
    "1": "1 · Metro, 1 million or more",
    "2": "2 · Metro, 250,000 to 1 million",
    "3": "3 · Metro, under 250,000",
    "4": "4 · Urban 20,000+, beside a metro",
    "5": "5 · Urban 20,000+, not beside one",
    "6": "6 · Urban 5,000-20,000, beside a metro",
    "7": "7 · Urban 5,000-20,000, not beside one",
    "8": "8 · Urban under 5,000, beside a metro",
    "9": "9 · Urban under 5,000, not beside one",
}
SCHEME = {
    "natural_breaks": "Natural breaks",
    "quantiles": "Quantiles (as many counties in each)",
    "equal_steps": "Equal steps",
}
CLASSES_OF = {
    "seven_county": ("seven_county_metro", "greater_minnesota"),
    "rucc_metro": ("metro", "nonmetro"),
    "rucc_code": tuple("123456789"),
}
# The class as a sentence says it; the nine codes say their number.
RURAL_PHRASE = {
    "seven_county_metro": "the seven-county metro",
    "greater_minnesota": "Greater Minnesota",
    "metro": "metropolitan counties",
    "nonmetro": "counties that are not metropolitan",
}
