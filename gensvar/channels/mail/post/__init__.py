"""The process `gensvar post`: mail in by SMTP, LMTP and IMAP, mail out by SMTP."""
