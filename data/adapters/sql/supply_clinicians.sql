-- One row per outcome, county and specialty: physicians, of whom one at several addresses is shared evenly over them,
-- and once those whose specialty is a physician's and whose credential is not.
-- seen: the rows of supply_clinician_rows.sql; zip_county: a ZIP code's county; medical: our specialty of CMS's name.
WITH physician AS (
    SELECT clinician
    FROM seen
    GROUP BY clinician
    HAVING bool_or(coalesce(credential IN ('MD', 'DO'), false)) OR count(credential) = 0
),

counted AS (
    SELECT
        clinician,
        named,
        sum(enrolments) AS enrolments
    FROM seen
    SEMI JOIN physician USING (clinician)
    GROUP BY clinician, named
),

trained AS (
    SELECT
        clinician,
        first(named ORDER BY enrolments DESC, named) AS named
    FROM counted
    GROUP BY clinician
),

address AS (
    SELECT
        clinician,
        site,
        min(state) AS state,
        min(zip) AS zip
    FROM seen
    SEMI JOIN physician USING (clinician)
    GROUP BY clinician, site
),

shared AS (
    SELECT
        clinician,
        state,
        zip,
        1.0::DOUBLE / count(*) OVER (PARTITION BY clinician) AS share
    FROM address
)

SELECT
    CASE
        WHEN medical.specialty IS NULL THEN 'not sorted'
        WHEN zip_county.county_fips IS NULL THEN 'not placed'
        ELSE 'counted'
    END AS outcome,
    CASE WHEN medical.specialty IS NOT NULL THEN zip_county.county_fips END AS county_fips,
    CASE WHEN zip_county.county_fips IS NOT NULL THEN medical.specialty END AS specialty,
    sum(shared.share) AS people
FROM shared
INNER JOIN trained ON shared.clinician = trained.clinician
INNER JOIN medical ON trained.named = medical.named
LEFT JOIN zip_county ON shared.zip = zip_county.zip AND shared.state = zip_county.state
GROUP BY ALL
UNION ALL
SELECT 'no physician' AS outcome, NULL, NULL, count(DISTINCT seen.clinician) AS people
FROM seen
ANTI JOIN physician ON seen.clinician = physician.clinician
ORDER BY ALL
