-- One row per participant and stage reached; reaching a stage is having reached all before it.
-- A date that is not recorded is that of the next stage; none is before enrolment.
WITH happened AS (
    SELECT
        participant_id,
        1 AS stage_number,
        enrolled_date AS event_date
    FROM reference.roster_participant
    UNION ALL
    SELECT
        event.participant_id,
        stage.stage_number,
        event.event_date
    FROM reference.roster_event AS event
    JOIN stage_event USING (event)
    JOIN stage USING (stage)
    UNION ALL
    SELECT
        person.participant_id,
        10,
        person.obligation_end_date
    FROM reference.roster_participant AS person
    JOIN reference.roster_event AS event USING (participant_id)
    CROSS JOIN roster
    WHERE event.event = 'practice_start'
        AND person.obligation_end_date <= roster.roster_date
)

SELECT
    happened.participant_id,
    stage.stage,
    stage.stage_number,
    greatest(min(happened.event_date), any_value(person.enrolled_date)) AS reached_date
FROM happened
JOIN stage ON stage.stage_number <= happened.stage_number
JOIN reference.roster_participant AS person ON person.participant_id = happened.participant_id
GROUP BY happened.participant_id, stage.stage, stage.stage_number
ORDER BY happened.participant_id, stage.stage_number
