-- One row per phase and time spent in it (and in all): participants on the way who have come no further.
SELECT
    counted.step,
    phase.phase_label AS step_label,
    counted.step_number,
    counted.member,
    counted.member_label,
    counted.member_number,
    counted.participants,
    counted.participants_status,
    roster.roster_title
FROM participant_count AS counted
CROSS JOIN roster
JOIN (SELECT DISTINCT phase, phase_label FROM stage) AS phase ON phase.phase = counted.step
WHERE counted.dimension = 'standing'
    AND 'on_the_way' IN (counted.member, counted.parent_member)
    AND counted.step_kind = 'phase'
    AND NOT counted.is_reached
ORDER BY counted.step_number, counted.member_level, counted.member_number, counted.member
