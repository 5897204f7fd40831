from gensvar.channels.voice.api import calls, coaching, numbers, recordings

# Numbers and coaching before the calls, one of which could be asked for by any word.
ROUTERS = {
    "/calls/numbers": numbers.router,
    "/calls/coaching": coaching.router,
    "/calls": calls.router,
    "/call-recordings": recordings.router,
}
