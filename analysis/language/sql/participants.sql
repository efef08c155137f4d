-- One row per language of $state in 2018 and language of participants that is one of it: published counts alone.
-- Each count stands for itself: a person speaks several languages, so counts are not added.
-- A margin is 1.645 standard errors; a figure is unreliable where one standard error is over 30% of it.
-- $state: VARCHAR postal code; no rows for NULL
WITH counted AS (
    SELECT
        member,
        member_label,
        participants,
        participants_status
    FROM participant_count
    WHERE dimension = 'language'
        AND step = 'all'
),

collected AS (
    SELECT coalesce(bool_or(participants_status = 'not_collected'), FALSE) AS is_not_collected
    FROM counted
)

SELECT
    spoken.language,
    spoken.language_note,
    spoken.english_less_than_very_well,
    spoken.english_less_than_very_well_moe,
    spoken.english_less_than_very_well_moe / 1.645 > 0.3 * spoken.english_less_than_very_well AS is_unreliable,
    counted.member,
    counted.member_label,
    counted.participants,
    coalesce(
        counted.participants_status, if(collected.is_not_collected, 'not_collected', 'not_listed')
    ) AS participants_status,
    roster.roster_title
FROM state_language AS spoken
JOIN state USING (state_fips)
CROSS JOIN roster
CROSS JOIN collected
LEFT JOIN counted ON list_contains(string_split(spoken.language_codes, ' '), counted.member)
WHERE state.state = $state
ORDER BY spoken.english_less_than_very_well DESC, spoken.language, counted.member
