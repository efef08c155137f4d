-- One row per county, piece of it and area over that piece. People in a piece count once, however many areas lie over it.
-- Each discipline cuts counties in its own way, so each numbers its pieces apart. piece_weight is the piece's part of the
-- county, to compare pieces with; its share of the people where that is known, as it always is in primary care.
SELECT
    county_fips,
    piece,
    county_population_share,
    county_population_share AS piece_weight,
    area_id
FROM reference.shortage_area_piece
UNION ALL
SELECT
    county_fips,
    piece + 100000 AS piece,
    county_population_share,
    piece_weight,
    area_id
FROM reference.shortage_area_mental_health_piece
UNION ALL
SELECT
    county_fips,
    piece + 200000 AS piece,
    county_population_share,
    piece_weight,
    area_id
FROM reference.shortage_area_dental_piece
ORDER BY county_fips, piece, area_id
