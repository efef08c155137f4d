"""Invented rows in each publisher's own format: how do the files we are given really look?

Each format is called with a folder and rows that name only the cells that matter; the rest is filled
as its publisher would. `renamed` changes headings, as publishers do.
"""

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

Row = Mapping[str, object]
UNCHANGED: Mapping[str, str] = {}


class Csv(NamedTuple):
    """A delimited file: its headings, encoding, line ends, and what stands in cells not named."""

    file: str
    headings: str
    filled: Row = UNCHANGED
    encoding: str = "utf-8"
    line_end: str = "\n"

    def __call__(self, folder: Path, *rows: Row, renamed: Mapping[str, str] = UNCHANGED) -> Path:
        names = self.headings.split(",")
        lines = io.StringIO()
        written = csv.writer(lines, lineterminator=self.line_end)
        written.writerow(renamed.get(name, name) for name in names)
        written.writerows([{**self.filled, **row}.get(name, "") for name in names] for row in rows)
        path = folder / self.file
        content = lines.getvalue().encode(self.encoding)
        if path.suffix != ".zip":
            path.write_bytes(content)
            return path
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr(f"{path.stem}.csv", content)
        return path


ACS_CELLS = [f"B16005_{cell:03}{kind}" for cell in range(1, 46) for kind in "EM"]
SVI_PERCENTS = [f"{kind}_{name}" for name in ("UNINSUR", "AGE65", "MINRTY", "NOVEH") for kind in ("EP", "MP")]
YEARS = [f"POPESTIMATE{year}" for year in range(2010, 2020)]

population_2019 = Csv(
    "co-est2019-alldata.csv",
    "SUMLEV,REGION,DIVISION,STATE,COUNTY,STNAME,CTYNAME,CENSUS2010POP," + ",".join(YEARS),
    filled={"SUMLEV": 50, **dict.fromkeys(YEARS, 0)},
    encoding="latin-1",
)
limited_english = Csv(
    "acs_data.zip", "GEOID,statecode,countycode,NAME," + ",".join(ACS_CELLS), dict.fromkeys(ACS_CELLS, 0)
)
tracts = Csv("acs_tracts.zip", "GEOID,fipscode,statecode,countycode,NAME,B11002_001E,B11002_001M")
rural = Csv(
    "P2.csv",
    "GEO_ID,NAME,P2_001N,P2_001NA,P2_002N,P2_002NA,P2_003N,P2_003NA,P2_004N,P2_004NA",
    filled={"P2_001NA": "null", "P2_002NA": "null", "P2_003NA": "null", "P2_004N": 0, "P2_004NA": "null"},
    line_end="\r\n",
)
center = Csv("CenPop2020.txt", "STATEFP,COUNTYFP,COUNAME,STNAME,POPULATION,LATITUDE,LONGITUDE")
rucc_2023 = Csv("rucc2023.csv", "FIPS,State,County_Name,Attribute,Value", encoding="latin-1")
vulnerability = Csv(
    "SVI.csv",
    "ST,STATE,ST_ABBR,STCNTY,COUNTY,FIPS,LOCATION," + ",".join(SVI_PERCENTS) + ",RPL_THEME1,RPL_THEMES",
    filled={**dict.fromkeys(SVI_PERCENTS, 0), "RPL_THEMES": 0.5},
    encoding="utf-8-sig",
)
cms_hospitals = Csv(
    "CMS.csv",
    "Facility ID,Facility Name,Address,City/Town,State,ZIP Code,County/Parish,Telephone Number,Hospital Type,"
    "Hospital Ownership,Emergency Services,Hospital overall rating",
    filled={"Facility Name": "ELM", "Address": "1 ELM ST", "City/Town": "ELM", "County/Parish": "ELM"},
)
HIFLD = (
    "X,Y,FID,ID,NAME,ADDRESS,CITY,STATE,ZIP,ZIP4,TELEPHONE,TYPE,STATUS,POPULATION,COUNTY,COUNTYFIPS,COUNTRY,"
    "LATITUDE,LONGITUDE,NAICS_CODE,SOURCE,WEBSITE,ST_FIPS,OWNER,TTL_STAFF,BEDS,TRAUMA,HELIPAD"
)
hospital_sites = Csv(
    "HIFLD.csv",
    HIFLD,
    filled={**dict.fromkeys(HIFLD.split(","), "NOT AVAILABLE"), "STATUS": "OPEN", "BEDS": -999},
    encoding="utf-8-sig",
)
mdh_regions = Csv("mdh.csv", "county,chb,schsacRegion,countyFips,chbMapPK,schsacRegionMapPK", line_end="\r\n")
deed_regions = Csv("deed.csv", "countyfp,Name,Dem_RUCA,Dem_Desc,edr,planning.region")
county_flags = Csv(
    "flags.csv",
    "county_fips,tracts_2010,mh_hpsa_tract_share,pc_hpsa_facility_tract_share,mua_tract_share,hpsa_pc_count,"
    "hpsa_mh_count,hpsa_dh_count,hpsa_severity_avg",
)
obgyn = Csv("obgyn.csv", "county_fips,dac2023,geo,geo_active")
obgyn_years = Csv("obgyn_years.csv", "county_fips,2013,2015")
health_centers = Csv("centers.csv", "name,st_abbr,city,address,phone,testing_status,lon,lat")
# HRSA ends every line with a comma: a last column without a heading.
hpsa_detail = Csv(
    "BCD_HPSA_FCT_DET_PC.csv",
    "HPSA Name,HPSA ID,Designation Type,HPSA Discipline Class,HPSA Score,PC MCTA Score,"
    "Primary State Abbreviation,HPSA Status,HPSA FTE,HPSA Designation Population,HPSA Component Name,"
    "HPSA Provider Ratio Goal,HPSA Shortage,State and County Federal Information Processing Standard Code,",
    filled={"Designation Type": "Geographic HPSA", "HPSA Discipline Class": "Primary Care"},
)
hpsa_components = hpsa_detail._replace(
    headings=hpsa_detail.headings + "Provider Type,HPSA Component Type Code,HPSA Geography Identification Number,"
    "Data Warehouse Record Create Date",
)


def polygons(folder: Path, *rows: Row, renamed: Mapping[str, str] = UNCHANGED) -> Path:
    filled = {"HpsNM": "", "HpsScore": 0, "HpsTypDes": "Geographic HPSA", "HpsStatDes": "Designated"}
    filled |= {"PriStNM": "Minnesota", "HpsShtg": 0.0, "HpsFte": 0.0}
    outline = {"type": "Polygon", "coordinates": [[[-95, 45], [-94, 45], [-94, 46], [-95, 45]]]}
    features = [
        {
            "type": "Feature",
            "properties": {renamed.get(name, name): cell for name, cell in {**filled, **row}.items()},
            "geometry": outline,
        }
        for row in rows
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    path = folder / "hpsa_polygons.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return path
