-- One row per hospital on CMS's list; location and beds are missing where HIFLD has no match.
SELECT
    hospital_id,
    hospital,
    city,
    state,
    county_fips,
    hospital_type,
    hospital_type = 'Critical Access Hospitals' AS is_critical_access,
    has_emergency,
    beds,
    latitude,
    longitude,
    location_match
FROM reference.hospital
ORDER BY hospital_id
