"""Who works in Exempelby."""

from dataclasses import dataclass

DOMAIN = "exempelby.example"
MAILBOX = f"kundtjanst@{DOMAIN}"
ENERGI_MAILBOX = "kundservice@energi.example"
# From the series that the numbering authority keeps free for films and books.
TEXT_NUMBER = "+46701740699"
PASSWORD = "Exempelby-2026"  # noqa: S105 printed at every start; the demo is open to whoever sees it


@dataclass(frozen=True)
class Worker:
    """Somebody who signs in: role, group and nearest manager, by the names used here."""

    key: str
    name: str
    role: str
    title: str
    group: str = ""
    manager: str = ""
    client: str = "exempelby"
    languages: tuple[str, ...] = ("sv",)
    what: str = ""

    @property
    def email(self) -> str:
        domain = "energi.example" if self.client == "energi" else DOMAIN
        return f"{self.key}@{domain}"


@dataclass(frozen=True)
class Answering:
    """A group that answers: code, name, department and the key of its manager."""

    code: str
    name: str
    department: str
    manager: str
    is_front: bool = False
    client: str = "exempelby"


GROUPS = (
    Answering("KUNDTJANST", "Kundtjänst", "Kommunledningen", "karin", is_front=True),
    Answering("TEK-GATA", "Gata och park", "Tekniska kontoret", "mats"),
    Answering("TEK-VA", "Vatten och avlopp", "Tekniska kontoret", "mats"),
    Answering("TEK-AVF", "Avfall", "Tekniska kontoret", "mats"),
    Answering("TEK-FAST", "Fastighet", "Tekniska kontoret", "mats"),
    Answering("SOC-FORS", "Försörjningsstöd", "Socialkontoret", "stig"),
    Answering("SOC-BARN", "Barn och unga", "Socialkontoret", "stig"),
    Answering("SOC-VUX", "Vuxna", "Socialkontoret", "stig"),
    Answering("OMS-HEM", "Hemtjänst", "Omsorgskontoret", "gunilla"),
    Answering("OMS-LSS", "Handikappomsorg", "Omsorgskontoret", "gunilla"),
    Answering("BYGG", "Bygg och miljö", "Bygg- och miljökontoret", "bengt"),
    Answering("SKOLA", "Skola", "Skolkontoret", "ruth"),
    Answering("FORSKOLA", "Förskola", "Skolkontoret", "ruth"),
    Answering("EKO-FAKT", "Fakturor", "Ekonomikontoret", "nils"),
    Answering("FRI-BAD", "Bad och fritid", "Fritidskontoret", "ingrid"),
    Answering("PERSONAL", "Personal", "Kommunledningen", "karin"),
    Answering("OVERFORM", "Överförmyndarenheten", "Kommunledningen", "karin"),
    Answering("ENERGI-KUND", "Kundservice Energi", "Energi AB", "elsa", client="energi"),
)

WORKERS = (
    Worker("karin", "Karin Wall", "manager", "Kundtjänstchef", what="contact centre manager"),
    Worker("cia", "Cia Berg", "team-lead", "Teamledare", "KUNDTJANST", "karin", what="team lead"),
    Worker(
        "ada",
        "Ada Lind",
        "agent",
        "Kundvägledare",
        "KUNDTJANST",
        "cia",
        languages=("sv", "en", "ar"),
        what="agent (Swedish, English, Arabic)",
    ),
    Worker("bo", "Bo Alm", "agent", "Kundvägledare", "KUNDTJANST", "cia", what="agent"),
    Worker("disa", "Disa Holm", "agent", "Kundvägledare", "KUNDTJANST", "cia"),
    Worker("emil", "Emil Sjö", "agent", "Kundvägledare", "KUNDTJANST", "cia"),
    Worker("frida", "Frida Dahl", "agent", "Kundvägledare", "KUNDTJANST", "cia"),
    Worker("goran", "Göran Ek", "agent", "Kundvägledare", "KUNDTJANST", "cia"),
    Worker("mats", "Mats Åkesson", "department-manager", "Teknisk chef", what="her manager"),
    Worker(
        "hanna",
        "Hanna Ström",
        "group-member",
        "Gatuingenjör",
        "TEK-GATA",
        "mats",
        what="handler in TEK-GATA",
    ),
    Worker("hans", "Hans Nyberg", "group-member", "Driftledare", "TEK-GATA", "mats"),
    Worker("vera", "Vera Lund", "group-member", "VA-ingenjör", "TEK-VA", "mats"),
    Worker("anton", "Anton Berg", "group-member", "Avfallshandläggare", "TEK-AVF", "mats"),
    Worker("fia", "Fia Norman", "group-member", "Förvaltare", "TEK-FAST", "mats"),
    Worker(
        "tom",
        "Tom Åberg",
        "performer",
        "Vaktmästare",
        manager="mats",
        what="performer of work orders, on a phone",
    ),
    Worker("elin", "Elin Ström", "performer", "Elin Ström VVS AB"),
    Worker("stig", "Stig Ahl", "department-manager", "Socialchef"),
    Worker(
        "sara",
        "Sara Lind",
        "group-member",
        "Socialsekreterare",
        "SOC-FORS",
        "stig",
        what="handler in SOC-FORS",
    ),
    Worker("tove", "Tove Falk", "group-member", "Socialsekreterare", "SOC-BARN", "stig"),
    Worker("ulf", "Ulf Krona", "group-member", "Socialsekreterare", "SOC-VUX", "stig"),
    Worker("gunilla", "Gunilla Rask", "department-manager", "Omsorgschef"),
    Worker("hedda", "Hedda Vik", "group-member", "Biståndshandläggare", "OMS-HEM", "gunilla"),
    Worker("liv", "Liv Sand", "group-member", "LSS-handläggare", "OMS-LSS", "gunilla"),
    Worker("bengt", "Bengt Moe", "department-manager", "Byggchef"),
    Worker("berit", "Berit Hall", "group-member", "Bygglovshandläggare", "BYGG", "bengt"),
    Worker("ruth", "Ruth Alm", "department-manager", "Skolchef"),
    Worker("jonas", "Jonas Berg", "group-member", "Skoladministratör", "SKOLA", "ruth"),
    Worker("maja", "Maja Ros", "group-member", "Placeringshandläggare", "FORSKOLA", "ruth"),
    Worker("nils", "Nils Öberg", "department-manager", "Ekonomichef"),
    Worker("olga", "Olga Frid", "group-member", "Fakturahandläggare", "EKO-FAKT", "nils"),
    Worker("ingrid", "Ingrid Sol", "department-manager", "Fritidschef"),
    Worker("per", "Per Vall", "group-member", "Badmästare", "FRI-BAD", "ingrid"),
    Worker("lena", "Lena Gran", "group-member", "Personalhandläggare", "PERSONAL", "karin"),
    Worker("axel", "Axel Ring", "group-member", "Handläggare", "OVERFORM", "karin"),
    Worker(
        "elsa",
        "Elsa Kraft",
        "client-representative",
        "Kundansvarig",
        client="energi",
        what="client representative of Energi AB",
    ),
    Worker("kalle", "Kalle Volt", "agent", "Kundvägledare", "ENERGI-KUND", client="energi"),
    Worker("petra", "Petra Plan", "planner", "Bemanningsplanerare"),
    Worker("kvalle", "Kim Kvist", "quality", "Kvalitetsgranskare"),
    Worker("rune", "Rune Arkiv", "registrar", "Registrator"),
    Worker("dina", "Dina Skydd", "dpo", "Dataskyddsombud"),
    Worker("alva", "Alva Norén", "administrator", "Systemförvaltare", what="administrator"),
)

SIGN_INS = tuple(worker for worker in WORKERS if worker.what)
