-- One row per event of a participant that has a date.
SELECT
    participant_id,
    event,
    event_date
FROM reference.roster_event
ORDER BY participant_id, event
