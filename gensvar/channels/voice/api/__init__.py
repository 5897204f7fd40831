from gensvar.channels.voice.api import (
    calls,
    coaching,
    messages,
    numbers,
    phones,
    promised,
    recordings,
    telephonist,
)

# Numbers and coaching before the calls, one of which could be asked for by any word.
ROUTERS = {
    "/calls/numbers": numbers.router,
    "/calls/coaching": coaching.router,
    "/calls/phones": phones.router,
    "/calls/promised": promised.router,
    "/calls": calls.router,
    "/call-recordings": recordings.router,
    "/voice-messages": messages.router,
    "/telephonist": telephonist.router,
}
