-- The places of each kind sum to the state, and the state to its counties that have tracts.
WITH whole AS (
    SELECT people_estimate, shortage_people_estimate, fte_short, fte_short_proposed_withdrawal, limited_english_estimate
    FROM place_figure
    WHERE place_level = 'state'
),

summed AS (
    SELECT
        place_level,
        sum(people_estimate) AS people,
        sum(shortage_people_estimate) AS shortage_people,
        sum(fte_short) AS fte,
        sum(fte_short_proposed_withdrawal) AS proposed_fte,
        sum(limited_english_estimate) AS limited
    FROM place_figure
    GROUP BY place_level
    UNION ALL
    SELECT
        'counties themselves' AS place_level,
        sum(county.population) AS people,
        sum(county.population * coalesce(short.shortage_population_share, 0)) AS shortage_people,
        sum(coalesce(short.fte_short, 0)) AS fte,
        sum(coalesce(proposed.fte_short, 0)) AS proposed_fte,
        sum(county.limited_english) AS limited
    FROM county
    LEFT JOIN county_shortage AS short
        ON short.county_fips = county.county_fips AND short.discipline = 'primary_care'
        AND short.status_choice = 'designated' AND short.type_choice = 'all'
    LEFT JOIN county_shortage AS proposed
        ON proposed.county_fips = county.county_fips AND proposed.discipline = 'primary_care'
        AND proposed.status_choice = 'proposed_withdrawal' AND proposed.type_choice = 'all'
    WHERE county.county_fips IN (SELECT left(tract_geoid, 5) FROM tract)
)

SELECT summed.place_level, summed.people, summed.shortage_people, summed.fte, summed.proposed_fte, summed.limited
FROM summed
CROSS JOIN whole
WHERE abs(summed.people - whole.people_estimate) > 1e-4
    OR abs(summed.shortage_people - whole.shortage_people_estimate) > 1e-4
    OR abs(summed.fte - whole.fte_short) > 1e-6
    OR abs(summed.proposed_fte - whole.fte_short_proposed_withdrawal) > 1e-6
    OR abs(summed.limited - whole.limited_english_estimate) > 1e-4
