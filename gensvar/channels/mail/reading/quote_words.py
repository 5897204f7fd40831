"""How mail programs in Europe's languages introduce an old mail: words only, no decisions."""

import re

# «-----Original Message-----»
ORIGINAL = (
    "original message", "original appointment", "reply message", "antwort nachricht",
    "ursprungligt meddelande", "ursprungsmeddelande",
    "originalmeddelande", "ursprungligt mejl", "ursprungligt mail", "oprindelig meddelelse",
    "original meddelelse", "den oprindelige meddelelse", "oprindelig besked", "original besked",
    "opprinnelig melding", "original melding", "opprinnelig e-post", "alkuperäinen viesti",
    "ursprüngliche nachricht", "ursprüngliche e-mail", "ursprüngliche mail", "originalnachricht",
    "original-nachricht", "original nachricht", "message d'origine", "message d’origine",
    "message original", "message originel", "message initial", "mail original", "e-mail d'origine",
    "mensaje original", "mensaje inicial", "mensagem original", "messaggio originale",
    "messaggio di origine", "oorspronkelijk bericht", "origineel bericht",
    "wiadomość oryginalna", "oryginalna wiadomość", "treść oryginalnej wiadomości",
    "původní zpráva", "původní e-mail", "originální zpráva", "pôvodná správa", "originálna správa",
    "eredeti üzenet", "eredeti levél", "mesaj original", "mesajul original", "mesaj inițial",
    "оригинално съобщение", "първоначално съобщение", "исходное сообщение", "исходное письмо",
    "оригинальное сообщение", "первоначальное сообщение", "оригінальне повідомлення",
    "початкове повідомлення", "вихідне повідомлення", "αρχικό μήνυμα", "algne kiri", "algsõnum",
    "algne sõnum", "sākotnējais ziņojums", "sākotnējā ziņa", "oriģinālais ziņojums",
    "oriģinālā ziņa", "pradinis pranešimas", "originalus laiškas", "originalus pranešimas",
    "pirminis laiškas", "izvirno sporočilo", "prvotno sporočilo", "izvorna poruka",
    "originalna poruka", "izvorna poruka e-pošte", "оригинална порука", "изворна порака",
    "özgün ileti", "orijinal mesaj", "orijinal ileti", "orjinal mesaj", "orjinal ileti",
    "upphafleg skilaboð", "upprunaleg skilaboð", "upprunalegur póstur", "missatge original",
    "mezua jatorrizkoa", "mesazhi origjinal", "teachtaireacht bhunaidh", "messaġġ oriġinali",
    "الرسالة الأصلية", "ההודעה המקורית", "原始邮件", "原始郵件", "元のメッセージ", "원본 메시지",
)  # fmt: skip

# «---------- Forwarded message ---------», «Begin forwarded message:»
FORWARDED = (
    "forwarded message", "forwarded by", "begin forwarded message", "forwarded mail",
    "vidarebefordrat meddelande", "vidarebefordrat brev", "vidarebefordrat mail",
    "vidarebefordrat mejl", "vidarebefordrat e-postmeddelande", "vidarebefordrat",
    "start på vidarebefordrat brev", "början på vidarebefordrat brev",
    "början av vidarebefordrat meddelande", "startar vidarebefordrat meddelande",
    "videresendt meddelelse", "videresendt besked", "videresendt mail", "videresendt melding",
    "videresendt e-post", "videresendt", "start på videresendt besked", "start på videresendt mail",
    "start på videresendt melding", "begynnelse på videresendt melding", "videreformidlet melding",
    "weitergeleitete nachricht", "weitergeleitete e-mail", "weitergeleitete mail",
    "anfang der weitergeleiteten nachricht", "anfang der weitergeleiteten e-mail",
    "message transféré", "message réexpédié", "mail transféré", "e-mail transféré",
    "message transmis", "début du message transféré", "début du message réexpédié",
    "mensaje reenviado", "inicio del mensaje reenviado", "mensagem encaminhada",
    "mensagem reencaminhada", "início da mensagem reencaminhada", "início da mensagem encaminhada",
    "messaggio inoltrato", "inizio messaggio inoltrato", "inizio del messaggio inoltrato",
    "doorgestuurd bericht", "begin doorgestuurd bericht", "välitetty viesti",
    "välitetty viesti alkaa",
    "edelleenlähetetty viesti", "alkaa välitetty viesti", "przekazana wiadomość",
    "przesłana wiadomość", "wiadomość przekazana dalej", "początek przekazywanej wiadomości",
    "początek przekazanej wiadomości", "přeposlaná zpráva", "předaná zpráva",
    "začátek přeposílané zprávy", "preposlaná správa", "začiatok preposlanej správy",
    "továbbított üzenet", "továbbított levél", "a továbbított üzenet kezdete",
    "mesaj redirecționat",
    "mesaj redirecţionat", "mesaj retransmis", "începe mesajul redirecționat",
    "препратено съобщение", "начало на препратеното съобщение", "пересылаемое сообщение",
    "пересланное сообщение", "перенаправленное сообщение", "начало переадресованного сообщения",
    "начало переадресованного письма", "переслане повідомлення", "переслане повідомлення",
    "προωθημένο μήνυμα", "μήνυμα που προωθήθηκε", "αρχή προωθημένου μηνύματος", "edastatud kiri",
    "edastatud sõnum", "edasisaadetud kiri", "pārsūtīta ziņa", "pārsūtīts ziņojums",
    "pārsūtītais ziņojums", "persiųstas laiškas", "peradresuotas laiškas", "persiųstas pranešimas",
    "posredovano sporočilo", "proslijeđena poruka", "prosleđena poruka", "прослеђена порука",
    "iletilmiş mesaj", "iletilen mesaj", "iletilen ileti", "yönlendirilmiş ileti",
    "iletilmiş ileti",
    "áframsent", "áframsend skilaboð", "missatge reenviat", "رسالة معاد توجيهها", "الرسالة المحولة",
    "הודעה שהועברה", "转发的邮件", "轉寄郵件", "転送されたメッセージ", "メッセージを転送",
    "vidarebefordrat mejl börjar", "перенаправлене повідомлення", "proslijeđena poruka počinje",
    "početak proslijeđene poruke", "mesaj transmis", "mensagem reenviada",
)  # fmt: skip

# The word for "wrote" in «On … Eva wrote:»
WROTE = (
    "wrote", "writes", "skrev", "skriver", "schrieb", "geschrieben", "schreef", "geschreven",
    "a écrit", "a ecrit", "écrit", "écrivait", "escribió", "escribio", "ha scritto", "scrive",
    "escreveu", "napisał", "napisała", "napisał(a)", "napisał/a", "pisze", "napsal", "napsala",
    "napsal(a)", "napsal/a", "napísal", "napísala", "napísal(a)", "napísal/a", "írta", "írt",
    "a scris",
    "написа", "написал", "написала", "написал(а)", "писал", "писал(а)", "пишет", "написав",
    "написав(ла)", "написала(в)", "пише", "έγραψε", "kirjoitti", "kirjutas", "rakstīja", "rašė",
    "parašė", "je napisal", "je napisala", "je napisal/a", "je napisal(a)", "napisao", "napisala",
    "napisao/la", "je napisao", "напишао", "написао", "yazdı", "yazmış", "skrifaði", "va escriure",
    "escribiu", "idatzi zuen", "shkroi", "scríobh", "kiteb", "كتب", "כתב", "כתבה", "a scríobh",
    "写道", "寫道", "のメール", "님이 작성",
)  # fmt: skip

# Labels of the small header that Outlook and others put over the old mail.
LABELS = {
    "from": (
        "from", "från", "fra", "frá", "von", "de", "da", "van", "lähettäjä", "od", "feladó",
        "de la",
        "от", "от кого", "від", "від кого", "από", "kimden", "gönderen", "saatja", "kellelt", "no",
        "nuo", "pošiljatelj", "šalje", "pošiljalac", "expéditeur", "mittente", "remitente",
        "remetente", "absender", "afzender", "avsändare", "avsender", "afsender", "nadawca",
        "odesílatel", "odosielateľ", "sūtītājs", "siuntėjas", "подател", "отправитель",
        "відправник", "αποστολέας", "expeditor", "sendandi", "من", "מאת",
        "发件人", "寄件者", "差出人",
        "보낸 사람", "nga", "ó", "送信元", "message de",
        "expeditorul",
    ),
    "date": (
        "sent", "date", "skickat", "skickades", "datum", "dato", "sendt", "sendt dato", "gesendet",
        "gesendet am", "envoyé", "envoyé le", "enviado", "enviado el", "enviada", "enviada em",
        "enviado em", "fecha", "data", "inviato", "verzonden", "lähetetty", "lähetysaika",
        "päivämäärä", "päiväys", "pvm", "wysłano", "wysłane", "odesláno", "dátum", "odoslané",
        "elküldve", "küldve", "küldés dátuma", "trimis", "trimisă", "trimis la", "дата",
        "отправлено",
        "изпратено", "надіслано", "στάλθηκε", "ημερομηνία", "εστάλη", "gönderildi",
        "gönderme tarihi", "gönderilme tarihi", "tarih", "saadetud", "kuupäev", "nosūtīts",
        "datums", "išsiųsta", "poslano", "poslato", "dags", "dagsetning", "sendt den", "تاريخ",
        "التاريخ", "تم الإرسال", "נשלח", "תאריך",
        "发送时间", "日期", "送信日時", "보낸 날짜", "datë", "日付", "dată", "data wysłania",
        "message du", "envoyé à", "datum odeslání", "päivä", "dátum odoslania",
    ),
    "to": (
        "to", "till", "til", "an", "à", "a", "para", "vastaanottaja", "do", "komu", "címzett",
        "către", "catre", "la", "кому", "до", "получатель", "προς", "kime", "alıcı", "saaja", "kam",
        "kellele", "za", "prima", "aan", "destinataire", "destinatario", "destinatário",
        "empfänger",
        "ontvanger", "mottagare", "modtager", "mottaker", "adresat", "příjemce", "príjemca", "k",
        "إلى", "אל", "收件人", "宛先", "받는 사람", "viðtakandi", "për", "送信先", "pour", "pre",
    ),
    "cc": (
        "cc", "kopia", "kopi", "kopie", "dw", "másolatot kap", "másolat", "copie", "cópia", "копия",
        "копія", "κοιν", "κοινοποίηση", "bilgi", "koopia", "kopija", "kp", "do wiadomości",
        "в копии",
        "afrit", "نسخة", "bcc", "reply-to", "svar till", "antwort an", "kopio", "copie à",
        "kópia", "kopie (cc)", "kopia (cc)", "kopi (cc)", "copia", "répondre à", "svar til",
    ),
    "subject": (
        "subject", "ämne", "emne", "betreff", "betrifft", "objet", "sujet", "asunto", "assunto",
        "oggetto", "onderwerp", "aihe", "otsikko", "temat", "předmět", "predmet", "vec", "tárgy",
        "subiect", "тема", "относно", "θέμα", "konu", "teema", "temats", "tēma", "tema", "zadeva",
        "naslov", "efni", "موضوع", "الموضوع", "נושא", "主题", "主旨", "件名", "제목", "subjekt",
        "subiectul",
    ),
}  # fmt: skip

FORWARD_PREFIX = re.compile(
    r"\s*\[?\s*(?:fwd?|vb|wg|wtr|tr|rv|enc|pd|vl|dj|doorst|yml|i̇lt|ilt|iletilmiş|fs|pr|prev|psl"
    r"|пр|пересл|πρθ|προωθ|továbbítás|továbbítva|i|videresendt?|vidarebefordrat|weitergeleitet)\s*:",
    re.IGNORECASE,
)
DANISH_FORWARD = re.compile(r"\s*vs\s*:", re.IGNORECASE)
DECORATION = re.compile(r"^[>\s*|]*[-_=*—–]{2,}\s*|\s*[-_=*—–]{2,}[\s*|]*$")
MARK_AND_REST = re.compile(r"[>\s*|]*[-_=]{3,}\s*([^-_=]{5,60}?)\s*[-_=]{3,}\s*(\S.*)", re.DOTALL)
TRAILER = re.compile(r"[\s:：*]+$")
_ORIGINAL, _FORWARDED = frozenset(ORIGINAL), frozenset(FORWARDED)
ROLE = {label: role for role, labels in LABELS.items() for label in labels}


def _core(line: str) -> str:
    return folded(TRAILER.sub("", DECORATION.sub("", line.strip(" \t>*"))))


def folded(words: str) -> str:
    """Return the words in small letters; the Turkish İ becomes a plain i."""
    return words.strip().lower().replace("\u0307", "")


def is_original_mark(line: str) -> bool:
    """Tell whether the line is «-----Original Message-----» in any of the languages."""
    return len(line) < 120 and _is_decorated(line) and _core(line) in _ORIGINAL


def is_forward_mark(line: str) -> bool:
    """Tell whether the line introduces a forwarded mail in any of the languages."""
    if not _is_decorated(line):
        return False
    if len(line) > 120:
        return forward_rest(line) != ""
    core = _core(line)
    if core in _FORWARDED or core.startswith(("forwarded by ", "forwarded message from ")):
        return True
    return forward_rest(line) != ""


def forward_rest(line: str) -> str:
    """Return what follows the mark on its own line, if a header label does."""
    found = MARK_AND_REST.match(line[:2_000])
    if not found or folded(found[1]) not in _FORWARDED:
        return ""
    name = re.split("[:：]", found[2], maxsplit=1)[0]
    return found[2] if ROLE.get(folded(name)) else ""


def _is_decorated(line: str) -> bool:
    stripped = line.strip(" \t>*")
    return stripped.startswith(("-", "_", "=", "—", "–")) or stripped.endswith((":", "："))


def is_forward_subject(subject: str, text: str) -> bool:
    """Tell whether the outermost prefix of the subject says the mail was sent on."""
    if FORWARD_PREFIX.match(subject):
        return True
    # «VS:» is a reply in Finnish but a forward in Danish and Norwegian.
    return (
        DANISH_FORWARD.match(subject) is not None
        and re.search(r"^\W*Fra\s*:", text, re.M) is not None
    )
