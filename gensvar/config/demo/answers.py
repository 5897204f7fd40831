"""What Exempelby answers: short articles and checklists, true in most Swedish municipalities."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """An article: owner's and approver's keys, group, subjects, and when it was approved."""

    title: str
    text: str
    owner: str
    approver: str
    group: str
    subjects: tuple[str, ...]
    easy: str = ""
    title_en: str = ""
    text_en: str = ""
    spoken: str = ""
    days_ago: int = 60
    review_after_days: int = 365
    is_public: bool = True
    kind: str = "answer"


GATA = ("hanna", "mats", "TEK-GATA")
AVFALL = ("anton", "mats", "TEK-AVF")
VATTEN = ("vera", "mats", "TEK-VA")
SOC = ("sara", "stig", "SOC-FORS")
SKOLA = ("jonas", "ruth", "SKOLA")
FORSKOLA = ("maja", "ruth", "FORSKOLA")
BYGG = ("berit", "bengt", "BYGG")
FAKTURA = ("olga", "nils", "EKO-FAKT")
BAD = ("per", "ingrid", "FRI-BAD")
HEM = ("hedda", "gunilla", "OMS-HEM")
KUND = ("cia", "karin", "KUNDTJANST")

ANSWERS = (
    Answer(
        "Hur anmäler jag ett hål i gatan?",
        "Berätta var hålet är, så nära en adress du kan. Skriv gärna hur stort det är och om någon "
        "kan skada sig. Vi lagar de farligaste hålen först.\n\n"
        "Är hålet på en större väg utanför tätorten är det ofta staten som sköter vägen. "
        "Då anmäler du till Trafikverket.",
        *GATA,
        ("Gator, v",),
        easy="Berätta för oss var hålet är. Skriv en adress. Vi lagar farliga hål först.",
        title_en="How do I report a hole in the street?",
        text_en="Tell us where the hole is, as near to an address as you can. We mend the most "
        "dangerous holes first.",
        spoken="Fråga efter adress och om hålet är farligt. Farliga hål går först.",
    ),
    Answer(
        "När plogas och sandas min gata?",
        "Vi börjar med stora vägar, gång- och cykelvägar och vägar till skolor. Bostadsgator "
        "kommer "
        "efter det. När det snöar mycket kan det dröja.\n\nBor du vid en enskild väg är det "
        "vägföreningen som plogar.",
        *GATA,
        ("Snöröjning", "Gator, v"),
        easy="Vi plogar de stora vägarna först. Sedan plogar vi gatan där du bor.",
    ),
    Answer(
        "Hur anmäler jag en trasig gatlampa?",
        "Skriv adressen där lampan står. Står det ett nummer på stolpen, skriv det också. "
        "Enstaka lampor lagas ofta tillsammans med andra i närheten.\n\n"
        "Hänger en kabel ner? Rör den inte och ring 112.",
        *GATA,
        ("Gatubelysning",),
    ),
    Answer(
        "Hur får jag boendeparkering?",
        "Du ska vara folkbokförd i området och äga eller leasa bilen. Ansök med "
        "registreringsnummer. "
        "Tillståndet gäller från den dag du har betalat.",
        *GATA,
        ("Parkering",),
        title_en="How do I get a resident's parking permit?",
        text_en="You must be registered at an address in the area and own or lease the car.",
        days_ago=120,
    ),
    Answer(
        "Vem kan få parkeringstillstånd för rörelsehindrad?",
        "Den som har mycket svårt att gå kan få tillstånd. Du söker hos den kommun där du är "
        "folkbokförd.\n\nSkicka med:\n- ansökan\n- ett läkarintyg om hur du kan gå\n- ett foto\n\n"
        "Tillståndet är personligt och följer dig, inte bilen.",
        *GATA,
        ("Parkering",),
        easy="Har du svårt att gå? Då kan du få ett tillstånd att parkera. En läkare måste skriva "
        "ett intyg.",
    ),
    Answer(
        "Hur sorterar jag mitt avfall?",
        "Matavfall läggs för sig. Förpackningar av papper, plast, metall och glas sorteras var för "
        "sig. Batterier, färg och kemikalier är farligt avfall och ska aldrig i soppåsen.",
        *AVFALL,
        ("Avfall", "Återvinningscentral"),
        easy="Lägg matavfall för sig. Lägg papper, plast, metall och glas var för sig. "
        "Lägg aldrig batterier i soporna.",
        title_en="How do I sort my waste?",
        text_en="Food waste by itself; paper, plastic, metal and glass packaging each by "
        "themselves. Batteries and paint are hazardous waste.",
    ),
    Answer(
        "Soporna blev inte hämtade, vad gör jag?",
        "Låt kärlet stå kvar vid vägen. Kontrollera att locket går att öppna och att vägen dit var "
        "fri. Berätta sedan för oss vilken adress det gäller, så tar vi reda på när de hämtas.",
        *AVFALL,
        ("Avfall",),
        days_ago=420,
        review_after_days=365,
    ),
    Answer(
        "Mitt vatten är brunt, är det farligt?",
        "Brunt vatten kommer oftast från avlagringar i ledningen. Det ser illa ut men är sällan "
        "farligt.\n\n- Spola kallt vatten i tio minuter\n- Tvätta inte vit tvätt\n- Ge inte "
        "vattnet "
        "till små barn förrän det är klart\n\nÄr det brunt efter en timme? Hör av dig igen.",
        *VATTEN,
        ("Vatten, avlopp",),
        easy="Spola kallt vatten i tio minuter. Är vattnet brunt efter det? Ring oss.",
        spoken="Spola kallt i tio minuter. Fråga om grannarna har samma problem.",
    ),
    Answer(
        "Hur läser jag av vattenmätaren?",
        "Mätaren sitter oftast där vattnet kommer in i huset. Skriv upp alla svarta siffror. "
        "De röda behövs inte. Lämna siffrorna och mätarens nummer till oss.",
        *VATTEN,
        ("Vattenmätare", "Vatten, avlopp"),
    ),
    Answer(
        "Hur ansöker jag om försörjningsstöd?",
        "Försörjningsstöd är hjälp när pengarna inte räcker och du inte kan ordna det på "
        "annat sätt. "
        "Du ska först ha sökt annat du har rätt till, som a-kassa och bostadsbidrag.\n\n"
        "Du ansöker för en månad i taget. En handläggare går igenom inkomster och utgifter. "
        "Ett beslut kan du alltid överklaga.",
        *SOC,
        ("Försörjningsstöd",),
        easy="Räcker inte pengarna? Då kan du söka försörjningsstöd. Du söker för en månad i "
        "taget. "
        "En handläggare hjälper dig.",
        title_en="How do I apply for income support?",
        text_en="Income support is help when your money is not enough and there is no other way. "
        "You apply for one month at a time.",
    ),
    Answer(
        "När får jag svar på min ansökan om försörjningsstöd?",
        "Det beror på om alla papper finns med. Saknas något hör handläggaren av sig. Akut "
        "brist på "
        "mat eller medicin tas upp samma dag: säg det när du hör av dig.",
        *SOC,
        ("Försörjningsstöd",),
    ),
    Answer(
        "Hur sjukanmäler jag mitt barn i skolan?",
        "Anmäl varje dag som barnet är sjukt, före första lektionen. Du gör det i skolans "
        "app eller "
        "per telefon. Ska barnet vara ledigt av annat skäl söker du ledighet i förväg.",
        *SKOLA,
        ("Sjukanmälan elever", "Allmänt skola"),
        title_en="How do I report my child sick from school?",
        text_en="Report every day that the child is ill, before the first lesson.",
    ),
    Answer(
        "Vem får skolskjuts?",
        "Elever i grundskolan har rätt till gratis skolskjuts om vägen är lång eller farlig, "
        "eller om "
        "eleven har en funktionsnedsättning. Väljer du en annan skola än den kommunen "
        "anvisar gäller "
        "rätten oftast inte.",
        *SKOLA,
        ("Skolskjuts",),
    ),
    Answer(
        "Hur söker jag plats i förskolan?",
        "Du kan ställa barnet i kö i god tid före start. Kommunen ska erbjuda plats inom "
        "fyra månader "
        "från det att du vill ha den. Syskon placeras om möjligt på samma förskola.",
        *FORSKOLA,
        ("Barnomsorgsplats", "Förskola, allmänt"),
        easy="Du kan ställa ditt barn i kö. Du får en plats inom fyra månader.",
        title_en="How do I apply for a place in preschool?",
        text_en="You can join the queue well in advance. The municipality offers a place within "
        "four months.",
    ),
    Answer(
        "Behöver jag bygglov?",
        "Ett nytt hus eller en stor tillbyggnad behöver oftast lov. För en mindre byggnad på "
        "tomten, "
        "som en friggebod, räcker ibland en anmälan eller inget alls. Reglerna har ändrats flera "
        "gånger: fråga innan du bygger.\n\nBörja aldrig bygga före startbesked.",
        *BYGG,
        ("Bygglov",),
        easy="Fråga oss innan du bygger. Börja inte bygga innan du har fått ett startbesked.",
    ),
    Answer(
        "Hur lång tid tar ett bygglov?",
        "När ansökan är komplett ska beslut komma inom tio veckor. Saknas en ritning räknas tiden "
        "från den dag den har kommit in.",
        *BYGG,
        ("Bygglov",),
        spoken="Tio veckor från komplett ansökan. Fråga om de har fått ett brev om att något "
        "saknas.",
    ),
    Answer(
        "Hur ofta kommer sotaren?",
        "Det beror på vad du eldar i och hur mycket. Sotaren skickar en avi före besöket. "
        "Brandskyddskontroll görs med några års mellanrum, sotning oftare.",
        *BYGG,
        ("Sotning, besiktning",),
        is_public=False,
        days_ago=20,
    ),
    Answer(
        "Min faktura är fel, vad gör jag?",
        "Hör av dig före förfallodagen. Ha fakturans nummer till hands. Den del du inte "
        "håller med om "
        "utreds, resten betalar du som vanligt.\n\nKan du inte betala i tid? Fråga om "
        "uppskov innan "
        "fakturan förfaller.",
        *FAKTURA,
        ("Fakturor",),
        easy="Är fakturan fel? Ring oss innan du ska betala. Ha fakturans nummer framme.",
        title_en="My invoice is wrong, what do I do?",
        text_en="Get in touch before it is due, and have the invoice number at hand.",
    ),
    Answer(
        "Hur anmäler jag mitt barn till simskola?",
        "Anmälan öppnar före varje termin. Barnet ska ha fyllt sex år. Är kursen full hamnar ni på "
        "väntelista och får besked när en plats blir ledig.",
        *BAD,
        ("Badhus/Simskola",),
    ),
    Answer(
        "Hur ansöker jag om hemtjänst?",
        "Du ansöker hos en biståndshandläggare, som tar reda på vad du behöver. Beslutet "
        "gäller det "
        "du själv inte klarar. Avgiften beror på din inkomst och har ett högsta belopp.",
        *HEM,
        ("Hemtjänst",),
        easy="Behöver du hjälp hemma? Prata med en handläggare. Hon frågar vad du behöver. "
        "Det du betalar beror på vad du tjänar.",
    ),
    Answer(
        "Hur gör jag när jag ångrar ett köp?",
        "Köper du på nätet eller per telefon har du oftast fjorton dagars ångerrätt. I en "
        "butik finns "
        "ingen ångerrätt, men många butiker har öppet köp. Ett fel på varan kan du reklamera "
        "upp till "
        "tre år efter köpet.",
        *KUND,
        ("Konsumentvägledning",),
        easy="Har du köpt något på nätet? Då kan du ångra dig i fjorton dagar.",
    ),
    Answer(
        "Hål eller skada på gata: så tar du emot",
        "Fråga efter adress eller närmaste korsning\n"
        "Fråga om någon kan skada sig nu\n"
        "Se på kartan om det är kommunens gata: https://karta.exempelby.example/?q={arende}\n"
        "Är det statens väg: hänvisa till Trafikverket\n"
        "Är det farligt nu: ring jouren innan du lägger på\n"
        "Säg när kunden får veta mer",
        *GATA,
        ("Gator, v",),
        kind="checklist",
        is_public=False,
    ),
    Answer(
        "Parkeringstillstånd: så svarar du",
        "Fråga om det gäller boende, nyttokort eller rörelsehindrad\n"
        "Sök tillståndet: https://tillstand.exempelby.example/sok?arende={arende}\n"
        "Kontrollera att kunden är folkbokförd i området\n"
        "Säg vad som ska skickas med ansökan\n"
        "Säg hur lång tid det brukar ta",
        *GATA,
        ("Parkering",),
        kind="checklist",
        is_public=False,
    ),
)
# The resident's permit was described wrongly once; this is what it said before.
WRONG_TEXT = (
    "Du ska bo i området. Ansök med registreringsnummer. "
    "Tillståndet gäller från den dag du ansöker."
)
WHAT_WAS_WRONG = "Tillståndet gäller från den dag det är betalt, inte från ansökan."
