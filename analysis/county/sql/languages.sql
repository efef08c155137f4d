-- One row per language group: people of the county with limited English, with 90% margins.
-- $county_fips: VARCHAR
SELECT
    spoken.language_group,
    spoken.limited_english_group,
    spoken.limited_english_group_moe,
    spoken.limited_english_group / nullif(county.population_age_5_plus, 0) AS limited_english_group_share
FROM county
JOIN county_language_group AS spoken USING (county_fips)
WHERE county.county_fips = $county_fips
ORDER BY spoken.limited_english_group DESC, spoken.language_group
