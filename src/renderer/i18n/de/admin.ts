export const admin = {
  unsavedChanges: 'Es gibt Änderungen, die nicht gespeichert sind.',
  noChanges: 'Nichts ist geändert.',
  saved: 'Gespeichert.',
  discard: 'Änderungen verwerfen',
  add: 'Hinzufügen',
  tooLong: 'Zu lang: höchstens {{max}} Zeichen.',
  showMore: 'Mehr zeigen',
  shownOf: '{{shown, number}} von {{total, number}} werden gezeigt.',
  andMore_one: 'und {{count, number}} weitere Person',
  andMore_other: 'und {{count, number}} weitere',
  unsaved: {
    title: 'Gehen, ohne zu speichern?',
    text: 'Was Sie hier geändert haben, ist nicht gespeichert. Wenn Sie gehen, ist es verloren.',
    discard: 'Gehen, Änderungen verlieren',
    stay: 'Hier bleiben',
  },
  moved: {
    text: 'Jemand anderes hat dies gespeichert, während Sie es änderten. Was Sie eingegeben haben, ist noch da; wenn Sie es speichern, tritt Ihr Stand an die Stelle des anderen.',
    keep: 'Meinen Stand behalten',
    discard: 'Den anderen Stand zeigen',
  },
  value: { on: 'an', off: 'aus', none: 'nichts' },
  detail: {
    id: 'Eintrag im Fehlerprotokoll',
    name: 'Name',
    extension: 'Nebenstelle',
    count: 'Länge',
    max: 'Höchstens',
    right: 'Recht',
    zone: 'Zeitzone',
    min: 'Mindestens',
  },
  period: {
    open: 'offen',
    from: 'Von',
    until: 'Bis einschließlich',
    reversed: 'Der Zeitraum endet, bevor er beginnt.',
    half: 'Das ist kein ganzes Datum. Vervollständigen Sie es, oder leeren Sie es für ein offenes Ende.',
  },
  groups: {
    about:
      'Gruppen von Personen mit eigener Nebenstelle. Wer die Gespräche einer Gruppe hören darf, steht bei jeder Person.',
    new: 'Neue Gruppe',
    none: 'Es gibt noch keine Gruppen.',
    gone: 'Diese Gruppe gibt es nicht mehr: Jemand hat sie entfernt.',
    extension: 'Nebenstelle der Gruppe',
    extensionAbout: 'Die Nummer, unter der die Gruppe angerufen wird.',
    extensionNeeded: 'Eine Nebenstelle der Gruppe wird gebraucht.',
    extensionTaken: 'Eine andere Gruppe hat diese Nebenstelle.',
    nameAbout: 'Umbenennen ändert kein Recht.',
    nameTaken: 'Eine andere Gruppe hat diesen Namen.',
    members: 'Mitglieder',
    membersAbout:
      'Ein Gespräch eines Mitglieds zählt für die, die „die Gespräche ihrer Mitglieder“ hören dürfen, zur Gruppe, wenn die Person damals Mitglied war.',
    membersNow: 'Mitglieder jetzt',
    member: 'Mitglied',
    nobody: 'Niemand',
    addMember: 'Mitglied hinzufügen',
    addMemberHint: 'Name oder Anmeldename',
    typeMore: 'Geben Sie mehr vom Namen ein, um andere zu sehen.',
    removeMember: 'Mitgliedschaft von {{name}} entfernen',
    save: 'Gruppe speichern',
    remove: 'Gruppe entfernen …',
    removeTitle: 'Gruppe {{name}} entfernen?',
    removeText:
      'Jedes Recht, das diese Gruppe nennt, ist dann ohne Wirkung. Das lässt sich nicht zurücknehmen: Ihre Kennung wird nie wieder benutzt, und eine neue Gruppe mit gleichem Namen und gleicher Nummer erbt nichts. Die Aufnahmen ihrer Gespräche bleiben.',
  },
  lines: {
    about:
      'Leitungen und Nummern, über die Gespräche kommen oder gehen, mit Ihren Namen dafür. Ein Recht nennt die Nummer; Umbenennen ändert kein Recht.',
    none: 'Noch hat keine Leitung einen Namen.',
    number: 'Nummer der Leitung',
    add: 'Leitung hinzufügen',
    remove: 'Leitung {{number}} entfernen',
    save: 'Leitungen speichern',
    problem: {
      missing: 'Eine Nummer wird gebraucht.',
      twice: 'Diese Nummer steht schon weiter oben.',
      tooLong: 'Höchstens 64 Zeichen für die Nummer und 200 für den Namen.',
    },
  },
  rightsGroups: {
    about:
      'Dienstrechte kommen in Gruppen, und Personen kommen hier oder auf ihrer eigenen Seite in Gruppen. Ein Recht gehört zu einer Komponente und sagt über keine andere etwas.',
    right: 'Recht',
    meaning: 'Was es hier bedeutet',
    rights: 'Dienstrechte',
    rightsAbout:
      'Nicht angekreuzt heißt nicht gegeben. Rechte von Komponenten, die dieses Archiv nicht ist, werden aufbewahrt, gezeigt und exportiert und wirken hier nicht.',
    membersAbout: 'Wer die Rechte dieser Gruppe hat.',
    readOnly: 'Rechtegruppen zu ändern braucht das Recht Web Control Security.',
    new: 'Neue Rechtegruppe',
    gone: 'Diese Rechtegruppe gibt es nicht mehr: Jemand hat sie entfernt.',
    nameTaken: 'Eine andere Rechtegruppe heißt schon so.',
    save: 'Rechtegruppe speichern',
    oneself: 'Das ändert Ihre eigenen Rechte. Das Protokoll wird es ausdrücklich sagen.',
    remove: 'Rechtegruppe entfernen …',
    removeTitle: 'Rechtegruppe {{name}} entfernen?',
    removeText:
      'Ihre Mitglieder verlieren sofort jedes Recht, das nur diese Gruppe ihnen gab. Was durch ein solches Recht gerade läuft, endet.',
  },
  organisation: {
    about: 'Was für alle gilt. Nichts geht über die Organisation hinaus, für niemanden.',
    settings: 'Einstellungen',
    default: 'Voreinstellung: {{value}}.',
    save: 'Organisation speichern',
  },
  organisations: {
    title: 'Eine weitere Organisation in diesem Profil …',
    about:
      'Sie bekommt einen eigenen Verwalter, eigene Personen, Rechte und Quellen. Von hier aus ist danach nichts von ihr zu sehen, nicht einmal, dass es sie gibt, und von dort nichts von dieser. Anmeldenamen sind im ganzen Profil einmalig. Ihr Archiv darf ein Unterordner auf dem Laufwerk einer anderen Quelle sein, sollte aber nicht in einem Ordner liegen, den diese Organisation liest.',
    name: 'Name der Organisation',
    administrator: 'Name ihres ersten Verwalters',
    password: 'Erstes Passwort',
    passwordAbout: 'Mindestens 10 Zeichen. Der Verwalter muss bei der ersten Anmeldung ein anderes wählen.',
    add: 'Organisation anlegen',
    done: 'Die Organisation ist angelegt. Ihr Verwalter kann sich jetzt anmelden.',
  },
  extensions: {
    about:
      'Was die Telefonanlage jeder Nebenstelle erlaubt. Personen können nur teilen, was ihre Nebenstellen haben: Sprachnachrichten, Faxe, Gesprächsaufnahmen.',
    find: 'Nebenstelle finden',
    count_zero: 'Keine Nebenstelle',
    count_one: '{{count, number}} Nebenstelle',
    count_other: '{{count, number}} Nebenstellen',
    none: 'Es gibt keine solche Nebenstelle. Nebenstellen bekommen Personen auf ihrer eigenen Seite.',
    holder: 'Hat sie jetzt',
    feature: { voicemail: 'Sprachnachrichten', fax: 'Faxzentrale', callRecording: 'Gesprächsaufnahme' },
    allShown_one: 'Für die {{count, number}} gefundene:',
    allShown_other: 'Für alle {{count, number}} gefundenen:',
    on: 'Alle an',
    off: 'Alle aus',
    save: 'Nebenstellen speichern',
  },
  callReporting: {
    about:
      'Zusammenfassungen der Anrufe aller Personen: Zahlen und Dauern, kein einzelner Anruf, keine Aufnahme. Sie einzurichten braucht das Recht Reporter Administrator oder Media Manager Administrator.',
    save: 'Anrufberichte speichern',
  },
  protects: {
    about:
      'Was Hearback versprechen kann, und was kein Programm kann, dessen Aufnahmen gewöhnliche Dateien sind.',
    promiseTitle: 'Was versprochen ist',
    promise: {
      kept: 'Nichts, was als gespeichert bestätigt wurde, geht verloren.',
      denied:
        'Niemand hört, sieht, zählt oder speichert durch Hearback, was die Einstellungen der Personen nicht geben.',
      trail: 'Was getan wurde, steht in einem Protokoll, in dem spätere Änderungen auffallen.',
    },
    limit:
      'Diese Versprechen gelten für Hearback. Wer den Ordner mit den Aufnahmen mit einem anderen Programm öffnen kann, geht nicht durch Hearback; wie weit das möglich ist, sagt die Stufe des Schutzes.',
    levelsTitle: 'Stufen des Schutzes',
    inForce: 'in Kraft',
    byHand: 'von Ihnen einzurichten',
    later: 'nicht in dieser Version',
    against: 'Hält stand gegen',
    notAgainst: 'Hält nicht stand gegen',
    level: {
      cooperative: {
        title: 'Stufe 0: gutwillig',
        how: 'Die Aufnahmen sind gewöhnliche Dateien, und die Einstellungen gelten innerhalb von Hearback.',
        against: 'Personen in Hearback, auch solche, die seine Fenster umgehen wollen',
        notAgainst:
          'alle, die den Datenträger lesen können: andere Programme, andere Benutzer dieses Computers mit Zugriff auf den Ordner',
      },
      apart: {
        title: 'Stufe 1: getrennt gehalten',
        how: 'Das Archiv gehört einem anderen Konto des Betriebssystems oder ist durch die Rechte des Netzlaufwerks geschlossen.',
        against: 'Benutzer dieses Computers, die ihn nicht verwalten',
        notAgainst: 'Verwalter des Computers, einen gestohlenen Datenträger',
      },
      vault: {
        title: 'Stufe 2: Tresor',
        how: 'Aufnahmen sind verschlüsselt; Schlüssel bekommt, wer sie hören darf.',
        against:
          'Lesen außerhalb der eigenen Rechte selbst mit verändertem Programm; Diebstahl des Datenträgers',
        notAgainst:
          'Kopieren dessen, was man abspielen darf; Löschen, das nur auffällt; Verwalter, solange der Tresor offen ist',
      },
    },
    stepsTitle: 'So kommen Sie zu Stufe 1',
    stepsAbout: 'Das geschieht im Betriebssystem oder auf dem Netzlaufwerk, nicht in Hearback:',
    step: {
      account: 'Legen Sie für das Archiv ein eigenes Konto an, mit dem niemand täglich arbeitet.',
      folder:
        'Geben Sie den Ordner der Aufnahmen und Hearbacks eigenen Datenordner diesem Konto, und nehmen Sie allen anderen das Recht, sie zu lesen.',
      run: 'Lassen Sie Hearback nur unter diesem Konto starten, zum Beispiel auf einem Computer oder entfernten Arbeitsplatz, der sonst nichts tut.',
      check:
        'Prüfen Sie es: Melden Sie sich als eine dieser Personen am Computer an und versuchen Sie, den Ordner zu öffnen. Es muss verweigert werden.',
    },
  },
};
