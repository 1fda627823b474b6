#!/bin/sh
# Makes the carried recordings: one mp3 per fixed label, spoken by the free SVOX Pico French voice.
# Needs pico2wave (libttspico-utils), sox and lame. File name = key.
set -eu
cd "$(dirname "$0")"
out=../src/main/resources/static/sound
tmp=$(mktemp -d)
mkdir -p "$out"
grep -v '^#' sounds.txt | while IFS='|' read -r key text; do
  [ -n "$key" ] || continue
  pico2wave -l fr-FR -w "$tmp/v.wav" "<volume level=\"90\"><speed level=\"88\"><pitch level=\"106\">$text</pitch></speed></volume>"
  sox "$tmp/v.wav" -r 16000 "$tmp/t.wav" silence 1 0.02 0.5% reverse silence 1 0.02 0.5% reverse fade t 0.01 pad 0.06 0.1 norm -3
  lame --quiet -m m --resample 16 -b 24 --cbr "$tmp/t.wav" "$out/$key.mp3"
done
rm -r "$tmp"
