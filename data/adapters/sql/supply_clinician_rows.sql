-- One row per clinician, credential, specialty and address in a part of the Doctors and Clinicians file, if a physician's.
-- wide: the columns read of the file; medical: CMS's names of physicians' specialties.
SELECT
    coalesce(nullif(trim(npi), ''), trim(pac_id)) AS clinician,
    nullif(upper(regexp_replace(credential, '[^A-Za-z]', '', 'g')), '') AS credential,
    medical.named,
    upper(trim(state)) AS state,
    lpad(trim(zip), CASE WHEN length(trim(zip)) <= 5 THEN 5 ELSE 9 END, '0')[:5] AS zip,
    coalesce(nullif(trim(address_id), ''), concat(trim(zip), upper(trim(street)))) AS site,
    count(*) AS enrolments
FROM wide
INNER JOIN medical ON regexp_replace(upper(trim(wide.named)), '\s+', ' ', 'g') = medical.named
GROUP BY ALL
ORDER BY ALL
