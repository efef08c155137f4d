-- One row per outcome, county and specialty of the people of a part of the NPPES file: how many, and the last update.
-- $medical, $other: patterns of credentials of physicians, and of other professions.
-- wide: the columns read of the file; zip_county: a ZIP code's county and state; taxonomy: a code's specialty.
WITH person AS (
    SELECT
        nullif(upper(trim(CASE 'Y'
            WHEN switch_1 THEN code_1
            WHEN switch_2 THEN code_2
            WHEN switch_3 THEN code_3
            WHEN switch_4 THEN code_4
            WHEN switch_5 THEN code_5
            WHEN switch_6 THEN code_6
            WHEN switch_7 THEN code_7
            WHEN switch_8 THEN code_8
            WHEN switch_9 THEN code_9
            WHEN switch_10 THEN code_10
            WHEN switch_11 THEN code_11
            WHEN switch_12 THEN code_12
            WHEN switch_13 THEN code_13
            WHEN switch_14 THEN code_14
            WHEN switch_15 THEN code_15
        END)), '') AS code,
        credential,
        upper(trim(state)) AS state,
        lpad(trim(zip), CASE WHEN length(trim(zip)) <= 5 THEN 5 ELSE 9 END, '0')[:5] AS zip,
        stopped IS NULL OR stopped = '' AS has_not_stopped,
        try_strptime(resumed, '%m/%d/%Y') >= try_strptime(stopped, '%m/%d/%Y') AS has_resumed,
        updated
    FROM wide
    WHERE trim(entity) = '1'
),

-- Each credential is read once: as capitals with single spaces between words, without full stops.
titled AS (
    SELECT
        credential,
        trim(regexp_replace(replace(upper(credential), '.', ''), '[^A-Z]+', ' ', 'g')) AS title
    FROM (SELECT DISTINCT credential FROM wide WHERE credential <> '')
),

elsewhere AS (
    SELECT credential
    FROM titled
    WHERE regexp_matches(title, $other) AND NOT regexp_matches(title, $medical)
),

sorted AS (
    SELECT
        person.code,
        person.state,
        person.zip,
        person.updated,
        taxonomy.specialty,
        CASE
            WHEN NOT (person.has_not_stopped OR coalesce(person.has_resumed, false)) THEN 'inactive'
            WHEN person.code IS NULL THEN 'no primary taxonomy'
            WHEN person.code = $in_training THEN 'in training'
            WHEN starts_with(person.code, $physician) AND elsewhere.credential IS NOT NULL
                THEN 'another profession'
            WHEN taxonomy.specialty IS NOT NULL THEN 'counted'
            WHEN starts_with(person.code, $physician) THEN 'not sorted'
            ELSE 'no physician'
        END AS outcome
    FROM person
    LEFT JOIN taxonomy ON person.code = taxonomy.code
    LEFT JOIN elsewhere ON person.credential = elsewhere.credential
)

SELECT
    CASE WHEN sorted.outcome = 'counted' AND zip_county.county_fips IS NULL THEN 'not placed' ELSE outcome END AS outcome,
    CASE WHEN sorted.outcome = 'counted' THEN zip_county.county_fips END AS county_fips,
    CASE WHEN sorted.outcome = 'counted' THEN sorted.specialty END AS specialty,
    count(*) AS people,
    max(concat(sorted.updated[7:10], '-', sorted.updated[1:2], '-', sorted.updated[4:5])) AS updated
FROM sorted
LEFT JOIN zip_county ON sorted.zip = zip_county.zip AND sorted.state = zip_county.state
GROUP BY ALL
ORDER BY ALL
