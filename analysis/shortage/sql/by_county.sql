-- One row per county of the selection, the most physicians short first.
-- $discipline: VARCHAR, primary_care | mental_health | dental
-- $status: VARCHAR, designated | proposed_withdrawal | both;  $designation_type: VARCHAR, geographic | high_needs | population | all
-- $state: VARCHAR postal code or NULL for all;  $region: VARCHAR or NULL for all
-- $rural_definition: VARCHAR, seven_county | rucc_metro | rucc_code;  $rural_class: VARCHAR or NULL for all
-- The areas of a discipline may be loaded for some states only: elsewhere nothing of it is known (NULL).
WITH listed AS (
    SELECT state
    FROM shortage_listing
    WHERE discipline = $discipline
),

of_discipline AS (
    SELECT
        county_fips,
        status_choice,
        areas,
        fte_short,
        hpsa_score_max,
        shortage_population_share
    FROM county_shortage
    WHERE discipline = $discipline
        AND type_choice = $designation_type
),

nearby AS (
    SELECT
        county_fips,
        count(*) AS hospitals,
        count(*) FILTER (is_critical_access) AS critical_access_hospitals
    FROM hospital
    GROUP BY county_fips
),

sites AS (
    SELECT county_fips, count(*) AS health_centers
    FROM health_center
    GROUP BY county_fips
),

shared AS (
    SELECT link.county_fips, min(link.method) AS sharing_method
    FROM shortage_area_county AS link
    JOIN shortage_area AS area USING (area_id)
    WHERE area.discipline = $discipline
    GROUP BY link.county_fips
)

SELECT
    county.county_fips,
    county.county,
    county.state,
    county.region,
    county.population,
    if(listed.state IS NULL, NULL, coalesce(designated.fte_short, 0)) AS fte_short,
    if(listed.state IS NULL, NULL, coalesce(proposed.fte_short, 0)) AS fte_short_proposed_withdrawal,
    if(listed.state IS NULL, NULL, coalesce(chosen.fte_short, 0)) AS fte_short_chosen,
    if(listed.state IS NULL, NULL, coalesce(chosen.fte_short, 0)) / nullif(county.population, 0) * 100000
        AS fte_short_chosen_per_100k,
    if(listed.state IS NULL, NULL, if(chosen.county_fips IS NULL, 0, chosen.shortage_population_share))
        AS shortage_population_share,
    if(
        listed.state IS NULL,
        NULL,
        round(if(chosen.county_fips IS NULL, 0, chosen.shortage_population_share) * county.population)::BIGINT
    ) AS shortage_population,
    if(listed.state IS NULL, NULL, coalesce(chosen.hpsa_score_max, 0)) AS hpsa_score_max,
    if(listed.state IS NULL, NULL, coalesce(chosen.areas, 0)) AS areas,
    shared.sharing_method,
    county.poverty_share,
    county.median_income_usd,
    county.uninsured_share,
    county.limited_english,
    county.limited_english_share,
    county.age_65_plus_share,
    county.minority_share,
    county.no_vehicle_share,
    county.svi,
    county.population_change_share,
    county.rural_share,
    county.rucc_2023,
    coalesce(nearby.hospitals, 0) AS hospitals,
    coalesce(nearby.critical_access_hospitals, 0) AS critical_access_hospitals,
    coalesce(sites.health_centers, 0) AS health_centers
FROM county
LEFT JOIN listed ON listed.state = county.state
LEFT JOIN of_discipline AS designated
    ON designated.county_fips = county.county_fips AND designated.status_choice = 'designated'
LEFT JOIN of_discipline AS proposed
    ON proposed.county_fips = county.county_fips AND proposed.status_choice = 'proposed_withdrawal'
LEFT JOIN of_discipline AS chosen
    ON chosen.county_fips = county.county_fips AND chosen.status_choice = $status
LEFT JOIN nearby ON nearby.county_fips = county.county_fips
LEFT JOIN sites ON sites.county_fips = county.county_fips
LEFT JOIN shared ON shared.county_fips = county.county_fips
LEFT JOIN county_rural_class AS rural
    ON rural.county_fips = county.county_fips AND rural.rural_definition = $rural_definition
WHERE county.state = coalesce($state, county.state)
    AND ($region IS NULL OR county.region = $region)
    AND ($rural_class IS NULL OR rural.rural_class = $rural_class)
ORDER BY fte_short_chosen DESC, county.county_fips
