-- One row per census tract of Minnesota and part of it in one House and one U.S. House district (2022 plan).
-- Two House districts make a Senate district: 12A and 12B are 12. The parts of a tract sum to 1.
SELECT
    tract_geoid,
    house_district,
    left(house_district, -1) AS senate_district,
    congress_district,
    tract_population_share / sum(tract_population_share) OVER (PARTITION BY tract_geoid) AS tract_population_share
FROM reference.tract_district
ORDER BY tract_geoid, house_district, congress_district
