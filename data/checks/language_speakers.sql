-- No more people speak English less than very well than speak the language at all, and none less than none.
SELECT state_fips, language, speakers, english_less_than_very_well
FROM state_language
WHERE NOT (english_less_than_very_well BETWEEN 0 AND speakers)
    OR speakers IS NULL
    OR english_less_than_very_well IS NULL
