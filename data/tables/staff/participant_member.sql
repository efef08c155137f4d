-- One row per participant, dimension and member of it that the participant belongs to (several languages).
WITH accepted AS (
    SELECT
        participant_id,
        reached_date
    FROM participant_stage
    WHERE stage = 'matched'
),

told AS (
    SELECT
        person.*,
        roster.roster_date,
        specialty.specialty_label,
        country.country,
        place.county,
        if(
            person.graduation_band IN ('Under 5 years', '5 to 9 years'), 'Under 10 years', person.graduation_band
        ) AS decade,
        CASE
            WHEN person.pathway_status <> 'on_the_way' THEN 'ended'
            ELSE 'on_the_way'
        END AS standing,
        CASE
            WHEN accepted.participant_id IS NOT NULL THEN 'accepted'
            WHEN person.pathway_status <> 'on_the_way' THEN 'ended_before'
            ELSE 'waiting_before'
        END AS outcome,
        date_diff('day', person.stage_since_date, roster.roster_date) / 365.25 AS waiting_years,
        -- Whole years that everyone enrolled in that year has been followed for.
        greatest(
            floor(date_diff('day', make_date(person.cohort_year, 12, 31), roster.roster_date) / 365.25), 0
        )::BIGINT AS sure_years,
        -- An end before enrolment counts as at once.
        greatest(
            floor(
                date_diff(
                    'day',
                    person.enrolled_date,
                    coalesce(accepted.reached_date, person.ended_date, roster.roster_date)
                ) / 365.25
            ),
            0
        )::BIGINT AS outcome_year
    FROM participant AS person
    CROSS JOIN roster
    LEFT JOIN accepted USING (participant_id)
    LEFT JOIN specialty ON specialty.specialty = person.specialty_sought
    LEFT JOIN country ON country.country_code = person.country_code
    LEFT JOIN county AS place ON place.county_fips = person.county_fips
),

listed AS (
    SELECT participant_id, 'residence' AS dimension, home_region AS parent_member, home_region AS parent_label,
        coalesce(county_fips, 'no county') AS member, coalesce(county, 'Not known') AS member_label, 0 AS member_number
    FROM told
    UNION ALL
    SELECT participant_id, 'origin', origin_region, origin_region,
        coalesce(country_code, 'no country'), coalesce(country, 'Not known'), 0
    FROM told
    UNION ALL
    SELECT participant_id, 'specialty', specialty_group, specialty_group,
        coalesce(specialty_sought, 'no specialty'), coalesce(specialty_label, 'Not known'), 0
    FROM told
    UNION ALL
    SELECT participant_id, 'language', NULL, NULL, language_code, language, 0
    FROM participant_language
    UNION ALL
    -- The two youngest bands are one: few have graduated so lately.
    SELECT participant_id, 'graduation', NULL, NULL, decade, decade,
        CASE decade
            WHEN 'Under 10 years' THEN 1
            WHEN '10 to 19 years' THEN 2
            WHEN '20 years or more' THEN 3
            ELSE 4
        END
    FROM told
    UNION ALL
    SELECT participant_id, 'cohort', NULL, NULL, cohort_year::VARCHAR, cohort_year::VARCHAR, cohort_year
    FROM told
    UNION ALL
    SELECT participant_id, 'standing', standing, if(standing = 'ended', 'Other ends', 'On the way'),
        CASE
            WHEN pathway_status <> 'on_the_way' THEN pathway_status
            WHEN waiting_years < 1 THEN 'under_1_year'
            WHEN waiting_years < 3 THEN '1_to_3_years'
            ELSE '3_years_or_more'
        END,
        CASE
            WHEN pathway_status = 'alternative' THEN 'Another health career'
            WHEN pathway_status = 'left' THEN 'Left the program'
            WHEN waiting_years < 1 THEN 'Under 1 year'
            WHEN waiting_years < 3 THEN '1 to 3 years'
            ELSE '3 years or more'
        END,
        CASE
            WHEN pathway_status = 'left' THEN 5
            WHEN pathway_status = 'alternative' THEN 4
            WHEN waiting_years < 1 THEN 1
            WHEN waiting_years < 3 THEN 2
            ELSE 3
        END
    FROM told
    UNION ALL
    SELECT participant_id, 'obligation', obligation,
        CASE obligation WHEN 'running' THEN 'Obligation running' WHEN 'served' THEN 'Obligation served' ELSE 'None yet' END,
        obligation || ': ' || if(obligation = 'none', 'all', practice_region),
        if(obligation = 'none', 'None yet', practice_region), 0
    FROM told
    UNION ALL
    SELECT participant_id, 'acceptance', outcome,
        CASE outcome WHEN 'accepted' THEN 'Accepted' WHEN 'ended_before' THEN 'Other end first' ELSE 'Not yet' END,
        outcome || ': ' || outcome_year || ' of ' || cohort_year, cohort_year || ' ' || sure_years, outcome_year
    FROM told
)

SELECT
    participant_id,
    dimension,
    parent_member,
    parent_label,
    member,
    member_label,
    member_number::BIGINT AS member_number
FROM listed
ORDER BY participant_id, dimension, member
