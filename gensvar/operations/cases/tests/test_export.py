from datetime import datetime
from typing import Any

import pytest
from django.db import connection, transaction

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.exports import rows_seen_by
from gensvar.foundation.people.access import identity_of
from gensvar.operations.cases.models import Case


@pytest.mark.django_db(transaction=True)
def test_a_streamed_list_is_still_bound_by_who_asked(
    ada: Any, energi: Client, exempelby: Client, noon: datetime
) -> None:
    for number, client in enumerate([exempelby, energi, exempelby]):
        Case.objects.create(
            client=client,
            number=f"26-{number:06}",
            title="t",
            channel="mail",
            opened_at=noon,
            state_since=noon,
        )
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE gensvar_web")
    try:
        identity = identity_of(ada, at=noon)
        seen = list(rows_seen_by(identity, "cases.read", Case.objects.order_by("number")))
        with transaction.atomic():
            seen_afterwards = Case.objects.count()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")

    assert [case.number for case in seen] == ["26-000000", "26-000002"]
    assert seen_afterwards == 0
