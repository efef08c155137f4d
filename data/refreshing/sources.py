"""Which sources can be refreshed, and by which reader? One line adds one."""

import importlib.util
from functools import partial

from data.refreshing import readers
from data.refreshing.recipes import Recipe

RECIPES: dict[str, Recipe] = {
    "hrsa_primary_care": Recipe(
        readers.shortage_areas, "HRSA", kinds=("zip", "json"), most_mb=1000, least_rows_share=0.4, has_files=True
    ),
    "hrsa_mua": Recipe(readers.underserved, "HRSA", usual_mb=10),
    "census_population": Recipe(readers.population, "Census Bureau", kinds=("text", "sas"), usual_mb=3),
    "census_saipe": Recipe(readers.poverty, "Census Bureau", kinds=("xls", "zip"), usual_mb=1.1),
    "census_language": Recipe(readers.language, "Census Bureau", kinds=("text", "zip"), most_mb=1000),
    "cdc_svi": Recipe(readers.vulnerability, "CDC/ATSDR", usual_mb=2.2),
    "usda_rucc_2023": Recipe(readers.rural_codes, "USDA ERS", usual_mb=0.6),
    "cms_hospitals": Recipe(readers.hospital_list, "CMS", usual_mb=1.4, follows=True),
}

# Mental health and dental: data/disciplines.py reads HRSA's detail files.
if importlib.util.find_spec("data.disciplines"):
    RECIPES |= {
        source_id: Recipe(
            partial(readers.discipline, source_id), "HRSA", most_mb=400, usual_mb=30, least_rows_share=0.4
        )
        for source_id in ("hrsa_mental_health", "hrsa_dental")
    }
