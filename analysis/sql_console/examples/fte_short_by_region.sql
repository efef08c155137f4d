-- How many full-time physicians is each region of Minnesota short of, and for how many people?
-- $status: VARCHAR, designated | proposed_withdrawal | both
WITH chosen AS (
    SELECT
        county_fips,
        fte_short
    FROM county_shortage
    WHERE discipline = 'primary_care'
        AND status_choice = coalesce($status, 'designated')
        AND type_choice = 'all'
)

SELECT
    county.region,
    count(*) AS counties,
    sum(county.population) AS people,
    round(sum(coalesce(chosen.fte_short, 0)), 1) AS physicians_short,
    round(sum(coalesce(chosen.fte_short, 0)) * 100000 / sum(county.population), 1) AS short_per_100k
FROM county
LEFT JOIN chosen USING (county_fips)
WHERE county.state = 'MN'
GROUP BY county.region
ORDER BY physicians_short DESC, county.region
