-- The shares of an area over its counties sum to 1, so that no FTE is lost or doubled.
SELECT area_id, sum(area_population_share) AS total_share
FROM shortage_area_county
GROUP BY area_id
HAVING abs(sum(area_population_share) - 1) > 1e-6
