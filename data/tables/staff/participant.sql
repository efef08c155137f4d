-- One row per participant: who, from where, how far along, and since when.
WITH furthest AS (
    SELECT
        participant_id,
        max(stage_number) AS stage_number,
        arg_max(reached_date, stage_number) AS stage_since_date
    FROM participant_stage
    GROUP BY participant_id
),

last_step AS (
    SELECT
        event.participant_id,
        max(event.event_date) AS last_step_date
    FROM reference.roster_event AS event
    JOIN stage_event USING (event)
    GROUP BY event.participant_id
),

standing AS (
    -- The first end counts; whoever takes a step after it is on the way again.
    SELECT
        event.participant_id,
        min(event.event_date) AS ended_date,
        if(bool_or(event.event = 'alternative_career'), 'alternative', 'left') AS status
    FROM reference.roster_event AS event
    JOIN (
        SELECT
            ending.participant_id,
            min(ending.event_date) AS day
        FROM reference.roster_event AS ending
        LEFT JOIN last_step USING (participant_id)
        WHERE ending.event IN ('alternative_career', 'left')
            AND ending.event_date >= coalesce(last_step.last_step_date, ending.event_date)
        GROUP BY ending.participant_id
    ) AS first_end ON first_end.participant_id = event.participant_id AND first_end.day = event.event_date
    WHERE event.event IN ('alternative_career', 'left')
    GROUP BY event.participant_id
)

SELECT
    person.participant_id,
    person.enrolled_date,
    year(person.enrolled_date)::BIGINT AS cohort_year,
    person.county_fips,
    CASE
        WHEN person.county_fips IS NULL THEN 'Not known'
        WHEN person.county_fips NOT LIKE '27%' THEN 'Outside Minnesota'
        ELSE coalesce(home.region, 'Not known')
    END AS home_region,
    person.country_code,
    coalesce(country.origin_region, 'Not known') AS origin_region,
    person.graduation_year,
    CASE
        WHEN person.graduation_year IS NULL THEN 'Not known'
        WHEN year(roster.roster_date) - person.graduation_year < 5 THEN 'Under 5 years'
        WHEN year(roster.roster_date) - person.graduation_year < 10 THEN '5 to 9 years'
        WHEN year(roster.roster_date) - person.graduation_year < 20 THEN '10 to 19 years'
        ELSE '20 years or more'
    END AS graduation_band,
    person.years_practised_abroad,
    person.specialty_practised,
    person.specialty_sought,
    coalesce(specialty.specialty_group, 'Not known') AS specialty_group,
    person.gender,
    person.is_willing_rural,
    stage.stage,
    stage.phase,
    coalesce(standing.status, 'on_the_way') AS pathway_status,
    furthest.stage_since_date,
    standing.ended_date,
    person.practice_county_fips,
    CASE
        WHEN person.practice_county_fips NOT LIKE '27%' THEN 'Outside Minnesota'
        ELSE coalesce(work.region, 'Not known')
    END AS practice_region,
    CASE
        WHEN stage.stage = 'served' THEN 'served'
        WHEN stage.stage = 'practising' AND person.obligation_end_date IS NOT NULL THEN 'running'
        ELSE 'none'
    END AS obligation,
    person.obligation_end_date,
    person.alternative_career
FROM reference.roster_participant AS person
CROSS JOIN roster
JOIN furthest USING (participant_id)
JOIN stage ON stage.stage_number = furthest.stage_number
LEFT JOIN standing ON standing.participant_id = person.participant_id
LEFT JOIN country ON country.country_code = person.country_code
LEFT JOIN specialty ON specialty.specialty = person.specialty_sought
LEFT JOIN county_region AS home ON home.county_fips = person.county_fips
LEFT JOIN county_region AS work ON work.county_fips = person.practice_county_fips
ORDER BY person.participant_id
