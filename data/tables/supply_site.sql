-- One row per place of care and kind of supply that it has: hospitals by beds and as sites, health centers as sites.
-- Another supply is another part of this union and an entry in analysis/supplies.py.
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
ORDER BY supply_kind, state, place, city, latitude, longitude
