"""Census Bureau table B16001: which languages are spoken at home in a state, and by whom without fluent English?"""

from pathlib import Path

import pandas as pd

from data.adapters.columns import number, require, whole

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
