-- No id is of two areas, of whatever discipline: links and pieces would be of both.
SELECT area_id, count(*) AS times
FROM shortage_area
GROUP BY area_id
HAVING count(*) > 1
