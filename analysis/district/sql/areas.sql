-- One row per primary care shortage area that reaches into the place (a thousandth of its people at least), the most
-- physicians short there first.
-- $place_id: VARCHAR, such as house-12A, senate-12, congress-7, county-27165, region-metro or state-MN
WITH reached AS (
    SELECT
        part.area_id,
        sum(part.area_tract_share * link.place_tract_share) AS place_area_share
    FROM area_tract AS part
    JOIN place_tract AS link USING (tract_geoid)
    WHERE link.place_id = $place_id
    GROUP BY part.area_id
    HAVING sum(part.area_tract_share * link.place_tract_share) >= 0.001
)

SELECT
    area.area_id,
    area.area,
    area.status,
    area.designation_type,
    area.hpsa_score,
    area.fte_short,
    reached.place_area_share,
    area.fte_short * reached.place_area_share AS place_area_fte_short
FROM shortage_area AS area
JOIN reached USING (area_id)
WHERE area.discipline = 'primary_care'
    AND area.status IN ('designated', 'proposed_withdrawal')
ORDER BY place_area_fte_short DESC, area.area_id
