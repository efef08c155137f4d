-- One row: what hangs on the decision about the areas of $state that are proposed for withdrawal.
-- $state: VARCHAR postal code or NULL for all
WITH proposed AS (
    SELECT
        area_id,
        hpsa_score,
        fte_short
    FROM shortage_area
    WHERE discipline = 'primary_care'
        AND status = 'proposed_withdrawal'
        AND state = coalesce($state, state)
),

reached AS (
    SELECT count(DISTINCT link.county_fips) AS counties
    FROM shortage_area_county AS link
    JOIN proposed USING (area_id)
),

covered AS (
    SELECT
        county_fips,
        max(shortage_population_share) FILTER (status_choice = 'both') AS either,
        max(shortage_population_share) FILTER (status_choice = 'designated') AS designated
    FROM county_shortage
    WHERE discipline = 'primary_care'
        AND type_choice = 'all'
    GROUP BY county_fips
),

people AS (
    SELECT
        round(
            sum((coalesce(covered.either, 0) - coalesce(covered.designated, 0)) * county.population)
        )::BIGINT AS alone
    FROM covered
    JOIN county USING (county_fips)
    WHERE county.state = coalesce($state, county.state)
)

SELECT
    told.areas_proposed_withdrawal,
    told.fte_short_proposed_withdrawal,
    told.areas_score_7,
    reached.counties,
    coalesce(people.alone, 0) AS proposed_alone_population
FROM (
    SELECT
        count(*) AS areas_proposed_withdrawal,
        coalesce(sum(fte_short), 0) AS fte_short_proposed_withdrawal,
        count(*) FILTER (hpsa_score >= 7) AS areas_score_7
    FROM proposed
) AS told
CROSS JOIN reached
CROSS JOIN people
