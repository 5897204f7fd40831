from django.db import migrations

# lpad() cuts what is longer than it is told to fill: the millionth case of a year would have got
# the number of an earlier one.
NUMBERS = """
CREATE OR REPLACE FUNCTION next_case_number(year int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE series text := 'cases_number_' || year; place text;
BEGIN
    IF to_regclass(series) IS NULL THEN
        EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', series);
    END IF;
    place := nextval(series::regclass)::text;
    RETURN lpad((year % 100)::text, 2, '0') || '-' || lpad(place, greatest(6, length(place)), '0');
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0016_types_are_valid")]
    # Going back leaves it: no number that was given out is any different.
    operations = [migrations.RunSQL(NUMBERS, migrations.RunSQL.noop)]
