import django.db.models.deletion
from django.db import migrations, models

from gensvar.foundation.rowsecurity import hide, protect

# Whoever is not on a client's list for protected identities does not know that a call is withheld.
FUNCTION = """
CREATE FUNCTION hidden_protected(of_client bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT NOT EXISTS (SELECT FROM secrecy_accesslist l WHERE l.client_id = of_client
        AND l.is_for_protected AND l.id = ANY (current_lists())) $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("customers", "0011_secrets_are_not_recognised"),
        ("secrecy", "0002_row_security"),
        ("voice", "0004_menus_and_waits"),
    ]
    operations = [
        migrations.CreateModel(
            name="Withheld",
            fields=[
                (
                    "call",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="withheld",
                        serialize=False,
                        to="voice.call",
                    ),
                ),
                ("party", models.CharField(max_length=20)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="agreements.client"
                    ),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="customers.customer",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION hidden_protected(bigint);"),
        protect("voice_withheld"),
        hide("voice_withheld", hidden_if="hidden_protected(client_id)"),
    ]
