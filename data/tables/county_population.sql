-- One row per county, year and vintage: 2010-2019 as estimated in 2019, 2020-2024 as in 2024.
-- The step from 2019 to 2020 is between vintages, not a change in people.
WITH told AS (
    UNPIVOT reference.county_population_2019
    ON COLUMNS('^population_20')
    INTO NAME told_year VALUE people
    UNION ALL BY NAME
    SELECT county_fips, told_year, people
    FROM (
        UNPIVOT reference.county_population_2024
        ON COLUMNS('^population_20')
        INTO NAME told_year VALUE people
    )
)

SELECT
    county_fips,
    right(told_year, 4)::BIGINT AS population_year,
    if(told_year < 'population_2020', 2019, 2024)::BIGINT AS vintage_year,
    people
FROM told
ORDER BY county_fips, population_year
