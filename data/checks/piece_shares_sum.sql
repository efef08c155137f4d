-- The pieces of a county never hold more than all of its people.
SELECT county_fips, sum(county_population_share) AS total_share
FROM (SELECT DISTINCT county_fips, piece, county_population_share FROM shortage_area_piece)
GROUP BY county_fips
HAVING sum(county_population_share) > 1 + 1e-4
