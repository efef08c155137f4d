-- One row per place: its figures, summed from its parts of census tracts. Those of all places of a kind sum to the
-- state's, apart from areas (which may reach into several, and count where a thousandth of their people lives) and
-- hospitals that could not be located.
WITH summed AS (
    SELECT
        link.place_id,
        sum(figure.tract_people * link.place_tract_share) AS people_estimate,
        sum(figure.tract_shortage_people * link.place_tract_share) AS shortage_people_estimate,
        sum(figure.tract_proposed_alone_people * link.place_tract_share) AS proposed_alone_people_estimate,
        sum(figure.tract_fte_short * link.place_tract_share) AS fte_short,
        sum(figure.tract_proposed_fte_short * link.place_tract_share) AS fte_short_proposed_withdrawal,
        sum(figure.tract_limited_english * link.place_tract_share) AS limited_english_estimate,
        sum(figure.tract_people_age_5_plus * link.place_tract_share) FILTER (figure.tract_limited_english IS NOT NULL)
            AS people_age_5_plus,
        sum(figure.tract_shortage_people) FILTER (link.is_main_place)
        / nullif(sum(figure.tract_people) FILTER (link.is_main_place), 0) AS whole_tracts_share
    FROM place_tract AS link
    JOIN tract_figure AS figure USING (tract_geoid)
    GROUP BY link.place_id
),

part AS (
    SELECT
        link.place_id,
        within.area_id
    FROM place_tract AS link
    JOIN area_tract AS within USING (tract_geoid)
    GROUP BY link.place_id, within.area_id
    HAVING sum(within.area_tract_share * link.place_tract_share) >= 0.001
),

reached AS (
    SELECT
        part.place_id,
        count(*) FILTER (area.status = 'designated') AS areas_designated,
        count(*) FILTER (area.status = 'proposed_withdrawal') AS areas_proposed_withdrawal
    FROM part
    JOIN shortage_area AS area USING (area_id)
    WHERE area.discipline = 'primary_care'
    GROUP BY part.place_id
),

care AS (
    SELECT
        place_id,
        max(place_sites) FILTER (care_kind = 'hospital') AS hospitals,
        max(place_sites) FILTER (care_kind = 'health_center') AS health_centers
    FROM place_care
    GROUP BY place_id
),

lost AS (
    SELECT hospital.county_fips
    FROM hospital
    LEFT JOIN site_district AS spot
        ON spot.latitude = hospital.latitude AND spot.longitude = hospital.longitude
    WHERE spot.house_district IS NULL
),

unplaced AS (
    SELECT
        near.place_id,
        count(*) AS hospitals_not_placed
    FROM (
        SELECT DISTINCT link.place_id, tract.county_fips
        FROM place_tract AS link
        JOIN tract USING (tract_geoid)
        JOIN place_list USING (place_id)
        WHERE place_list.place_level IN ('house', 'senate', 'congress')
    ) AS near
    JOIN lost USING (county_fips)
    GROUP BY near.place_id
)

SELECT
    place_list.place_level,
    place_list.place_id,
    place_list.place_name,
    summed.people_estimate,
    summed.shortage_people_estimate,
    summed.shortage_people_estimate / nullif(summed.people_estimate, 0) AS shortage_population_share,
    summed.whole_tracts_share,
    summed.fte_short,
    summed.fte_short_proposed_withdrawal,
    summed.proposed_alone_people_estimate,
    if(summed.fte_short IS NULL, NULL, coalesce(reached.areas_designated, 0)) AS areas_designated,
    if(summed.fte_short IS NULL, NULL, coalesce(reached.areas_proposed_withdrawal, 0)) AS areas_proposed_withdrawal,
    coalesce(care.hospitals, 0) AS hospitals,
    coalesce(unplaced.hospitals_not_placed, 0) AS hospitals_not_placed,
    coalesce(care.health_centers, 0) AS health_centers,
    summed.limited_english_estimate,
    summed.limited_english_estimate / nullif(summed.people_age_5_plus, 0) AS limited_english_share
FROM place_list
LEFT JOIN summed USING (place_id)
LEFT JOIN reached USING (place_id)
LEFT JOIN care USING (place_id)
LEFT JOIN unplaced USING (place_id)
ORDER BY place_list.place_level, place_list.place_id
