-- One row per participant and region where the participant is willing to work.
SELECT
    participant_id,
    region
FROM reference.roster_region
ORDER BY participant_id, region
