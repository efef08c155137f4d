-- One row per designated primary-care area of $state, the most physicians short of the target first.
-- $state: VARCHAR postal code or NULL for all
-- $people_per_physician: DOUBLE, the target; NULL for what removes the designation
WITH designated AS (
    SELECT *
    FROM shortage_area
    WHERE discipline = 'primary_care'
        AND status = 'designated'
        AND ($state IS NULL OR state = $state)
),

implied AS (
    SELECT
        *,
        (fte + fte_short) * ratio_goal AS implied_population
    FROM designated
),

home AS (
    SELECT
        area_id,
        arg_max(county_fips, (area_population_share, county_fips)) AS county_fips
    FROM shortage_area_county
    GROUP BY area_id
),

living AS (
    SELECT
        piece.area_id,
        sum(piece.county_population_share * county.population) AS people,
        sum(piece.county_population_share * county.limited_english_spanish) AS spanish,
        sum(piece.county_population_share * county.limited_english_indo_european) AS indo_european,
        sum(piece.county_population_share * county.limited_english_asian_pacific) AS asian_pacific,
        sum(piece.county_population_share * county.limited_english_other) AS other
    FROM shortage_area_piece AS piece
    JOIN county USING (county_fips)
    GROUP BY piece.area_id
),

care AS (
    SELECT
        county_fips,
        count(*) AS sites
    FROM (
        SELECT county_fips FROM hospital WHERE county_fips IS NOT NULL
        UNION ALL
        SELECT county_fips FROM health_center WHERE county_fips IS NOT NULL
    )
    GROUP BY county_fips
)

SELECT
    implied.area_id,
    implied.area,
    home.county_fips,
    county.county,
    county.region,
    county.is_seven_county_metro,
    county.rucc_2023,
    county.center_latitude AS latitude,
    county.center_longitude AS longitude,
    implied.designation_type,
    implied.hpsa_score,
    implied.fte,
    implied.fte_short,
    greatest(implied.implied_population / coalesce($people_per_physician, implied.ratio_goal) - implied.fte, 0)
        AS fte_to_target,
    round(implied.implied_population)::BIGINT AS implied_population,
    round(living.people)::BIGINT AS area_population,
    round(living.spanish)::BIGINT AS limited_english_spanish,
    round(living.indo_european)::BIGINT AS limited_english_indo_european,
    round(living.asian_pacific)::BIGINT AS limited_english_asian_pacific,
    round(living.other)::BIGINT AS limited_english_other,
    coalesce(care.sites, 0) AS care_sites
FROM implied
LEFT JOIN home USING (area_id)
LEFT JOIN county USING (county_fips)
LEFT JOIN living USING (area_id)
LEFT JOIN care USING (county_fips)
ORDER BY fte_to_target DESC, implied.area_id
