-- One row per participant and language.
SELECT
    participant_id,
    language_code,
    language
FROM reference.roster_language
ORDER BY participant_id, language_code
