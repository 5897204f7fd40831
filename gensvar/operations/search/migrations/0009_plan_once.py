from django.db import migrations

# An array of unknown length looks dear to a kept plan, so the server planned anew for each case
# that was written: three quarters of the time. It is nearly always one case, by its number.
ONCE = "ALTER FUNCTION search_said(bigint[]) SET plan_cache_mode = force_generic_plan"
EACH_TIME = "ALTER FUNCTION search_said(bigint[]) RESET plan_cache_mode"


class Migration(migrations.Migration):
    dependencies = [("search", "0008_rebuild_in_parts")]
    operations = [migrations.RunSQL(ONCE, EACH_TIME)]
