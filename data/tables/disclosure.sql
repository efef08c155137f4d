-- One row: how the counts of participants are protected, and what the audit of this build found.
SELECT
    least_count,
    share_base,
    cells_published,
    cells_withheld,
    tightest_width
FROM reference.protected_audit
