from gensvar.channels.voice.api import calls, numbers, recordings

# Numbers before the calls, one of which could be asked for by any word.
ROUTERS = {
    "/calls/numbers": numbers.router,
    "/calls": calls.router,
    "/call-recordings": recordings.router,
}
