-- An area continues one designation of 2022 at most, both are known, and the match is between 0 and 1 certain.
SELECT likely.area_id, count(*) AS times, min(likely.hpsa_id) AS hpsa_id, min(likely.match_confidence) AS match_confidence
FROM shortage_area_change AS likely
LEFT JOIN shortage_area USING (area_id)
GROUP BY likely.area_id
HAVING count(*) > 1
    OR bool_or(shortage_area.area IS NULL OR likely.area_2022 IS NULL)
    OR NOT bool_and(coalesce(likely.match_confidence BETWEEN 0 AND 1, FALSE))
