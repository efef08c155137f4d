-- One row per county of $state and designated primary-care area that reaches into it; one row with neither area nor
-- share for a county without any.
-- $state: VARCHAR postal code or NULL for all
WITH designated AS (
    SELECT area_id
    FROM shortage_area
    WHERE discipline = 'primary_care'
        AND status = 'designated'
),

reaching AS (
    SELECT
        link.county_fips,
        link.area_id,
        link.area_population_share
    FROM shortage_area_county AS link
    JOIN designated USING (area_id)
)

SELECT
    county.county_fips,
    county.county,
    county.state,
    county.region,
    county.population,
    reaching.area_id,
    reaching.area_population_share
FROM county
LEFT JOIN reaching USING (county_fips)
WHERE $state IS NULL OR county.state = $state
ORDER BY county.county_fips, reaching.area_id
