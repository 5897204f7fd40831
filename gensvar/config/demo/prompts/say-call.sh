#!/usr/bin/env bash
# Says a talk of two as a telephone records it: A-law, 8,000 samples a second, a file for each voice.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
turn=0
while IFS='|' read -r who words; do
    turn=$((turn + 1))
    voice=$([[ $who == agent ]] && echo sv+m3 || echo sv+f2)
    espeak-ng -v "$voice" -s 155 --stdout "$words" |
        sox -t wav - -r 8000 -c 1 -b 16 "$work/said.wav" norm -6 pad 0 0.3
    seconds=$(soxi -D "$work/said.wav")
    for each in caller agent; do
        if [[ $each == "$who" ]]; then
            cp "$work/said.wav" "$work/$each-$turn.wav"
        else
            sox -n -r 8000 -c 1 -b 16 "$work/$each-$turn.wav" trim 0 "$seconds"
        fi
    done
done <<'SAID'
agent|Exempelby kommun, du talar med Ada.
caller|Hej, det är Sara Forsberg. Min son har fått en ny hållplats vid en farlig väg. Kan det ändras?
agent|Hej Sara, jag ser ditt ärende. Jag frågar skolskjutsen, och du får svar inom tre dagar.
caller|Tack, det var snällt. Hej då.
agent|Tack för att du ringde. Hej då.
SAID
for each in caller agent; do
    sox $(ls "$work/$each"-*.wav | sort -V) -D -t al "call-$each.al"
done
