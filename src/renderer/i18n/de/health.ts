import type { health as english } from '../en/health';
import type { Messages } from '../messages';

export const health: Messages<typeof english> = {
  about:
    'Was aus jeder Datei Ihres Archivs geworden ist, worum Sie sich kümmern sollten und was zu tun ist. Nichts fällt stillschweigend weg: Gesehene Dateien sind Aufnahmen, was zu ihnen gehört, Anrufverläufe und Befunde.',
  never: 'Von dieser Quelle ist noch kein Scan zu Ende gekommen.',
  asOf: 'Stand des Scans von {{moment}}',
  files: 'Dateien',
  seen_one: '{{count, number}} Datei gesehen',
  seen_other: '{{count, number}} Dateien gesehen',
  part: {
    recordings: 'Aufnahmen',
    attached: 'Gehören zu einer Aufnahme',
    histories: 'Anrufverlauf',
    others: 'Keine Aufnahmen (Befunde)',
  },
  lookAfter: 'Zu beachten',
  missing: 'Aufnahmen, deren Datei fehlt',
  missingAbout:
    'Sie bleiben in jeder Liste und sind wieder da, wenn die Datei zurückkommt. Wurden sie absichtlich verschoben, scannen Sie den Ordner, in dem sie jetzt liegen.',
  callsWithoutRecording: 'Angenommene Anrufe ohne Aufnahme',
  callsWithoutRecordingAbout:
    'Der Anrufverlauf nennt sie, doch keine Aufnahme gehört dazu. Prüfen Sie, ob sie hätten aufgezeichnet werden sollen und ob hier ein Ordner fehlt.',
  recordingsWithoutHistory: 'Aufnahmen ohne Anrufverlauf',
  recordingsWithoutHistoryAbout:
    'Beteiligte und Richtung stammen nur aus der Datei. Prüfen Sie, ob dieser Quelle eine Datei des Anrufverlaufs fehlt.',
  soundChecked_one: 'Ton geprüft: {{count, number}} von {{of, number}} Aufnahmen',
  soundChecked_other: 'Ton geprüft: {{count, number}} von {{of, number}} Aufnahmen',
  soundCheckedAbout:
    'Ob Aufnahmen stumm sind oder nur eine Seite zu hören ist. Das geschieht still nach jedem Scan, solange ein Fenster offen ist, neueste Aufnahmen zuerst; MP3, Opus, AAC, FLAC und Vorbis werden nicht geprüft.',
  clock: {
    title: 'Uhr',
    agrees:
      'Die Zeiten der Aufnahmen stimmen mit denen ihrer Dateien überein: bei {{agreeing, number}} von {{looked, number}}, die angesehen wurden.',
    unsaid:
      'Ob sie richtig geht, lässt sich nicht sagen. Angesehene Aufnahmen: {{looked, number}}; es sind zu wenige, oder ihre Dateien tragen andere Zeiten, wie Kopien es tun.',
    zone: 'Die Zeitzone dieser Quelle ist wahrscheinlich falsch.',
    clock:
      'Die Uhr der Telefonanlage oder die des Laufwerks, auf das sie schreibt, geht wahrscheinlich falsch.',
    off: 'Bei {{agreeing, number}} von {{looked, number}} angesehenen Aufnahmen wurde die Datei {{offsets}} dem Ende geschrieben, das die Aufnahme nennt.',
    before: '{{span}} vor',
    after: '{{span}} nach',
    zones: 'Nach der Uhr dieser Zonen würde beides übereinstimmen: {{zones}}.',
    clockAbout:
      'Lassen Sie beide nach einem Zeitserver gehen. Was aufgenommen wurde, bleibt unter der Zeit aufgelistet, die es nennt; wo die Datei eine andere nennt, zeigen die Einzelheiten der Aufnahme beide.',
    choose: 'Zeitzone wählen …',
  },
  findings: 'Befunde nach Art',
  noFindings: 'Keine Befunde: Jede Datei wurde verstanden.',
  kind: 'Art',
  count: 'Anzahl',
  examples: 'Zum Beispiel',
  whatToDo: 'Was es bedeutet und was zu tun ist',
  showAll: 'Alle der Art „{{kind}}“ zeigen',
  show: 'Alle zeigen',
  noSources: 'Es gibt noch keine Quelle. Fügen Sie auf der Seite Quellen eine hinzu.',
};
