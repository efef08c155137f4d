"""Census Bureau files: who lives in each county, what they earn, which language they speak."""

import csv
import re
from pathlib import Path

import geopandas as gpd
import pandas as pd

from data.adapters.layout import encoding, number, require, share, whole
from data.errors import SourceError
from data.registry import REFERENCE

LANGUAGE_GROUPS = {
    "spanish": ("007", "008", "029", "030"),
    "indo_european": ("012", "013", "034", "035"),
    "asian_pacific": ("017", "018", "039", "040"),
    "other": ("022", "023", "044", "045"),
}
LABEL = "Label (Grouping)"
NO_BREAK_SPACE = "\u00a0"
# Countries that the Bureau breaks down further: the country is kept, its parts are not.
UNDIVIDED = {"United Kingdom (inc. Crown Dependencies)": "GBR", "Portugal": "PRT"}
OTHER_NAMES = {
    "Burma (Myanmar)": "MMR",
    "China, excluding Hong Kong and Taiwan": "CHN",
    "Congo": "COG",
    "Democratic Republic of Congo (Zaire)": "COD",
    "Korea": "KOR",
    "North Macedonia (Macedonia)": "MKD",
    "St. Lucia": "LCA",
    "St. Vincent and the Grenadines": "VCT",
}
SEVERAL_COUNTRIES = {"Czechoslovakia (includes Czech Republic and Slovakia)", "West Indies"}
STATES = ("27", "19", "38", "46", "55")
AFRO_ASIATIC = "One group: Amharic, Somali, Oromo, Tigrinya and others are not told apart"
OF_ASIA = "One group: Karen, Burmese, Turkish and others are not told apart"
OTHERS = "One group: other languages are counted with those named, and not told apart"
REST = "All languages that are not listed: none is told apart"
# In the table's own order, three cells each: name, codes (ISO 639-3) known to be in it, what is not told apart.
LANGUAGES = (
    ("Spanish", "spa", ""),
    ("French (incl. Cajun)", "fra frc", ""),
    ("Haitian", "hat", ""),
    ("Italian", "ita", ""),
    ("Portuguese", "por", ""),
    ("German", "deu", ""),
    ("Yiddish, Pennsylvania Dutch or other West Germanic", "yid pdc", OTHERS),
    ("Greek", "ell", ""),
    ("Russian", "rus", ""),
    ("Polish", "pol", ""),
    ("Serbo-Croatian", "hbs srp hrv bos", "One group: Serbian, Croatian and Bosnian are not told apart"),
    ("Ukrainian or other Slavic", "ukr", OTHERS),
    ("Armenian", "hye", ""),
    ("Persian (incl. Farsi, Dari)", "fas pes prs", "One group: Farsi and Dari are not told apart"),
    ("Gujarati", "guj", ""),
    ("Hindi", "hin", ""),
    ("Urdu", "urd", ""),
    ("Punjabi", "pan", ""),
    ("Bengali", "ben", ""),
    ("Nepali, Marathi, or other Indic", "nep npi mar", OTHERS),
    ("Other Indo-European", "pus kur ckb kmr sqi ron", REST),
    ("Telugu", "tel", ""),
    ("Tamil", "tam", ""),
    ("Malayalam, Kannada, or other Dravidian", "mal kan", OTHERS),
    ("Chinese (incl. Mandarin, Cantonese)", "zho cmn yue", "One group: Mandarin and Cantonese are not told apart"),
    ("Japanese", "jpn", ""),
    ("Korean", "kor", ""),
    ("Hmong", "hmn mww hnj", ""),
    ("Vietnamese", "vie", ""),
    ("Khmer", "khm", ""),
    ("Thai, Lao, or other Tai-Kadai", "tha lao", OTHERS),
    ("Other languages of Asia", "ksw kar mya tur", OF_ASIA),
    ("Tagalog (incl. Filipino)", "tgl fil", ""),
    ("Ilocano, Samoan, Hawaiian, or other Austronesian", "ilo smo haw", OTHERS),
    ("Arabic", "ara", ""),
    ("Hebrew", "heb", ""),
    ("Amharic, Somali, or other Afro-Asiatic", "amh som orm gaz tir", AFRO_ASIATIC),
    ("Yoruba, Twi, Igbo, or other Western Africa", "yor twi aka ibo kpe", OTHERS),
    ("Swahili or other Central, Eastern, Southern Africa", "swa swh", OTHERS),
    ("Navajo", "nav", ""),
    ("Other Native languages of North America", "oji dak", REST),
    ("Other and unspecified", "", REST),
)
FIGURES = {
    "speakers": (3, "E"),
    "speakers_moe": (3, "M"),
    "english_less_than_very_well": (5, "E"),
    "english_less_than_very_well_moe": (5, "M"),
}
YEARS = range(2020, 2025)
LATER = f"POPESTIMATE{YEARS[-1] + 1}"
COUNTY = "0500000US"


def population(path: Path) -> pd.DataFrame:
    """County names and mid-year population, 2020 to the vintage's last year.

    Returns one row per county: county_fips, state (USPS), state_name, county, population_2020 to
    population_2024 (people). Source: Population Estimates Program, vintage 2024 (SAS layout).
    """
    states = pd.read_sas(path, encoding="latin-1")
    years = {f"POPESTIMATE{year}": f"population_{year}" for year in range(2020, 2025)}
    require(states, ["SUMLEV", "fipscode", "state", "STNAME", "CTYNAME", *years], path)
    counties = states.loc[states["SUMLEV"] == 50, ["fipscode", "state", "STNAME", "CTYNAME", *years]]
    names = {"fipscode": "county_fips", "STNAME": "state_name", "CTYNAME": "county"} | years
    return counties.rename(columns=names).astype(dict.fromkeys(years.values(), "int64"))


def population_2019(path: Path) -> pd.DataFrame:
    """Mid-year population 2010 to 2019 as estimated before the 2020 census.

    Returns one row per county of that time: county_fips, population_2010 to population_2019.
    """
    rows = pd.read_csv(path, dtype=str, encoding="latin-1")
    years = {f"POPESTIMATE{year}": f"population_{year}" for year in range(2010, 2020)}
    require(rows, ["SUMLEV", "STATE", "COUNTY", *years], path)
    counties = rows[rows["SUMLEV"].astype(int) == 50].rename(columns=years)
    counties["county_fips"] = counties["STATE"].str.zfill(2) + counties["COUNTY"].str.zfill(3)
    counties[list(years.values())] = counties[list(years.values())].astype("int64")
    return counties[["county_fips", *years.values()]]


def poverty(path: Path) -> pd.DataFrame:
    """Poverty and median household income, with the 90% interval that the model gives.

    Returns one row per county: county_fips, poverty_share, poverty_low_share,
    poverty_high_share, median_income_usd, median_income_low_usd, median_income_high_usd.
    Source: SAIPE; the workbook carries its headings in rows 3 and 4.
    """
    cells = pd.read_excel(path, header=None, dtype=str, engine="calamine")
    headed = cells.index[cells.isin(["State FIPS Code", "Median Household Income"]).any(axis=1)]
    top = headed[-1] if len(headed) else cells.index[0]
    rows = cells.iloc[top + 1 :].set_axis(_unrepeated(cells.iloc[top]), axis=1)
    names = {
        "Poverty Percent, All Ages": "poverty_share",
        "Poverty Percent, All Ages low": "poverty_low_share",
        "Poverty Percent, All Ages high": "poverty_high_share",
        "Median Household Income": "median_income_usd",
        "Median Household Income low": "median_income_low_usd",
        "Median Household Income high": "median_income_high_usd",
    }
    require(rows, ["State FIPS Code", "County FIPS Code", *names], path)
    rows = rows[rows["County FIPS Code"].str.zfill(3) != "000"].rename(columns=names)
    counties = pd.DataFrame(
        {"county_fips": rows["State FIPS Code"].str.zfill(2) + rows["County FIPS Code"].str.zfill(3)}
    )
    for name in names.values():
        counties[name] = share(rows[name]) if name.endswith("_share") else whole(rows[name])
    return counties


def _unrepeated(headings: pd.Series) -> list[str]:
    """SAIPE repeats "90% CI Lower Bound" under every estimate: say of which."""
    names: list[str] = []
    estimate = ""
    for heading in headings.fillna("").str.strip():
        bound = {"90% CI Lower Bound": " low", "90% CI Upper Bound": " high"}.get(heading)
        estimate = estimate if bound else heading
        names.append(estimate + (bound or ""))
    return names


def rural(path: Path) -> pd.DataFrame:
    """People in rural blocks in 2020, as a share of the county's people.

    Returns one row per county of 2020: county_fips, rural_share. Source: 2020 census, table P2.
    """
    rows = pd.read_csv(path, dtype=str)
    require(rows, ["GEO_ID", "P2_001N", "P2_003N"], path)
    return pd.DataFrame(
        {
            "county_fips": rows["GEO_ID"].str[-5:],
            "rural_share": (number(rows["P2_003N"]) / number(rows["P2_001N"])).round(4),
        }
    )


def center(path: Path) -> pd.DataFrame:
    """Where the average resident of each county lived in 2020.

    Returns one row per county of 2020: county_fips, center_latitude, center_longitude (degrees).
    """
    rows = pd.read_csv(path, dtype=str, encoding="utf-8-sig")
    require(rows, ["STATEFP", "COUNTYFP", "LATITUDE", "LONGITUDE"], path)
    return pd.DataFrame(
        {
            "county_fips": rows["STATEFP"] + rows["COUNTYFP"],
            "center_latitude": number(rows["LATITUDE"]).round(4),
            "center_longitude": number(rows["LONGITUDE"]).round(4),
        }
    )


def tract_population(path: Path) -> pd.DataFrame:
    """People in households by census tract, for weighing shortage areas.

    Returns one row per tract: tract_geoid, county_fips, household_population (people).
    Source: ACS 5-year 2019-2023, table B11002.
    """
    rows = pd.read_csv(path, dtype=str)
    require(rows, ["GEOID", "fipscode", "B11002_001E"], path)
    return pd.DataFrame(
        {
            "tract_geoid": rows["GEOID"],
            "county_fips": rows["fipscode"],
            "household_population": whole(rows["B11002_001E"]),
        }
    )


def tract_points(path: Path) -> gpd.GeoDataFrame:
    """A point inside each census tract.

    Returns one row per tract: tract_geoid, geometry (points, degrees).
    """
    tracts = tract_outlines(path)
    return gpd.GeoDataFrame({"tract_geoid": tracts["tract_geoid"]}, geometry=tracts.representative_point())


def tract_outlines(path: Path) -> gpd.GeoDataFrame:
    """Outlines of census tracts, simplified.

    Returns one row per tract: tract_geoid, geometry (degrees).
    """
    tracts = gpd.read_file(path)
    require(tracts, ["geoid"], path)
    outlines = gpd.GeoDataFrame({"tract_geoid": tracts["geoid"]}, geometry=tracts.geometry)
    return outlines.sort_values("tract_geoid", ignore_index=True)


def limited_english(path: Path) -> pd.DataFrame:
    """People aged 5 or more who speak English "not well" or "not at all", by language group.

    This is narrower than the federal "less than very well": the file has no column for "well".
    Margins are 90%, combined as the root of the sum of squares; of the cells that are zero, only
    the largest margin counts, as the Census Bureau advises.

    Returns one row per county: county_fips, population_age_5_plus, limited_english and its _moe,
    and limited_english_<group> and its _moe for the four groups (people).
    Source: ACS 5-year 2019-2023, table B16005.
    """
    return counted(pd.read_csv(path, dtype=str), path)


def counted(rows: pd.DataFrame, path: Path) -> pd.DataFrame:
    """The same, from rows with GEOID (a county's code) and the table's cells; `path` is named where one is missing."""
    cells = [cell for group in LANGUAGE_GROUPS.values() for cell in group]
    require(rows, ["GEOID", "B16005_001E", *(f"B16005_{cell}{kind}" for cell in cells for kind in "EM")], path)
    rows = rows[~rows["GEOID"].str.endswith("000")]
    counties = pd.DataFrame({"county_fips": rows["GEOID"], "population_age_5_plus": whole(rows["B16005_001E"])})
    for name, group in {"all": cells, **LANGUAGE_GROUPS}.items():
        people, margin = _added(rows, group)
        column = "limited_english" if name == "all" else f"limited_english_{name}"
        counties[column] = people
        counties[f"{column}_moe"] = margin
    return counties


def _added(rows: pd.DataFrame, cells: tuple[str, ...] | list[str]) -> tuple[pd.Series, pd.Series]:
    people = pd.concat([whole(rows[f"B16005_{cell}E"]) for cell in cells], axis=1)
    margins = pd.concat([number(rows[f"B16005_{cell}M"]) for cell in cells], axis=1)
    margins.columns = people.columns = range(len(cells))
    squares = margins**2
    counted = squares.where(people > 0, 0.0).sum(axis=1, skipna=False)
    largest_of_zeros = squares.where(people == 0, 0.0).max(axis=1)
    return people.sum(axis=1, skipna=False), ((counted + largest_of_zeros) ** 0.5).round().astype("Int64")


def born_abroad(path: Path, state: str = "Minnesota") -> pd.DataFrame:
    """Foreign-born residents of `state` by country of birth, with the 90% margin.

    The Bureau does not tell the two Koreas apart: Korea counts as South Korea. Places of several
    countries ("Other Eastern Africa", "Europe, n.e.c.") have no country code.

    Returns one row per birthplace, together everyone born abroad: state_name, birthplace,
    country_code (ISO 3166-1 alpha-3 or missing), foreign_born, foreign_born_moe (people).
    Raises SourceError if the file lacks the state or names a country that we do not know.
    Source: ACS table B05006.
    """
    rows = pd.read_csv(path, dtype=str, encoding="utf-8-sig")
    require(rows, [LABEL, f"{state}!!Estimate", f"{state}!!Margin of Error"], path)
    rows = rows.iloc[_birthplaces(rows[LABEL].tolist())]
    names = [_name(label) for label in rows[LABEL]]
    return pd.DataFrame(
        {
            "state_name": state,
            "birthplace": names,
            "country_code": _codes(names, path),
            "foreign_born": whole(rows[f"{state}!!Estimate"]).array,
            "foreign_born_moe": whole(rows[f"{state}!!Margin of Error"].str.lstrip("±")).array,
        }
    )


def _birthplaces(labels: list[str]) -> list[int]:
    """Positions of the rows that add up to the total: the innermost ones, and undivided countries."""
    depths = [_depth(label) for label in labels]
    kept = []
    inside = None
    for position, depth in enumerate(depths):
        if inside is not None and depth > inside:
            continue
        inside = depth if _name(labels[position]) in UNDIVIDED else None
        is_innermost = position + 1 == len(depths) or depths[position + 1] <= depth
        if is_innermost or inside is not None:
            kept.append(position)
    return kept


def _depth(label: str) -> int:
    return len(label) - len(label.lstrip(NO_BREAK_SPACE + " "))


def _name(label: str) -> str:
    return label.strip(NO_BREAK_SPACE + " ").removesuffix(":")


def _codes(names: list[str], path: Path) -> list[str | None]:
    with (REFERENCE / "country.csv").open(encoding="utf-8", newline="") as file:
        known = {row["country"]: row["country_code"] for row in csv.DictReader(file)}
    known |= OTHER_NAMES | UNDIVIDED
    codes = [known.get(name) for name in names]
    strange = [name for name, code in zip(names, codes, strict=True) if code is None and not _is_group(name)]
    if strange:
        raise SourceError(
            f"{path.name} names {', '.join(strange)}: add the country code to "
            f"data/adapters/census/tables.py, or say there that it is several countries."
        )
    return codes


def _is_group(name: str) -> bool:
    return name.startswith("Other ") or name.endswith(", n.e.c.") or name in SEVERAL_COUNTRIES


def spoken(path: Path) -> pd.DataFrame:
    """People aged 5 or more by language spoken at home, Minnesota and its neighbours, 1-year survey of 2018.

    "Less than very well" is the federal measure of limited English. A state for which the Bureau
    publishes no cell (the Dakotas) is left out.

    Returns one row per state and language: state_fips, survey_year, language, language_codes (ISO
    639-3, space between), language_note (empty where the name is one language), speakers and
    english_less_than_very_well, each with its 90% _moe (people). Source: ACS 1-year 2018, table B16001.
    """
    rows = pd.read_csv(path, dtype=str)
    cells = {(n, name): _cell(n, *place) for n in range(len(LANGUAGES)) for name, place in FIGURES.items()}
    require(rows, ["GEO_ID", *cells.values()], path)
    rows = rows[rows["GEO_ID"].str[-2:].isin(STATES) & rows["B16001_003E"].notna()]
    return pd.concat([_one(rows, cells, n) for n in range(len(LANGUAGES))], ignore_index=True)


def _cell(n: int, first: int, kind: str) -> str:
    return f"B16001_{first + 3 * n:03}{kind}"


def _one(rows: pd.DataFrame, cells: dict[tuple[int, str], str], n: int) -> pd.DataFrame:
    named = dict(zip(("language", "language_codes", "language_note"), LANGUAGES[n], strict=True))
    people = pd.DataFrame({"state_fips": rows["GEO_ID"].str[-2:], "survey_year": 2018}).assign(**named)
    for name in FIGURES:
        read = number if name.endswith("_moe") else whole
        people[name] = read(rows[cells[n, name]])
    return people


def current_population(path: Path, states: dict[str, str]) -> pd.DataFrame:
    """County names and mid-year population, 2020 to 2024; `states` are postal codes by name, which the file lacks.

    Returns one row per county, columns as census.population. Raises SourceError if the file is of another vintage.
    Source: Population Estimates Program, co-est2024-alldata.csv (CSV), or the same vintage as sas7bdat.
    """
    if path.suffix.lower() == ".sas7bdat":
        return population(path)
    rows = pd.read_csv(path, dtype=str, encoding=encoding(path))
    if LATER in rows.columns:
        raise SourceError(
            f"{path.name} has {LATER}: the figures here are of vintage 2024, and a later one is no match."
        )
    years = {f"POPESTIMATE{year}": f"population_{year}" for year in YEARS}
    require(rows, ["SUMLEV", "STATE", "COUNTY", "STNAME", "CTYNAME", *years], path)
    counties = rows[rows["SUMLEV"].astype(int) == 50].rename(columns=years)
    counties = counties.rename(columns={"STNAME": "state_name", "CTYNAME": "county"})
    counties["county_fips"] = counties["STATE"].str.zfill(2) + counties["COUNTY"].str.zfill(3)
    counties["state"] = counties["state_name"].map(states)
    counties = counties.astype(dict.fromkeys(years.values(), "int64"))
    return counties[["county_fips", "state", "state_name", "county", *years.values()]]


def current_limited_english(path: Path) -> pd.DataFrame:
    """People with limited English by county, as census_language.limited_english, from acsdt5y2023-b16005.dat.

    Raises SourceError if the file's name is not of 2019-2023: the file itself does not say its years.
    """
    years = re.search(r"5y(\d{4})", path.name)
    if path.suffix.lower() == ".zip":
        return limited_english(path)
    if not years or years[1] != "2023":
        raise SourceError(
            f"{path.name} is not named as ACS 2019-2023 (acsdt5y2023-b16005.dat), and pages say those years: "
            "a file of others is not taken."
        )
    rows = pd.read_csv(path, dtype=str, sep="|")
    require(rows, ["GEO_ID"], path)
    ours = {name: re.sub(r"_([EM])(\d{3})$", r"_\2\1", name) for name in rows.columns}
    counties = rows[rows["GEO_ID"].str.startswith(COUNTY)].rename(columns=ours)
    return counted(counties.assign(GEOID=counties["GEO_ID"].str.removeprefix(COUNTY)), path)


def saipe_year(path: Path) -> int:
    """The year of a SAIPE workbook, from its title in row 2.

    Raises SourceError if its first rows name none.
    """
    top = pd.read_excel(path, header=None, dtype=str, engine="calamine", nrows=2)
    found = re.search(r"\b20\d{2}\b", " ".join(str(cell) for cell in top.to_numpy().ravel()))
    if not found:
        raise SourceError(f"{path.name} does not say its year in its first rows: the publisher changed the layout.")
    return int(found[0])
