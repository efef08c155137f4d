-- One row per group of counties: fifths of people by what counties are ranked by, lowest first; or not rural and rural.
-- $supply: VARCHAR, a source of physicians;  $specialty: VARCHAR, a specialty code
-- $state: VARCHAR postal code or NULL for all;  $ranking: VARCHAR, a share such as poverty_share, svi, or a rule such as is_rural_metro
WITH newest AS (
    SELECT max(supply_year) AS supply_year
    FROM physician_supply
    WHERE supply_source = $supply
        AND specialty = $specialty
        AND practicing_physicians IS NOT NULL
),

estimated AS (
    SELECT least(greatest(newest.supply_year, min(told.population_year)), max(told.population_year)) AS population_year
    FROM county_population AS told
    CROSS JOIN newest
    GROUP BY newest.supply_year
),

ranked AS (
    SELECT
        county_fips,
        population,
        starts_with($ranking, 'is_rural_') AS is_by_rural,
        CASE $ranking
            WHEN 'poverty_share' THEN poverty_share
            WHEN 'uninsured_share' THEN uninsured_share
            WHEN 'limited_english_share' THEN limited_english_share
            WHEN 'minority_share' THEN minority_share
            WHEN 'age_65_plus_share' THEN age_65_plus_share
            WHEN 'svi' THEN svi
            WHEN 'rural_share' THEN rural_share
            WHEN 'is_rural_seven_county' THEN if(state = 'MN', NOT is_seven_county_metro, NULL)::INTEGER
            WHEN 'is_rural_metro' THEN (rucc_2023 >= 4)::INTEGER
            WHEN 'is_rural_code' THEN (rucc_2023 >= 6)::INTEGER
            WHEN 'is_rural_blocks' THEN (rural_share > 0.5)::INTEGER
        END AS ranking
    FROM county
    WHERE state = coalesce($state, state)
        AND population > 0
),

stood AS (
    SELECT
        county_fips,
        is_by_rural,
        ranking,
        sum(population) OVER (PARTITION BY ranking) AS same,
        sum(population) OVER (ORDER BY ranking RANGE UNBOUNDED PRECEDING) AS up_to,
        sum(population) OVER () AS total
    FROM ranked
    WHERE ranking IS NOT NULL
),

-- A county is in the fifth in which the middle of its people falls; counties that are ranked alike stay together.
placed AS (
    SELECT
        county_fips,
        is_by_rural,
        if(is_by_rural, ranking, least((2 * up_to - same) * 5 // (2 * total), 4))::BIGINT AS part
    FROM stood
)

SELECT
    CASE
        WHEN placed.is_by_rural THEN if(placed.part = 1, 'Rural', 'Not rural')
        WHEN placed.part = 0 THEN 'Lowest fifth'
        WHEN placed.part = 4 THEN 'Highest fifth'
        ELSE ['2nd', '3rd', '4th'][placed.part] || ' fifth'
    END AS county_group,
    sum(counted.practicing_physicians) AS practicing_physicians,
    round(
        sum(told.people) FILTER (counted.practicing_physicians IS NOT NULL)
        / nullif(sum(counted.practicing_physicians) FILTER (told.people IS NOT NULL), 0)
    )::BIGINT AS people_per_practicing,
    sum(counted.practicing_physicians) FILTER (told.people IS NOT NULL)
    / nullif(sum(told.people) FILTER (counted.practicing_physicians IS NOT NULL), 0) * 100000 AS practicing_per_100k,
    sum(told.people) FILTER (counted.practicing_physicians IS NOT NULL)::BIGINT AS people_counted,
    count(counted.practicing_physicians) AS counties_counted,
    count(*) FILTER (counted.practicing_physicians = 0) AS counties_none,
    count(*) FILTER (counted.practicing_physicians IS NULL) AS counties_not_counted,
    newest.supply_year
FROM placed
CROSS JOIN newest
CROSS JOIN estimated
LEFT JOIN county_population AS told
    ON told.county_fips = placed.county_fips AND told.population_year = estimated.population_year
LEFT JOIN physician_supply AS counted
    ON counted.county_fips = placed.county_fips
    AND counted.supply_source = $supply
    AND counted.specialty = $specialty
    AND counted.supply_year = newest.supply_year
WHERE newest.supply_year IS NOT NULL
GROUP BY placed.part, placed.is_by_rural, newest.supply_year
ORDER BY placed.part
