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
        shortage_population_share
    FROM county_shortage
    WHERE discipline = 'primary_care'
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
    if(listed.is_listed, coalesce(either.fte_short, 0), NULL) AS fte_short_with_proposed,
    if(listed.is_listed, coalesce(everyone.fte_short, 0), NULL) AS fte_short_geographic,
    if(listed.is_listed, if(designated.shortage_population_share > 0.5, designated.fte_short, 0), NULL) AS fte_short_majority,
    if(listed.is_listed, coalesce(designated.fte_counted, 0), NULL) AS fte_counted_designated,
    if(listed.is_listed, coalesce(either.fte_counted, 0), NULL) AS fte_counted_with_proposed,
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
LEFT JOIN bedded ON bedded.county_fips = county.county_fips
WHERE county.state = coalesce($state, county.state)
ORDER BY county.county_fips
