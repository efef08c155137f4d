-- Tract codes are eleven digits, none is listed twice, each has its people and a place.
SELECT tract_geoid, count(*) AS times
FROM tract
GROUP BY tract_geoid
HAVING count(*) > 1
    OR NOT regexp_full_match(tract_geoid, '[0-9]{11}')
    OR NOT bool_and(household_population IS NOT NULL AND household_population >= 0)
    OR NOT bool_and(latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)
    OR count(latitude) + count(longitude) < 2
