-- One row per shortage area that reaches into the selection, the most physicians short first.
-- $discipline: VARCHAR, primary_care | mental_health | dental
-- $status: VARCHAR, designated | proposed_withdrawal | both;  $designation_type: VARCHAR, geographic | high_needs | population | all
-- $state: VARCHAR postal code or NULL for all;  $region: VARCHAR or NULL for all
-- $rural_definition: VARCHAR, seven_county | rucc_metro | rucc_code;  $rural_class: VARCHAR or NULL for all
-- $county_fips: VARCHAR or NULL for all
WITH reached AS (
    SELECT DISTINCT link.area_id
    FROM shortage_area_county AS link
    JOIN county USING (county_fips)
    LEFT JOIN county_rural_class AS rural
        ON rural.county_fips = county.county_fips AND rural.rural_definition = $rural_definition
    WHERE county.state = coalesce($state, county.state)
        AND ($region IS NULL OR county.region = $region)
        AND ($rural_class IS NULL OR rural.rural_class = $rural_class)
        AND ($county_fips IS NULL OR county.county_fips = $county_fips)
)

SELECT
    area.area_id,
    area.area,
    area.state,
    area.status,
    area.designation_type,
    area.hpsa_score,
    area.fte,
    area.fte_short,
    (
        SELECT sum(link.area_population_share)
        FROM shortage_area_county AS link
        WHERE link.area_id = area.area_id AND link.county_fips = coalesce($county_fips, link.county_fips)
    ) AS area_population_share,
    area.ratio_goal,
    area.provider_counted,
    area.as_of_date
FROM shortage_area AS area
JOIN reached USING (area_id)
WHERE area.discipline = $discipline
    AND ($status = 'both' OR area.status = $status)
    AND ($designation_type = 'all' OR area.designation_type = $designation_type)
ORDER BY area.fte_short DESC, area.area_id
