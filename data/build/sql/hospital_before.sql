-- One row per hospital that CMS lists, at the place and with the beds that its CMS number had before.
-- Tables: listed (CMS), before (the hospitals in use), named (hospital_county.sql).
SELECT
    listed.hospital_id,
    listed.hospital,
    listed.city,
    listed.state,
    coalesce(named.county_fips, before.county_fips) AS county_fips,
    listed.hospital_type,
    listed.has_emergency,
    before.beds,
    before.latitude,
    before.longitude,
    before.location_match
FROM listed
LEFT JOIN before ON before.hospital_id = listed.hospital_id AND before.state = listed.state
LEFT JOIN named ON named.hospital_id = listed.hospital_id
ORDER BY listed.hospital_id
