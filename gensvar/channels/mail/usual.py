"""The words of our own mails where the client has written none; also in easy words.

Easy words are short sentences, with one thing in each.
"""

from django.utils.translation import gettext as _


def usual_receipt(*, is_easy: bool) -> str:
    if is_easy:
        return _(
            "Hello!\n\n"
            "We have got your question.\n"
            "We will read it.\n"
            "Then we write to you.\n"
            "{promise}\n\n"
            "Do you want to say more? Answer this mail.\n\n"
            "You can see your question here: {link}\n"
            "Your number is {number}\n"
            "Your code is {code}\n\n"
            "This mail was sent by a computer.\n\n"
            "{organisation}\n"
        )
    return _(
        "Hello,\n\n"
        "Thank you for your message. It has reached us and has number {number}.\n\n"
        "What happens next: somebody reads your question and answers you by e-mail. {promise}\n\n"
        "If you want to add something, answer this mail.\n\n"
        "You can follow your case at {link}\n"
        "Number: {number}\n"
        "Code: {code}\n\n"
        "This receipt was sent automatically.\n\n"
        "Kind regards,\n"
        "{organisation}\n"
    )


def usual_closing(*, is_easy: bool) -> str:
    if is_easy:
        return _(
            "Hello!\n\n"
            "We are done with your question.\n"
            "It has number {number}.\n\n"
            "Do you want to ask more? Answer this mail.\n"
            "You can read our answer here: {link}\n\n"
            "{organisation}\n"
        )
    return _(
        "Hello,\n\n"
        "Your case {number} is now done.\n\n"
        "If something remains, answer this message and the case is taken up again. What has been "
        "said can be read at {link}\n\n"
        "Kind regards,\n"
        "{organisation}\n"
    )


def usual_promise(*, is_easy: bool) -> str:
    if is_easy:
        return _(
            "Hello!\n\n"
            "{promise}\n\n"
            "Sometimes it takes longer.\n"
            "Then we tell you, and we say why.\n"
            "You can see your question here: {link}\n\n"
            "{organisation}\n"
        )
    return _(
        "Hello,\n\n"
        "{promise}\n\n"
        "Should it take longer, we tell you beforehand and say why. You can follow your case at "
        "{link}\n\n"
        "Kind regards,\n"
        "{organisation}\n"
    )
