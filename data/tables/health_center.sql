-- One row per health-center site that HRSA does not name as closed.
SELECT
    health_center,
    city,
    state,
    county_fips,
    latitude,
    longitude
FROM reference.health_center
WHERE health_center NOT LIKE '*CLOSED*%'
ORDER BY state, health_center, latitude, longitude
