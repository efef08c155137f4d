-- One row per place of care and kind of supply that it has: hospitals by beds and as sites, health centers as sites,
-- and each county as the one place of its physicians, at its population center, by source and specialty: an
-- approximation. Physicians that the source does not count there are not known. Of a source the newest year is taken.
-- Another supply is another part of this union and an entry in analysis/access/supplies.py.
WITH newest AS (
    SELECT
        supply_source,
        specialty,
        max(supply_year) AS supply_year
    FROM physician_supply
    WHERE practicing_physicians IS NOT NULL
        AND supply_source <> 'cms_obgyn_years'
    GROUP BY supply_source, specialty
)

SELECT
    'hospital_beds' AS supply_kind,
    hospital AS place,
    city,
    state,
    latitude,
    longitude,
    beds::DOUBLE AS supply
FROM hospital
UNION ALL
SELECT
    'critical_access_beds' AS supply_kind,
    hospital AS place,
    city,
    state,
    latitude,
    longitude,
    beds::DOUBLE AS supply
FROM hospital
WHERE is_critical_access
UNION ALL
SELECT
    'hospital_sites' AS supply_kind,
    hospital AS place,
    city,
    state,
    latitude,
    longitude,
    1::DOUBLE AS supply
FROM hospital
UNION ALL
SELECT
    'critical_access_sites' AS supply_kind,
    hospital AS place,
    city,
    state,
    latitude,
    longitude,
    1::DOUBLE AS supply
FROM hospital
WHERE is_critical_access
UNION ALL
SELECT
    'health_center_sites' AS supply_kind,
    health_center AS place,
    city,
    state,
    latitude,
    longitude,
    1::DOUBLE AS supply
FROM health_center
UNION ALL
SELECT
    'physicians.' || newest.supply_source || '.' || newest.specialty AS supply_kind,
    county.county AS place,
    NULL AS city,
    county.state,
    county.center_latitude AS latitude,
    county.center_longitude AS longitude,
    counted.practicing_physicians AS supply
FROM newest
CROSS JOIN county
LEFT JOIN physician_supply AS counted
    ON counted.supply_source = newest.supply_source
    AND counted.specialty = newest.specialty
    AND counted.supply_year = newest.supply_year
    AND counted.county_fips = county.county_fips
ORDER BY supply_kind, state, place, city, latitude, longitude
