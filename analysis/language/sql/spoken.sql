-- One row per language or group of languages of $state in 2018, most people with limited English first.
-- A margin is 1.645 standard errors; a figure is unreliable where one standard error is over 30% of it.
-- $state: VARCHAR postal code; no rows for NULL
WITH residents AS (
    SELECT
        left(county_fips, 2) AS state_fips,
        population_year,
        sum(people) AS people
    FROM county_population
    GROUP BY left(county_fips, 2), population_year
)

SELECT
    spoken.language,
    spoken.language_codes,
    spoken.language_note,
    spoken.survey_year,
    spoken.speakers,
    spoken.speakers_moe,
    spoken.english_less_than_very_well,
    spoken.english_less_than_very_well_moe,
    spoken.english_less_than_very_well / nullif(residents.people, 0) AS english_less_than_very_well_share,
    spoken.english_less_than_very_well_moe / 1.645 > 0.3 * spoken.english_less_than_very_well AS is_unreliable
FROM state_language AS spoken
JOIN state USING (state_fips)
LEFT JOIN residents
    ON residents.state_fips = spoken.state_fips AND residents.population_year = spoken.survey_year
WHERE state.state = $state
ORDER BY spoken.english_less_than_very_well DESC, spoken.language
