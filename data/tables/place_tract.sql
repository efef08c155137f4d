-- One row per place and census tract in it, with the part of the tract's people who live there.
-- is_main_place: of the places of its kind, this one holds the most of the tract.
WITH part AS (
    SELECT
        tract_geoid,
        'state-MN' AS place_id,
        'state' AS place_level,
        1.0::DOUBLE AS place_tract_share
    FROM tract
    UNION ALL
    SELECT
        tract_geoid,
        'county-' || county_fips AS place_id,
        'county' AS place_level,
        1.0::DOUBLE AS place_tract_share
    FROM tract
    UNION ALL
    SELECT
        tract.tract_geoid,
        'region-' || replace(lower(county.region), ' ', '-') AS place_id,
        'region' AS place_level,
        1.0::DOUBLE AS place_tract_share
    FROM tract
    JOIN county USING (county_fips)
    WHERE county.region IS NOT NULL
    UNION ALL
    SELECT
        cut.tract_geoid,
        told.place_level || '-' || told.district AS place_id,
        told.place_level,
        sum(cut.tract_population_share) AS place_tract_share
    FROM tract_district AS cut
    CROSS JOIN LATERAL (
        VALUES
        ('house', house_district),
        ('senate', senate_district),
        ('congress', congress_district)
    ) AS told (place_level, district)
    GROUP BY ALL
)

SELECT
    place_id,
    tract_geoid,
    place_tract_share,
    row_number() OVER (PARTITION BY place_level, tract_geoid ORDER BY place_tract_share DESC, place_id) = 1
        AS is_main_place
FROM part
WHERE place_tract_share > 0
ORDER BY place_id, tract_geoid
