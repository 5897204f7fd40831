from gensvar.operations.cases.actions import close, open_case, tell_closed
from gensvar.operations.contacts.actions import register_contact
from gensvar.screens.portal.queries import case_shown


def test_the_words_that_end_a_case_are_read_on_the_portal(exempelby, ada, gator, noon):
    contact = register_contact(exempelby, channel="web", direction="in", customer=None, at=noon)
    case = open_case(
        exempelby,
        title="Gropar",
        channel="web",
        at=noon,
        contact=contact,
        subject=gator,
        need_type="status",
    )
    tell_closed(case, "Ärendet är klart.", subject="", channel="web", by=ada, at=noon)
    close(case, by=ada, at=noon)

    shown = case_shown(case.pk, at=noon)

    assert shown.is_closed
    assert [step.text for step in shown.steps if step.kind == "answered"] == ["Ärendet är klart."]
