"""A post becomes a case with its link and until when it is kept; once, whoever tells of it."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.timezone import now

from gensvar.channels.social.actions.accounts import (
    AccountOfAnotherClient,
    AccountTaken,
    add_account,
    change_account,
)
from gensvar.channels.social.actions.taking_in import NothingNew, TableFaulty, import_posts
from gensvar.channels.social.models import Account, Intake, Post
from gensvar.channels.social.queries import planned_import
from gensvar.channels.social.rules import read_table
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.integrations.secrets import new_secret
from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.cases.models import Case, State
from gensvar.operations.contacts.models import Contact, Message

URL = "https://social.example/p/1"
TABLE = (
    "id;url;text;namn;konto;tid;privat\n"
    f"1;{URL};Gropen på Skolgatan är farlig;Eva Ek;@eva;2026-05-01T10:00:00+02:00;nej\n"
    "2;https://social.example/p/2;Kan ni ringa mig om min räkning;Rut;@rut;2026-05-02 08:00;ja\n"
)


def test_a_post_becomes_a_case_with_url_and_retention(account, ada, noon):
    import_posts(account, TABLE, by=ada, at=noon)

    post = Post.objects.get(external_id="1")
    assert post.url == URL
    assert post.keep_until == date(2026, 5, 31), "thirty days from when it was written"
    case = post.case
    assert (case.channel, case.title) == ("social", "Gropen på Skolgatan är farlig")
    assert case.group.code == "KUNDTJANST"
    assert case.opened_at == datetime(2026, 5, 1, 8, 0, tzinfo=UTC)
    assert post.contact.customer.name == "Eva Ek"
    told = EventRecord.objects.get(name="social.post-taken-in", case_id=case.pk)
    assert told.payload["keep_until"] == "2026-05-31"
    assert "Gropen" not in str(told.payload)


def test_a_private_message_is_not_quoted_in_a_title(account, ada, noon):
    import_posts(account, TABLE, by=ada, at=noon)

    post = Post.objects.get(external_id="2")
    assert post.is_private
    assert "räkning" not in post.case.title
    assert Message.objects.get(contact=post.contact).text == "Kan ni ringa mig om min räkning"


def test_a_dry_run_changes_nothing_and_the_same_table_twice_brings_nothing(account, ada, noon):
    plan = planned_import(account, TABLE, at=noon)

    assert (len(plan.new), plan.known, plan.faults) == (2, (), ())
    assert not Contact.objects.exists()
    intake = import_posts(account, TABLE, by=ada, at=noon)
    assert (intake.taken, intake.known, intake.by) == (2, 0, ada)
    assert len(planned_import(account, TABLE, at=noon).known) == 2
    with pytest.raises(NothingNew):
        import_posts(account, TABLE, by=ada, at=noon)
    assert Case.objects.count() == 2


@pytest.mark.parametrize(
    ("line", "column", "kind"),
    [
        ("3;ftp://x;Hej;;;;", "url", "url"),
        ("3;;Hej;;;;", "url", "empty"),
        ("3;https://x.example/3;;;;;", "text", "empty"),
        ("3;https://x.example/3;Hej;;;i går;", "posted_at", "time"),
        ("3;https://x.example/3;Hej;;;2026-06-01;", "posted_at", "when"),
        ("3;https://x.example/3;Hej;;;1999-01-01;", "posted_at", "when"),
        ("3;https://x.example/3;Hej;;;;kanske", "private", "private"),
        ("1;https://x.example/3;Hej;;;;", "id", "twice"),
        (f"3;https://x.example/{'x' * 2_000};Hej;;;;", "url", "long"),
        ("3;https://x.example/3;Hej;;;;;;för mycket", "", "cells"),
    ],
)
def test_each_fault_names_line_column_and_reason_and_nothing_comes_in(
    account, ada, noon, line, column, kind
):
    plan = planned_import(account, TABLE + line, at=noon)

    assert [(one.number, one.column, one.kind) for one in plan.faults] == [(4, column, kind)]
    with pytest.raises(TableFaulty):
        import_posts(account, TABLE + line, by=ada, at=noon)
    assert not Post.objects.exists()


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("id;url;text;lajk\n", "column"),
        ("id;url;url;text\n", "column-twice"),
        ("id;text\n1;Hej", "heading"),
    ],
)
def test_a_heading_that_is_unknown_twice_or_missing_is_named(noon, table, kind):
    faults = read_table(table, at=noon).faults

    assert [(one.number, one.kind) for one in faults] == [(1, kind)]


def test_a_signed_call_is_taken_in_once(call, account):
    said = {"id": "7", "url": URL, "text": "När öppnar badet?", "author": "Rut"}

    first, again = call(said), call({"posts": [said]})

    assert (first.status_code, first.json()) == (200, {"taken": 1, "known": 0})
    assert again.json() == {"taken": 0, "known": 1}
    assert Post.objects.get().intake.way == Intake.Way.CALL
    assert Case.objects.count() == 1


def test_a_wrong_or_old_signature_is_refused_and_keeps_nothing(call, browser, account, monkeypatch):
    moment = now()
    monkeypatch.setattr("gensvar.channels.social.views.calls.now", lambda: moment)
    said = {"id": "7", "url": URL, "text": "Hej"}

    wrong = call(said, secret=new_secret())
    old = call(said, at=now() - timedelta(minutes=10))
    bare = browser.post(f"/sociala-medier/{account.pk}/in/", said, "application/json")
    nobody = browser.post("/sociala-medier/999999/in/", said, "application/json")

    assert {one.status_code for one in (wrong, old, bare, nobody)} == {401}
    assert "kept" in wrong.json()["detail"] or "sparades" in wrong.json()["detail"]
    assert not Post.objects.exists()
    for _try in range(30):
        answer = call(said, secret=new_secret())
    assert answer.status_code == 429


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "7", '{"posts": 7}', '{"posts": [7]}', '{"posts": []}', "[" * 5_000]
)
def test_a_call_that_is_no_json_with_posts_is_refused(call, body):
    assert call(None, body=body or " ").status_code == 422
    assert not Post.objects.exists()


def test_a_call_names_the_post_and_the_field_that_is_wrong(call):
    posts = [{"id": "1", "url": URL, "text": "Hej"}, {"id": "1", "url": "x", "likes": 4}]

    answer = call({"posts": posts})

    assert answer.status_code == 422
    found = {(one["post"], one["field"]) for one in answer.json()["errors"]}
    assert found == {(2, "url"), (2, "text"), (2, "likes"), (2, "id")}
    assert not Post.objects.exists()


def test_an_account_that_is_paused_takes_nothing_in(call, account, noon):
    change_account(account, is_paused=True, by=None, at=noon)

    assert call({"id": "1", "url": URL, "text": "Hej"}).status_code == 409
    assert not Post.objects.exists()


def test_what_is_written_below_goes_with_the_case_and_makes_it_our_turn(call, account):
    call({"id": "1", "url": URL, "text": "Hej"})
    Case.objects.update(state=State.WAITING_FOR_CUSTOMER)

    call({"id": "2", "url": f"{URL}#2", "text": "Hallå?", "answers": "1"})

    case = Case.objects.get()
    assert case.posts.count() == 2
    assert case.state == State.WAITING_FOR_US


def test_one_handle_has_one_account_and_its_group_is_of_its_client(
    account, exempelby, energi, noon
):
    with pytest.raises(AccountTaken):
        add_account(exempelby, network="facebook", handle="@exempelby ", by=None, at=noon)
    with pytest.raises(AccountOfAnotherClient):
        add_account(energi, network="x", handle="@energi", group=account.group, by=None, at=noon)
    assert Account.objects.count() == 1


def test_a_table_is_shown_first_and_brought_in_when_said_so(browser, account, ada, cia):
    browser.force_login(ada)
    file = io.BytesIO(TABLE.encode())
    file.name = "inlagg.csv"

    shown = browser.post("/sociala-medier/import/", {"account": account.pk, "file": file})

    assert shown.status_code == 200
    assert not Post.objects.exists()
    form = {"account": account.pk, "table": TABLE, "bring": "1"}
    assert browser.post("/sociala-medier/import/", form).url == "/sociala-medier/"
    page = browser.get("/sociala-medier/").content.decode()
    assert page.count(URL) >= 1
    assert browser.get("/sociala-medier/", {"format": "csv"}).status_code == 403
    RoleGrant.objects.filter(agent=cia).update(role="team-lead")
    browser.force_login(cia)
    listed = b"".join(browser.get("/sociala-medier/", {"format": "csv"}).streaming_content)
    rows = list(csv.reader(io.StringIO(listed.decode("utf-8-sig"))))
    assert len(rows) == 3
    assert [URL in row and len(row) for row in rows[1:]].count(10) == 1


def test_a_wrong_table_on_the_page_says_where(browser, account, ada):
    browser.force_login(ada)

    answer = browser.post(
        "/sociala-medier/import/",
        {"account": account.pk, "table": f"{TABLE}1;{URL};Igen;;;;", "bring": "1"},
    )

    assert answer.status_code == 422
    assert "rad 2" in answer.content.decode()
    assert not Post.objects.exists()
    assert browser.post("/sociala-medier/import/", {"account": "x"}).status_code == 422


def test_a_client_sees_none_of_anothers_posts(browser, energi, ada, noon):
    theirs = add_account(energi, network="x", handle="@energi", by=None, at=noon)
    import_posts(theirs, TABLE, by=None, at=noon)
    post = Post.objects.first()
    browser.force_login(ada)

    assert browser.get(f"/sociala-medier/inlagg/{post.pk}/").status_code == 404
    form = {"account": theirs.pk, "table": TABLE, "bring": "1"}
    assert browser.post("/sociala-medier/import/", form).status_code == 422
    assert URL not in browser.get("/sociala-medier/").content.decode()
