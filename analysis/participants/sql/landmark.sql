-- One row: of the participants who enrolled by the end of some year, those accepted within so many years.
SELECT
    followed.member_number AS followed_years,
    followed.member_label,
    followed.participants AS followed,
    accepted.participants,
    accepted.participants_status,
    roster.roster_title
FROM participant_count AS followed
JOIN participant_count AS accepted ON accepted.dimension = 'acceptance' AND accepted.member = 'within'
CROSS JOIN roster
WHERE followed.dimension = 'acceptance'
    AND followed.member LIKE 'followed: %'
