-- First and last day of an EDTF date, NULL where it is open or unknown. The same decisions as model/dates.py,
-- for the forms that it writes; kept in step by a test.
CREATE OR REPLACE TEMP MACRO edtf_part(text, n) AS
    CASE WHEN contains(text, '/') THEN split_part(text, '/', n) ELSE text END;
CREATE OR REPLACE TEMP MACRO edtf_bare(text) AS regexp_replace(text, '[~?%]', '', 'g');
CREATE OR REPLACE TEMP MACRO edtf_month(code) AS
    CASE WHEN code BETWEEN 1 AND 12 THEN code
         WHEN code BETWEEN 21 AND 24 THEN (code - 21) * 3 + 3
         WHEN code BETWEEN 33 AND 36 THEN (code - 33) * 3 + 1 END;
CREATE OR REPLACE TEMP MACRO edtf_span(code) AS CASE WHEN code <= 12 THEN 1 ELSE 3 END;
CREATE OR REPLACE TEMP MACRO edtf_low(one) AS
    CASE WHEN regexp_full_match(one, '\d{4}-\d{2}-\d{2}') THEN TRY_CAST(one AS DATE)
         WHEN regexp_full_match(one, '\d{4}-\d{2}') THEN
             TRY_CAST(left(one, 4) || '-' || lpad(edtf_month(right(one, 2)::INTEGER)::VARCHAR, 2, '0') || '-01' AS DATE)
         WHEN regexp_full_match(one, '\d[\dX]{3}') THEN TRY_CAST(replace(one, 'X', '0') || '-01-01' AS DATE) END;
CREATE OR REPLACE TEMP MACRO edtf_high(one) AS
    CASE WHEN regexp_full_match(one, '\d{4}-\d{2}-\d{2}') THEN TRY_CAST(one AS DATE)
         WHEN regexp_full_match(one, '\d{4}-\d{2}') THEN
             (edtf_low(one) + to_months(edtf_span(right(one, 2)::INTEGER)))::DATE - 1
         WHEN regexp_full_match(one, '\d[\dX]{3}') THEN TRY_CAST(replace(one, 'X', '9') || '-12-31' AS DATE) END;
CREATE OR REPLACE TEMP MACRO edtf_first(text) AS edtf_low(edtf_bare(edtf_part(text, 1)));
CREATE OR REPLACE TEMP MACRO edtf_last(text) AS edtf_high(edtf_bare(edtf_part(text, 2)));
