-- One row per published group of participants that can be looked at along the road.
SELECT DISTINCT
    told.dimension,
    told.member,
    if(child.parent_member IS NULL, told.member_label, told.member_label || ' (all)') AS member_label,
    told.member_level,
    told.member_number,
    roster.roster_title
FROM participant_count AS told
CROSS JOIN roster
LEFT JOIN participant_count AS child
    ON child.dimension = told.dimension
    AND child.parent_member = told.member
    AND child.step_kind = 'phase'
WHERE told.step_kind = 'phase'
    AND told.member IN (
        SELECT shown.member
        FROM participant_count AS shown
        WHERE shown.dimension = told.dimension
            AND shown.step = 'all'
            AND shown.participants IS NOT NULL
    )
    AND told.dimension NOT IN ('all', 'standing', 'obligation')
ORDER BY told.dimension, told.member_level, told.member_number, member_label, told.member
