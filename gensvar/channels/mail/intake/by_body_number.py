"""A case number in the words counts last, and only from somebody who is on the case already."""

from gensvar.channels.mail.intake.by_subject_number import find_by_number
from gensvar.channels.mail.intake.incoming import Incoming


def find_case(incoming: Incoming) -> None:
    find_by_number(incoming, incoming.mail.numbers_in_body)
