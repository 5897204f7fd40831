"""Names, streets and questions of Exempelby; all invented."""

FIRST_NAMES = """
Anna Eva Maria Karin Sara Kristina Lena Emma Elin Johanna Linnea Ida Amina Fatima Leila Zahra
Hodan Nina Ulla Birgitta Margareta Lars Anders Johan Per Nils Erik Karl Mikael Jan Peter Thomas
Daniel Fredrik Andreas Hans Stefan Mats Ali Ahmed Omar Hassan Yusuf Viktor Oskar Hugo Elias Axel
Bengt Rolf Åke Sven Astrid Saga Wilma Ebba Maja Alva Signe Inga Märta Gunnar Arne Ture Tor Vidar
""".split()
LAST_NAMES = """
Ek Lind Alm Berg Holm Sjö Dahl Strand Åkesson Nyberg Lund Falk Krona Rask Vik Sand Moe Hall Ros
Öberg Frid Sol Vall Gran Ring Norén Said Hussein Farah Nilsson Andersson Johansson Karlsson
Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson Bengtsson Lindberg
Lindström Lindgren Sandberg Forsberg Sjöberg Wallin Engström Eklund Lundin Gunnarsson Holmberg
Björk Bergman Sundberg Fors Wikström Isaksson Hedlund Näslund Marklund Burman Lövgren Stenlund
Åström Häggström Boström
""".split()
STREETS = [
    "Skolgatan",
    "Storgatan",
    "Kyrkogatan",
    "Parkvägen",
    "Strandgatan",
    "Bruksgatan",
    "Kanalgatan",
    "Nygatan",
    "Hamngatan",
    "Lasarettsvägen",
    "Norra Järnvägsgatan",
    "Södra Esplanaden",
    "Björkvägen",
    "Granvägen",
    "Tallstigen",
    "Ängsvägen",
    "Idrottsgatan",
    "Brinkvägen",
    "Solbacken",
    "Åkervägen",
]

# What people say about the commonest subjects; {g} is a street with a number.
TITLES = {
    "Försörjningsstöd": (
        "När kommer utbetalningen",
        "Har ansökan kommit fram",
        "Vilka papper behövs till ansökan",
        "Vill tala med sin handläggare",
    ),
    "Fakturor": (
        "Fakturan stämmer inte",
        "Vill dela upp betalningen",
        "Har inte fått någon faktura",
        "Autogiro, hur gör man",
    ),
    "Parkering": (
        "Parkeringstillstånd {g}",
        "Fått böter på {g}",
        "Boendeparkering, felaktig avgift",
        "Tillstånd för rörelsehindrade",
    ),
    "Hemtjänst": ("Byte av dag för hjälpen", "Ny ansökan om hemtjänst", "Ingen kom i morse"),
    "Avfall": ("Sopkärlet inte tömt, {g}", "Byta storlek på kärl", "När töms det gröna kärlet"),
    "Gator, v": ("Gropar i asfalten, {g}", "Trasig gatlykta, {g}", "Oplogat på {g}"),
    "Insatser för barn och unga": ("Vill nå socialjouren", "Fråga om kontaktfamilj"),
    "Sjukanmälan elever": ("Sjukanmälan", "Frisk igen i morgon"),
    "Badhus/Simskola": ("Plats i simskola", "Öppettider på lovet", "Boka bana"),
    "Vatten, avlopp": ("Brunt vatten, {g}", "Stopp i avloppet, {g}", "Vatten borta på {g}"),
    "Barnomsorgsplats": ("Plats i kö", "Säga upp plats", "Byta förskola"),
    "Anställning": ("Söka sommarjobb", "Intyg om anställning", "Fråga om lön"),
    "Sotning, besiktning": ("Flytta tid för sotning", "Intyg efter besiktning"),
    "Bygglov": (
        "Bygglov, status altan",
        "Behövs bygglov för plank, {g}",
        "Bygglov för carport, {g}",
    ),
    "Snöröjning": ("Oplogat på {g}", "Halt på {g}"),
    "Gatubelysning": ("Gatlykta släckt, {g}", "Lampor blinkar, {g}"),
}
PLAIN = ("Fråga om {s}", "{s}, vem svarar", "{s}, hur gör jag")

ANSWERS = (
    "Fick svar direkt.",
    "Hänvisad till sidan på webben och hjälpt att fylla i.",
    "Fick besked om hur det går till och hur lång tid det tar.",
    "Uppgiften kontrollerad och lämnad.",
)
FEEDBACK = (
    "Ringt och förklarat. Kunden nöjd.",
    "Svarat med mejl om vad som gäller.",
    "Åtgärdat, kunden har fått veta.",
    "Pratat med kunden, tid bokad.",
)
QUESTIONS = (
    "Kunden vill veta vad som gäller och när.",
    "Kan ni svara kunden? Alla uppgifter står i ärendet.",
    "Kunden väntar på besked från er.",
)
# What inhabitants write today.
LETTERS = (
    "Hej! Det gäller {title}. Jag bor på {street} och undrar vad som gäller.",
    "Hejsan, jag har en fråga om {title}. Kan någon höra av sig?",
    "God dag. Angående {title}: hur lång tid tar det, och vad behöver ni av mig?",
    "Hej, jag skrev förra veckan om {title} men har inte hört något. Hur går det?",
    "Hej! {street} här. Det handlar om {title}. Tacksam för svar.",
)
THANKS = (
    "Tack för svaret! Då vet jag.",
    "Tack, men det löste det inte riktigt. Kan ni titta en gång till?",
    "Tusen tack för snabb hjälp!",
    "Okej. När kan jag räkna med att det är klart?",
)
