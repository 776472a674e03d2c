### Jeder Text, den jemand liest, auf Deutsch. Was fehlt oder zu viel ist, bemerkt der Bau.

## numbers

numbers-bytes = { NUMBER($count) } Byte
numbers-people = { $count ->
    [one] { NUMBER($count) } Person
   *[other] { NUMBER($count) } Personen
}
numbers-rows = { $count ->
    [one] { NUMBER($count) } Zeile
   *[other] { NUMBER($count) } Zeilen
}
numbers-cells = { $count ->
    [one] { NUMBER($count) } Zelle
   *[other] { NUMBER($count) } Zellen
}
numbers-errors = { NUMBER($count) } Fehler
numbers-warnings = { $count ->
    [one] { NUMBER($count) } Warnung
   *[other] { NUMBER($count) } Warnungen
}
numbers-places = { $count ->
    [one] { NUMBER($count) } Stelle
   *[other] { NUMBER($count) } Stellen
}

## compare

compare-heading = Seit Stand { $number }
compare-lead = Was seit diesem Stand aus dem Verzeichnis wurde: Der Wert von damals ist durchgestrichen, der von jetzt steht daneben.
compare-changed = { $people } geändert.
compare-came = { $people } dazugekommen.
compare-renamed = { $people } mit anderem Username.
compare-left = { $people } nicht mehr da.
compare-nothing = Seitdem hat sich nichts geändert.

## explain

explain-explain = Diese Zeile erklären
explain-close = Schließen
explain-empty = leer
explain-nobody = nicht vorhanden
explain-no-base = nicht bekannt
explain-all-the-same = Keine Zelle dieser Zeile würde etwas ändern.
explain-title-line = Zeile { NUMBER($line) }
explain-title-key = Zeile { NUMBER($line) }: { $key }
explain-this-person = diese Person
explain-same = Diese Zeile ändert nichts: { $person } ist schon so, wie die Datei es sagt.
explain-changed = Diese Zeile ändert { $person }.
explain-new = Niemand im Verzeichnis hat diesen Schlüssel, deshalb legt die Zeile { $person } an.
explain-renamed = Diese Zeile gibt { $person } einen anderen Username.
explain-conflict = Die Datei und jemand anderes haben { $person } seit dem Auszug geändert.
explain-error = Diese Zeile kann so nicht übernommen werden.
explain-left-out = Sie haben diese Zeile ausgelassen; sie bewirkt nichts.
explain-every = Alle { NUMBER($columns) } Spalten zeigen
explain-head-column = Spalte
explain-head-extract = Auszug
explain-head-extract-of = Auszug (Stand { $revision })
explain-head-directory = Verzeichnis jetzt
explain-head-file = Datei
explain-head-outcome = Was geschieht
explain-cell-theirs-stays = Sie haben es nicht geändert; die spätere Änderung von jemand anderem bleibt.
explain-cell-same = Nichts: Es ist schon so.
explain-cell-blank = Nichts: Eine leere Zelle lässt das Feld, wie es ist.
explain-cell-absent = Nichts: Die Zeile endet vor dieser Zelle.
explain-cell-cleared = Das Feld wird geleert.
explain-cell-edited = Sie haben es geändert, deshalb wird der Wert der Datei geschrieben.
explain-cell-differs = Es weicht ab, deshalb wird der Wert der Datei geschrieben.
explain-cell-yours = Beide haben es geändert; Sie haben den Wert der Datei genommen.
explain-cell-theirs = Beide haben es geändert; Sie haben den Wert des Verzeichnisses genommen.
explain-cell-undecided = Beide haben es geändert: Entscheiden Sie, wessen Wert gilt.
explain-cell-ignored = Nichts: Diese Spalte wird nicht gelesen.
explain-looked = { $rules ->
    [one] { NUMBER($rules) } weitere Regel sieht Zeilen an und hat hier nichts gefunden
   *[other] { NUMBER($rules) } weitere Regeln sehen Zeilen an und haben hier nichts gefunden
}

## extract

extract-title = Auszug
extract-lead = Eine CSV-Datei mit allen Personen, zum Bearbeiten in einer Tabellenkalkulation oder als Sicherung.
extract-columns = Spalten
extract-all = Alle Stammdaten
extract-all-hint = Namen, Kontakt, Standort, Funktion, Konto. Das reicht für die meisten Änderungen.
extract-profile = Stammdaten und Profile
extract-profile-hint = Auch Lebensläufe, Rollen, Schlagwörter, Fähigkeiten und dergleichen.
extract-only = Nur diese
extract-only-hint = Username ist immer dabei: Er sagt, um wen es in einer Zeile geht.
extract-tick-all = Alle ankreuzen
extract-tick-none = Keine ankreuzen
extract-profile-columns = Profil
extract-user-columns = Stammdaten
extract-form = Wie die Datei geschrieben wird
extract-protect = Zahlen und Daten schützen
extract-protect-hint = Setzt einen Apostroph vor Werte wie 00123 oder 1-2, damit die Tabellenkalkulation sie in Ruhe lässt. Muster nimmt ihn wieder weg.
extract-when = Stand des Verzeichnisses
extract-now = Wie es jetzt ist
extract-as-of = Wie es bei diesem Stand war
extract-revision-number = Nummer des Standes
extract-download = Auszug herunterladen
extract-downloading = Wird heruntergeladen…
extract-cancel = Abbrechen
extract-tips-title = Vor dem Bearbeiten
extract-nothing-ticked = Kreuzen Sie mindestens eine Spalte an.
extract-broken = Die Verbindung ist vor dem Ende abgebrochen. Nichts wurde gespeichert; laden Sie den Auszug noch einmal herunter.
extract-tip-username = Lassen Sie Username, wie er ist
extract-tip-username-why = Er sagt, um wen es in einer Zeile geht. Muster merkt, wenn sich einer geändert hat, und hilft Ihnen, es zu beheben.
extract-tip-pipe = Ein | trennt Werte
extract-tip-pipe-why = Factory|HQ sind zwei Standorte. Gehört das Zeichen zu einem Namen, wird es \| geschrieben, wie in Main\|HQ.
extract-tip-delete = Löschen Sie unbesorgt
extract-tip-delete-why = Spalten und Zeilen, die Sie aus der Datei nehmen, bleiben im Verzeichnis, wie sie sind.
extract-done = { $name } ist gespeichert: { $size }.
extract-done-people = { $name } ist gespeichert: { $people } Personen, { $size }.
extract-so-far = bisher { $size }
extract-ticked = { $count ->
    [one] { NUMBER($count) } Spalte angekreuzt
   *[other] { NUMBER($count) } Spalten angekreuzt
}
extract-past = Genommene Auszüge
extract-past-none = Noch hat niemand einen Auszug genommen.
extract-past-again = Noch einmal herunterladen
extract-past-compare = Mit jetzt vergleichen
extract-past-more = Ältere Auszüge zeigen

## findings

findings-title = Was aufgefallen ist
findings-none-title = Nichts sieht falsch aus
findings-none = Kein Fehler und kein Versehen wurde gefunden.
findings-fix-all-safe = { $count ->
    [one] { NUMBER($count) } Sache { $places } beheben
   *[other] { NUMBER($count) } Sachen { $places } beheben
}
findings-at-places = { $places ->
    [one] an { NUMBER($places) } Stelle
   *[other] an { NUMBER($places) } Stellen
}
findings-more-safe = { $count ->
    [one] und { NUMBER($count) } weitere
   *[other] und { NUMBER($count) } weitere
}
findings-mended = { $count ->
    [one] Behoben: { NUMBER($count) } Sache { $places }
   *[other] Behoben: { NUMBER($count) } Sachen { $places }
}
findings-unmend = Zurücknehmen
findings-unmend-with = { $later ->
    [one] Zurücknehmen, samt { NUMBER($later) } späterem Schritt
   *[other] Zurücknehmen, samt { NUMBER($later) } späteren Schritten
}
findings-next = Nächstes Problem (n)
findings-previous = Voriges Problem (p)
findings-show = In der Tabelle zeigen
findings-shown = Wird in der Tabelle gezeigt
findings-safe = sicher
findings-file = Datei
findings-stored = Verzeichnis
findings-examples = Wo
findings-show-more = { NUMBER($count) } weitere zeigen
findings-error = Fehler
findings-warning = Warnung
findings-note = Hinweis
findings-error-means = Muss vor dem Senden behoben oder ausgelassen werden.
findings-warning-means = Einen Blick wert; Sie bestätigen es vor dem Senden.
findings-note-means = Zu Ihrer Information.
findings-line = Zeile { NUMBER($line) }
findings-more = { $count ->
    [one] und { NUMBER($count) } weitere Stelle
   *[other] und { NUMBER($count) } weitere Stellen
}

## history

history-title = Verlauf
history-lead = Jede Änderung des Verzeichnisses, die neueste zuerst.
history-empty-title = Noch ist nichts geschehen
history-empty = Hier wird die erste Einspielung stehen, mit jeder Zelle, die sie geändert hat.
history-more = Ältere Stände zeigen
history-more-changes = Weitere Änderungen zeigen
history-changes = Geänderte Zellen
history-no-changes = Dieser Stand hat keine Zelle geändert.
history-file = Gesendete Datei
history-extract = Auszug dieses Standes
history-back = Alle Stände
history-empty-value = leer
history-nobody = Muster
history-files = Dateien dieses Standes
history-change-file = Änderungsdatei
history-change-file-hint = Nur Schlüssel und geänderte Zellen
history-inverse-file = Umkehrung
history-inverse-file-hint = Eingespielt gibt sie diesen Zellen die alten Werte zurück
history-extract-hint = Alle, wie es damals war
history-head-person = Person
history-head-column = Spalte
history-head-before = Vorher
history-head-after = Nachher
history-revision = Stand { $number }
history-kind-seed = Erstes Laden
history-kind-import = Einspielung
history-kind-edit = Bearbeitung
history-kind-undo = Rücknahme
history-kind-restore = Wiederherstellung
history-created = { NUMBER($count) } angelegt
history-updated = { NUMBER($count) } geändert
history-renamed = { NUMBER($count) } umbenannt
history-nothing = Keine Änderungen
history-utc = { $at } (UTC)

## import

import-title = Einspielen
import-lead = Legen Sie die bearbeitete Datei hier ab. Sie sehen, was sie ändern würde und was nach einem Versehen aussieht, bevor irgendetwas geschieht.
import-nothing-sent = Nichts wurde gesendet
import-nothing-sent-long = Nichts wird gesendet. Ihre Datei wird hier in diesem Browser gelesen und bleibt hier, bis Sie auf Senden drücken.
import-drop = Legen Sie eine CSV-Datei oder eine Excel-Arbeitsmappe irgendwo auf dieser Seite ab
import-drop-now = Loslassen, um diese Datei zu prüfen
import-or = oder
import-choose = Datei auswählen
import-choose-another = Andere Datei
import-kinds = CSV aus Excel, LibreOffice, Numbers oder Google Tabellen, mit Kommas, Semikolons oder Tabulatoren, oder eine Excel-Arbeitsmappe (.xlsx).
import-limit = Bis { $size }.
import-cancel = Abbrechen
import-progress = Die Datei wird geprüft
import-facts = Über die Datei
import-choices = Wie diese Datei gelesen wird
import-leave = Ihre Änderungen sind nicht gesendet. Diese Seite verlassen und sie vergessen?
import-replace = Die Datei ersetzen, an der Sie arbeiten? Behobenes und Entscheidungen gehen verloren.
import-undo = Rückgängig
import-redo = Wiederholen
import-more-files = Weitere Dateien
import-download-changes = Nur Schlüssel und geänderte Zellen
import-download-inverse = Was es zurücknehmen würde
import-paste = Sie können auch Zellen einfügen, die Sie in einer Tabellenkalkulation kopiert haben, samt Spaltennamen.
import-remark = Zu dem, was Sie eingefügt oder abgelegt haben
import-close-remark = Schließen
import-pasted-one-line = Was Sie eingefügt haben, ist eine einzelne Zeile und keine Tabelle. Kopieren Sie die Zellen samt der Zeile mit den Spaltennamen darüber.
import-pasted-picture = In der Zwischenablage ist nur ein Bild der Zellen. Kopieren Sie die Zellen selbst, oder speichern Sie sie als Datei und wählen Sie diese hier aus.
import-pasted-no-cells = Was Sie eingefügt haben, enthält keine Zellen, oder dieser Browser übergibt sie nicht. Kopieren Sie die Zellen selbst, oder speichern Sie sie als Datei und wählen Sie diese hier aus.
import-dropped-no-file = Dieser Browser hat keine Datei übergeben. Wählen Sie sie über die Schaltfläche aus.
import-one-of = Sie haben { NUMBER($count) } Dateien abgelegt. Muster sieht sich eine nach der anderen an und hat die erste genommen, { $name }.
import-restarted = Die Prüfung ist unerwartet stehen geblieben und wurde neu gestartet. Datei, Behobenes und Entscheidungen sind erhalten, und nichts wurde gesendet.
import-download = Berichtigte Datei herunterladen
import-print = Drucken
import-compared-again = Mit dem Verzeichnis von jetzt verglichen. Behobenes und Entscheidungen sind erhalten.
import-key = Personen werden gefunden nach
import-key-username = Username
import-key-employee = EmployeeId (ein anderer Username ist dann eine Umbenennung)
import-blanks = Leere Zellen
import-blanks-keep = lassen das Feld, wie es ist
import-blanks-clear = leeren das Feld
import-create = Zeilen über niemanden im Verzeichnis
import-create-deny = werden gemeldet
import-create-allow = legen eine Person an
import-dates = Daten sind geschrieben als
import-dates-iso = nur JJJJ-MM-TT
import-base = Gemacht aus dem Auszug von Stand
import-base-hint = Daran unterscheidet Muster Ihre Änderungen von denen, die andere seither gemacht haben. Lassen Sie es leer, wenn Sie es nicht wissen.
import-encoding = Buchstaben sind kodiert als
import-encoding-auto = Unicode, wie die Datei es sagt
import-columns = Spalten, die gelesen werden
import-columns-hint = Nehmen Sie das Kreuz weg, um eine Spalte auszulassen.
import-encoding-western = Westeuropäisch (Excel unter Windows)
import-encoding-central = Mitteleuropäisch (Excel unter Windows)
import-encoding-cyrillic = Kyrillisch (Excel unter Windows)
import-encoding-mac = Westeuropäisch (ältere Macs)
import-encoding-japanese = Japanisch (Shift JIS)
import-encoding-chinese = Chinesisch (GBK)
import-stage-file = Die Datei wird gelesen
import-stage-directory = Das Verzeichnis zum Vergleichen wird geholt
import-stage-base = Der Auszug, aus dem die Datei gemacht ist, wird geholt
import-stage-check = Jede Zeile wird verglichen und geprüft
import-printed = Gedruckt sind die ersten { NUMBER($listed) } von { NUMBER($cells) } geänderten Zellen.
import-amount-of = { $done } von { $total }
import-fact-size = Größe
import-fact-rows = Zeilen
import-fact-columns = Spalten
import-fact-encoding = Kodierung
import-fact-separator = Trennzeichen
import-comma = Komma
import-semicolon = Semikolon
import-tab = Tabulator
import-pipe = senkrechter Strich
import-fact-base = Gemacht aus
import-found-so-far = In den ersten { NUMBER($count) } Zeilen gefunden
import-none-so-far = In den ersten { NUMBER($count) } Zeilen ist nichts falsch. Der Rest wird gelesen.
import-recognised = { NUMBER($count) } erkannt
import-recognised-and-unknown = { NUMBER($count) } erkannt, { NUMBER($unknown) } unbekannt
import-no-base = keinem bekannten Auszug
import-of-base = Auszug von Stand { $revision }
import-story = Was diese Datei tut
import-story-more = { $count ->
    [one] und { NUMBER($count) } weiteres
   *[other] und { NUMBER($count) } weitere
}
import-compared-base = Verglichen mit dem Verzeichnis bei Stand { $revision } ({ $people }) und mit dem Auszug von Stand { $base }.
import-compared-same = Verglichen mit dem Verzeichnis bei Stand { $revision } ({ $people }), aus dem die Datei gemacht ist.
import-compared-none = Verglichen mit dem Verzeichnis bei Stand { $revision } ({ $people }). Aus welchem Auszug die Datei gemacht ist, ist nicht bekannt; ein alter Wert lässt sich deshalb nicht von einer Änderung unterscheiden.
import-which-extract = Aus welchem Auszug ist diese Datei entstanden?
import-which-extract-why = Die Datei sagt es nicht. Wenn Sie ihn wählen, unterscheidet Muster Ihre Änderungen von denen, die andere seither gemacht haben. Bis dahin steht unten, was auf einen früheren Wert zurückfällt.
import-which-extract-none = Sie kommt aus einem anderen System
import-announced = Geprüft. { $people } würden sich ändern. { $errors }, { $warnings }. Nichts wurde gesendet.

## problem

problem-try-again = Noch einmal versuchen
problem-reload = Seite neu laden
problem-reference = Kennzeichen für die, die Muster betreiben:
problem-unreachable = Muster ist nicht zu erreichen
problem-unreachable-why = Der Server hat nicht geantwortet. Ihre Arbeit hier ist erhalten.
problem-unreachable-do = Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.
problem-not-understood = Die Antwort ist nicht, was diese Seite erwartet
problem-not-understood-why = Vielleicht wurde der Server erneuert, während diese Seite offen war.
problem-not-understood-do = Laden Sie die Seite neu. Hilft das nicht, sagen Sie es denen, die Muster betreiben.
problem-unexpected = Unterwegs ist etwas schiefgegangen
problem-unexpected-why = Der Server, oder etwas zwischen ihm und Ihnen, konnte nicht antworten.
problem-unexpected-do = Versuchen Sie es gleich noch einmal. Bleibt es so, sagen Sie es denen, die Muster betreiben.
problem-unreadable-file = Die Datei lässt sich nicht lesen
problem-unreadable-file-why = Der Browser konnte sie nicht lesen. Vielleicht wurde sie verschoben oder ist noch in einem anderen Programm offen.
problem-unreadable-file-do = Schließen Sie sie dort und wählen Sie sie noch einmal aus.
problem-worker-gone = Die Prüfung ist stehen geblieben
problem-worker-gone-why = Der Teil dieser Seite, der Dateien liest, hat unerwartet geendet. Nichts wurde gesendet.
problem-worker-gone-do = Wählen Sie die Datei noch einmal aus. Geschieht es wieder, ist die Datei vielleicht zu groß für diesen Browser.
problem-other-version = Muster wurde erneuert
problem-other-version-why = Diese Seite ist älter als der Server und würde eine Datei nicht auf dieselbe Weise prüfen.
problem-other-version-do = Laden Sie die Seite neu und wählen Sie die Datei dann noch einmal aus.

## send

send-review = Ansehen und senden
send-too-large = Dieser Server nimmt Dateien bis { $limit } an. Spielen Sie sie in Teilen ein, oder bitten Sie, wer den Server betreibt, die Grenze anzuheben.
send-title = Diese Änderungen senden?
send-send = Senden
send-not-yet = Noch nicht
send-note = Bemerkung für den Verlauf (freiwillig)
send-warnings = Vor dem Senden einen Blick wert
send-acknowledge = Ich habe sie angesehen
send-preparing = Die Datei wird vorbereitet…
send-sending = Wird gesendet…
send-applying = Gesendet. Der Server prüft noch einmal und übernimmt…
send-lost-title = Die Verbindung ist abgebrochen
send-lost = Ob der Server Ihre Änderungen bekommen hat, ist nicht bekannt. Noch einmal zu senden ist sicher: Sie werden nie zweimal übernommen. Ihre Arbeit ist hier erhalten.
send-uncertain = Nicht bekannt, ob gesendet
send-send-again = Noch einmal senden
send-moved-title = Das Verzeichnis hat sich seither geändert
send-moved = Nichts wurde gesendet oder geschrieben. Datei, Behobenes und Entscheidungen sind erhalten. Vergleichen Sie mit dem Verzeichnis von jetzt, sehen Sie noch einmal hin und senden Sie wieder.
send-compare-again = Mit dem Verzeichnis von jetzt vergleichen
send-nothing-written = Nichts wurde geschrieben. Ihre Arbeit ist hier erhalten.
send-signed-in-again = Ihre Anmeldung war abgelaufen, deshalb wurde noch nichts geschrieben. Alles ist noch da: Senden Sie, wenn Sie so weit sind.
send-done-title = Fertig
send-see-revision = Sehen, was sich geändert hat
send-next-file = Weitere Datei prüfen
send-fresh-extract = Frischen Auszug herunterladen
send-close = Schließen
send-head-person = Person
send-head-column = Spalte
send-head-preview = In Ihrer Vorschau
send-head-now = Jetzt
send-changes = { $people ->
    [one] Ändert { NUMBER($people) } Person: { $columns }.
   *[other] Ändert { NUMBER($people) } Personen: { $columns }.
}
send-column-of = { $header } bei { NUMBER($count) }
send-more-columns = { $count ->
    [one] und { NUMBER($count) } weitere Spalte
   *[other] und { NUMBER($count) } weitere Spalten
}
send-creates = { $people ->
    [one] Legt { NUMBER($people) } Person an.
   *[other] Legt { NUMBER($people) } Personen an.
}
send-renames = { $people ->
    [one] Gibt { NUMBER($people) } Person einen neuen Username.
   *[other] Gibt { NUMBER($people) } Personen einen neuen Username.
}
send-clears = { $cells ->
    [one] Leert { NUMBER($cells) } Zelle.
   *[other] Leert { NUMBER($cells) } Zellen.
}
send-leaves-out = { $rows ->
    [one] Lässt { NUMBER($rows) } Zeile aus, wie Sie entschieden haben.
   *[other] Lässt { NUMBER($rows) } Zeilen aus, wie Sie entschieden haben.
}
send-changes-nothing = Ändert nichts: Jeder Wert steht schon im Verzeichnis.
send-blocked = Das kann noch nicht gesendet werden.
send-blocked-errors = Vor dem Senden: { NUMBER($errors) } Fehler beheben oder auslassen.
send-blocked-conflicts = { $conflicts ->
    [one] Vor dem Senden: { NUMBER($conflicts) } Konflikt entscheiden.
   *[other] Vor dem Senden: { NUMBER($conflicts) } Konflikte entscheiden.
}
send-blocked-both = Vor dem Senden: { $errors } beheben oder auslassen und { $conflicts } entscheiden.
send-conflicts = { $count ->
    [one] { NUMBER($count) } Konflikt
   *[other] { NUMBER($count) } Konflikte
}
send-done = Ihre Änderungen stehen als Stand { $revision } im Verzeichnis. Es hat { $people }.
send-effect-created = Neu
send-effect-renamed = Umbenannt
send-effect-switched-off = Abgeschaltet
send-to-value = { NUMBER($count) } zu „{ $value }“
send-to-nothing = { NUMBER($count) } geleert
send-other-values = { $count ->
    [one] { NUMBER($count) } anderer Wert
   *[other] { NUMBER($count) } andere Werte
}
send-many-values = viele andere Werte
send-values-go = { $count ->
    [one] { NUMBER($count) } Wert fällt weg
   *[other] { NUMBER($count) } verschiedene Werte fallen weg
}
send-was-changed = { $people } geändert
send-was-created = { $people } angelegt
send-was-renamed = { $people } umbenannt
send-since = { $actor }, { $when }: { $what }
send-more = und { NUMBER($count) } weitere
send-over-budget = Das ändert einen ungewöhnlich großen Teil des Verzeichnisses. Wenn es so gemeint ist, tippen Sie ein, wie viele Personen sich ändern.
send-over-budget-label = Anzahl der Personen

## session

session-single-sign-on = Mit Ihrer Organisation anmelden
session-or-with-password = oder mit einem Passwort
session-title = Anmelden
session-tagline = Das Personalverzeichnis, sicher in der Tabellenkalkulation bearbeitet.
session-email = E-Mail-Adresse
session-password = Passwort
session-your-name = Ihr Name
session-password-hint = Mindestens 8 Zeichen; 15 oder mehr sind besser. Gut sind ein paar Wörter, die nur Sie so zusammenstellen.
session-sign-in = Anmelden
session-signing-in = Anmeldung läuft…
session-sign-out = Abmelden
session-set-up-title = Muster einrichten
session-set-up-lead = Sie haben den einmaligen Link geöffnet und werden damit zur ersten Verwalterin oder zum ersten Verwalter.
session-set-up = Mein Konto anlegen
session-setting-up = Wird angelegt…
session-no-token-title = Diese Seite braucht den einmaligen Link
session-no-token = Muster gibt ihn beim ersten Start aus. Öffnen Sie ihn genau so, mit allem nach dem #-Zeichen.
session-set-up-needed = Noch kann sich niemand anmelden. Öffnen Sie den einmaligen Link, den Muster beim Start ausgegeben hat.
session-again-title = Bitte melden Sie sich wieder an
session-again = Ihre Anmeldung ist abgelaufen. Datei, Behobenes und Entscheidungen sind noch da; nach dem Anmelden machen Sie weiter, wo Sie waren.

## shell

shell-name = Muster
shell-skip = Zum Inhalt springen
shell-navigation = Hauptmenü
shell-home = Start
shell-import = Einspielen
shell-extract = Auszug
shell-history = Verlauf
shell-loading = Wird geladen…
shell-home-title = Schön, dass Sie da sind
shell-home-lead = Bearbeiten Sie das ganze Personalverzeichnis in einer Tabellenkalkulation und sehen Sie genau, was sich ändern würde, bevor es geschieht.
shell-home-extract-title = 1. Auszug nehmen
shell-home-extract = Laden Sie alle Personen als eine CSV-Datei herunter. Öffnen und bearbeiten Sie sie in Excel oder einem anderen Tabellenprogramm.
shell-home-extract-link = Auszug herunterladen
shell-home-import-title = 2. Zurückbringen
shell-home-import = Legen Sie die bearbeitete Datei hier ab. Sie sehen jede Änderung und alles, was nach einem Versehen aussieht. Nichts wird gesendet, bevor Sie es sagen.
shell-home-import-link = Datei prüfen
shell-home-history-title = 3. Zurückblicken
shell-home-history = Jede Einspielung bleibt erhalten: wer, wann und jede geänderte Zelle. Jeder frühere Stand lässt sich wieder herunterladen.
shell-home-history-link = Verlauf ansehen
shell-people = Personen im Verzeichnis
shell-revision = jetziger Stand
shell-not-found-title = Diese Seite gibt es nicht
shell-not-found = Vielleicht ist die Adresse vertippt, oder die Seite ist umgezogen.
shell-not-found-link = Zum Start
shell-directory = { $people } · Stand { $revision }
shell-language = Sprache
shell-people-page = Personen
shell-reports = Berichte
shell-settings = Einstellungen

## table

table-name = Zeilen der Datei
table-counts = Zeilen zeigen
table-line = Zeile
table-person = Person
table-only-changed = Nur Spalten mit Änderungen
table-no-rows = Keine Zeilen.
table-none-read = Es gibt keine Zeile zu zeigen. Was aufgefallen ist, sagt, warum.
table-keys = Pfeiltasten bewegen, Eingabe bearbeitet eine Zelle, Esc gibt auf, E erklärt die Zeile, S ordnet nach der Spalte, Entf lässt die Zeile aus oder nimmt sie wieder auf, Y und T entscheiden einen Konflikt (Ihr Wert, deren Wert). Einfügen schreibt kopierte Zellen. N und P gehen zum nächsten und vorigen Problem, Eingabe auf einem Problem geht zu seinen Zeilen, / sucht, Strg+Z nimmt den letzten Schritt zurück.
table-search = In Zeilen suchen
table-map = Karte der ganzen Datei
table-map-hint = Wo Änderungen, Warnungen und Fehler in der Datei liegen. Klicken, um hinzugehen.
table-sort = Klicken, um die Zeilen nach dieser Spalte zu ordnen
table-leave-out = Diese Zeile auslassen
table-take-in = Diese Zeile wieder aufnehmen
table-editing = Neuer Wert
table-edge = Hier endet die Tabelle.
table-absent = nicht in der Zeile
table-blank = leer, bleibt
table-cleared = geleert
table-conflicts = Jemand anderes hat dieselben Zellen geändert
table-conflicts-help = Nehmen Sie Ihren Wert oder deren Wert: hier für alle oder für eine Spalte, oder Zelle für Zelle in der Tabelle.
table-all-columns = Alle
table-yours = Ihrer
table-theirs = deren
table-take-yours = Ihren nehmen
table-take-theirs = Deren nehmen
table-filter-all = alle Zeilen
table-filter-same = gleich
table-filter-changed = geändert
table-filter-new = neu
table-filter-renamed = umbenannt
table-filter-conflicts = Konflikte
table-filter-errors = Fehler
table-filter-warnings = Warnungen
table-filter-finding = ein Befund
table-is-same = gleich
table-is-changed = geändert
table-is-new = neu
table-is-renamed = umbenannt
table-is-conflict = Konflikt
table-is-error = Fehler
table-is-left-out = ausgelassen
table-is-ignored = nicht gelesen
table-showing = { $rows }: { $filter }
table-column-head = { $header }: ändert { NUMBER($changed) }. { $sort }.
table-stretch-row = Zeile { NUMBER($row) }
table-stretch-rows = Zeilen { NUMBER($first) } bis { NUMBER($last) }
table-stretch-errors = { NUMBER($count) } mit Fehlern
table-stretch-warnings = { NUMBER($count) } mit Warnungen
table-stretch-changed = { NUMBER($count) } geändert
table-stretch-nothing = nichts
table-rows-left-out = { $rows ->
    [one] { NUMBER($rows) } Zeile ausgelassen
   *[other] { NUMBER($rows) } Zeilen ausgelassen
}
table-conflicts-in = { $header } ({ NUMBER($count) })

## people

people-title = Personen
people-lead = Alle im Verzeichnis. Um viele auf einmal zu ändern, nehmen Sie einen Auszug und spielen ihn wieder ein.
people-search = Personen nach einem ihrer Wörter finden
people-none = Niemand wurde gefunden.
people-first = Die ersten { NUMBER($count) } Personen
people-all = { $count ->
    [one] { NUMBER($count) } Person
   *[other] { NUMBER($count) } Personen
}
people-none-hint = Niemand hat alle diese Wörter. Versuchen Sie es mit weniger oder nur mit einem Teil.
people-hint-list = Mehrere Werte trennt ein |.
people-hint-date = JJJJ-MM-TT
people-nothing-chosen = (leer)
people-head-name = Name
people-head-username = Username
people-head-role = Rolle
people-head-location = Standort
people-back = Alle Personen
people-edit = Bearbeiten
people-cancel = Abbrechen
people-preview = Sehen, was das bewirkt
people-save = Speichern
people-would-do = Was das bewirkt
people-history = Was mit dieser Person geschah
people-no-history = Seit dem ersten Laden hat sich nichts geändert.
people-came = Kam ins Verzeichnis.

## back

back-undo = Zurücknehmen
back-undo-heading = Stand { $number } zurücknehmen
back-undo-lead = Was dieser Stand geändert hat, wird wieder, wie es vorher war. Spätere Änderungen bleiben. Noch ist nichts geschehen.
back-restore = Zurückgehen
back-restore-heading = Zu Stand { $number } zurückgehen
back-restore-lead = Das ganze Verzeichnis wird, wie es bei diesem Stand war. Das ist ein neuer Stand, der sich ebenfalls zurücknehmen lässt. Noch ist nichts geschehen.
back-changes = Ändert { $people }.
back-brings-back = Bringt { $people } zurück.
back-renames = Gibt { $people } wieder den alten Username.
back-removes = Nimmt { $people } aus dem Verzeichnis.
back-nothing = Ändert nichts: Es ist schon so.
back-conflicts = { $count ->
    [one] { NUMBER($count) } Zelle ist nicht mehr, wie dieser Stand sie hinterließ
   *[other] { NUMBER($count) } Zellen sind nicht mehr, wie dieser Stand sie hinterließ
}
back-conflicts-help = Wer eine Zelle zurücknimmt, verliert die spätere Änderung. Entscheiden Sie unten jede einzeln oder viele auf einmal.
back-all-decided = Alle entschieden. Sie können es sich noch anders überlegen.
back-for-all = Alle
back-in-column = { $header } ({ NUMBER($count) })
back-take-back = Zurücknehmen
back-leave = So lassen
back-decide-cell = { $decision }: { $column } von { $username }
back-head-now = Jetzt
back-head-then = Würde wieder
back-head-decision = Entscheidung
back-edited-since = seither bearbeitet
back-taken = hat jetzt jemand anderes
back-referred-to = andere beziehen sich auf diese Person
back-missing = diesen Username hat niemand mehr
back-only-first = Die ersten { NUMBER($count) } sind aufgeführt. Entscheiden Sie die übrigen nach Spalte oder alle auf einmal.
back-deletes = { $count ->
    [one] Ich weiß, dass { NUMBER($count) } Person das Verzeichnis verlässt
   *[other] Ich weiß, dass { NUMBER($count) } Personen das Verzeichnis verlassen
}

## reports

reports-title = Berichte
reports-lead = Wie viel von dem da ist, was man über sich sagen kann.
reports-completion = Vollständigkeit der Profile
reports-complete = { NUMBER($complete) } von { NUMBER($people) } Personen haben alles ausgefüllt.
reports-csv = Als CSV herunterladen
reports-people = Person für Person
reports-person = Person
reports-share = Anteil
reports-filled = { NUMBER($filled) } Personen, { $share } %
reports-yes = Ja
reports-no = Nein
reports-more = Weitere Personen zeigen

## settings

settings-title = Einstellungen
settings-password = Ihr Passwort
settings-password-current = Jetziges Passwort
settings-password-new = Neues Passwort
settings-password-change = Passwort ändern
settings-password-changed = Ihr Passwort ist geändert. Ihre anderen Anmeldungen sind beendet.
settings-choose-password = Passwort wählen
settings-choose-password-lead = Damit melden Sie sich von nun an an.
settings-choose-password-no-link = Diese Seite braucht den Link, den Sie von der Systemverwaltung haben. Öffnen Sie ihn genau so, mit allem nach dem #-Zeichen.
settings-tokens = Schlüssel für Skripte
settings-tokens-lead = Ein Skript meldet sich mit einem Schlüssel statt mit Ihrem Passwort an. Es darf nie mehr als Sie.
settings-token-secret = Das ist der Schlüssel. Er wird nur jetzt gezeigt; bewahren Sie ihn dort auf, wo das Skript ihn findet.
settings-token-name = Wofür er ist
settings-token-may = Er darf
settings-scope-read = Auszüge und Berichte holen
settings-scope-import = Dateien einspielen
settings-scope-manage = Einstellungen und Konten verwalten
settings-token-make = Schlüssel anlegen
settings-token-revoke = Widerrufen
settings-token-unused = noch nicht benutzt
settings-token-used = zuletzt benutzt { $when }
settings-token-until = gilt bis { $when }
settings-token-for-ever = gilt, bis er widerrufen wird
settings-admins = Verwaltung
settings-admin-name = Name
settings-admin-email = E-Mail-Adresse
settings-admin-role = Rolle
settings-admin-role-of = Rolle von { $name }
settings-admin-invite = Einladen
settings-admin-own = Sie
settings-admin-link = Neuer Passwort-Link
settings-admin-disable = Sperren
settings-admin-enable = Wieder zulassen
settings-admin-release = Vom Anmeldedienst lösen
settings-invited = Geben Sie { $name } diesen Link, um ein Passwort zu wählen. Er wird nur jetzt gezeigt und gilt bis { $until }.
settings-role-viewer = Lesend: Auszüge und Berichte
settings-role-editor = Bearbeitend: auch einspielen
settings-role-system-admin = Systemverwaltung: alles
settings-state-invited = eingeladen
settings-state-disabled = gesperrt
settings-budget = Risikogrenze
settings-budget-lead = Der größte Anteil der Personen in Prozent, den eine einzelne Änderung von Bearbeitenden berühren darf: eine Datei, eine Bearbeitung, eine Rücknahme. Darüber braucht es die Systemverwaltung, die eintippt, wie viele Personen sich ändern.
settings-budget-created = Angelegt
settings-budget-renamed = Umbenannt
settings-budget-cleared = Geleert
settings-budget-suspended = Abgeschaltet
settings-budget-changed = Irgendwie geändert
settings-files-days = Gesendete Dateien aufbewahren, in Tagen
settings-files-days-hint = Leer heißt für immer. Was jeder Stand geändert hat, bleibt immer erhalten.
settings-save = Speichern
settings-saved = Gespeichert.
settings-columns = Spalten
settings-columns-lead = Andere Namen, unter denen eine Datei eine Spalte nennen darf, und eigene Spalten.
settings-column-aliases = andere Namen, mit Kommas
settings-column-new = Neue Spalte
settings-column-kind = Sie enthält
settings-kind-text = Text
settings-kind-list = eine Liste
settings-kind-date = ein Datum
settings-kind-boolean = ja oder nein
settings-column-add = Spalte hinzufügen
settings-audit = Protokoll
settings-audit-when = Wann
settings-audit-who = Wer
settings-audit-what = Was
settings-audit-details = Näheres
settings-audit-more = Ältere Einträge zeigen
