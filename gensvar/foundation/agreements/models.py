"""Client organisations, and what each has agreed to say and show."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Client(models.Model):
    """An organisation on whose behalf customers are served (uppdragsgivare)."""

    class Kind(models.TextChoices):
        INTERNAL = "internal", _("Internal")
        EXTERNAL = "external", _("External")

    class Accent(models.TextChoices):
        """The colours that the look offers, each with its contrast vouched for."""

        TEAL = "teal", _("Teal")
        PLUM = "plum", _("Plum")
        RUST = "rust", _("Rust")
        INK = "ink", _("Ink")

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.INTERNAL)
    # What customers are told it is called, on the portal and in mail.
    public_name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=5, default="sv")
    # The colour of its portal.
    accent = models.CharField(
        max_length=10, choices=Accent, default=Accent.TEAL, db_default=Accent.TEAL
    )
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

    @property
    def phone_address(self) -> str:
        """Its number as a link dials it."""
        return "".join(sign for sign in self.phone if sign in "+0123456789")


class StandardText(models.Model):
    """Words that leave by themselves, such as a receipt, as one client wants them said."""

    class Use(models.TextChoices):
        RECEIPT = "receipt", _("Receipt")
        CLOSING = "closing", _("Closing")
        GREETING = "greeting", _("Greeting on the portal")
        SIGNATURE = "signature", _("Signature under answers")
        HAND_OVER = "hand-over", _("Mail to a group about a hand-over")
        PROMISE = "promise", _("Promise to the customer")

    # What customers get who need it in easy words, beside what is written in each language.
    EASY = "easy"
    EASY_FOR = (Use.RECEIPT, Use.CLOSING, Use.PROMISE)

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="texts")
    use = models.CharField(max_length=20, choices=Use)
    language = models.CharField(max_length=5)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    valid_from = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "use", "language", "valid_from"], name="one_text_at_a_time"
            )
        ]

    @classmethod
    def variants(cls, use: str) -> dict[str, str]:
        """Return what a text of this use is written in: the languages, and easy Swedish."""
        easy = {cls.EASY: str(_("Easy Swedish"))} if use in cls.EASY_FOR else {}
        return {**dict(settings.LANGUAGES), **easy}
