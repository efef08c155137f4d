-- One row per place with some supply and a location, those across the state line last.
-- $supply: VARCHAR, hospital_beds | critical_access_beds | hospital_sites | critical_access_sites | health_center_sites
-- | physicians.<source>.<specialty>
WITH home AS (
    SELECT DISTINCT county.state
    FROM tract
    JOIN county USING (county_fips)
)

SELECT
    state NOT IN (SELECT state FROM home) AS is_across_line,
    state,
    place,
    city,
    latitude,
    longitude,
    supply
FROM supply_site
WHERE supply_kind = $supply
    AND latitude IS NOT NULL
    AND supply > 0
ORDER BY is_across_line, state, place, city, latitude, longitude
