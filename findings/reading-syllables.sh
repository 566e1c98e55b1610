#!/usr/bin/env bash
# Seen on 2026-11-30 with textstat 0.7.13 (by pyphen 0.18.1): how easy a text is to read is counted in syllables, and for other
# languages than English textstat takes the places at which a word may be hyphenated for them. No line ends after a first
# letter, so that 'oder', 'über', 'Idee', 'área' and 'uno' have one syllable, as 'und' has. Of the 26 syllables of the German
# sentence 18 are left, and by textstat's own formula for German it is easy (86) instead of fairly difficult (50).
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    textstat==0.7.13 pyphen==0.18.1
cat > syllables.py <<'END'
import textstat
spoken = {
    'de': 'O-der a-ber ei-ne neu-e I-dee I-da und U-we ü-ben ü-ber Os-tern al-le Ab-läu-fe',
    'es': 'u-no re-vi-sa ca-da á-re-a y o-tro la e-va-lú-a a-ho-ra',
}
for language, words in spoken.items():
    textstat.set_lang(language)
    text = words.replace('-', '') + '.'
    true, count = sum(word.count('-') + 1 for word in words.split()), len(words.split())
    print(language, text, f'{true} spoken, {textstat.syllable_count(text)} counted of {count} words')
    print('   ', *(f'{word} {textstat.syllable_count(word)}' for word in text[:-1].split()), sep='  ')
    if language == 'de':
        ease = 180 - count - 58.5 * true / count
        print(f'    reading ease {textstat.flesch_reading_ease(text):.1f}, by the syllables spoken {ease:.1f}')
END
echo "textstat 0.7.13, pyphen 0.18.1"
PYTHONPATH=lib python3 syllables.py | tee output.txt
cat > expected.txt <<'END'
de Oder aber eine neue Idee Ida und Uwe üben über Ostern alle Abläufe. 26 spoken, 18 counted of 13 words
     Oder 1  aber 1  eine 2  neue 1  Idee 1  Ida 1  und 1  Uwe 1  üben 1  über 1  Ostern 2  alle 2  Abläufe 3
    reading ease 86.0, by the syllables spoken 50.0
es uno revisa cada área y otro la evalúa ahora. 21 spoken, 14 counted of 9 words
     uno 1  revisa 3  cada 2  área 1  y 1  otro 1  la 1  evalúa 2  ahora 2
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: words that begin with a vowel have a syllable less."
