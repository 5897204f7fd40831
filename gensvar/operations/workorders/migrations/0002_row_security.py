from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, hide, protect

# A performer sees the orders that are theirs or their group's; a customer those of their case.
ORDER_SEEN = f"""{OF_CLIENT} OR group_id = ANY ((SELECT current_groups())::bigint[])
    OR agent_id = (SELECT current_registrar())
    OR ((SELECT is_narrow()) AND sees_case(case_id))"""
WITH_ORDER = f"{OF_CLIENT} OR order_id IN (SELECT id FROM workorders_workorder)"
# What the work rests on is seen with the case, and by whoever performs something of it.
WITH_CASE = f"""{OF_CLIENT} OR ((SELECT is_narrow()) AND sees_case(case_id))
    OR case_id IN (SELECT case_id FROM workorders_workorder)"""
WITH_ESTIMATE = f"{OF_CLIENT} OR estimate_id IN (SELECT id FROM workorders_estimate)"
OF_ORDER = ("orderstage", "worktime", "material", "photo", "signoff", "reportback", "survey")
QUESTIONS = """
CREATE FUNCTION hidden_order(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT hidden_case((SELECT case_id FROM workorders_workorder WHERE id = key)) $$;
CREATE FUNCTION hidden_estimate(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT hidden_case((SELECT case_id FROM workorders_estimate WHERE id = key)) $$;
"""
# The database shows what it writes to the writer, and a performer sees neither client nor case.
OWN_ACTS = """
CREATE POLICY seen_by_performer ON events_eventrecord FOR SELECT
    USING (agent_id = (SELECT current_registrar()) AND name LIKE 'workorders.%');
"""


class Migration(migrations.Migration):
    dependencies = [("workorders", "0001_initial"), ("cases", "0025_hidden"), ("events", "0003_jobs_and_checks")]
    operations = [
        migrations.RunSQL(
            QUESTIONS, "DROP FUNCTION hidden_estimate(bigint), hidden_order(bigint);"
        ),
        protect("workorders_workorder", seen_if=ORDER_SEEN),
        hide("workorders_workorder", hidden_if="hidden_case(case_id)"),
        *(protect(f"workorders_{table}", seen_if=WITH_ORDER) for table in OF_ORDER),
        *(hide(f"workorders_{table}", hidden_if="hidden_order(order_id)") for table in OF_ORDER),
        protect("workorders_processstep", seen_if=WITH_CASE),
        hide("workorders_processstep", hidden_if="hidden_case(case_id)"),
        protect("workorders_estimate", seen_if=WITH_CASE),
        hide("workorders_estimate", hidden_if="hidden_case(case_id)"),
        protect("workorders_approval", seen_if=WITH_ESTIMATE),
        hide("workorders_approval", hidden_if="hidden_estimate(estimate_id)"),
        protect("workorders_orderseries"),
        protect("workorders_preventioncard"),
        migrations.RunSQL(OWN_ACTS, "DROP POLICY seen_by_performer ON events_eventrecord;"),
    ]
