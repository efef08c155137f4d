-- No area has less than none, and no score is outside HRSA's 0 to 25, or to 26 in dental care.
SELECT area_id, area, fte, fte_short, hpsa_score
FROM shortage_area
WHERE fte < 0 OR fte_short < 0 OR hpsa_score NOT BETWEEN 0 AND if(discipline = 'dental', 26, 25)
