"""Whom the suite keeps from knowing what."""

from typing import Any

import pytest

from gensvar.foundation.people.models import Group
from gensvar.foundation.secrecy.models import AccessEntry, AccessList
from gensvar.operations.knowledge.models import Subject


@pytest.fixture
def secret_subject(exempelby: Any, gator: Any, noon: Any) -> Subject:
    """Orosanmälan, which only SOC-BARN may know of."""
    group = Group.objects.create(client=exempelby, code="SOC-BARN", name="Barn och unga")
    access = AccessList.objects.create(client=exempelby, name="Barn och unga")
    AccessEntry.objects.create(access=access, client=exempelby, group=group, since=noon)
    return Subject.objects.create(
        client=exempelby, area=gator.area, name="Orosanmälan", group=group, access=access
    )
