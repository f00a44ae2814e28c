export const sources = {
  about:
    'Ordner mit Aufnahmen, jeder mit einem Leser für seine Telefonanlage und der Zeitzone ihrer Uhr. Hearback liest sie nur.',
  none: 'Es gibt noch keine Quelle. Fügen Sie den Ordner mit den Aufnahmen hinzu.',
  gone: 'Diese Quelle gibt es nicht mehr: Jemand hat sie entfernt.',
  add: 'Quelle hinzufügen',
  addTitle: 'Quelle hinzufügen',
  addAbout:
    'Wählen Sie den Ordner mit den Aufnahmen oder einen darüber. Was darin ist, wird gezeigt, bevor etwas hinzugefügt wird.',
  addNow: 'Hinzufügen und einlesen',
  name: 'Name',
  nameAbout: 'So sehen ihn die Personen; ein Name, der sagt, woher die Aufnahmen kommen.',
  folder: 'Ordner',
  folderAbout: 'Der ganze Pfad, wie ihn dieser Computer schreibt. Auch Netzlaufwerke und Discs.',
  reader: 'Leser',
  readerAbout:
    'Welche Telefonanlage die Dateien schrieb. Wählen Sie nur dann, wenn die falsche gefunden wurde.',
  zone: 'Zeitzone',
  recordings: 'Aufnahmen',
  notCounted: 'Gezählt nur für die, die jede Aufnahme hören.',
  findings: 'Befunde',
  number: '{{value, number}}',
  noFindings: 'keine',
  showFindings_one: '{{count, number}} Befund ansehen',
  showFindings_other: '{{count, number}} Befunde ansehen',
  presence: { present: 'vorhanden', away: 'nicht erreichbar' },
  awayAbout:
    'Der Ordner ist jetzt nicht erreichbar. Seine Aufnahmen stehen weiter in der Liste und sind zu finden; sie spielen wieder, wenn er zurück ist.',
  readOnly: 'nur lesbar',
  change: 'Ändern …',
  changeAbout: 'Was eine Änderung berührt, wird neu eingelesen. Dateien werden nie verändert.',
  save: 'Quelle speichern',
  remove: 'Entfernen …',
  removeNow: 'Quelle entfernen',
  removeTitle: 'Quelle {{name}} entfernen?',
  removeText_one:
    'Ihre {{count, number}} Aufnahme wird aus den Listen genommen. Die Datei bleibt, wo sie ist, unberührt. Der Ordner kann später wieder hinzugefügt werden.',
  removeText_other:
    'Ihre {{count, number}} Aufnahmen werden aus den Listen genommen. Die Dateien bleiben, wo sie sind, unberührt. Der Ordner kann später wieder hinzugefügt werden.',
  rescan: 'Änderungen einlesen',
  rescanAll: 'Alles neu einlesen',
  rescanAbout:
    'Änderungen einlesen liest die Ordner und nur Dateien, die neu oder anders sind. Alles neu liest jede Datei noch einmal.',
  stop: 'Einlesen anhalten',
  stopAbout: 'Was gefunden wurde, bleibt. Das nächste Einlesen macht dort weiter.',
  scan: {
    waiting: 'Das Einlesen wartet, bis es an der Reihe ist.',
    surveying: 'Die Ordner werden durchgesehen …',
    reading: 'Dateien werden gelesen …',
    joining: 'Dateien und Anrufverlauf werden verbunden …',
    done: 'Eingelesen.',
    stopped: 'Das Einlesen wurde angehalten.',
    failed: 'Das Einlesen ist fehlgeschlagen.',
  },
  lastScan: 'Letztes Einlesen: {{when}}, Dauer {{lasted}}.',
  underSecond: 'weniger als eine Sekunde',
  filesOf: '{{seen, number}} von {{total, number}} Dateien',
  filesOpen: 'bisher {{seen, number}} Dateien',
  filesSeen_one: '{{count, number}} Datei',
  filesSeen_other: '{{count, number}} Dateien',
  recordingsSeen_one: '{{count, number}} Aufnahme',
  recordingsSeen_other: '{{count, number}} Aufnahmen',
  findingsSeen_one: '{{count, number}} Befund',
  findingsSeen_other: '{{count, number}} Befunde',
  speed: '{{value, number}} Dateien in der Sekunde',
  left: 'noch ungefähr {{left}}',
  findingsOf: 'Befunde von {{name}}',
  findingsAbout:
    'Dateien, die nicht oder nur mit einem Zweifel aufgenommen werden konnten. Nichts wird stillschweigend ausgelassen.',
  finding: {
    title: 'Art des Befunds',
    all: 'Alle Arten',
    file: 'Datei',
    wholeSource: 'Die ganze Quelle',
    detail: 'Was gefunden wurde',
    hear: 'Anhören',
    hearFile: 'Anhören: {{file}}',
    pauseFile: 'Anhalten: {{file}}',
    meanings: 'Was die Arten bedeuten und was zu tun ist',
    kind: {
      empty: 'Leere Datei',
      'cut-off': 'Abgeschnitten',
      'not-media': 'Kein Ton',
      unreadable: 'Nicht lesbar',
      'not-understood': 'Nicht verstanden',
      unsupported: 'Nicht unterstützt',
      'clock-off': 'Uhr zweifelhaft',
      'orphan-sidecar': 'Ohne Aufnahme',
      'bad-sidecar': 'Begleitdatei beschädigt',
      'bad-call-history': 'Anrufverlauf lückenhaft',
      'unsafe-name': 'Unsicherer Name',
      greeting: 'Ansage',
      unverified: 'Echtheit fraglich',
      duplicate: 'Doppelt vorhanden',
      changed: 'Geändert',
      silent: 'Stumm',
      'one-sided': 'Nur eine Seite',
    },
    about: {
      empty:
        'Die Datei enthält nichts. Die Anlage legte sie an und schrieb nie hinein; sind es viele, prüfen Sie ihren Speicherplatz.',
      'cut-off':
        'Die Datei endet vor dem Ton, den sie ankündigt, oft weil die Aufnahme oder eine Kopie unterbrochen wurde. Was da ist, lässt sich abspielen. Suchen Sie eine ganze Kopie.',
      'not-media':
        'Die Datei heißt wie eine Aufnahme, ist aber keine. Prüfen Sie, ob sie verschlüsselt oder beim Kopieren beschädigt wurde.',
      unreadable:
        'Die Datei konnte nicht gelesen werden. Prüfen Sie die Rechte an ihr und den Zustand des Laufwerks, und lesen Sie neu ein.',
      'not-understood':
        'Nichts hier weiß, was diese Datei ist; sie blieb unbeachtet. Verknüpfungen wird nicht gefolgt.',
      unsupported:
        'Ton oder Bild in einer Form, die hier nicht gelesen oder abgespielt wird. Andere Programme können die Datei nutzen; als WAV oder MP3, Bild als MP4 mit H.264, spielt sie auch hier.',
      'clock-off':
        'Was die Zeit nennt, passt nicht zusammen: die Namen, der Anrufverlauf, die Kennungen der Anlage oder die Zeiten der Dateien. Prüfen Sie die Zeitzone der Quelle und die Uhr der Telefonanlage.',
      'orphan-sidecar':
        'Eine Datei, die zu einer Aufnahme gehört, etwa eine Abschrift; die Aufnahme selbst fehlt. Prüfen Sie, ob sie verschoben oder gelöscht wurde.',
      'bad-sidecar':
        'Eine Datei neben einer Aufnahme war nicht zu verstehen. Die Aufnahme steht ohne sie in der Liste.',
      'bad-call-history':
        'Eine Datei des Anrufverlaufs oder einige ihrer Zeilen waren nicht zu lesen oder sagen nicht, zu welchem Anruf sie gehören. Die Aufnahmen stehen in der Liste; Namen und Richtungen daraus können fehlen. Asterisk schreibt die Kennungen der Anrufe, wenn in cdr.conf loguniqueid eingeschaltet ist.',
      'unsafe-name':
        'Der Name hat Zeichen, die täuschen oder schaden. Die Datei blieb unbeachtet; benennen Sie sie um, wenn sie eine Aufnahme ist.',
      greeting: 'Eine Ansage der Anlage, kein Gespräch. Es ist nichts zu tun.',
      unverified:
        'Eine signierte Datei, deren Signatur nicht geprüft werden konnte oder nicht passt, oder eine Aufnahme, die nicht die Datei ist, für die ihr vCon geschrieben wurde. Die Angaben wurden übernommen; fragen Sie nach der Herkunft, bevor Sie sich darauf verlassen.',
      duplicate:
        'Dieselbe Aufnahme ist, Byte für Byte gleich, zweimal da. Beide stehen mit denselben Rechten in der Liste; entfernen Sie eine Kopie aus dem Archiv, wenn sie nicht gewünscht ist.',
      silent:
        'In der ganzen Aufnahme ist nichts zu hören: Kein Abtastwert ist lauter als -55 dBFS. Machen Sie einen Anruf und hören Sie seine Aufnahme an; oft gibt die Anlage den Ton nicht an ihre Aufzeichnung weiter, oder beide Seiten waren stummgeschaltet.',
      'one-sided':
        'Die Aufnahme hat zwei Kanäle, und auf einem davon ist nichts zu hören. Ist das bei den meisten Anrufen einer Leitung oder Nebenstelle so, prüfen Sie, wie ihr Ton zur Aufzeichnung kommt: Oft lässt eine Firewall oder ein fehlender Port nur eine Richtung durch.',
      changed:
        'In die Datei wurde geschrieben, nachdem sie fertig war. Eine Aufnahme wird einmal geschrieben: Sehen Sie nach, wer oder was sie geändert hat. Aufgelistet und abgespielt wird die Datei, wie sie jetzt ist.',
    },
  },
};
