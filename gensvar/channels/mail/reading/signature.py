"""Find where the sender's words end and the signature begins."""

import re
from collections.abc import Sequence

DELIMITER = re.compile(r"\s*(?:--|—|– ?–|__|-- )\s*")
LONG_RULE = re.compile(r"\s*(?:[-_=*~]{5,})\s*")
MOBILE = re.compile(
    r"\W{0,3}(?:"
    r"(?:sent|posted) (?:from|via|with|using) (?:my |the |a |outlook|mail|yahoo|proton"
    r"|samsung|iphone|ipad|android|mobile|spark|gmail|blackberry|nokia|windows)"
    r"|sent from \[mail\]|get \[?outlook for|sent by (?:my )?(?:galaxy|samsung|iphone)"
    r"|from my (?:iphone|ipad|android|galaxy|mobile)\b.{0,20}$"
    r"|sent on the go|skicka(?:t|des) (?:från|med|via|på) (?:min|mitt"
    r"|outlook|e-post|mail|mejl|yahoo|proton|samsung|iphone|ipad|android|telia|mobilen"
    r"|surfplattan)"
    r"|hämta outlook för|skickat från e-post|sendt (?:fra|med|via) (?:min|mit|mitt|outlook"
    r"|mail|yahoo|proton|samsung|iphone|ipad|android)"
    r"|hent outlook (?:til|for)|få outlook (?:til|for)|skaff deg outlook"
    r"|lähetetty (?:\w+ )?(?:\w+sta\b|\w+stä\b|\w+lta\b|\w+ltä\b|iphonesta|laitteesta"
    r"|outlook)"
    r"|hanki outlook|hae outlook|von meine[mr] .{2,40} gesendet|gesendet (?:von|mit"
    r"|über) (?:mein|outlook|der|yahoo|proton|mail|samsung|iphone)"
    r"|diese nachricht wurde von mein|outlook für (?:ios|android)|holen sie sich outlook"
    r"|envoyé (?:de|depuis|à partir de|avec|via) (?:mon|ma|outlook|l'appli|yahoo|proton"
    r"|mon|un )|obtenez outlook|télécharge[rz] outlook"
    r"|enviado (?:desde|do|de|a partir do|com|con|através) (?:mi|meu|o meu|outlook|yahoo"
    r"|proton|el|correo|samsung|iphone|um)"
    r"|obtener outlook|obter o? ?outlook|consigue outlook|inviato (?:da|dal|con"
    r"|tramite) (?:il mio|mio|outlook|iphone|ipad|yahoo|proton|posta|samsung|smartphone"
    r"|tim)"
    r"|scarica outlook|ottieni outlook|verzonden (?:vanaf|met|via|vanuit|van) (?:mijn"
    r"|outlook|yahoo|proton|samsung|iphone|mail|een)"
    r"|verstuurd vanaf mijn|verzonden met blackberry|outlook voor (?:ios|android)|download outlook"
    r"|wysłan[eoay] (?:z|za pomocą|przy użyciu) |pobierz (?:program |aplikację )?outlook"
    r"|odesláno z |odoslané z |získat(?:e)? (?:aplikaci )?outlook|získajte outlook"
    r"|küldve (?:az? )?|iphone-?omról küldve|elküldve "
    r"|az outlook (?:ios|android)|trimis (?:de pe|de la|din|cu) |obțineți outlook"
    r"|изпратено от |отправлено (?:с|из|со) |надіслано (?:з|із) "
    r"|στάλθηκε από|αποστολή από|εστάλη από|iphone'?umdan gönderildi|[^:]{3,30}(?:dan|den"
    r"|ımdan|umdan) gönderildi$|saadetud minu|saadetud (?:mu )?(?:iphone|telefoni)"
    r"|nosūtīts no|išsiųsta iš|siųsta iš|poslano (?:iz|s|z) |poslato sa|sent úr|sent frá"
    r"|enviat des|أُرسلت من|أرسلت من|נשלח מה|从我的|我的iphone|iphoneから送信"
    r")",
    re.IGNORECASE,
)  # fmt: skip
# «Sent with Airmail», «Sent from TypeApp <https://…>»: a program, so it begins with a capital.
PROGRAM = re.compile(
    r"\W{0,3}(?:[Ss]ent|SENT|Skickat|Gesendet) (?:from|with|via|using|by|med|från|mit)"
    r" (?:my )?[A-Z0-9][^.?!]{1,40}(?:[<(\[]\S+[>)\]])?\W{0,3}"
)
CLOSING = re.compile(
    r"(?:med (?:de )?(?:vänliga?|bästa|varma|trevliga) h[äa]lsning(?:ar)?|(?:vänliga|bästa"
    r"|varma|hjärtliga|soliga|många) hälsningar|vänligen|hälsningar(?: från)?"
    r"|m[\s.]?v[\s.]?h\b\.?|hälsar|v[äa]nlig hälsning|vänligast|ha det (?:bra|gott)"
    r"|med venlig hilsen|venlig hilsen|med vennlig hilsen|vennlig hilsen|beste? hilsen"
    r"|hilsen|mange hilsner|kærlig hilsen|de bedste hilsner"
    r"|(?:with )?(?:best|kind|kindest|warm|warmest|many)(?: and kind)? (?:regards|wishes)"
    r"|regards|best wishes|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?"
    r"|cheers|all the best|cordially|best,$|br,$|kr,$"
    r"|mit (?:freundlichen?|besten|herzlichen|freundlichem|lieben|sonnigen) gr(?:ü|u"
    r"|ue)(?:ß|ss)(?:en)?|(?:freundliche|beste|liebe|viele|herzliche|schöne) gr(?:ü"
    r"|ue)(?:ß|ss)e|mfg|hochachtungsvoll|lg,?$|vg,?$"
    r"|(?:bien )?cordialement|(?:bien )?à vous|(?:très )?cordialement|sincères salutations"
    r"|(?:meilleures|cordiales) salutations|salutations(?: distinguées)?|bien à vous"
    r"|amicalement|veuillez agréer"
    r"|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|atte\.?,?$|un saludo"
    r"|muchas gracias y saludos|(?:com os )?(?:melhores )?cumprimentos|atenciosamente"
    r"|abraços"
    r"|(?:cordiali|distinti|cari|i migliori) saluti|cordialmente|saluti"
    r"|met (?:vriendelijke?|hartelijke) groet(?:en)?|vriendelijke groet(?:en)?"
    r"|hartelijke groet(?:en)?|groet(?:en|jes)?,?$|mvg\b|hoogachtend"
    r"|(?:ystävällisin|parhain|terveisin|ystävällisesti) ?(?:terveisin)?|yst\.? ?terv\.?"
    r"|t\.,?$|terv\.?,?$|z poważaniem|pozdrawiam|z wyrazami szacunku|serdecznie pozdrawiam"
    r"|s pozdravem|s přátelským pozdravem|hezký den|s pozdravom"
    r"|üdvözlettel|tisztelettel|üdv\.?,?$|cu (?:stimă|respect)|с уважением|с уважение"
    r"|поздрави|з повагою|με εκτίμηση|φιλικά|saygılar(?:ımla|ımızla)?|iyi çalışmalar"
    r"|lugupidamisega|parimate soovidega|tervitades|ar cieņu|pagarbiai|lep pozdrav"
    r"|s spoštovanjem|lp,?$|srdačan pozdrav|lijep pozdrav|s poštovanjem|pozdrav,?$"
    r"|með (?:kveðju|bestu kveðju)|bestu kveðjur|kær kveðja|kveðja|مع (?:أطيب )?التحيات"
    r"|مع خالص التحية|تحياتي|בברכה)"
    r"(?:\W{0,6}"
    r"|[,.!]?\s+[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,3}\s*[,.!]?\s*"
    r"|\s*/\s*\w[\w .'-]{0,40})",
    re.IGNORECASE,
)  # fmt: skip
AFTERTHOUGHT = re.compile(r"\s*p\.?\s?s\.?(?:[:.\s]|$)", re.IGNORECASE)
CARD = re.compile(r"\S@\S|\bwww\.|https?:|\+?\d[\d ()/-]{6,}\d")
LEGAL = re.compile(
    r"confidential|konfidentiell|sekretess|vertraulich|confidentiel|confidencial|riservat"
    r"|vertrouwelijk|luottamuks|fortrolig|poufn|intended (?:only |solely )?for"
    r"|avse[dt]t? (?:endast )?för"
    r"|personuppgift|unsubscribe|avregistrera",
    re.IGNORECASE,
)
# Thanks end a mail only over a name: «Tack!» and «Tack för hjälpen med …» are words like others.
THANKS = re.compile(
    r"(?:many |with )?(?:thanks|thank you|thx|tack|tusen tack|tack så mycket|tack på förhand|danke"
    r"|vielen dank|merci|gracias|grazie|obrigad[oa]|bedankt|dank u|takk|tak|kiitos|dziękuję|díky)"
    r"(?: again| in advance| so much)?\s*[,.!]?",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_][\w.'’ -]{0,39}")
MOST_LINES = 25
LONG_WORDS = 160


def signature_begins(lines: Sequence[str]) -> int:
    """Return the index of the first signature line, or the number of lines if there is none."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    first = next((at for at in range(end) if lines[at].strip()), end)
    for at in range(max(first + 1, end - 3 * MOST_LINES), end):
        rest = [line for line in lines[at + 1 : end] if line.strip()]
        if len(rest) > 2 * MOST_LINES:
            continue
        if _begins(lines[at], rest) and not _fills_in(lines, at):
            return at
    # A mail that is nothing but «Skickat från min iPhone» has no words of its own.
    if first < end and end - first == 1 and MOBILE.match(lines[first]):
        return first
    return len(lines)


def _fills_in(lines: Sequence[str], at: int) -> bool:
    """Tell whether the words above announce what stands under the rule, as web forms do."""
    if not LONG_RULE.fullmatch(lines[at]):
        return False
    above = [line for line in lines[:at] if line.strip()]
    return bool(above) and above[-1].rstrip().endswith(":")


def _begins(line: str, rest: Sequence[str]) -> bool:
    stripped = line.strip()
    if not stripped or len(stripped) > LONG_WORDS:
        return False
    if DELIMITER.fullmatch(line):
        return True
    if LONG_RULE.fullmatch(line):
        return 0 < len(rest) <= 12 and any(CARD.search(one) or LEGAL.search(one) for one in rest)
    if any(AFTERTHOUGHT.match(one) for one in rest):
        return False
    if THANKS.fullmatch(stripped):
        return 0 < len(rest) <= 2 and all(NAME.fullmatch(one.strip()) for one in rest)
    if MOBILE.match(stripped) or PROGRAM.fullmatch(stripped):
        return len(rest) <= (4 if MOBILE.match(stripped) else 0)
    if len(stripped) < 80 and CLOSING.fullmatch(stripped):
        return len(rest) <= MOST_LINES and _is_contact(rest)
    return False


def _is_contact(rest: Sequence[str]) -> bool:
    """Tell whether the lines under a closing look like a name card, not like more of the mail."""
    questions = sum(line.rstrip().endswith("?") for line in rest)
    if questions:
        return False
    return not rest or len(rest[0]) <= 80
