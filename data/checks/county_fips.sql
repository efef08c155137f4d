-- County codes are five digits, and no county is listed twice.
SELECT county_fips, count(*) AS times
FROM county
GROUP BY county_fips
HAVING count(*) > 1 OR NOT regexp_full_match(county_fips, '[0-9]{5}')
