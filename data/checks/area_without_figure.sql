-- Every area has its FTE short and its score: a missing one would read as none.
SELECT area_id, area, fte_short, hpsa_score
FROM shortage_area
WHERE fte_short IS NULL OR hpsa_score IS NULL
