-- One row: totals of the selection, and people-weighted means of its counties' figures.
-- $discipline: VARCHAR, primary_care | mental_health | dental
-- $status: VARCHAR, designated | proposed_withdrawal | both;  $designation_type: VARCHAR, geographic | high_needs | population | all
-- $state: VARCHAR postal code or NULL for all;  $region: VARCHAR or NULL for all
-- $rural_definition: VARCHAR, seven_county | rucc_metro | rucc_code;  $rural_class: VARCHAR or NULL for all
-- Totals are known (not NULL) only if the areas of the discipline are loaded for every state of the selection, and the
-- people in them only if they are known of every county that an area reaches into.
WITH chosen_county AS (
    SELECT county.*
    FROM county
    LEFT JOIN county_rural_class AS rural
        ON rural.county_fips = county.county_fips AND rural.rural_definition = $rural_definition
    WHERE county.state = coalesce($state, county.state)
        AND ($region IS NULL OR county.region = $region)
        AND ($rural_class IS NULL OR rural.rural_class = $rural_class)
),

area AS (
    SELECT *
    FROM shortage_area
    WHERE discipline = $discipline
        AND ($designation_type = 'all' OR designation_type = $designation_type)
        AND area_id IN (
            SELECT link.area_id FROM shortage_area_county AS link JOIN chosen_county USING (county_fips)
        )
),

-- A piece of a county under a designated area, wherever it is.
designated_piece AS (
    SELECT DISTINCT piece.county_fips, piece.piece
    FROM shortage_area_piece AS piece
    JOIN shortage_area AS other USING (area_id)
    WHERE other.discipline = $discipline
        AND other.status = 'designated'
),

-- Areas more than half of whose people also live in a designated area.
doubled AS (
    SELECT piece.area_id
    FROM shortage_area_piece AS piece
    JOIN county USING (county_fips)
    LEFT JOIN designated_piece
        ON designated_piece.county_fips = piece.county_fips AND designated_piece.piece = piece.piece
    GROUP BY piece.area_id
    HAVING sum(piece.piece_weight * county.population) FILTER (designated_piece.piece IS NOT NULL)
        > 0.5 * sum(piece.piece_weight * county.population)
),

listing AS (
    SELECT
        count(DISTINCT chosen_county.state) AS states,
        count(DISTINCT listed.state) AS states_listed
    FROM chosen_county
    LEFT JOIN shortage_listing AS listed
        ON listed.state = chosen_county.state AND listed.discipline = $discipline
),

area_total AS (
    SELECT
        count(*) FILTER (status = 'designated') AS areas_designated,
        count(*) FILTER (status = 'proposed_withdrawal') AS areas_proposed_withdrawal,
        count(*) FILTER (status = 'proposed_withdrawal' AND area_id IN (SELECT area_id FROM doubled)) AS areas_doubled,
        count(*) FILTER ($status = 'both' OR status = $status) AS areas,
        max(hpsa_score) FILTER ($status = 'both' OR status = $status) AS hpsa_score_max,
        (SELECT states > 0 AND states_listed = states FROM listing) AS is_listed
    FROM area
),

shortage AS (
    SELECT
        sum(here.fte_short) FILTER (here.status_choice = 'designated') AS fte_short,
        sum(here.fte_short) FILTER (here.status_choice = 'proposed_withdrawal') AS fte_short_proposed_withdrawal,
        sum(here.fte_short) FILTER (here.status_choice = $status) AS fte_short_chosen,
        sum(here.shortage_population_share * chosen_county.population)
            FILTER (here.status_choice = $status) AS shortage_population,
        count(*) FILTER (here.status_choice = $status AND here.shortage_population_share IS NULL) = 0 AS has_population,
        count(*) FILTER (here.status_choice = $status) AS counties_short
    FROM county_shortage AS here
    JOIN chosen_county USING (county_fips)
    WHERE here.discipline = $discipline
        AND here.type_choice = $designation_type
),

people AS (
    SELECT
        count(*) AS counties,
        sum(population)::BIGINT AS population,
        sum(population) / sum(population_2020) - 1 AS population_change_share,
        sum(poverty_share * population) / sum(population) FILTER (poverty_share IS NOT NULL) AS poverty_share,
        sum(median_income_usd * population)
            / sum(population) FILTER (median_income_usd IS NOT NULL) AS median_income_usd,
        sum(uninsured_share * population) / sum(population) FILTER (uninsured_share IS NOT NULL) AS uninsured_share,
        sum(limited_english)::BIGINT AS limited_english,
        sum(limited_english)
            / sum(population_age_5_plus) FILTER (limited_english IS NOT NULL) AS limited_english_share,
        sum(age_65_plus_share * population)
            / sum(population) FILTER (age_65_plus_share IS NOT NULL) AS age_65_plus_share,
        sum(minority_share * population) / sum(population) FILTER (minority_share IS NOT NULL) AS minority_share,
        sum(no_vehicle_share * population)
            / sum(population) FILTER (no_vehicle_share IS NOT NULL) AS no_vehicle_share,
        sum(svi * population) / sum(population) FILTER (svi IS NOT NULL) AS svi,
        sum(rural_share * population) / sum(population) FILTER (rural_share IS NOT NULL) AS rural_share
    FROM chosen_county
),

care AS (
    SELECT
        (SELECT count(*) FROM hospital JOIN chosen_county USING (county_fips)) AS hospitals,
        (SELECT count(*) FROM hospital JOIN chosen_county USING (county_fips) WHERE is_critical_access)
            AS critical_access_hospitals,
        (SELECT count(*) FROM health_center JOIN chosen_county USING (county_fips)) AS health_centers
)

SELECT
    people.counties,
    listing.states,
    listing.states_listed,
    if(area_total.is_listed, shortage.counties_short, NULL) AS counties_short,
    people.population,
    if(area_total.is_listed, coalesce(shortage.fte_short, 0), NULL) AS fte_short,
    if(area_total.is_listed, coalesce(shortage.fte_short_proposed_withdrawal, 0), NULL) AS fte_short_proposed_withdrawal,
    if(area_total.is_listed, coalesce(shortage.fte_short_chosen, 0), NULL) AS fte_short_chosen,
    if(area_total.is_listed, coalesce(shortage.fte_short_chosen, 0), NULL) / nullif(people.population, 0) * 100000
        AS fte_short_chosen_per_100k,
    if(area_total.is_listed AND shortage.has_population, round(coalesce(shortage.shortage_population, 0))::BIGINT, NULL)
        AS shortage_population,
    if(area_total.is_listed AND shortage.has_population, coalesce(shortage.shortage_population, 0), NULL)
        / nullif(people.population, 0) AS shortage_population_share,
    if(area_total.is_listed, coalesce(area_total.hpsa_score_max, 0), NULL) AS hpsa_score_max,
    if(area_total.is_listed, area_total.areas, NULL) AS areas,
    if(area_total.is_listed, area_total.areas_designated, NULL) AS areas_designated,
    if(area_total.is_listed, area_total.areas_proposed_withdrawal, NULL) AS areas_proposed_withdrawal,
    if(area_total.is_listed, area_total.areas_doubled, NULL) AS areas_doubled,
    people.poverty_share,
    people.median_income_usd,
    people.uninsured_share,
    people.limited_english,
    people.limited_english_share,
    people.age_65_plus_share,
    people.minority_share,
    people.no_vehicle_share,
    people.svi,
    people.population_change_share,
    people.rural_share,
    care.hospitals,
    care.critical_access_hospitals,
    care.health_centers
FROM people
CROSS JOIN shortage
CROSS JOIN area_total
CROSS JOIN listing
CROSS JOIN care
WHERE people.counties > 0
