-- One row per state of the obligation and region of practice: participants who owe years of service, or have served.
SELECT
    coalesce(parent.member, counted.member) AS obligation,
    coalesce(parent.member_label, counted.member_label) AS parent_label,
    if(counted.member_level = 1, 'All regions', counted.member_label) AS member_label,
    counted.participants,
    counted.participants_status,
    roster.roster_title
FROM participant_count AS counted
CROSS JOIN roster
LEFT JOIN participant_count AS parent
    ON parent.dimension = 'obligation'
    AND parent.member = counted.parent_member
    AND parent.step = 'all'
WHERE counted.dimension = 'obligation'
    AND counted.step = 'all'
    AND counted.member <> 'none'
    AND counted.parent_member <> 'none'
ORDER BY obligation, counted.member_level, counted.participants DESC NULLS LAST, counted.member_label
