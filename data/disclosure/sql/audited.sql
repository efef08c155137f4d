-- One row: what of the participants is published.
SELECT
    roster.roster_title,
    disclosure.least_count,
    disclosure.cells_published,
    disclosure.cells_withheld,
    disclosure.tightest_width
FROM roster
CROSS JOIN disclosure
