#!/usr/bin/python3
"""Makes the two fonts of the PDF from Source Sans 3 (npm package source-sans 3.52.0; Debian package fonttools).

    npm pack source-sans@3.52.0 && tar xzf source-sans-3.52.0.tgz
    ./make.py package/TTF

They hold Latin, Greek, Cyrillic, punctuation and a few signs; no hinting, no features. Two things are added: a box for
characters that they lack (U+FFFD), and the kerning of the commonest letters as a plain 'kern' table, so that the
program needs no shaper. The licence reserves the name 'Source' for the original, so these have another one.
"""
import copy
import sys
from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

RANGES = """20-7E A0-17F 18F 192 1A0-1A1 1AF-1B0 1CD-1DC 1E6-1E7 1FA-1FF 218-21B 259 2BB-2BC 2C6-2C7 2D8-2DD 300-304
306-308 30A-30C 323 370-3FF 400-45F 490-493 49A-49B 4A2-4A3 4AE-4B1 4D8-4D9 4E8-4E9 1E80-1E85 1E9E 1EA0-1EF9 2010-2015
2018-201E 2020-2022 2026 2030 2032-2033 2039-203A 2044 2070 2074-2079 2080-2089 20A6 20A9-20AC 20AE 20B4 20B9-20BA 20BD
2113 2116 2122 2126 2190-2193 2196-2199 2206 2211-2212 2215 221A 221E 2248 2260 2264-2265 25A0-25A1 25B2 25B6 25BC 25C0
25CA-25CB 25CF 2610-2611 2713 2717"""
KERNED = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÄÖÜäöüßéèêàç.,:;-–’‘“”()/ΑΓΔΛΤΥαγτυАГТУагту")


def characters():
    for part in RANGES.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def pairs(font):
    """The kerning of the commonest letters: the first lookup that knows a pair decides, as in a shaper."""
    known = {font.getBestCmap()[ord(c)] for c in KERNED if ord(c) in font.getBestCmap()}
    found = {}
    table = font["GPOS"].table
    wanted = {i for f in table.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    for lookup in (table.LookupList.Lookup[i] for i in sorted(wanted)):
        for sub in lookup.SubTable:
            sub = getattr(sub, "ExtSubTable", sub)
            if sub.LookupType != 2:
                continue
            for left in known & set(sub.Coverage.glyphs):
                if sub.Format == 1:
                    values = sub.PairSet[sub.Coverage.glyphs.index(left)].PairValueRecord
                    rights = [(v.SecondGlyph, v.Value1) for v in values if v.SecondGlyph in known]
                else:
                    row = sub.Class1Record[sub.ClassDef1.classDefs.get(left, 0)].Class2Record
                    rights = [(right, row[sub.ClassDef2.classDefs.get(right, 0)].Value1) for right in known]
                for right, value in rights:
                    found.setdefault((left, right), getattr(value, "XAdvance", 0) if value else 0)
    return {pair: value for pair, value in found.items() if abs(value) >= 5}


def make(source, weight, to):
    font = TTFont(source)
    kerning = pairs(font)
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[], glyph_names=False)
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "BASE", "DSIG", "STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for c in characters()])
    subsetter.subset(font)
    order = font.getGlyphOrder()
    font.setGlyphOrder(order + ["replacement"])
    font["glyf"]["replacement"] = copy.deepcopy(font["glyf"][".notdef"])
    font["hmtx"]["replacement"] = font["hmtx"][".notdef"]
    for table in font["cmap"].tables:
        table.cmap[0xFFFD] = "replacement"
    names = newTable("name")
    names.names = []
    text = {0: "Copyright 2010-2024 Adobe; a changed version, under the SIL Open Font License 1.1", 1: "Stage Zero Sans",
            2: weight, 4: f"Stage Zero Sans {weight}", 6: f"StageZeroSans-{weight}", 13: "SIL Open Font License 1.1",
            14: "https://openfontlicense.org"}
    for key, value in text.items():
        names.setName(value, key, 3, 1, 0x409)
    font["name"] = names
    sub = KernTable_format_0(apple=False)
    sub.coverage, sub.tupleIndex = 1, None
    sub.kernTable = kerning
    kern = newTable("kern")
    kern.version, kern.kernTables = 0, [sub]
    font["kern"] = kern
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(to)
    print(to, len(font.getGlyphOrder()), "glyphs,", len(kerning), "pairs")


make(f"{sys.argv[1]}/SourceSans3-Regular.ttf", "Regular", "regular.ttf")
make(f"{sys.argv[1]}/SourceSans3-Semibold.ttf", "Semibold", "semibold.ttf")
