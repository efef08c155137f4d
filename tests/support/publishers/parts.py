"""Are files of made-up rows in HRSA's layout taken whole, by state, or refused with a sentence that says why?"""

DAY = "Data Warehouse Record Create Date"
FIPS = "State and County Federal Information Processing Standard Code"
AREA = {
    "HPSA ID": "7271",
    "HPSA Name": "Elm",
    "HPSA Discipline Class": "Dental Health",
    "Primary State Abbreviation": "MN",
    "HPSA Status": "Designated",
    "HPSA Score": 26,
    "HPSA FTE": 1,
    "HPSA Shortage": 2,
    "HPSA Provider Ratio Goal": "4000:1",
    "HPSA Component Type Code": "SCTY",
    "HPSA Geography Identification Number": "27001",
    FIPS: "27001",
    "Provider Type": "Not Applicable",
    DAY: "06/15/2026",
}


def part(code, **cells):
    return AREA | {FIPS: code[:5], "HPSA Geography Identification Number": code} | cells
