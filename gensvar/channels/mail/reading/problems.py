"""What can be wrong with a mail, and how to say it to an agent."""

from enum import StrEnum


def _(text: str) -> str:
    """Mark `text` for translation; this folder knows no Django, so the screen translates."""
    return text


class Problem(StrEnum):
    """A stable code; `words` is the English msgid to translate."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    NO_HEADERS = "no_headers"
    NO_SENDER = "no_sender"
    SEVERAL_SENDERS = "several_senders"
    MISLEADING_SENDER = "misleading_sender"
    BROKEN_ADDRESS = "broken_address"
    TOO_MANY_RECIPIENTS = "too_many_recipients"
    LONG_SUBJECT = "long_subject"
    BROKEN_HEADER = "broken_header"
    TOO_MANY_HEADERS = "too_many_headers"
    REPEATED_HEADER = "repeated_header"
    BAD_DATE = "bad_date"
    WRONG_CHARSET = "wrong_charset"
    UNKNOWN_CHARSET = "unknown_charset"
    LOST_CHARACTERS = "lost_characters"
    BROKEN_ENCODING = "broken_encoding"
    BROKEN_PARTS = "broken_parts"
    TOO_DEEP = "too_deep"
    TOO_MANY_PARTS = "too_many_parts"
    LONG_TEXT = "long_text"
    NO_TEXT = "no_text"
    UNSAFE_HTML = "unsafe_html"
    CHANGED_FILE_NAME = "changed_file_name"
    FALSE_FILE_TYPE = "false_file_type"
    EMPTY_FILE = "empty_file"
    EXTERNAL_FILE = "external_file"
    PARTIAL_MAIL = "partial_mail"
    BROKEN_WINMAIL = "broken_winmail"
    BROKEN_SIGNED = "broken_signed"
    ENCRYPTED = "encrypted"

    @property
    def words(self) -> str:
        """Say the problem as a sentence."""
        return WORDS[self]


WORDS = {
    Problem.UNREADABLE: _("Some of this mail could not be read. Open the raw file to see it all."),
    Problem.EMPTY: _("The mail was completely empty."),
    Problem.NO_HEADERS: _("The mail had no headers; everything is shown as text."),
    Problem.NO_SENDER: _("The mail does not say who sent it."),
    Problem.SEVERAL_SENDERS: _("The mail names several senders; the first is used."),
    Problem.MISLEADING_SENDER: _("The sender's name shows another address than the mail's own."),
    Problem.BROKEN_ADDRESS: _("An address in the mail could not be understood."),
    Problem.TOO_MANY_RECIPIENTS: _("The mail has very many recipients; only the first are kept."),
    Problem.LONG_SUBJECT: _("The subject was very long and has been cut."),
    Problem.BROKEN_HEADER: _("A header of the mail was broken or looked like a forgery."),
    Problem.TOO_MANY_HEADERS: _("The mail has very many headers; only the first are read."),
    Problem.REPEATED_HEADER: _("A header that may occur once is there several times."),
    Problem.BAD_DATE: _("The date of the mail could not be understood."),
    Problem.WRONG_CHARSET: _("The text was written in another alphabet code than the mail says."),
    Problem.UNKNOWN_CHARSET: _("The mail names an unknown alphabet code; the text was guessed."),
    Problem.LOST_CHARACTERS: _("Some characters could not be read and are shown as �."),
    Problem.BROKEN_ENCODING: _("A part of the mail was damaged on its way; the rest is shown."),
    Problem.BROKEN_PARTS: _("The mail's parts are not properly separated; something may be odd."),
    Problem.TOO_DEEP: _("The mail has parts within parts too many times; see the raw file."),
    Problem.TOO_MANY_PARTS: _("The mail has very many parts; only the first are shown."),
    Problem.LONG_TEXT: _("The text was very long and has been cut; see the raw file."),
    Problem.NO_TEXT: _("The mail has no text of its own."),
    Problem.UNSAFE_HTML: _("The mail's layout was too complicated to show; the text is shown."),
    Problem.CHANGED_FILE_NAME: _("The name of an attached file was unsafe and has been changed."),
    Problem.FALSE_FILE_TYPE: _("An attached file is not of the kind its name says. Be careful."),
    Problem.EMPTY_FILE: _("An attached file is empty."),
    Problem.EXTERNAL_FILE: _("An attached file was not sent along, only a reference to it."),
    Problem.PARTIAL_MAIL: _("This is one piece of a mail that was sent in several pieces."),
    Problem.BROKEN_WINMAIL: _("A winmail.dat file from Outlook could not be unpacked."),
    Problem.BROKEN_SIGNED: _("A signed mail could not be opened; it is kept as a file."),
    Problem.ENCRYPTED: _("The mail is encrypted and cannot be read here."),
}
