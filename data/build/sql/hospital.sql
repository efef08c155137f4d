-- One row per hospital that CMS lists, located by the HIFLD site that matches it best, if any does.
-- Tables: listed (CMS), site (HIFLD), county_population_2024 (names),
-- named (hospital_county.sql). A hospital and a site match by
-- phone or address, by similar names in one place, or as the only kind of critical access there.
WITH candidate AS (
    SELECT
        listed.hospital_id,
        site.*,
        listed.phone = site.phone AS has_same_phone,
        upper(listed.address) = upper(site.address) AS has_same_address,
        listed.hospital_type = 'Critical Access Hospitals'
        AND site.site_type = 'CRITICAL ACCESS'
        AND listed.zip = site.zip AS has_same_critical_access,
        jaro_winkler_similarity(upper(listed.hospital), upper(site.site)) AS similarity
    FROM listed
    JOIN site
        ON listed.state = site.state
        AND (listed.zip = site.zip OR upper(listed.city) = upper(site.city) OR listed.phone = site.phone)
),

located AS (
    SELECT
        *,
        CASE
            WHEN has_same_phone THEN 'phone'
            WHEN has_same_address THEN 'address'
            WHEN similarity > 0.88 THEN 'name'
            WHEN has_same_critical_access THEN 'critical access'
        END AS location_match
    FROM candidate
    WHERE location_match IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY hospital_id
        ORDER BY
            coalesce(has_same_phone, FALSE)::INT + has_same_address::INT + similarity DESC,
            site_id
    ) = 1
)

SELECT
    listed.hospital_id,
    listed.hospital,
    listed.city,
    listed.state,
    coalesce(
        named.county_fips,
        (SELECT county_fips FROM county_population_2024 AS known WHERE known.county_fips = located.county_fips)
    ) AS county_fips,
    listed.hospital_type,
    listed.has_emergency,
    located.beds,
    located.latitude,
    located.longitude,
    located.location_match
FROM listed
LEFT JOIN located USING (hospital_id)
LEFT JOIN named USING (hospital_id)
ORDER BY listed.hospital_id
