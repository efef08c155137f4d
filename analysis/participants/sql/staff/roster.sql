-- One row: the roster, for staff.
SELECT
    roster_title,
    roster_date,
    is_made_up
FROM roster
