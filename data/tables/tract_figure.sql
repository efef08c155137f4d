-- One row per census tract of Minnesota: its part of its county's figures, so that tracts sum to their county.
-- People of 2024 and limited English follow people in households. In a shortage area is a tract whose point is; what
-- a county has besides (areas without a tract's point) is spread over its other tracts.
WITH listed AS (
    SELECT count(*) > 0 AS is_listed
    FROM shortage_area
    WHERE discipline = 'primary_care'
),

part AS (
    SELECT
        tract_geoid,
        county_fips,
        household_population / nullif(sum(household_population) OVER (PARTITION BY county_fips), 0) AS county_part
    FROM tract
),

inside AS (
    SELECT
        over.tract_geoid,
        bool_or(area.status = 'designated') AS designated,
        bool_or(area.status IN ('designated', 'proposed_withdrawal')) AS either
    FROM tract_shortage_area AS over
    JOIN shortage_area AS area USING (area_id)
    WHERE area.discipline = 'primary_care'
    GROUP BY over.tract_geoid
),

choice AS (
    SELECT
        part.tract_geoid,
        part.county_fips,
        part.county_part,
        told.status_choice,
        coalesce(told.is_inside, FALSE) AS is_inside,
        coalesce(county_shortage.shortage_population_share, 0) AS county_share,
        coalesce(
            sum(part.county_part) FILTER (told.is_inside) OVER (PARTITION BY part.county_fips, told.status_choice), 0
        ) AS tract_share
    FROM part
    LEFT JOIN inside USING (tract_geoid)
    CROSS JOIN LATERAL (VALUES ('designated', inside.designated), ('both', inside.either)) AS told (status_choice, is_inside)
    LEFT JOIN county_shortage
        ON county_shortage.county_fips = part.county_fips
        AND county_shortage.status_choice = told.status_choice
        AND county_shortage.discipline = 'primary_care'
        AND county_shortage.type_choice = 'all'
),

weighed AS (
    SELECT
        *,
        county_part
        * if(is_inside, 1, coalesce(greatest(county_share - tract_share, 0) / nullif(1 - tract_share, 0), 0)) AS weight
    FROM choice
),

spread AS (
    SELECT
        tract_geoid,
        status_choice,
        county_share * coalesce(
            weight / nullif(sum(weight) OVER (PARTITION BY county_fips, status_choice), 0), county_part
        ) AS county_people_share
    FROM weighed
),

covered AS (
    SELECT
        tract_geoid,
        max(county_people_share) FILTER (status_choice = 'designated') AS designated,
        max(county_people_share) FILTER (status_choice = 'both') AS either
    FROM spread
    GROUP BY tract_geoid
),

-- Where both cover a tract alike, rounded shares leave less than a hundredth of a person, over zero or under: nobody.
alone AS (
    SELECT
        part.tract_geoid,
        county.population * (covered.either - covered.designated) AS spread_people,
        if(spread_people < 0 AND spread_people > -0.01, 0, spread_people) AS people
    FROM part
    JOIN county USING (county_fips)
    JOIN covered USING (tract_geoid)
),

short AS (
    SELECT
        link.tract_geoid,
        sum(area.fte_short * link.area_tract_share) FILTER (area.status = 'designated') AS designated,
        sum(area.fte_short * link.area_tract_share) FILTER (area.status = 'proposed_withdrawal') AS proposed
    FROM area_tract AS link
    JOIN shortage_area AS area USING (area_id)
    WHERE area.discipline = 'primary_care'
    GROUP BY link.tract_geoid
)

SELECT
    part.tract_geoid,
    county.population * part.county_part AS tract_people,
    if(listed.is_listed, county.population * covered.designated, NULL) AS tract_shortage_people,
    if(listed.is_listed, alone.people, NULL) AS tract_proposed_alone_people,
    if(listed.is_listed, coalesce(short.designated, 0), NULL) AS tract_fte_short,
    if(listed.is_listed, coalesce(short.proposed, 0), NULL) AS tract_proposed_fte_short,
    county.limited_english * part.county_part AS tract_limited_english,
    county.population_age_5_plus * part.county_part AS tract_people_age_5_plus
FROM part
JOIN county USING (county_fips)
CROSS JOIN listed
LEFT JOIN covered USING (tract_geoid)
LEFT JOIN alone USING (tract_geoid)
LEFT JOIN short USING (tract_geoid)
ORDER BY part.tract_geoid
