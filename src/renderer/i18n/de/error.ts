export const error = {
  'signed-out': 'Sie sind abgemeldet. Melden Sie sich an, um fortzufahren.',
  'wrong-credentials':
    'Name oder Passwort ist falsch. Prüfen Sie die Feststelltaste und versuchen Sie es erneut.',
  'too-many-tries':
    'Zu viele falsche Passwörter. Warten Sie {{seconds}} Sekunden und versuchen Sie es erneut.',
  locked: 'Dieses Fenster ist gesperrt. Geben Sie Ihr Passwort ein, um fortzufahren.',
  'first-run-needed': 'Hearback ist noch nicht eingerichtet. Wählen Sie zuerst ein Archiv.',
  'already-set-up': 'Hearback ist bereits eingerichtet. Melden Sie sich an.',
  'password-change-needed': 'Ihr Passwort hat jemand anderes gesetzt. Wählen Sie zuerst ein eigenes.',
  'weak-password':
    'Dieses Passwort ist zu leicht zu erraten. Wählen Sie ein längeres, wie neben dem Feld beschrieben.',
  'not-found': 'Dies gibt es nicht, oder es liegt außerhalb Ihrer Rechte. Aktualisieren Sie die Liste.',
  'too-many-names':
    'Sie können {{max}} eigene Namen haben; mit diesen wären es {{count}}. Nichts wurde gespeichert.',
  forbidden: 'Ihre Rechte erlauben das nicht. Fragen Sie Ihre Administration, wenn Sie es brauchen.',
  'invalid-input':
    'Eine Eingabe kann so nicht übernommen werden. Berichtigen Sie sie und versuchen Sie es erneut.',
  'unknown-method':
    'Fenster und Programm passen nicht zusammen. Schließen Sie Hearback und starten Sie es neu.',
  'needs-window': 'Das geht nur in einem Fenster.',
  'needs-target-folder': 'Geben Sie an, in welchen Ordner die Datei gespeichert werden soll.',
  'folder-missing':
    'Diesen Ordner gibt es nicht mehr. Wählen Sie einen anderen, oder schließen Sie sein Laufwerk an.',
  'folder-unreadable':
    'Dieser Ordner darf nicht gelesen werden. Bitten Sie um Lesezugriff, oder wählen Sie einen anderen.',
  'folder-empty':
    'In diesem Ordner ist nichts, was Hearback lesen kann. Wählen Sie den Ordner mit den Aufnahmen.',
  'folder-is-file': 'Das ist eine Datei, kein Ordner. Wählen Sie den Ordner, in dem sie liegt.',
  'folder-already-source':
    'Dieser Ordner ist schon eine Quelle oder liegt in einer. Wählen Sie einen anderen.',
  'folder-inside-profile': 'Hier bewahrt Hearback eigene Daten auf. Wählen Sie den Ordner mit den Aufnahmen.',
  'zone-unknown': 'Diese Zeitzone ist nicht bekannt. Wählen Sie eine aus der Liste.',
  'volume-away':
    'Das Laufwerk mit dieser Aufnahme ist nicht erreichbar. Schließen Sie es an und versuchen Sie es erneut.',
  'volume-silent':
    'Das Laufwerk mit dieser Aufnahme antwortet nicht. Prüfen Sie seine Verbindung und versuchen Sie es erneut.',
  'media-missing':
    'Die Datei dieser Aufnahme fehlt in ihrem Ordner. Die Administration kann die Quelle neu einlesen.',
  'media-changed':
    'Die Datei dieser Aufnahme hat sich seit dem Einlesen geändert. Lesen Sie die Quelle neu ein.',
  'media-unreadable':
    'Die Datei dieser Aufnahme ist nicht lesbar. Sie ist beschädigt, oder ihr Ordner ist gesperrt.',
  'media-unsupported':
    'Diese Art Ton kann Hearback noch nicht abspielen. Wo Sie es dürfen, speichern Sie die Datei.',
  superseded: 'Seitdem wurde etwas anderes gefragt. Fragen Sie noch einmal.',
  'archive-read-only':
    'Diese Aufnahme liegt auf einem Medium, auf das nicht geschrieben werden kann, etwa einer Disc. Nichts wurde gelöscht.',
  'file-protected':
    'Die Rechte des Ordners lassen Hearback diese Datei nicht löschen. Nichts wurde gelöscht. Bitten Sie den Administrator des Computers um Schreibzugriff.',
  'file-in-use':
    'Ein anderes Programm hat die Datei dieser Aufnahme geöffnet. Nichts wurde gelöscht. Schließen Sie es und versuchen Sie es erneut.',
  'sample-kept':
    'Das Beispielarchiv ist ein Teil von Hearback, daraus wird nichts gelöscht. Kopieren Sie seinen Ordner und fügen Sie die Kopie als Quelle hinzu, um es auszuprobieren.',
  'recording-deleted': 'Diese Aufnahme wurde gelöscht.',
  'lock-kept':
    'Die Aufbewahrungsfrist von {{number}} über {{days}} Tage kann verlängert, aber weder verkürzt noch entfernt werden. Nichts wurde gespeichert.',
  'delete-under-way': 'Es wird bereits etwas gelöscht. Warten Sie, bis das abgeschlossen ist.',
  'ticket-invalid': 'Die Erlaubnis zum Abspielen ist abgelaufen. Spielen Sie die Aufnahme noch einmal ab.',
  'right-withdrawn': 'Ihr Recht an dieser Aufnahme wurde entzogen, deshalb hielt sie an.',
  'no-printer':
    'Dieser Computer hat keinen Drucker. Fügen Sie einen in den Einstellungen des Computers hinzu und drucken Sie erneut.',
  'print-under-way': 'Es wird schon etwas gedruckt. Beenden oder schließen Sie zuerst diesen Druck.',
  'print-unprepared':
    'Seite {{page}} ließ sich nicht für den Druck vorbereiten. Nichts wurde gedruckt. Sehen Sie sich die Seite an, ob sie beschädigt ist.',
  'print-failed':
    'Der Computer hat nicht gedruckt. Prüfen Sie, ob der Drucker an ist und Papier hat, und drucken Sie erneut.',
  'name-taken': 'Dieser Name ist vergeben. Wählen Sie einen anderen.',
  'stale-edit':
    'Jemand anderes hat dies inzwischen geändert. Sehen Sie den neuen Stand an und ändern Sie erneut.',
  'last-holder': 'Dann hätte niemand mehr dieses Recht. Geben Sie es zuerst einer anderen Person.',
  'numbers-too-long':
    'Die Liste der Nummern ist zu lang: höchstens 127 Zeichen. Nichts wurde gekürzt oder gespeichert.',
  'extension-taken':
    'Diese Nebenstelle hat in diesem Zeitraum jemand anderes. Ändern Sie Zeitraum oder Nebenstelle.',
  'notice-not-accepted': 'Bestätigen Sie den Hinweis zum Datenschutz, um eine Kopie zu speichern.',
  'file-unreadable':
    'Die Datei kann nicht gelesen werden. Prüfen Sie, ob sie da ist und ob Sie sie öffnen dürfen.',
  'target-exists': 'Eine Datei dieses Namens gibt es schon. Wählen Sie einen anderen Namen oder Ordner.',
  'target-unwritable': 'Dort kann nichts gespeichert werden. Wählen Sie einen anderen Ordner.',
  'disk-full':
    'Der Datenträger ist voll. Nichts ging verloren. Schaffen Sie Platz und versuchen Sie es erneut.',
  'profile-newer':
    'Ihre Daten stammen von einem neueren Hearback. Installieren Sie diese oder eine neuere Version.',
  'profile-in-use': 'Ein anderes Hearback benutzt dieselben Daten. Schließen Sie es zuerst.',
  'profile-damaged':
    'Hearbacks eigene Daten sind beschädigt. Stellen Sie eine Sicherung wieder her; die Aufnahmen sind unberührt.',
  'catalog-damaged':
    'Der Katalog war beschädigt und wird aus dem Archiv neu erstellt. Versuchen Sie es nach dem Einlesen.',
  internal:
    'In Hearback ging etwas schief. Versuchen Sie es erneut; sonst senden Sie das Protokoll Ihrer Administration.',
};
