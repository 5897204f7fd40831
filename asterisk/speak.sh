#!/usr/bin/env bash
# Says the sentences of gensvar/channels/voice/sentences.py with a speech synthesiser, once, into
# asterisk/sounds/: a demo voice, to be replaced by a person's. Needs espeak-ng and sox. What is there
# is let be: delete a file to have its sentence said anew.
set -euo pipefail
cd "$(dirname "$0")/.."
for language in sv en; do
    mkdir -p "asterisk/sounds/$language"
    .venv/bin/python -c '
import sys
from gensvar.config.boot import boot
boot("web")
from gensvar.channels.voice.sentences import SENTENCES, sentence
for name in SENTENCES:
    print(name, sentence(name, language=sys.argv[1]), sep="\t")
' "$language" | while IFS=$'\t' read -r name words; do
        [[ -e asterisk/sounds/$language/$name.gsm ]] && continue
        espeak-ng -v "$language" -s 150 --stdout "$words" |
            sox -t wav - -r 8000 -c 1 "asterisk/sounds/$language/$name.gsm" norm -3
    done
done
