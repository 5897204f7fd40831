"""How addresses are written, what a need may say, who resembles whom, what a table holds."""

from gensvar.operations.customers.rules.addresses import (
    is_mobile,
    normal,
    normal_mail,
    normal_phone,
    shown_phone,
)

__all__ = ["is_mobile", "normal", "normal_mail", "normal_phone", "shown_phone"]
