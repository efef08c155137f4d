-- One row per place and kind of care: hospitals and health centers that stand in it.
-- A hospital without a location is in its county and region, and in no district that is known.
WITH site AS (
    SELECT
        'hospital' AS care_kind,
        county_fips,
        latitude,
        longitude
    FROM hospital
    UNION ALL
    SELECT
        'health_center' AS care_kind,
        county_fips,
        latitude,
        longitude
    FROM health_center
),

stands AS (
    SELECT
        site.care_kind,
        told.place_id
    FROM site
    JOIN county ON county.county_fips = site.county_fips AND county.state = 'MN'
    LEFT JOIN site_district AS spot
        ON spot.latitude = site.latitude AND spot.longitude = site.longitude
    CROSS JOIN LATERAL (
        VALUES
        ('state-MN'),
        ('county-' || site.county_fips),
        ('region-' || replace(lower(county.region), ' ', '-')),
        ('house-' || spot.house_district),
        ('senate-' || spot.senate_district),
        ('congress-' || spot.congress_district)
    ) AS told (place_id)
    WHERE told.place_id IS NOT NULL
)

SELECT
    place_id,
    care_kind,
    count(*) AS place_sites
FROM stands
GROUP BY place_id, care_kind
ORDER BY place_id, care_kind
