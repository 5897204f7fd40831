"""The process `gensvar post`: mail in by SMTP, LMTP and IMAP, mail out by SMTP."""

from gensvar.channels.mail.post.process import run

__all__ = ["run"]
