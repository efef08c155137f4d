"""Are physicians counted by one source at a time, none apart from not known, and what counties lack as a hand would?"""

FAMILY = "family_medicine"


def row(fips, count, year=2023, specialty=FAMILY, fte=None):
    told = {"county_fips": fips, "practicing_physicians": count, "supply_year": year, "specialty": specialty}
    return told | {"physician_fte": fte}


def told(frame, *names):
    return frame[list(names)].astype(object).where(frame[list(names)].notna(), None).values.tolist()
