"""The Doctors and Clinicians file in its two layouts, of clinicians who do not exist, and its count by a plain loop."""

import collections
import csv
import io
from fractions import Fraction

from data.adapters.physicians.cms_clinicians import NOT_SORTED, SPECIALTIES

OLD = [
    "NPI",
    "Ind_PAC_ID",
    "Ind_enrl_ID",
    "lst_nm",
    "frst_nm",
    "mid_nm",
    "suff",
    "gndr",
    "Cred",
    "Med_sch",
    "Grd_yr",
    "pri_spec",
    "sec_spec_1",
    "sec_spec_2",
    "sec_spec_3",
    "sec_spec_4",
    "sec_spec_all",
    "org_nm",
    "org_pac_id",
    "num_org_mem",
    "adr_ln_1",
    "adr_ln_2",
    "ln_2_sprs",
    "cty",
    "st",
    "zip",
    "phn_numbr",
    "hosp_afl_1",
    "hosp_afl_lbn_1",
    "hosp_afl_2",
    "hosp_afl_lbn_2",
    "hosp_afl_3",
    "hosp_afl_lbn_3",
    "hosp_afl_4",
    "hosp_afl_lbn_4",
    "hosp_afl_5",
    "hosp_afl_lbn_5",
    "ind_assgn",
    "grp_assgn",
    "adrs_id",
]
NEW = [
    "NPI",
    "Ind_PAC_ID",
    "Ind_enrl_ID",
    "Provider Last Name",
    "Provider First Name",
    "Provider Middle Name",
    "suff",
    "gndr",
    "Cred",
    "Med_sch",
    "Grd_yr",
    "pri_spec",
    "sec_spec_1",
    "sec_spec_2",
    "sec_spec_3",
    "sec_spec_4",
    "sec_spec_all",
    "Telehlth",
    "Facility Name",
    "org_pac_id",
    "num_org_mem",
    "adr_ln_1",
    "adr_ln_2",
    "ln_2_sprs",
    "City/Town",
    "State",
    "ZIP Code",
    "Telephone Number",
    "ind_assgn",
    "grp_assgn",
    "adrs_id",
]
RENAMED = {"st": "State", "zip": "ZIP Code"}
PLACES = {"55901": ("27109", "MN"), "55401": ("27053", "MN"), "06510": ("09170", "CT")}
ZIPS = "zip,county_fips\n" + "".join(f"{code},{fips}\n" for code, (fips, _) in PLACES.items())


def row(npi, specialty="FAMILY MEDICINE", place="55901", state="MN", credential="MD", site=""):
    return {"NPI": npi, "pri_spec": specialty, "zip": place, "st": state, "Cred": credential, "adrs_id": site or place}


def written(path, rows, heads=OLD):
    """The file, with the spaces before the names of its columns that some of them have."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow([heads[0], *(f" {head}" for head in heads[1:])])
    renamed = RENAMED if heads is NEW else {}
    for one in rows:
        named = {renamed.get(name, name): value for name, value in one.items()}
        lines.writerow([named.get(head, "") for head in heads])
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def looped(rows):
    """People by county and specialty, and by outcome, each person shared over the addresses; exact."""
    seen = collections.defaultdict(list)
    for one in rows:
        if one["pri_spec"] in SPECIALTIES or one["pri_spec"] in NOT_SORTED:
            seen[one["NPI"]].append(one)
    found, outcomes = collections.defaultdict(Fraction), collections.defaultdict(Fraction)
    for mine in seen.values():
        credentials = {"".join(filter(str.isalpha, one["Cred"])).upper() for one in mine} - {""}
        if credentials and not credentials & {"MD", "DO"}:
            outcomes["no physician"] += 1
            continue
        times = collections.Counter(one["pri_spec"] for one in mine)
        specialty = SPECIALTIES.get(min(times, key=lambda name: (-times[name], name)))
        sites = {}
        for one in mine:
            sites.setdefault(one["adrs_id"], one)
        for one in sites.values():
            county, state = PLACES.get(one["zip"][:5], ("", "none"))
            outcome = "not sorted" if not specialty else "counted" if state == one["st"] else "not placed"
            outcomes[outcome] += Fraction(1, len(sites))
            if outcome == "counted":
                found[county, specialty] += Fraction(1, len(sites))
    return found, outcomes
