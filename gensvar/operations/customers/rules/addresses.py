"""How an address is written so that the same address is always the same."""

import re

import phonenumbers

MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}")


def normal_mail(address: str) -> str | None:
    """Return a mail address in lower case, or None where it is not one."""
    address = address.strip().strip("<>").lower()
    return address if MAIL.fullmatch(address) and len(address) <= 320 else None


def normal_phone(number: str, *, country: str = "SE") -> str | None:
    """Return a phone number as +46701111111, or None where it is not one."""
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def is_mobile(number: str) -> bool:
    """Say whether a number in the form +46701111111 is a mobile phone's, for all one can tell."""
    try:
        kind = phonenumbers.number_type(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False
    kinds = phonenumbers.PhoneNumberType
    return kind in {kinds.MOBILE, kinds.FIXED_LINE_OR_MOBILE}


def shown_phone(number: str, *, country: str = "SE") -> str:
    """Return a phone number as people write it: 070-111 11 11; abroad with its country code."""
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return number
    is_here = parsed.country_code == phonenumbers.country_code_for_region(country)
    formats = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(
        parsed, formats.NATIONAL if is_here else formats.INTERNATIONAL
    )


def normal(kind: str, value: str) -> str | None:
    """Return `value` in the one form in which addresses of this kind are compared."""
    if kind == "mail":
        return normal_mail(value)
    return normal_phone(value) if kind == "phone" else value.strip() or None
