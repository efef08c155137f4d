-- One row per year since 2010. The years to 2019 and from 2020 are of two vintages.
-- $county_fips: VARCHAR
SELECT
    population_year,
    vintage_year,
    people
FROM county_population
WHERE county_fips = $county_fips
ORDER BY population_year
