-- One row per language group: people of the county with limited English, with 90% margins.
-- $county_fips: VARCHAR
SELECT
    named.language_group,
    named.limited_english_group,
    named.limited_english_group_moe,
    named.limited_english_group / nullif(county.population_age_5_plus, 0) AS limited_english_group_share
FROM county
CROSS JOIN LATERAL (
    VALUES
    ('Spanish', county.limited_english_spanish, county.limited_english_spanish_moe),
    ('Other Indo-European', county.limited_english_indo_european, county.limited_english_indo_european_moe),
    ('Asian and Pacific Island', county.limited_english_asian_pacific, county.limited_english_asian_pacific_moe),
    ('Other languages', county.limited_english_other, county.limited_english_other_moe)
) AS named (language_group, limited_english_group, limited_english_group_moe)
WHERE county.county_fips = $county_fips
ORDER BY named.limited_english_group DESC, named.language_group
