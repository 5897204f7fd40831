"""Many wrong passwords at once, sent to a real server with several workers."""

import re
from concurrent.futures import ThreadPoolExecutor

import httpx

from .conftest import PASSWORD, House

TRIES = 24


def attempt(house: House, password: str) -> str:
    with httpx.Client(base_url=house.base, headers={"accept-language": "sv"}, timeout=60) as client:
        page = client.get("/konto/logga-in/").text
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token is not None
        fields = {"login": "lars@exempelby.example", "password": password}
        answer = client.post(
            "/konto/logga-in/",
            data=fields | {"csrfmiddlewaretoken": token[1]},
            headers={"origin": house.base},
        )
    if answer.status_code == 302:
        return "in"
    return "locked" if "Vänta 15 minuter" in answer.text else "wrong"


def test_a_hundred_hands_at_the_door_get_no_more_tries_than_one(house: House) -> None:
    with ThreadPoolExecutor(TRIES) as hands:
        answers = list(hands.map(lambda number: attempt(house, f"wrong {number}"), range(TRIES)))

    assert answers.count("wrong") == 5
    assert answers.count("locked") == TRIES - 5
    assert attempt(house, PASSWORD) == "locked"
