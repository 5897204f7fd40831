"""The service areas of a Swedish municipality, by department, to begin a catalogue from."""

from collections.abc import Mapping
from typing import Final

# Department → service areas: the 24 of the source (SKE-29). The departments are ours.
AREAS: Final[Mapping[str, tuple[str, ...]]] = {
    "Kommunledningen": (
        "Personal",
        "Administration",
        "Medborgarservice",
        "Nämndservice",
        "Överförmyndarverksamhet",
        "Medborgarkontor",
        "Växel",
        "Konsument & energirådgivning",
        "Repro",
    ),
    "Ekonomikontoret": ("Ekonomi", "Upphandling"),
    "Tekniska kontoret": (
        "Måltider",
        "Fastigheter",
        "Lokalvård",
        "Ny- och ombyggnation",
        "Underhåll",
        "Drift",
        "Hyresadm",
    ),
    "Socialkontoret": ("Bostadsanpassning", "Bostadsförmedling"),
    "Skolkontoret": ("Köadm förskola", "Förskola", "Skola"),
    "Omsorgskontoret": ("Äldreomsorg",),
}
COUNT: Final = sum(len(names) for names in AREAS.values())
