-- How have Minnesota's areas changed that go on from July 2022?
SELECT
    area.area_id,
    area.area,
    area.status,
    before.hpsa_score_2022,
    area.hpsa_score,
    area.hpsa_score - before.hpsa_score_2022 AS score_change,
    before.fte_short_2022,
    area.fte_short,
    round(area.fte_short - before.fte_short_2022, 1) AS short_change,
    before.match_confidence
FROM shortage_area_change AS before
JOIN shortage_area AS area USING (area_id)
ORDER BY score_change DESC NULLS LAST, area.area_id
