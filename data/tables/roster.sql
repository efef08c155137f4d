-- One row: the roster that the counts of participants are of.
SELECT
    roster_title,
    roster_date,
    is_made_up
FROM reference.roster
