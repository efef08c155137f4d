-- One row: the roster that counts are of, and how they are protected.
SELECT
    roster.roster_title,
    roster.roster_date,
    roster.is_made_up,
    disclosure.least_count,
    disclosure.share_base,
    disclosure.cells_published,
    disclosure.cells_withheld,
    disclosure.tightest_width
FROM roster
CROSS JOIN disclosure
