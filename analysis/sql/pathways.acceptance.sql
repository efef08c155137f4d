-- One row per outcome and band of years since enrolment: accepted to residency, another end first, not yet.
SELECT
    counted.parent_member AS outcome,
    counted.member_label,
    counted.member_number AS band_end_year,
    counted.participants,
    counted.participants_status,
    roster.roster_title
FROM participant_count AS counted
CROSS JOIN roster
WHERE counted.dimension = 'acceptance'
    AND counted.parent_member IN ('accepted', 'ended_before', 'waiting_before')
ORDER BY counted.parent_member, counted.member_number
