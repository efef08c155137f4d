-- One row per census tract: minutes to the nearest hospital, critical access hospital and health center.
-- Relations of the call: nearest (minutes by tract; from care.origins, care.destinations).
SELECT
    tract.tract_geoid,
    county.county,
    tract.household_population,
    nearest.hospital_min,
    nearest.critical_access_min,
    nearest.health_center_min,
    tract.latitude,
    tract.longitude
FROM tract
JOIN county USING (county_fips)
LEFT JOIN nearest USING (tract_geoid)
ORDER BY tract.tract_geoid
