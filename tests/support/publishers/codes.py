"""Do good files come into use with their own day, and doubtful ones leave the old figures serving?"""

from tests.support.built import MINNESOTA
from tests.support.publishers import published

RUCC = "usda_rucc_2023"


def codes(folder, value=7, counties=MINNESOTA, **renamed):
    rows = [{"FIPS": county["county_fips"], "Attribute": "RUCC_2023", "Value": value} for county in counties]
    return published.rucc_2023(folder, *rows, renamed=renamed).read_bytes()
