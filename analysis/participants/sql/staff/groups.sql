-- One row per group that participants can be chosen by. For staff.
WITH listed AS (
    SELECT DISTINCT
        dimension,
        if(dimension IN ('residence', 'origin'), parent_member, member) AS member,
        if(dimension IN ('residence', 'origin'), parent_label, member_label) AS member_label,
        2::BIGINT AS member_level,
        member_number
    FROM participant_member
    WHERE dimension IN ('residence', 'origin', 'specialty', 'language', 'cohort')
    UNION ALL
    SELECT DISTINCT
        'graduation',
        graduation_band,
        graduation_band,
        2,
        CASE graduation_band
            WHEN 'Under 5 years' THEN 1
            WHEN '5 to 9 years' THEN 2
            WHEN '10 to 19 years' THEN 3
            WHEN '20 years or more' THEN 4
            ELSE 5
        END
    FROM participant
    UNION ALL
    SELECT DISTINCT
        dimension,
        parent_member,
        parent_label || ' (all)',
        1,
        0
    FROM participant_member
    WHERE dimension = 'specialty'
        AND parent_member <> 'Not known'
)

SELECT
    listed.dimension,
    listed.member,
    listed.member_label,
    listed.member_level,
    listed.member_number,
    roster.roster_title
FROM listed
CROSS JOIN roster
ORDER BY listed.dimension, listed.member_level, listed.member_number, listed.member_label, listed.member
