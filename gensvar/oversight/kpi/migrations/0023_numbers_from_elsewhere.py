import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gensvar.foundation.rowsecurity import OF_CLIENT, protect

# As the other figures: for whoever may read those of the client.
OF_GROUPS_CLIENT = """client_id IN (
    SELECT client_id FROM people_group WHERE id = ANY ((SELECT current_groups())::bigint[]))"""
REACHED = """(of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups())))"""
SQL = f"""
-- A noted number is a fact with so many days; those before are kept, and the last is meant.
CREATE FUNCTION kpi_write_noted(after_seal bigint, last_seal bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO kpi_fact (record_id, client_id, kind, about_id, channel, outcome, at, day, seconds,
        more_seconds)
    SELECT r.id, r.client_id, 'noted', r.id, '', r.payload ->> 'what', kpi_seven(span.first),
        span.first, (r.payload ->> 'amount')::float8, span.last - span.first
    FROM events_seal s
    CROSS JOIN LATERAL jsonb_array_elements_text(s.record_ids) AS one (id)
    JOIN events_eventrecord r ON r.id = one.id::bigint
    CROSS JOIN LATERAL (SELECT (r.payload ->> 'starts_on')::date AS first,
                               (r.payload ->> 'ends_on')::date AS last) AS span
    WHERE s.id > after_seal AND s.id <= last_seal AND r.client_id IS NOT NULL
      AND r.name = 'kpi.number-noted'
    ORDER BY r.id
    ON CONFLICT (kind, about_id) DO NOTHING $$;

-- What is noted of some days, the last note last. A year is the longest that is noted at once.
CREATE FUNCTION kpi_noted(of_client bigint, since date, until date)
RETURNS TABLE (what text, starts_on date, days int, amount float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.outcome, f.day, f.more_seconds::int, f.seconds FROM kpi_fact f
    WHERE f.client_id = of_client AND {REACHED} AND f.kind = 'noted'
      AND f.day >= since - 366 AND f.day < until AND f.day + f.more_seconds::int > since
    ORDER BY f.record_id $$;

REVOKE EXECUTE ON FUNCTION kpi_write_noted(bigint, bigint), kpi_noted(bigint, date, date)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kpi_write_noted(bigint, bigint) TO gensvar_work;
GRANT EXECUTE ON FUNCTION kpi_noted(bigint, date, date) TO gensvar_web, gensvar_work;
"""
UNDO = "DROP FUNCTION kpi_write_noted(bigint, bigint), kpi_noted(bigint, date, date)"


class Migration(migrations.Migration):
    dependencies = [
        ("kpi", "0022_leave_out_colleagues"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="NotedNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=12)),
                ("way", models.CharField(blank=True, max_length=20)),
                ("who", models.CharField(blank=True, max_length=80)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("amount", models.DecimalField(decimal_places=4, max_digits=16)),
                ("source", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("client", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agreements.client")),
            ],
            options={
                "indexes": [models.Index(fields=["client", "what"], name="numbers_by_what")],
                "constraints": [models.CheckConstraint(condition=models.Q(("ends_on__gt", models.F("starts_on"))), name="number_has_days")],
            },
        ),
        protect("kpi_notednumber", seen_if=f"{OF_CLIENT} OR {OF_GROUPS_CLIENT}"),
        migrations.RunSQL(SQL, UNDO),
    ]
