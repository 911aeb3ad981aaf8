"""Closed word lists of the recogniser: articles, prepositions of place, particles of names, legal forms, nouns before names."""

from __future__ import annotations

from typing import Final

DEFINITE: Final = frozenset(
    ["der", "die", "das", "dem", "den", "des", "dieser", "diese", "dieses", "diesem", "diesen", "jener", "jene", "jenes", "jenem", "the", "this", "vom", "zum", "zur", "im", "am", "beim", "ins"]
)
POSSESSIVE: Final = frozenset(
    ["sein", "seine", "seinem", "seinen", "seiner", "seines", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "dessen", "deren", "his", "her", "their", "its"]
)
INDEFINITE: Final = frozenset(["ein", "eine", "einem", "einen", "einer", "eines", "kein", "keine", "keinem", "keinen", "keiner", "a", "an"])
PLACE_BEFORE: Final = frozenset(
    ["in", "aus", "nach", "bei", "um", "von", "über", "durch", "nahe", "ab", "zwischen", "bis", "vor", "gegen", "für", "near", "from", "at", "to", "through", "via", "into", "around", "in_", "в", "во", "из", "под", "через", "около", "у"]
)
"""Prepositions behind which a name without article is a place."""
AT_PLACE: Final = frozenset(
    ["in", "aus", "nach", "bei", "um", "über", "durch", "nahe", "bis", "near", "from", "at", "through", "around", "в", "во", "из", "под", "через", "около"]
)
"""Prepositions behind which a capital is the city and not its government."""
NAME_PARTICLES: Final = frozenset(
    ["von", "vom", "van", "de", "del", "della", "di", "da", "dos", "du", "le", "la", "el", "al", "bin", "ibn", "ben", "ter", "ten", "zu", "zur", "den", "der", "Von", "Van", "De", "Del", "Della", "Di", "Da", "Le", "La", "El", "Al", "af", "av", "y", "e", "und"]
) - {"und", "e", "y"}
SUFFIXES: Final = frozenset(["Jr.", "Jr", "Sr.", "Sr", "sen.", "jun.", "II", "III", "IV", "II.", "III.", "IV.", "XIV.", "XVI.", "VI.", "Junior", "Senior"])
HONORIFICS: Final = frozenset(
    ["Dr.", "Dr", "Prof.", "Prof", "Professor", "Doktor", "h.c.", "Dipl.-Ing.", "Mag.", "Ing.", "PD", "med.", "jur.", "phil.", "rer.", "nat."]
)
ADDRESS: Final = {
    "Herr": "m", "Herrn": "m", "Frau": "f", "Mr": "m", "Mr.": "m", "Mrs": "f", "Mrs.": "f", "Ms": "f", "Ms.": "f", "Sir": "m",
    "Lord": "m", "Lady": "f", "Dame": "f", "Madame": "f", "Monsieur": "m", "Signora": "f", "Don": "m", "Scheich": "m", "Sheikh": "m",
    "г-н": "m", "г-жа": "f", "господин": "m", "госпожа": "f",
}  # fmt: skip
LEGAL: Final = frozenset(
    ["AG", "SE", "GmbH", "KG", "OHG", "UG", "KGaA", "mbH", "e.V.", "eV", "eG", "Inc.", "Inc", "Ltd.", "Ltd", "LLC", "PLC", "plc", "S.A.", "SA", "S.p.A.", "SpA", "N.V.", "NV", "B.V.", "BV", "AB", "ASA", "Oyj", "A/S", "Corp.", "Corp", "Co.", "Group", "Holding", "Holdings", "TV", "FM", "Radio", "News", "Media", "Bank", "Airlines", "Airways"]
)
TIME_WORDS: Final = frozenset(
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag", "Januar", "Jänner", "Februar", "Feber", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember", "Anfang", "Mitte", "Ende", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "May", "June", "July", "October", "December", "Uhr", "Prozent", "Euro", "Dollar", "Franken", "Rubel", "Millionen", "Milliarden", "Million", "Milliarde", "Jahr", "Jahre", "Jahren", "Frühjahr", "Frühling", "Sommer", "Herbst", "Winter", "Ostern", "Pfingsten", "Weihnachten", "Silvester", "Neujahr", "Morgen", "Mittag", "Abend", "Nacht", "Vormittag", "Nachmittag", "Montagabend", "Dienstagabend", "Mittwochabend", "Donnerstagabend", "Freitagabend", "Samstagabend", "Sonntagabend", "Montagmorgen", "Dienstagmorgen", "Mittwochmorgen", "Donnerstagmorgen", "Freitagmorgen", "Samstagmorgen", "Sonntagmorgen", "Kilometer", "Meter", "Tonnen", "Grad", "Prozentpunkte", "Kubikmeter", "Hektar", "Quadratmeter", "Liter", "Seite", "Nummer"]
)
PLACE_NOUNS: Final = frozenset(
    ["Stadt", "Stadtteil", "Ortsteil", "Bezirk", "Stadtbezirk", "Gemeinde", "Ort", "Dorf", "Landkreis", "Kreis", "Kanton", "Provinz", "Region", "Gebiet", "Oblast", "Insel", "Fluss", "Residenz", "Polder", "Schloss", "Flughafen", "Hauptstadt", "Hafenstadt", "Grenzstadt", "Großstadt", "Kleinstadt", "Kreisstadt", "Landeshauptstadt", "Millionenstadt", "Metropole", "Bundesland", "Bundesstaat", "Freistaat", "Teilrepublik", "Republik", "Halbinsel", "Vorort", "Viertel", "Stadtviertel", "Weiler", "Berg", "Gletscher", "Kernkraftwerk", "Atomkraftwerk", "AKW", "Kraftwerk", "Werk", "Autobahnkreuz", "Anschlussstelle", "Bahnhof", "Nachbarort", "Nachbargemeinde", "Marktgemeinde", "Samtgemeinde", "Verbandsgemeinde", "Departement", "Distrikt", "Rajon", "Wilajat", "Gouvernement", "Ortschaft", "Stausee"]
)
ORDER: Final = ("title", "gazetteer")
CALENDAR_ADJECTIVES: Final = frozenset(["neue", "neuen", "neuer", "alte", "alten"])
FUNCTION_WORDS: Final = frozenset(
    ["Der", "Die", "Das", "Dem", "Den", "Des", "Ein", "Eine", "Einem", "Einen", "Einer", "Eines", "Er", "Sie", "Es", "Ihm", "Ihn", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Sein", "Seine", "Seinen", "Seinem", "Seiner", "Wir", "Uns", "Unser", "Unsere", "Ich", "Mir", "Mich", "Mein", "Meine", "Du", "Man", "Wer", "Was", "Wen", "Wem", "Wo", "Wie", "Wann", "Warum", "Weshalb", "Wieso", "Woher", "Wohin", "Und", "Oder", "Aber", "Doch", "Denn", "Sondern", "Auch", "Noch", "Nur", "Schon", "Erst", "Sehr", "So", "Da", "Dann", "Dort", "Hier", "Heute", "Gestern", "Morgen", "Vorgestern", "Nun", "Jetzt", "Bald", "In", "Im", "An", "Am", "Auf", "Aus", "Bei", "Beim", "Bis", "Durch", "Für", "Gegen", "Hinter", "Mit", "Nach", "Neben", "Ohne", "Seit", "Über", "Um", "Unter", "Von", "Vom", "Vor", "Während", "Wegen", "Wenn", "Weil", "Zu", "Zum", "Zur", "Zwischen", "Als", "Ob", "Obwohl", "Dass", "Damit", "Laut", "Zufolge", "Gut", "Rund", "Etwa", "Knapp", "Fast", "Mehr", "Weniger", "Alle", "Allen", "Aller", "Alles", "Beide", "Beiden", "Viele", "Vielen", "Einige", "Einigen", "Manche", "Mehrere", "Jeder", "Jede", "Jedes", "Kein", "Keine", "Keiner", "Keinen", "Nicht", "Nichts", "Nie", "Niemand", "Jemand", "Dies", "Diese", "Dieser", "Dieses", "Diesem", "Diesen", "Jene", "Dabei", "Dazu", "Daher", "Darum", "Darauf", "Daran", "Darin", "Daraus", "Davon", "Dagegen", "Danach", "Davor", "Damals", "Demnach", "Demzufolge", "Außerdem", "Zudem", "Allerdings", "Jedoch", "Dennoch", "Trotzdem", "Hingegen", "Zwar", "Bereits", "Zuletzt", "Zuvor", "Zunächst", "Schließlich", "Insgesamt", "Bislang", "Bisher", "Dessen", "Deren", "Denen", "Welche", "Welcher", "Welches", "Solche", "Ihnen", "Euch", "Nachdem", "Bevor", "Sobald", "Solange", "Falls", "Sofern", "Trotz", "Statt", "Anstatt", "Neben", "Unterdessen", "Inzwischen", "Mittlerweile", "Später", "Früher", "Künftig", "Ferner", "Weiter", "Weitere", "Weiteren", "Ebenso", "Ebenfalls", "Entsprechend", "Betroffen", "Verletzt", "Keiner", "Einzig", "Einst", "Eigentlich", "Offenbar", "Offensichtlich", "Möglicherweise", "Vielleicht", "Wohl", "Womöglich", "Angeblich", "Tatsächlich", "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "I", "You", "His", "Her", "Their", "Its", "Our", "My", "In", "On", "At", "By", "For", "From", "With", "Without", "To", "Of", "And", "Or", "But", "If", "When", "While", "After", "Before", "Since", "Until", "As", "Than", "Then", "There", "Here", "Now", "Today", "Yesterday", "Tomorrow", "Last", "Next", "Not", "No", "Only", "Also", "Both", "Some", "Many", "Most", "More", "Officials", "Independent", "Earlier", "Later", "Meanwhile", "However", "Although", "Because", "Under", "Over", "According", "Asked", "What", "Who", "Where", "Why", "How", "Which", "Every", "Each", "All", "Another", "Other", "Still", "Just", "Even", "Despite", "During", "Against", "Between", "Among", "Two", "Three", "Four", "Five", "Six", "Seven", "Zwei", "Drei", "Vier", "Fünf", "Sechs", "Sieben", "Acht", "Neun", "Zehn", "Elf", "Zwölf", "Hunderte", "Tausende", "Zehntausende", "Hunderttausende", "Erste", "Ersten", "Zweite", "Dritte", "Letzte", "Quelle", "Foto", "Bild", "Video", "Archivbild", "Symbolbild", "Lesen", "Mehr"]
)
SPEECH: Final = frozenset(
    ["sagte", "sagt", "sagten", "erklärte", "erklärt", "erklärten", "betonte", "kritisierte", "forderte", "fordert", "warnte", "warnt", "lobte", "teilte", "meldete", "meldet", "berichtete", "berichtet", "schrieb", "bestätigte", "dementierte", "bezeichnete", "nannte", "nennt", "räumte", "kündigte", "versprach", "drohte", "wies", "behauptete", "mahnte", "rief", "verlangte", "verlangt", "sprach", "spricht", "begrüßte", "verurteilte", "bedauerte", "äußerte", "zeigte", "erwiderte", "entgegnete", "said", "says", "told", "warned", "claimed", "added", "denied", "заявил", "заявила", "сообщил", "сообщила", "подчеркнул", "подчеркнула", "отметил", "отметила", "сказал", "сказала", "добавил", "уточнил"]
)
WILL: Final = SPEECH | frozenset(
    ["will", "wollte", "wollen", "wolle", "wollten", "plant", "planen", "plante", "strebt", "strebte", "anstrebten", "anstreben", "anstrebt", "fordert", "forderten", "verlangen", "verlangte", "droht", "drohten", "lehnt", "lehnte", "lehnten", "weist", "wies", "reagierte", "reagiert", "reagieren", "einigten", "einigt", "unterzeichnen", "unterzeichneten", "besiegeln", "besiegelten", "vereinbaren", "vereinbarten", "verurteilen", "kritisieren", "kritisiert", "unterstützt", "unterstützen", "unterstützte", "verhandelt", "verhandeln", "erwägt", "erwägen", "prüft", "setzt", "setzte", "setzen", "sieht", "sehen", "hofft", "hoffen", "dementiert", "bestreitet", "beansprucht", "beschuldigt", "beschuldigte", "wirft", "warf", "bezichtigt", "entscheidet", "entschied", "beschloss", "beschließt", "stimmt", "stimmte", "bietet", "bot", "schickt", "schickte", "liefert", "lieferte", "verhängt", "verhängte", "bestellte", "hat", "habe", "hätten", "haben", "hatte", "hatten", "soll", "sollen", "sollte", "solle", "muss", "müsse", "müssen", "has", "have", "had", "wants", "will", "rejects", "rejected", "denies", "accused", "accuses", "calls", "called", "требовала", "требует", "хочет", "обвинила", "обвиняет", "отвергла"]
)
