-- One row per county, piece of it and area over that piece: components under the same areas are one piece, and what is
-- left of a county that is whole in an area is another. piece_weight is the piece's part of the county's people, as far as
-- they are known; county_population_share is the same where all of it is known.
WITH part AS (
    SELECT
        county_fips,
        component_code,
        any_value(county_people) AS county_people,
        any_value(people) AS people,
        any_value(is_known) AS is_known,
        list(DISTINCT area_id ORDER BY area_id) AS areas
    FROM shortage_component
    WHERE NOT is_county
    GROUP BY county_fips, component_code
),

alike AS (
    SELECT
        county_fips,
        areas,
        sum(people) / any_value(county_people) AS part_share,
        bool_and(is_known) AS is_known
    FROM part
    GROUP BY county_fips, areas
),

-- Tracts whose people are a mean may come to more than their county has.
fitted AS (
    SELECT
        *,
        part_share / greatest(sum(part_share) OVER (PARTITION BY county_fips), 1) AS fitted_share
    FROM alike
),

whole AS (
    SELECT
        county_fips,
        list(DISTINCT area_id ORDER BY area_id) AS areas
    FROM shortage_component
    WHERE is_county
    GROUP BY county_fips
),

rest AS (
    SELECT
        county_fips,
        greatest(1 - sum(fitted_share), 0) AS fitted_share,
        bool_and(is_known) AS is_known
    FROM fitted
    GROUP BY county_fips
),

piece AS (
    SELECT
        fitted.county_fips,
        list_sort(list_distinct(list_concat(fitted.areas, coalesce(whole.areas, [])))) AS areas,
        fitted.fitted_share,
        fitted.is_known
    FROM fitted
    LEFT JOIN whole USING (county_fips)
    UNION ALL
    SELECT
        whole.county_fips,
        whole.areas,
        coalesce(rest.fitted_share, 1) AS fitted_share,
        coalesce(rest.is_known, TRUE) AS is_known
    FROM whole
    LEFT JOIN rest USING (county_fips)
),

numbered AS (
    SELECT
        county_fips,
        row_number() OVER (PARTITION BY county_fips ORDER BY areas, fitted_share) AS piece,
        if(is_known, round(fitted_share, 6), NULL) AS county_population_share,
        round(fitted_share, 6) AS piece_weight,
        areas
    FROM piece
)

SELECT
    county_fips,
    piece,
    county_population_share,
    piece_weight,
    unnest(areas) AS area_id
FROM numbered
ORDER BY county_fips, piece, area_id
