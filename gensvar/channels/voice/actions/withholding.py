"""With whom a call is: written on the call, or hidden beside it where identity is protected."""

from gensvar.channels.voice.models import Call, Withheld
from gensvar.channels.voice.queries import may_know
from gensvar.operations.contacts.models import Contact
from gensvar.operations.customers.models import Customer


def note_party(call: Call, party: str, *, protected: Customer | None) -> None:
    """Write down the number that a call is with; of whoever is `protected` only the few read it."""
    Withheld.objects.filter(call=call).delete()
    if protected is not None:
        Withheld.objects.create(
            call=call, client_id=call.client_id, customer=protected, party=party
        )
    call.party = "" if protected is not None else party
    call.save(update_fields=["party"])


def tell_customer(call: Call, *, to: int) -> None:
    """Let whoever answers know a protected customer, if they stand on the list for that.

    The contact and its case are hidden from everybody else from then on.
    """
    withheld = Withheld.objects.select_related("customer").filter(call=call).first()
    if withheld is None or not may_know(to, call.client):
        return
    call.contact.customer = withheld.customer
    Contact.objects.filter(pk=call.contact_id).update(customer=withheld.customer)
