-- One row per hospital that CMS lists, whose county name, spelling mistakes and all, is one of its state's.
-- Tables: listed (CMS), county_population_2024 (names).
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
)

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
ORDER BY listed.hospital_id
