-- One row per hospital or health-center site of the selection.
-- $state: VARCHAR postal code or NULL for all;  $county_fips: VARCHAR or NULL for all
SELECT
    if(is_critical_access, 'critical access hospital', 'hospital') AS place_kind,
    hospital AS place,
    city,
    beds,
    latitude,
    longitude
FROM hospital
WHERE state = coalesce($state, state)
    AND ($county_fips IS NULL OR county_fips = $county_fips)
UNION ALL
SELECT
    'health center' AS place_kind,
    health_center AS place,
    city,
    NULL AS beds,
    latitude,
    longitude
FROM health_center
WHERE state = coalesce($state, state)
    AND ($county_fips IS NULL OR county_fips = $county_fips)
ORDER BY place_kind, place, city, latitude
