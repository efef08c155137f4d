-- One row per county and language group of the survey: people with limited English, with 90% margins.
SELECT
    county_fips,
    told.language_group,
    told.limited_english_group,
    told.limited_english_group_moe
FROM reference.county_language
CROSS JOIN LATERAL (
    VALUES
    ('Spanish', limited_english_spanish, limited_english_spanish_moe),
    ('Other Indo-European', limited_english_indo_european, limited_english_indo_european_moe),
    ('Asian and Pacific Island', limited_english_asian_pacific, limited_english_asian_pacific_moe),
    ('Other languages', limited_english_other, limited_english_other_moe)
) AS told (language_group, limited_english_group, limited_english_group_moe)
ORDER BY county_fips, told.language_group
