-- One row per span of time at the present stage: participants on the way.
SELECT
    counted.member,
    counted.member_label,
    counted.member_number,
    counted.participants,
    counted.participants_status,
    roster.roster_title
FROM participant_count AS counted
CROSS JOIN roster
WHERE counted.dimension = 'standing'
    AND counted.parent_member = 'on_the_way'
    AND counted.step = 'all'
ORDER BY counted.member_number
