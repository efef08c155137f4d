-- One row per language of a cohort that the reader composes: its physicians beside the state's need in 2018.
-- A margin is 1.645 standard errors; a figure is unreliable where one standard error is over 30% of it.
-- $cohort: VARCHAR, a language code and physicians by language, as in spa-5.som-3;  $state: VARCHAR postal code
WITH part AS (
    SELECT unnest(string_split($cohort::VARCHAR, '.')) AS told
),

composed AS (
    SELECT
        split_part(told, '-', 1) AS language_code,
        try_cast(split_part(told, '-', 2) AS BIGINT) AS physicians
    FROM part
),

residents AS (
    SELECT
        left(county_fips, 2) AS state_fips,
        population_year,
        sum(people) AS people
    FROM county_population
    GROUP BY left(county_fips, 2), population_year
)

SELECT
    spoken.language,
    spoken.language_note,
    composed.language_code,
    composed.physicians,
    composed.physicians * 100000 / nullif(spoken.english_less_than_very_well, 0) AS physicians_per_100k,
    spoken.english_less_than_very_well,
    spoken.english_less_than_very_well_moe,
    spoken.english_less_than_very_well / nullif(residents.people, 0) AS english_less_than_very_well_share,
    spoken.english_less_than_very_well_moe / 1.645 > 0.3 * spoken.english_less_than_very_well AS is_unreliable
FROM state_language AS spoken
JOIN state USING (state_fips)
JOIN composed ON list_contains(string_split(spoken.language_codes, ' '), composed.language_code)
LEFT JOIN residents
    ON residents.state_fips = spoken.state_fips AND residents.population_year = spoken.survey_year
WHERE state.state = $state
    AND composed.physicians IS NOT NULL
ORDER BY spoken.english_less_than_very_well DESC, spoken.language, composed.language_code
