-- How have the people of one county grown or fallen, by the two series of estimates?
-- $county_fips: VARCHAR, as in 27145
SELECT
    county.county,
    estimate.population_year,
    estimate.vintage_year,
    estimate.people
FROM county_population AS estimate
JOIN county USING (county_fips)
WHERE estimate.county_fips = coalesce($county_fips, '27145')
ORDER BY estimate.vintage_year, estimate.population_year
