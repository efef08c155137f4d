-- One row per figure that was published about the program, oldest first.
SELECT
    figure_id,
    statement,
    figure_low,
    figure_high,
    figure_unit,
    as_of_date,
    publisher,
    url,
    may_share_axis_with
FROM program_figure
ORDER BY as_of_date, figure_id
