-- Minnesota has 87 counties, each in a region.
SELECT count(*) AS counties, count(region) AS with_region
FROM county
WHERE state = 'MN'
HAVING count(*) <> 87 OR count(region) <> 87
