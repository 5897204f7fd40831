"""What automatic mails call themselves in Europe's languages: words only, no decisions."""

import re

# Subjects no person writes: enough on their own.
SURE_REPLY = re.compile(
    r"\W*(?:auto(?:matic|mated|matisk[at]?|matische[rs]?"
    r"|matikus|matisch|matická|maattinen)?"
    r"[ -]?(?:reply|replied|response|responder|svar|antwort|antwoord|rispondi|reply from)\b"
    r"|automat(?:ed|ic) (?:reply|response|answer|acknowledgement)|automatiskt svar"
    r"|automatisk(?:t)? (?:svar|besvarelse)"
    r"|automatische(?:r|s)? (?:antwort|antwoord|abwesenheit|e-mail-antwort)|automatisch antwoord"
    r"|r[ée]ponse automatique|respuesta autom[áa]tica|resposta autom[áa]tica|risposta automatica"
    r"|automaattinen vastaus|automaattivastaus|odpowied[źz] automatyczna|automatyczna odpowied[źz]"
    r"|automatick[áa] odpov[ěe][ďd]|automatická odpoveď|automatikus válasz|răspuns automat"
    r"|автоматичен отговор|автоматический ответ|автоответ|автоматична відповідь|αυτόματη απάντηση"
    r"|otomatik yanıt|automaatvastus|automaatne vastus|automātiska atbilde|automātiskā atbilde"
    r"|automatinis atsakymas|samodejni odgovor|automatski odgovor|sjálfvirkt svar|رد تلقائي"
    r"|תשובה אוטומטית|自动答复|自動回覆|자동 회신|自動応答"
    r"|resposta automàtica|autoreply|autosvar|autoreact)",
    re.IGNORECASE,
)  # fmt: skip
SURE_AWAY = re.compile(
    r"\W*(?:out[ -]of[ -](?:the )?office|ooo\b\s*[:-]|ooo re\b"
    r"|on vacation\W|away from (?:the |my )?office|vacation (?:auto)?[- ]?(?:reply"
    r"|response|message|notice)"
    r"|frånvaromeddelande|frånvarosvar|frånvaroassistent|ej på kontoret|inte på kontoret"
    r"|semestersvar|semestermeddelande"
    r"|abwesenheitsnotiz|abwesenheitsnachricht|abwesenheitsassistent|abwesenheitsmeldung"
    r"|abwesenheitsbenachrichtigung|außer haus|nicht im büro"
    r"|ikke til stede|fraværsbesked|fraværsmelding|fraværsmeddelelse|fraværsassistent"
    r"|fraværende:|ikke på kontoret|ferieautosvar"
    r"|poissaoloviesti|poissa toimistosta|poissaoloilmoitus|lomavastaus"
    r"|afwezigheidsbericht|afwezigheidsassistent|niet op kantoor|afwezig:"
    r"|absence du bureau|absent du bureau|message d[’']absence|notification d[’']absence"
    r"|absence:|fuera de la? ?oficina|ausente de la oficina|ausencia de la oficina"
    r"|fuori (?:sede|ufficio)|assente:|ausência (?:temporária|do escritório)"
    r"|fora do escritório|poza biurem|nieobecność:|nieobecnosc:|informacja o nieobecności"
    r"|mimo kancelář|mimo kancelári|oznámení o nepřítomnosti|nepřítomnost|házon kívül"
    r"|irodán kívül|távollét|în afara biroului|absent de la birou"
    r"|извън офиса|вне офиса|отсутствие на рабочем месте|поза офісом|εκτός γραφείου"
    r"|ofis dışında|kontorist väljas|kontorist eemal|puhkuseteade"
    r"|ārpus biroja|prombūtnē|nesu biure|ne biure|zunaj pisarne|odsoten|izvan ureda"
    r"|odsutan|fjarverandi|utan skrifstofu|خارج المكتب|מחוץ למשרד|fora de l'oficina)",
    re.IGNORECASE,
)  # fmt: skip
# Words that a person may also write («Frånvaro: Kalle är sjuk»): they need a header beside them.
MAYBE_AWAY = re.compile(
    r"frånvar|semester|föräldraledig|tjänstledig|abwesen|urlaub|fravær|ferie|poissa|loma"
    r"|afwezig|vakantie|absen[ct]|cong[ée]s|vacaciones|ausen"
    r"|assen[tz]|feri[ea]|férias|nieobecn|urlop|nepřítom|neprítom|dovolen|szabadság|távol"
    r"|concediu|отпуск|отсъств|відпустк|άδεια|izin|puhkus"
    r"|atvaļinājum|atostog|dopust|odmor|vacation|holiday|leave|away|out of|retired|slutat"
    r"|slutade|auto",
    re.IGNORECASE,
)
BOUNCE_SUBJECT = re.compile(
    r"undeliver|mail failed|failed mail|user unknown|unknown user|no such user"
    r"|wasn't able to deliver|unable to deliver|did not reach|not deliver|non[- ]?deliver"
    r"|delivery (?:failure|failed|status|has failed"
    r"|report|notification|delayed|problem|incomplete|unsuccessful)"
    r"|mail delivery|failed delivery|delivery error|failure (?:notice|delivery"
    r"|notification)|returned (?:mail|to sender|message|email)|return(?:ed)? to sender"
    r"|could not (?:be delivered|send message)"
    r"|couldn't be delivered|can(?:not|'t) be delivered|delayed (?:mail|delivery)"
    r"|mail system error|message delayed|unzustellbar|nicht zustellbar"
    r"|zustellung fehlgeschlagen|nicht zugestellt|konnte nicht zugestellt"
    r"|zustellbericht|zustellfehler|fehlgeschlagene zustellung|olevererba"
    r"|gick inte att leverera|går inte att leverera|kan inte levereras"
    r"|kunde inte levereras|ej levererat|inte leverera|leveransfel|misslyckad leverans"
    r"|returnerat meddelande"
    r"|ikke leve|kan ikke levere|kunne ikke leveres|ei voi(?:da)?(?:tu)? toimittaa"
    r"|toimitus epäonnistui|toimittamaton|onbestelbaar|niet (?:af)?(?:ge)?lever"
    r"|niet bezorgd|bezorging mislukt"
    r"|non remis|échec de (?:la )?(?:remise|livraison|distribution)|notification d'échec"
    r"|non distribu|message non délivr|retourné|no se (?:puede|pudo|ha podido) entregar"
    r"|no entregad|error de entrega|mensaje devuelto"
    r"|non recapitat|recapito non riuscito|mancato recapito|mancata consegna"
    r"|impossibile recapitare|não (?:é possível )?entreg|falha na entrega"
    r"|não foi possível entregar"
    r"|niedostarcz|nie można dostarczyć|zwrot:|nedoruč|nelze doručit|kézbesíthetetlen"
    r"|sikertelen kézbesítés|nelivr|nu poate fi livrat|недостав|не доставлено"
    r"|не удалось доставить|не може да бъде доставен"
    r"|не вдалося доставити|αδυναμία παράδοσης|δεν (?:είναι δυνατή|παραδόθηκε)"
    r"|teslim edileme|kohaletoimetam|ei saanud kohale|nepiegād|nepristat"
    r"|ni mogoče dostaviti|nedostav|nije (?:moguće )?(?:isporuč|dostav)"
    r"|ekki (?:var )?hægt að afhenda"
    r"|غير قابل للتسليم|配信不能|無法傳遞|undelivrable|delivery-failure|mailer-daemon|rejected:"
    r"|warning: message|error during delivery",
    re.IGNORECASE,
)  # fmt: skip
DELAYED = re.compile(
    r"delay|will be retried|attempts will continue|will (?:keep|continue) trying"
    r"|do not need to resend|no action is required"
    r"|not yet been delivered|försenad|fördröj"
    r"|verzöger|retardé|retrasad|ritard|vertraag|forsink|viiväst|opóźn",
    re.IGNORECASE,
)
# How a server begins its report, whoever it says it is: no person writes these to a mailbox.
REPORT = re.compile(
    r"(?:could not|couldn't|cannot|unable to|not able to|wasn't able to|failed to)"
    r" (?:be )?deliver(?:ed)?"
    r"(?: (?:your|the|this) (?:message|mail|e-?mail))?(?: message)?"
    r" to (?:the following|one or more|<|user\b)"
    r"|did not reach the following|the following (?:recipients?|address(?:es)?|persons?)[^\n]{0,40}"
    r" (?:failed|could not|cannot|had)|failed recipients?\b|non-?delivery report"
    r"|delivery to the following recipients? (?:failed|was aborted|has been)",
    re.IGNORECASE,
)
DAEMON = re.compile(
    r"(?:mailer-?daemon|mail-?daemon|post_?master|mdaemon|system administrator|mail\.daemon"
    r"|bounces?"
    r"|microsoftexchange[0-9a-f]{8,}|mail-delivery|delivery-subsystem)(?:[+=._-].*)?$",
    re.IGNORECASE,
)
DAEMON_NAME = re.compile(
    r"mail(?:er)?[ -]?(?:delivery|daemon)|mail delivery (?:sub)?system"
    r"|system administrator|microsoft (?:outlook|exchange)|postmaster"
    r"|internet mail delivery|postverwaltung",
    re.IGNORECASE,
)
NO_REPLY = re.compile(
    r"(?:(?:do|please)?[._-]?not?[._-]?reply|donotreply|noreply|no[._-]?responder"
    r"|ne[._-]?pas[._-]?repondre|nicht[._-]?antworten|svara[._-]?(?:ej|inte)|ejsvar"
    r"|no[._-]?answer|ikkesvar|ei[._-]?vastausta|noresponder|non[._-]?rispondere"
    r"|auto[._-]?reply|autosvar|auto[._-]?confirm)",
    re.IGNORECASE,
)
READ_RECEIPT = re.compile(
    r"\W*(?:read|gelesen|läst|lu|leído|letto|gelezen|lest|læst|luettu|przeczytane|přečteno"
    r"|lido|lida|olvasva|citit|прочетено|прочитано|διαβάστηκε|okundu)\s*:"
    r"|return receipt \(displayed\)|läskvitto|lesebestätigung|read receipt",
    re.IGNORECASE,
)
