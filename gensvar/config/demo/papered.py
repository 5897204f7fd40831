"""What has come to the town on paper: letters and a fax, scanned, and an answer to post."""

from datetime import datetime, timedelta

from django.utils.timezone import localtime

from gensvar.channels.paper.actions.noting import note_scans
from gensvar.channels.paper.actions.posting import write_letter
from gensvar.channels.paper.actions.registering import Sender, open_case_from
from gensvar.channels.paper.models import Paper
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.knowledge.models import Subject

# Name of the scan, channel, days since it was received, and what stands on the page.
WAITING = (
    ("brev-0412.pdf", "letter", 1, ("Till kommunen", "Häcken vid Kyrkgatan 7 skymmer sikten.")),
    ("brev-0413.pdf", "letter", 1, ("Hej!", "Jag vill ha en blankett för färdtjänst på papper.")),
    ("fax-0031.pdf", "fax", 0, ("Fastighetsbolaget AB", "Begäran om nybyggnadskarta, Viken 3.")),
)
ANSWERED = ("brev-0409.pdf", "letter", 3, ("Bästa kommun", "När sopas grusgångarna i parken?"))
SENDER = Sender(name="Astrid Holm", post="Parkvägen 3\n931 32 Exempelby")
ANSWER = (
    "Hej Astrid!\n\nTack för ditt brev. Grusgångarna i parken sopas i vecka 20. Skulle det bli "
    "regn skjuter vi på det någon dag.\n\nVänliga hälsningar"
)


def lay_paper(client: Client, *, at: datetime) -> None:
    """Let three scans wait to be registered, and an answer by letter wait for the post."""
    ada = Agent.objects.get(email="ada@exempelby.example")
    for scan in WAITING:
        _note(client, scan, ada, at=at)
    [paper] = _note(client, ANSWERED, ada, at=at - timedelta(days=2))
    case = open_case_from(
        paper,
        said=ANSWERED[3][1],
        sender=SENDER,
        subject=Subject.objects.filter(client=client, name="Gator, v").first(),
        need_type="information",
        by=ada,
        at=at - timedelta(days=2),
    )
    write_letter(
        case,
        ANSWER,
        subject="Svar på ditt brev om grusgångarna",
        name=SENDER.name,
        address=SENDER.post,
        by=ada,
        at=at - timedelta(hours=3),
    )


def _note(
    client: Client, scan: tuple[str, str, int, tuple[str, str]], by: Agent, *, at: datetime
) -> list[Paper]:
    name, channel, days, words = scan
    received_on = localtime(at).date() - timedelta(days=days)
    files = [(name, page_of(words))]
    return note_scans(client, files, channel=channel, received_on=received_on, by=by, at=at)


def page_of(words: tuple[str, ...]) -> bytes:
    """Return a page with these lines as a PDF, as a scanner with a text layer would."""
    lines = " T* ".join(f"({line}) Tj" for line in words)
    stream = f"BT /F1 14 Tf 72 760 Td 22 TL {lines} ET".encode("cp1252")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Italic /Encoding /WinAnsiEncoding >>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        font,
    )
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count, start = len(objects) + 1, len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return written + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        count,
        start,
    )
