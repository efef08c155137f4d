-- One row per county, piece of it and area over that piece. People in a piece count once,
-- however many areas lie over it.
SELECT
    county_fips,
    piece,
    county_population_share,
    area_id
FROM reference.shortage_area_piece
ORDER BY county_fips, piece, area_id
