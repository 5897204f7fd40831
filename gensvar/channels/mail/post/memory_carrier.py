"""A carrier that carries nothing: it keeps what it was given, and refuses whom it is told to."""

from collections.abc import Sequence

from gensvar.channels.mail.actions.sending import Dispatch
from gensvar.channels.mail.post.carrier import NotNow, Refusal, RefusedForGood


class MemoryCarrier:
    def __init__(self) -> None:
        self.carried: list[Dispatch] = []
        # Answers to recipients, such as (550, "5.1.1 unknown").
        self.answers: dict[str, tuple[int, str]] = {}
        self.is_away = False

    def carry(self, dispatch: Dispatch) -> Sequence[Refusal]:
        if self.is_away:
            raise NotNow("nobody is there")
        refused = [(who, *self.answers[who]) for who in dispatch.recipients if who in self.answers]
        is_nobody = len(refused) == len(dispatch.recipients)
        put_off = [one for one in refused if one[1] < 500]
        if put_off and (is_nobody or dispatch.attempts < 3):
            raise NotNow("; ".join(words for _who, _code, words in put_off))
        if is_nobody:
            raise RefusedForGood(refused)
        self.carried.append(dispatch)
        return refused

    def rest(self) -> None:
        pass
