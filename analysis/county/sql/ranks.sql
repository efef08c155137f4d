-- One row per measure of the county, with its rank among the counties of its state.
-- $county_fips: VARCHAR
WITH listed AS (
    SELECT count(*) > 0 AS is_listed
    FROM shortage_area
    WHERE discipline = 'primary_care'
),

figure AS (
    UNPIVOT (
        SELECT
            county.county_fips,
            county.state,
            if(listed.is_listed, coalesce(short.fte_short, 0), NULL) / nullif(county.population, 0) * 100000
                AS fte_short_chosen_per_100k,
            if(listed.is_listed, coalesce(short.shortage_population_share, 0), NULL) AS shortage_population_share,
            county.poverty_share,
            county.uninsured_share,
            county.limited_english_share,
            county.age_65_plus_share
        FROM county
        CROSS JOIN listed
        LEFT JOIN county_shortage AS short
            ON short.county_fips = county.county_fips
            AND short.discipline = 'primary_care'
            AND short.status_choice = 'designated'
            AND short.type_choice = 'all'
        WHERE county.state = (SELECT state FROM county WHERE county_fips = $county_fips)
    )
    ON fte_short_chosen_per_100k, shortage_population_share, poverty_share, uninsured_share,
        limited_english_share, age_65_plus_share
    INTO NAME measure VALUE measured
),

ranked AS (
    SELECT
        *,
        rank() OVER (PARTITION BY measure ORDER BY measured DESC) AS measure_rank,
        count(*) OVER (PARTITION BY measure) AS counties_ranked
    FROM figure
)

SELECT
    measure,
    measured,
    measure_rank,
    counties_ranked
FROM ranked
WHERE county_fips = $county_fips
ORDER BY measure
