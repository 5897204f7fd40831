from pathlib import Path

from django.conf import settings
from django.db import migrations, models

# Seven in the morning, when the week's state of the open cases is kept.
SEVEN = f"""
CREATE FUNCTION kpi_seven(day date) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT (day + time '07:00') AT TIME ZONE '{settings.TIME_ZONE}' $$;
"""
# As the other figures: for whoever may read those of the client, and only numbers come out.
REACHED = """(of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups())))"""
WAYS = f"""
CREATE FUNCTION kpi_ways_in(of_client bigint, since date, until date)
RETURNS TABLE (without_owner bigint, unanswered bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH ways AS (
        SELECT e.kind, e.address, coalesce(o.is_active, false) AS is_owned
        FROM entrypoints_entrypoint e LEFT JOIN people_agent o ON o.id = e.owner_id
        WHERE e.client_id = of_client AND {REACHED} AND e.withdrawn_at IS NULL),
    queues AS (
        SELECT s.queue, count(*) FILTER (WHERE s.counter = 'waits_answered') AS answered,
               count(*) AS came
        FROM kpi_daysum s JOIN kpi_day d ON d.client_id = s.client_id AND d.day = s.day
            AND d.closed_at IS NOT NULL
        CROSS JOIN LATERAL unnest(s.list) AS each (waited)
        WHERE s.client_id = of_client AND s.day >= since AND s.day < until
          AND (s.counter = 'waits_answered' OR s.counter = 'waits_abandoned' AND each.waited > 5)
        GROUP BY s.queue)
    SELECT count(*) FILTER (WHERE NOT w.is_owned), count(*) FILTER (WHERE w.is_owned AND EXISTS (
        SELECT FROM voice_phonenumber n JOIN queues q ON q.queue = n.queue_id
        WHERE n.number = w.address AND n.ended_at IS NULL AND 2 * q.answered < q.came
          AND w.kind = 'phone'))
    FROM ways w $$;
REVOKE EXECUTE ON FUNCTION kpi_ways_in(bigint, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kpi_ways_in(bigint, date, date) TO gensvar_web, gensvar_work;
"""
SQL = (Path(__file__).parent / "states.sql").read_text()
UNDO = """DROP FUNCTION kpi_write_states(bigint, bigint),
    kpi_clock_states(bigint, bigint, bigint, timestamptz[], timestamptz[], double precision[]),
    kpi_sum_states(bigint, date[], date[], timestamptz), kpi_seven(date),
    kpi_ways_in(bigint, date, date)"""


class Migration(migrations.Migration):
    dependencies = [
        ("kpi", "0019_hide_by_list"),
        ("entrypoints", "0001_initial"),
        ("people", "0006_roles_for_departments"),
        ("voice", "0009_choice_language"),
    ]
    operations = [
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(
                condition=models.Q(("kind__in", ["case", "state", "shut"])),
                fields=["case_id", "record_id"],
                name="kpi_states_by_case",
            ),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(
                condition=models.Q(("kind__in", ["state", "shut"])),
                fields=["record_id"],
                name="kpi_states_by_record",
            ),
        ),
        migrations.RunSQL(SEVEN + SQL + WAYS, UNDO),
    ]
