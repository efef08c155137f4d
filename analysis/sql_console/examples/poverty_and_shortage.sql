-- Do counties with more poverty have a larger share of people in designated areas? By fifth of counties.
-- $state: VARCHAR postal code or NULL for all
WITH ranked AS (
    SELECT
        county.county_fips,
        county.population,
        county.poverty_share,
        coalesce(shortage.shortage_population_share, 0) AS in_shortage,
        ntile(5) OVER (ORDER BY county.poverty_share, county.county_fips) AS fifth
    FROM county
    LEFT JOIN county_shortage AS shortage
        ON shortage.county_fips = county.county_fips
        AND shortage.discipline = 'primary_care'
        AND shortage.status_choice = 'designated'
        AND shortage.type_choice = 'all'
    WHERE county.poverty_share IS NOT NULL
        AND county.state = coalesce($state, county.state)
)

SELECT
    fifth,
    min(poverty_share) AS least_poverty,
    max(poverty_share) AS most_poverty,
    count(*) AS counties,
    sum(population) AS people,
    round(sum(population * in_shortage) / sum(population), 3) AS share_in_shortage
FROM ranked
GROUP BY fifth
ORDER BY fifth
