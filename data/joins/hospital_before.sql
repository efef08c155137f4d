-- One row per hospital that CMS lists, at the place and with the beds that its CMS number had before.
-- Tables: listed (CMS), before (the hospitals in use), county_population_2024 (names).
WITH county_name AS (
    SELECT
        county_fips,
        state,
        regexp_replace(
            upper(strip_accents(county)),
            ' (COUNTY|PARISH|BOROUGH|CENSUS AREA|MUNICIPALITY|PLANNING REGION|CITY)$| AND BOROUGH$',
            ''
        ) AS plain_name
    FROM county_population_2024
),

named AS (
    SELECT
        listed.hospital_id,
        county_name.county_fips
    FROM listed
    JOIN county_name
        ON listed.state = county_name.state
        AND jaro_winkler_similarity(upper(listed.county_as_written), county_name.plain_name) > 0.9
    QUALIFY row_number() OVER (
        PARTITION BY listed.hospital_id
        ORDER BY
            jaro_winkler_similarity(upper(listed.county_as_written), county_name.plain_name) DESC,
            county_name.county_fips
    ) = 1
)

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
