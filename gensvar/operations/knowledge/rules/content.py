"""Everything that an author writes in a version, whatever the forms it is given in."""

from dataclasses import dataclass, fields
from datetime import date

# Field by field: the form and the language that it is kept as. The title stands with the text.
KEPT_AS = {
    "body": ("text", "sv"),
    "body_en": ("text", "en"),
    "easy": ("easy", "sv"),
    "spoken": ("spoken", "sv"),
    "pdf": ("pdf", "sv"),
    "sign": ("sign", "sv"),
}
LINKS = frozenset({"pdf", "sign"})


@dataclass(frozen=True, kw_only=True)
class Content:
    """The words of a version; `pdf` and `sign` are addresses of pages elsewhere."""

    title: str
    body: str
    easy: str = ""
    title_en: str = ""
    body_en: str = ""
    spoken: str = ""
    pdf: str = ""
    sign: str = ""
    review_on: date
    what_is_new: str = ""
    is_correction: bool = False
    what_was_wrong: str = ""

    def texts(self) -> dict[str, str]:
        """Return what is written, by field, for comparing two versions."""
        skipped = {"review_on", "is_correction"}
        given = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: text for name, text in given.items() if name not in skipped}
