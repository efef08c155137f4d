-- One row per county of $state: people of $language_group with limited English, most people first.
-- A margin is 1.645 standard errors; a figure is unreliable where one standard error is over 30% of it.
-- $language_group: VARCHAR, one of the four groups of the survey;  $state: VARCHAR postal code or NULL for all
SELECT
    county.county_fips,
    county.county,
    county.state,
    spoken.language_group,
    spoken.limited_english_group,
    spoken.limited_english_group_moe,
    spoken.limited_english_group / nullif(county.population_age_5_plus, 0) AS limited_english_group_share,
    spoken.limited_english_group_moe / 1.645 > 0.3 * spoken.limited_english_group AS is_unreliable
FROM county
JOIN county_language_group AS spoken USING (county_fips)
WHERE spoken.language_group = $language_group
    AND county.state = coalesce($state, county.state)
    AND spoken.limited_english_group IS NOT NULL
ORDER BY spoken.limited_english_group DESC, county.county_fips
