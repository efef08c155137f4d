-- One row per place of Minnesota that can be looked at: the state, counties, MDH regions, legislative districts.
SELECT
    'state' AS place_level,
    'state-MN' AS place_id,
    'Minnesota' AS place_name
UNION ALL
SELECT
    'county' AS place_level,
    'county-' || county_fips AS place_id,
    county AS place_name
FROM county
WHERE state = 'MN'
UNION ALL
SELECT DISTINCT
    'region' AS place_level,
    'region-' || replace(lower(region), ' ', '-') AS place_id,
    region || ' region' AS place_name
FROM county
WHERE region IS NOT NULL
UNION ALL
SELECT
    district_kind AS place_level,
    district_kind || '-' || district AS place_id,
    CASE district_kind
        WHEN 'house' THEN 'House District '
        WHEN 'senate' THEN 'Senate District '
        ELSE 'U.S. House District '
    END || district AS place_name
FROM district
ORDER BY place_level, place_id
