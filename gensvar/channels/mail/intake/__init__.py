"""What happens to a mail that has been read: a chain of small filters, in this order.

Each filter looks at what is known and adds to it, or settles the mail: then the rest is skipped.
"""

from gensvar.channels.mail.intake import (
    arrivals_twice,
    automatic_mail,
    bounces,
    by_address_tag,
    by_body_number,
    by_message_id,
    by_subject_number,
    customers,
    into_case,
    language,
    own_mail,
    participants,
    read_receipts,
    receipts,
    senders,
    words,
)
from gensvar.channels.mail.intake.incoming import Filter

CHAIN: tuple[Filter, ...] = (
    arrivals_twice.settle,  # the same mail once more
    own_mail.settle,  # what we sent, come back to us
    senders.find,  # who wrote, and where an answer goes
    language.find,  # in which language to answer
    automatic_mail.recognise,  # machines are kept, but never answered
    bounces.tie,  # a report on a mail that we sent
    read_receipts.tie,  # somebody's program says that our mail was opened
    by_message_id.find_case,
    by_address_tag.find_case,
    by_subject_number.find_case,
    by_body_number.find_case,
    participants.turn_away,  # whoever may read a case and not write in it
    automatic_mail.set_aside,  # a machine's reply to nothing we know
    customers.recognise,
    words.keep,  # the contact, the message and its files
    into_case.put,  # the case it joins, or a new one
    receipts.owe,  # a receipt for a person's new question
)
