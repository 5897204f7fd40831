"""The source's table, as it prints it, from the counts that the town's past is made of (SKE-15)."""

import re
from datetime import date

import pytest

from gensvar.config.demo.catalogue import TOP_TWENTY, topics
from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.oversight.kpi.models import CaseCount, UsualPeriod

PRINTED = """8,8 4,5 4,5 4,3 3,9 3,6 3,2 2,7 2,6 2,2 2,2 2,1 2,0 1,8 1,8 1,8 1,7 1,7 1,6 1,4"""


@pytest.fixture
def counted(exempelby):
    area = ServiceArea.objects.create(client=exempelby, department="D", name="A")
    subjects = Subject.objects.bulk_create(
        Subject(client=exempelby, area=area, name=topic.name) for topic in topics()
    )
    CaseCount.objects.bulk_create(
        CaseCount(
            client=exempelby,
            day=date(2026, 2, 2),
            subject=subject,
            cases=topic.count,
            handed_over=0,
            solved_at_front=0,
        )
        for subject, topic in zip(subjects, topics(), strict=True)
    )
    UsualPeriod.objects.create(
        client=exempelby, starts_on=date(2026, 2, 2), ends_on=date(2026, 8, 11)
    )


def test_the_page_prints_the_table_of_the_source(browser, counted, cia):
    browser.force_login(cia)

    page = browser.get("/amnen/").content.decode().replace("\u202f", " ").replace("\u00a0", " ")

    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [re.findall(r">([^<>]+)<", row) for row in body.split("</tr>") if "<td" in row]
    wanted = [
        [topic.name, f"{topic.count:,}".replace(",", " "), str(rank), f"{share} %"]
        for rank, (topic, share) in enumerate(
            zip(TOP_TWENTY, PRINTED.split(), strict=True), start=1
        )
    ]
    assert [[cell for cell in row if cell.strip()] for row in rows] == wanted
    assert "131 425 av 225 000" in page
    assert "58,4 %" in page
