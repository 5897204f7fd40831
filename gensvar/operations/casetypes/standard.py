"""The templates that the service types begin with; a client then makes them its own.

Fields, stages, opening words, measures and retention are our proposal, not law.
"""

from collections.abc import Mapping
from typing import Final

from gensvar.operations.casetypes.models import Service
from gensvar.operations.casetypes.rules import (
    CLOSED,
    HANDED_OVER,
    OURS,
    PLAIN,
    THEIRS,
    Field,
    Kind,
    Move,
    Option,
    Stage,
    Template,
    Words,
    all_ways,
)


def _choice(*options: tuple[str, str, str]) -> tuple[Option, ...]:
    return tuple(Option(code, Words(sv, en)) for code, sv, en in options)


_WAITING = Stage(THEIRS, Words("Väntar på kund", "Waiting for the customer"), THEIRS)

_CUSTOMER_SERVICE = Template(
    name=Words("Kundservice", "Customer service"),
    fields=(),
    stages=PLAIN.stages,
    moves=PLAIN.moves,
    script=Words(
        "Välkommen till kundtjänst. Vad kan jag hjälpa dig med?",
        "Welcome to customer service. How can I help you?",
    ),
    measures=("K02", "K23", "K26", "K30"),
    retention_months=24,
)

_SUPPORT_STAGES = (
    Stage("received", Words("Mottaget", "Received"), OURS),
    Stage("troubleshooting", Words("Felsöks", "Being looked into"), OURS),
    _WAITING,
    Stage("second-line", Words("Hos andra linjen", "With the second line"), HANDED_OVER),
    Stage("solved", Words("Löst", "Solved"), CLOSED),
)
_SUPPORT = Template(
    name=Words("Support", "Support"),
    fields=(
        Field(
            "severity",
            Kind.CHOICE,
            Words("Allvarlighet", "Severity"),
            Words("Hur mycket som inte går att göra just nu.", "How much cannot be done just now."),
            _choice(
                ("critical", "Allt står still", "Everything stands still"),
                ("high", "Mycket går inte", "Much does not work"),
                ("normal", "Något går inte", "Something does not work"),
                ("low", "En fråga eller ett önskemål", "A question or a wish"),
            ),
            is_needed=True,
        ),
        Field(
            "affected",
            Kind.TEXT,
            Words("Vad som berörs", "What is affected"),
            Words("System, tjänst eller utrustning.", "System, service or equipment."),
            is_needed=True,
        ),
        Field("people-affected", Kind.NUMBER, Words("Antal som berörs", "People affected")),
        Field(
            "known-error",
            Kind.YES_NO,
            Words("Känt fel", "Known error"),
            Words("Står felet redan på listan?", "Is the error on the list already?"),
        ),
        Field("began-on", Kind.DATE, Words("Började", "Began on")),
    ),
    stages=_SUPPORT_STAGES,
    moves=all_ways(_SUPPORT_STAGES),
    script=Words(
        "Vad var det som inte gick, och vad hände i stället?",
        "What did not work, and what happened instead?",
    ),
    measures=("K02", "K20", "K27", "K28"),
    retention_months=24,
)

_SALES = Template(
    name=Words("Försäljning", "Sales"),
    fields=(
        Field(
            "product", Kind.TEXT, Words("Vara eller tjänst", "Product or service"), is_needed=True
        ),
        Field("value", Kind.NUMBER, Words("Värde i kronor", "Value in kronor")),
        Field(
            "decision",
            Kind.CHOICE,
            Words("Kundens besked", "What the customer decided"),
            options=_choice(
                ("bought", "Köpte", "Bought"),
                ("declined", "Tackade nej", "Declined"),
                ("thinking", "Tänker på saken", "Thinks about it"),
            ),
            is_needed=True,
        ),
        Field(
            "terms-told",
            Kind.YES_NO,
            Words("Villkoren är berättade", "The terms were told"),
            Words("Pris, bindningstid och ångerrätt.", "Price, binding and right to withdraw."),
            is_needed=True,
        ),
    ),
    stages=PLAIN.stages,
    moves=PLAIN.moves,
    script=Words("Vad behöver du det till?", "What do you need it for?"),
    measures=("K02", "K20"),
    retention_months=36,
)

_TELEMARKETING = Template(
    name=Words("Telemarketing", "Telemarketing"),
    fields=(
        Field(
            "outcome",
            Kind.CHOICE,
            Words("Utfall", "Outcome"),
            options=_choice(
                ("yes", "Tackade ja", "Said yes"),
                ("no", "Tackade nej", "Said no"),
                ("call-again", "Vill bli uppringd igen", "Wants another call"),
                ("block", "Vill inte bli uppringd", "Wants no calls"),
            ),
            is_needed=True,
        ),
        Field("call-again-on", Kind.DATE, Words("Ring igen den", "Call again on")),
        Field(
            "confirmed",
            Kind.YES_NO,
            Words("Bekräftat skriftligt", "Confirmed in writing"),
            Words(
                "Ett avtal efter ett samtal från oss gäller först när kunden skrivit under.",
                "An agreement after a call of ours holds only once the customer has signed.",
            ),
        ),
    ),
    stages=PLAIN.stages,
    moves=PLAIN.moves,
    script=Words(
        "Jag ringer från … för att … Har du tid en stund?",
        "I am calling from … because … Do you have a moment?",
    ),
    measures=("K40",),
    retention_months=12,
)

_SWITCHBOARD = Template(
    name=Words("Växel", "Switchboard"),
    fields=(
        Field(
            "sought",
            Kind.TEXT,
            Words("Sökt person eller enhet", "Person or unit sought"),
            is_needed=True,
        ),
        Field(
            "outcome",
            Kind.CHOICE,
            Words("Så gick det", "What became of it"),
            options=_choice(
                ("connected", "Kopplades", "Put through"),
                ("message", "Lämnade meddelande", "Left a message"),
                ("answered", "Fick svar direkt", "Was answered at once"),
                ("no-answer", "Ingen svarade", "Nobody answered"),
            ),
            is_needed=True,
        ),
    ),
    stages=PLAIN.stages,
    moves=PLAIN.moves,
    script=Words("Vem söker du?", "Whom are you looking for?"),
    measures=("K02", "K05", "K15"),
    retention_months=3,
)

_INFORMATION = Template(
    name=Words("Informationsservice", "Information service"),
    fields=(
        Field(
            "found-in",
            Kind.CHOICE,
            Words("Var svaret fanns", "Where the answer was found"),
            Words("Visar vad webben borde berätta.", "Shows what the web site should tell."),
            _choice(
                ("web", "På webben", "On the web"),
                ("knowledge", "I kunskapsbanken", "In the knowledge base"),
                ("colleague", "Hos en kollega", "With a colleague"),
                ("nowhere", "Ingenstans", "Nowhere"),
            ),
        ),
    ),
    stages=PLAIN.stages,
    moves=PLAIN.moves,
    script=Words("Vad vill du veta?", "What would you like to know?"),
    measures=("K02", "K20", "K22"),
    retention_months=12,
)

_FAULT_STAGES = (
    Stage("reported", Words("Anmält", "Reported"), OURS),
    Stage("assessed", Words("Bedömt", "Assessed"), OURS),
    _WAITING,
    Stage("ordered", Words("Hos utföraren", "With the performer"), HANDED_OVER),
    Stage("repaired", Words("Åtgärdat", "Repaired"), CLOSED),
    Stage("not-repaired", Words("Åtgärdas inte", "Will not be repaired"), CLOSED),
)
_FAULTS = Template(
    name=Words("Felanmälan", "Fault report"),
    fields=(
        Field(
            "place",
            Kind.TEXT,
            Words("Plats", "Place"),
            Words("Så att någon annan hittar dit.", "So that somebody else finds it."),
            is_needed=True,
        ),
        Field(
            "fault",
            Kind.CHOICE,
            Words("Sorts fel", "Kind of fault"),
            options=_choice(
                ("broken", "Trasigt", "Broken"),
                ("dirty", "Smutsigt", "Dirty"),
                ("leak", "Läcker", "Leaks"),
                ("dark", "Släckt", "Dark"),
                ("other", "Annat", "Other"),
            ),
            is_needed=True,
        ),
        Field(
            "danger",
            Kind.YES_NO,
            Words("Fara för någon", "Danger to anybody"),
            Words("Ja: ring jouren nu.", "Yes: call the duty officer now."),
            is_needed=True,
        ),
        Field("seen-on", Kind.DATE, Words("Upptäckt", "Seen on")),
    ),
    stages=_FAULT_STAGES,
    moves=(
        *all_ways(_FAULT_STAGES[:-1]),
        Move("assessed", "not-repaired", "cases.approve"),
        Move("ordered", "not-repaired", "cases.approve"),
        Move("not-repaired", "reported"),
    ),
    script=Words(
        "Var är det, vad är fel, och är det farligt för någon?",
        "Where is it, what is wrong, and is it dangerous to anybody?",
    ),
    measures=("K26", "K27", "K28", "K30"),
    retention_months=60,
)

_WISH_STAGES = (
    Stage("received", Words("Mottaget", "Received"), OURS),
    _WAITING,
    Stage("with-line", Words("Hos linjen", "With the line"), HANDED_OVER),
    Stage("decided", Words("Beslutat", "Decided"), CLOSED),
)
# A fault is something that worked; a wish is something that never was there.
_WISHES = Template(
    name=Words("Önskemål eller nytt behov", "Wish or new need"),
    fields=(
        Field(
            "wish",
            Kind.TEXT,
            Words("Vad som önskas", "What is wished for"),
            Words("Något nytt, inte något som gått sönder.", "Something new, not a fault."),
            is_needed=True,
        ),
        Field(
            "benefit",
            Kind.TEXT,
            Words("Nyttan för verksamheten", "What it would do for the business"),
        ),
        Field("wanted-on", Kind.DATE, Words("Behövs senast", "Needed by")),
    ),
    stages=_WISH_STAGES,
    moves=all_ways(_WISH_STAGES),
    script=Words(
        "Vad behöver ni som inte finns i dag, och vad skulle det ge?",
        "What do you need that is not there today, and what would it give?",
    ),
    measures=("K27", "K30"),
    retention_months=60,
)

STANDARD: Final[Mapping[Service, Template]] = {
    Service.CUSTOMER_SERVICE: _CUSTOMER_SERVICE,
    Service.SUPPORT: _SUPPORT,
    Service.SALES: _SALES,
    Service.TELEMARKETING: _TELEMARKETING,
    Service.SWITCHBOARD: _SWITCHBOARD,
    Service.INFORMATION: _INFORMATION,
    Service.FAULTS: _FAULTS,
    Service.WISHES: _WISHES,
}
