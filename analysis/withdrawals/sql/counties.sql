-- One row per county of $state that an area proposed for withdrawal reaches, the most people in no other area first.
-- $state: VARCHAR postal code or NULL for all
WITH covered AS (
    SELECT
        county_fips,
        max(areas) FILTER (status_choice = 'proposed_withdrawal') AS areas,
        max(fte_short) FILTER (status_choice = 'proposed_withdrawal') AS fte_proposed,
        max(fte_short) FILTER (status_choice = 'designated') AS fte_designated,
        max(shortage_population_share) FILTER (status_choice = 'both') AS either,
        max(shortage_population_share) FILTER (status_choice = 'designated') AS designated
    FROM county_shortage
    WHERE discipline = 'primary_care'
        AND type_choice = 'all'
    GROUP BY county_fips
)

SELECT
    county.county_fips,
    county.county,
    county.state,
    covered.areas AS areas_proposed_withdrawal,
    covered.fte_proposed AS fte_short_proposed_withdrawal,
    coalesce(covered.fte_designated, 0) AS fte_short,
    round((covered.either - coalesce(covered.designated, 0)) * county.population)::BIGINT AS proposed_alone_population,
    county.population
FROM covered
JOIN county USING (county_fips)
WHERE covered.areas IS NOT NULL
    AND county.state = coalesce($state, county.state)
ORDER BY proposed_alone_population DESC, fte_short_proposed_withdrawal DESC, county.county_fips
