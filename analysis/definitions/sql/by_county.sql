-- One row per county of $state: whether it is rural and how short of physicians, by each definition.
-- $state: VARCHAR postal code or NULL for all
WITH listed AS (
    SELECT count(*) > 0 AS is_listed
    FROM shortage_area
    WHERE discipline = 'primary_care'
),

of_primary_care AS (
    SELECT
        county_fips,
        status_choice,
        type_choice,
        fte_short,
        fte_counted,
        implied_people,
        shortage_population_share
    FROM county_shortage
    WHERE discipline = 'primary_care'
),

designated_piece AS (
    SELECT DISTINCT piece.county_fips, piece.piece
    FROM shortage_area_piece AS piece
    JOIN shortage_area AS area USING (area_id)
    WHERE area.discipline = 'primary_care'
        AND area.status = 'designated'
),

-- What part of a proposed area's people in a county live in no designated one: the rest is listed there already.
proposed_area AS (
    SELECT
        piece.area_id,
        piece.county_fips,
        coalesce(sum(piece.county_population_share) FILTER (listed_there.piece IS NULL), 0)
            / nullif(sum(piece.county_population_share), 0) AS alone_share
    FROM shortage_area_piece AS piece
    JOIN shortage_area AS area USING (area_id)
    LEFT JOIN designated_piece AS listed_there
        ON listed_there.county_fips = piece.county_fips AND listed_there.piece = piece.piece
    WHERE area.discipline = 'primary_care'
        AND area.status = 'proposed_withdrawal'
    GROUP BY piece.area_id, piece.county_fips
),

added AS (
    SELECT
        link.county_fips,
        sum(area.fte_short * link.area_population_share * coalesce(part.alone_share, 1)) AS fte_short,
        sum(area.fte * link.area_population_share * coalesce(part.alone_share, 1)) AS fte_counted,
        sum(
            (area.fte + area.fte_short) * area.ratio_goal
            * link.area_population_share * coalesce(part.alone_share, 1)
        ) AS implied_people
    FROM shortage_area AS area
    JOIN shortage_area_county AS link USING (area_id)
    LEFT JOIN proposed_area AS part ON part.area_id = link.area_id AND part.county_fips = link.county_fips
    WHERE area.discipline = 'primary_care'
        AND area.status = 'proposed_withdrawal'
    GROUP BY link.county_fips
),

-- Beds that are known; none is known of a county whose hospitals are all without a figure.
bedded AS (
    SELECT county_fips, sum(beds)::BIGINT AS beds
    FROM hospital
    GROUP BY county_fips
)

SELECT
    county.county_fips,
    county.county,
    county.state,
    county.state_name,
    county.region,
    county.population,
    if(county.state = 'MN', NOT county.is_seven_county_metro, NULL) AS is_rural_seven_county,
    county.rucc_2023 >= 4 AS is_rural_metro,
    county.rucc_2023 >= 6 AS is_rural_code,
    county.rural_share > 0.5 AS is_rural_blocks,
    if(listed.is_listed, designated.county_fips IS NOT NULL, NULL) AS is_short_designated,
    if(listed.is_listed, either.county_fips IS NOT NULL, NULL) AS is_short_with_proposed,
    if(listed.is_listed, everyone.county_fips IS NOT NULL, NULL) AS is_short_geographic,
    if(listed.is_listed, coalesce(designated.shortage_population_share, 0) > 0.5, NULL) AS is_short_majority,
    if(listed.is_listed, coalesce(designated.fte_short, 0), NULL) AS fte_short_designated,
    if(listed.is_listed, coalesce(designated.fte_short, 0) + coalesce(added.fte_short, 0), NULL) AS fte_short_with_proposed,
    if(listed.is_listed, coalesce(everyone.fte_short, 0), NULL) AS fte_short_geographic,
    if(listed.is_listed, if(designated.shortage_population_share > 0.5, designated.fte_short, 0), NULL) AS fte_short_majority,
    if(listed.is_listed, coalesce(designated.fte_counted, 0), NULL) AS fte_counted_designated,
    if(listed.is_listed, coalesce(designated.fte_counted, 0) + coalesce(added.fte_counted, 0), NULL) AS fte_counted_with_proposed,
    if(listed.is_listed, coalesce(everyone.fte_counted, 0), NULL) AS fte_counted_geographic,
    if(listed.is_listed, if(designated.shortage_population_share > 0.5, designated.fte_counted, 0), NULL) AS fte_counted_majority,
    if(listed.is_listed, round(coalesce(designated.shortage_population_share, 0) * county.population)::BIGINT, NULL)
        AS shortage_population_designated,
    if(listed.is_listed, round(coalesce(either.shortage_population_share, 0) * county.population)::BIGINT, NULL)
        AS shortage_population_with_proposed,
    if(listed.is_listed, round(coalesce(everyone.shortage_population_share, 0) * county.population)::BIGINT, NULL)
        AS shortage_population_geographic,
    if(listed.is_listed, round(if(designated.shortage_population_share > 0.5, designated.shortage_population_share, 0) * county.population)::BIGINT, NULL)
        AS shortage_population_majority,
    if(listed.is_listed, coalesce(designated.implied_people, 0), NULL) AS implied_population_designated,
    if(listed.is_listed, coalesce(designated.implied_people, 0) + coalesce(added.implied_people, 0), NULL)
        AS implied_population_with_proposed,
    if(listed.is_listed, coalesce(everyone.implied_people, 0), NULL) AS implied_population_geographic,
    if(listed.is_listed, if(designated.shortage_population_share > 0.5, designated.implied_people, 0), NULL)
        AS implied_population_majority,
    if(bedded.county_fips IS NULL, 0, bedded.beds) AS hospital_beds,
    county.poverty_share,
    county.uninsured_share,
    county.uninsured_share_moe,
    county.limited_english_share,
    county.limited_english_share_moe,
    county.minority_share,
    county.minority_share_moe,
    county.age_65_plus_share,
    county.age_65_plus_share_moe,
    county.svi,
    county.rural_share,
    county.rucc_2023
FROM county
CROSS JOIN listed
LEFT JOIN of_primary_care AS designated
    ON designated.county_fips = county.county_fips
    AND designated.status_choice = 'designated'
    AND designated.type_choice = 'all'
LEFT JOIN of_primary_care AS either
    ON either.county_fips = county.county_fips
    AND either.status_choice = 'both'
    AND either.type_choice = 'all'
LEFT JOIN of_primary_care AS everyone
    ON everyone.county_fips = county.county_fips
    AND everyone.status_choice = 'designated'
    AND everyone.type_choice = 'everyone'
LEFT JOIN added ON added.county_fips = county.county_fips
LEFT JOIN bedded ON bedded.county_fips = county.county_fips
WHERE county.state = coalesce($state, county.state)
ORDER BY county.county_fips
