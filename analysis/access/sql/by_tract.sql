-- One row per census tract: supply within reach per 100,000 people, or the cost of care.
-- Relations of the call: found (one method's answer by tract; from care.origins, care.destinations).
SELECT
    tract.tract_geoid,
    county.county,
    tract.household_population,
    found.supply_per_100k,
    found.raam_cost,
    coalesce(found.destinations, 0) AS destinations,
    tract.latitude,
    tract.longitude
FROM tract
JOIN county USING (county_fips)
LEFT JOIN found ON found.origin_id = tract.tract_geoid
ORDER BY tract.tract_geoid
