"""What Exempelby is asked about. The first twenty counts are the source's own, to the letter."""

from dataclasses import dataclass

TOTAL = 225_000


@dataclass(frozen=True)
class Topic:
    """A subject: how many of the past cases, its area and group, how often the front solves it.

    `solved` is the share closed in customer service and `status` the share of status questions.
    """

    name: str
    count: int
    area: str
    group: str
    solved: float = 0.64
    status: float = 0.22


# SKE-15. “Gator, v” is cut off in the source and is not repaired.
TOP_TWENTY = (
    Topic("Försörjningsstöd", 19_745, "Medborgarservice", "SOC-FORS", 0.41, 0.44),
    Topic("Fakturor", 10_212, "Ekonomi", "EKO-FAKT", 0.72, 0.18),
    Topic("Parkering", 10_035, "Drift", "TEK-GATA", 0.83, 0.12),
    Topic("Hemtjänst", 9_672, "Äldreomsorg", "OMS-HEM", 0.52, 0.21),
    Topic("Avfall", 8_885, "Drift", "TEK-AVF", 0.82, 0.13),
    Topic("Gator, v", 8_023, "Underhåll", "TEK-GATA", 0.58, 0.19),
    Topic("Insatser för barn och unga", 7_154, "Medborgarservice", "SOC-BARN", 0.33, 0.28),
    Topic("Sjukanmälan elever", 6_148, "Skola", "SKOLA", 0.97, 0.01),
    Topic("Badhus/Simskola", 5_842, "Medborgarservice", "FRI-BAD", 0.86, 0.14),
    Topic("Vatten, avlopp", 4_944, "Drift", "TEK-VA", 0.66, 0.17),
    Topic("Barnomsorgsplats", 4_923, "Köadm förskola", "FORSKOLA", 0.63, 0.39),
    Topic("Anställning", 4_716, "Personal", "PERSONAL", 0.61, 0.27),
    Topic("Sotning, besiktning", 4_436, "Fastigheter", "BYGG", 0.76, 0.16),
    Topic("Överförmyndarenheten", 4_094, "Överförmyndarverksamhet", "OVERFORM", 0.44, 0.33),
    Topic("Insatser för vuxna", 4_076, "Medborgarservice", "SOC-VUX", 0.35, 0.27),
    Topic("Allmänt skola", 3_949, "Skola", "SKOLA", 0.71, 0.14),
    Topic("Rektor", 3_879, "Skola", "SKOLA", 0.55, 0.15),
    Topic("Bygglov", 3_875, "Ny- och ombyggnation", "BYGG", 0.47, 0.41),
    Topic("Handikappomsorg", 3_579, "Äldreomsorg", "OMS-LSS", 0.42, 0.24),
    Topic("Konsumentvägledning", 3_238, "Konsument & energirådgivning", "KUNDTJANST", 0.95, 0.07),
)

# The rest of the 225 000 lie in subjects that the source does not name: these are ours.
_OTHERS = (
    ("Färdtjänst", "Medborgarkontor", "OMS-HEM"),
    ("Förskola, allmänt", "Förskola", "FORSKOLA"),
    ("Skolskjuts", "Skola", "SKOLA"),
    ("Bostadskö", "Bostadsförmedling", "TEK-FAST"),
    ("Lokalbokning", "Fastigheter", "FRI-BAD"),
    ("Evenemang", "Medborgarservice", "FRI-BAD"),
    ("Gatubelysning", "Drift", "TEK-GATA"),
    ("Snöröjning", "Drift", "TEK-GATA"),
    ("Bibliotek", "Medborgarservice", "FRI-BAD"),
    ("Trygghetslarm", "Äldreomsorg", "OMS-HEM"),
    ("Särskilt boende", "Äldreomsorg", "OMS-HEM"),
    ("Bostadsanpassning", "Bostadsanpassning", "OMS-LSS"),
    ("Livsmedelstillsyn", "Medborgarservice", "BYGG"),
    ("Buller och lukt", "Medborgarservice", "BYGG"),
    ("Kartor och mätning", "Ny- och ombyggnation", "BYGG"),
    ("Tomter", "Ny- och ombyggnation", "BYGG"),
    ("Detaljplan", "Ny- och ombyggnation", "BYGG"),
    ("Gymnasieskola", "Skola", "SKOLA"),
    ("Vuxenutbildning", "Skola", "SKOLA"),
    ("Kulturskola", "Skola", "SKOLA"),
    ("Fritidshem", "Förskola", "FORSKOLA"),
    ("Skolmat", "Måltider", "SKOLA"),
    ("Mat till äldre", "Måltider", "OMS-HEM"),
    ("Lokalvård", "Lokalvård", "TEK-FAST"),
    ("Felanmälan lokal", "Fastigheter", "TEK-FAST"),
    ("Hyra av lokal", "Hyresadm", "TEK-FAST"),
    ("Lekplatser", "Underhåll", "TEK-GATA"),
    ("Parker och träd", "Underhåll", "TEK-GATA"),
    ("Cykelvägar", "Underhåll", "TEK-GATA"),
    ("Vattenmätare", "Drift", "TEK-VA"),
    ("Slamtömning", "Drift", "TEK-AVF"),
    ("Återvinningscentral", "Drift", "TEK-AVF"),
    ("Upphandling", "Upphandling", "EKO-FAKT"),
    ("Föreningsbidrag", "Ekonomi", "FRI-BAD"),
    ("Budget- och skuldråd", "Konsument & energirådgivning", "KUNDTJANST"),
    ("Energiråd", "Konsument & energirådgivning", "KUNDTJANST"),
    ("Nämnder och protokoll", "Nämndservice", "KUNDTJANST"),
    ("Diarium och arkiv", "Administration", "KUNDTJANST"),
    ("Borgerlig vigsel", "Medborgarkontor", "KUNDTJANST"),
    ("Sök person", "Växel", "KUNDTJANST"),
    ("Öppettider", "Medborgarkontor", "KUNDTJANST"),
    ("Trycksaker", "Repro", "KUNDTJANST"),
    ("Näringsliv", "Medborgarservice", "KUNDTJANST"),
    ("Övrigt", "Medborgarservice", "KUNDTJANST"),
)
# None of ours may reach the twentieth of the source.
_CEILING = 3_150


def topics() -> tuple[Topic, ...]:
    """Return every subject of the town; the counts sum to TOTAL."""
    rest = TOTAL - sum(topic.count for topic in TOP_TWENTY)
    slope = 2 * (_CEILING - rest / len(_OTHERS)) / (len(_OTHERS) - 1)
    counts = [int(_CEILING - slope * place) for place in range(len(_OTHERS))]
    counts[-1] += rest - sum(counts)
    others = (
        Topic(name, count, area, group, 0.95 if group == "KUNDTJANST" else 0.72)
        for (name, area, group), count in zip(_OTHERS, counts, strict=True)
    )
    return (*TOP_TWENTY, *others)


def scaled(counts: list[int], total: int) -> list[int]:
    """Shrink or stretch counts so that they sum to `total`, by largest remainder."""
    whole = sum(counts)
    exact = [count * total / whole for count in counts]
    floors = [int(value) for value in exact]
    by_remainder = sorted(range(len(counts)), key=lambda i: floors[i] - exact[i])
    for index in by_remainder[: total - sum(floors)]:
        floors[index] += 1
    return floors
