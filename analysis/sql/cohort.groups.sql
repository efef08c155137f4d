-- One row per group that participants can be chosen by. For staff.
SELECT DISTINCT
    dimension,
    if(dimension IN ('residence', 'origin'), parent_member, member) AS member,
    if(dimension IN ('residence', 'origin'), parent_label, member_label) AS member_label,
    2::BIGINT AS member_level,
    member_number
FROM participant_member
WHERE dimension IN ('residence', 'origin', 'specialty', 'language', 'graduation', 'cohort')
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
ORDER BY dimension, member_level, member_number, member_label, member
