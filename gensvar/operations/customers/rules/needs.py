"""A need is kept, never the reason for it: what words may stand beside one."""

import re

# Beginnings of words that tell of health. Whoever needs an interpreter needs no diagnosis for it.
_HEALTH = (
    "adhd",
    "allergi",
    "als-",
    "alzheimer",
    "asperger",
    "autis",
    "bipolär",
    "cancer",
    "cp-skad",
    "demen",
    "depress",
    "diabet",
    "diagnos",
    "dyslexi",
    "epileps",
    "hiv",
    "hjärnskad",
    "intellectual disab",
    "läkemedel",
    "medicin",
    "medicat",
    "missbruk",
    "npf",
    "ocd",
    "parkinson",
    "psykisk",
    "psykos",
    "ptsd",
    "schizofren",
    "schizophren",
    "sjukdom",
    "sjuk",
    "stroke",
    "tourette",
    "utmattning",
    "utvecklingsstör",
)
_WORDS = re.compile(rf"\b(?:{'|'.join(re.escape(one) for one in _HEALTH)})[\w-]*", re.IGNORECASE)


def health_in(words: str) -> str:
    """Return the first word that tells of health, or nothing where there is none."""
    found = _WORDS.search(words)
    return found.group() if found else ""


def in_short(language: str, needs: list[str]) -> str:
    """Return language and needs in a word each: "ar + interpreter"."""
    return " + ".join([language, *needs])
