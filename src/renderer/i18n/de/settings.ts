/** Names of settings and rights stay those of the systems they come from; what each does is said in German. */
import { settings as english } from '../en/settings';

const { name, rightName, organisationName, component } = english;

export const settings = {
  group: {
    entry: 'Anmelden',
    scope: 'Welche Gesprächsaufnahmen',
    limits: 'Was mit ihnen geschehen darf',
    portal: 'Benutzerportal',
    sharing: 'Teilen und Ort',
    telephone: 'Telefon',
  },
  groupAbout: {
    entry: 'Ob diese Person überhaupt in Hearback hineinkommt.',
    scope:
      'Was hier nicht gewährt ist, ist verwehrt. Jede Einstellung fügt Gespräche hinzu; keine nimmt welche weg.',
    limits: 'Diese gelten für die Gespräche, die die Einstellungen darüber gewährt haben.',
    portal: 'Was die Person mit eigenen Seiten tun darf.',
    sharing: 'Was an andere weitergegeben werden darf, und wo die Aufnahmen dieser Person liegen.',
    telephone:
      'Eine Archivkonsole hat kein Telefon, auf das sie wirken könnte: Diese Einstellungen werden aufbewahrt, gezeigt und ausgegeben und ändern hier nichts.',
  },
  name,
  replayAlias: '(bei Vonage: View Call Recordings)',
  effect: {
    portal:
      'Die Person darf sich anmelden. Das darf auch, wer ein Recht über Media Manager oder die Sicherheit hat.',
    wizard: 'Die erste Anmeldung führt durch Name, Passwort, Sprache und eigene Nebenstellen.',
    profileAccess: 'Die eigene Profilseite der Person.',
    directoryAccess: 'Eigene Namen der Person für Nummern, überall wo eine Nummer gezeigt wird.',
    callHandlingAccess: 'Umleitungen und Ähnliches, an der Telefonanlage.',
    buttonProgrammingAccess: 'Die Tasten des Telefons.',
    downloadApplicationsAccess: 'Programme der Telefonanlage zum Herunterladen.',
    callOperations: 'Welche Anrufe die Person am Bildschirm annehmen oder tätigen darf.',
    replay:
      'Der Hauptschalter: ohne ihn keine Gesprächsaufnahme, auf keinem Weg. Dienstrechte stehen daneben.',
    replayAll: 'Jede Gesprächsaufnahme der Organisation.',
    replayOwn:
      'Gespräche mit einer eigenen Nebenstelle der Person, so wie sie ihr zur Zeit des Gesprächs gehörte.',
    replayGroups:
      'Gespräche der gewählten Gruppen: Die Nebenstelle der Gruppe nahm am Gespräch teil, oder die Aufnahme gehört ihr.',
    replayOthers:
      'Gespräche, in denen eine dieser Nummern die Kontonummer, eine Leitung, die Nebenstelle einer Person oder einer Gruppe ist. Ganze Nummern, durch Semikolon getrennt; keine Platzhalter.',
    replayLines: 'Gespräche auf den gewählten Leitungen.',
    viewOutbound:
      'Ohne sie fallen ausgehende Gespräche aus allem oben Genannten heraus, auch aus den eigenen. Ein Gespräch unbekannter Richtung gilt als ausgehend, ein internes nicht.',
    viewScreen: 'Der Bildschirmteil einer Aufnahme, die die Person hören darf.',
    download:
      'Was abgespielt werden darf, darf als Datei gespeichert werden. Dateien verlassen die Aufsicht des Systems: Die Person bestätigt das einmal je Anmeldung, und das Protokoll hält es fest.',
    delete:
      'Was die Person anders als durch Teilen hören darf, darf gelöscht werden, wenn es nicht unter Sperre oder Aufbewahrungsfrist steht.',
    archiveAddress:
      'Wo die Aufnahmen dieser Person liegen, wenn ein anderer Server sie hält. Wird aufbewahrt und gezeigt; gibt kein Recht.',
    multiUserAware: 'Die Person darf eigene Aufnahmen, Sprachnachrichten und Faxe mit anderen teilen.',
    callReporting:
      'Übersichten über die Gespräche aller: Anzahl und Länge, kein einzelnes Gespräch, keine Aufnahme.',
  },
  closed: {
    bySetting: 'Ohne Wirkung, solange „{{name}}“ aus ist. Der Wert bleibt erhalten.',
    byOrganisation: 'Ohne Wirkung, solange „{{name}}“ der Organisation aus ist. Der Wert bleibt erhalten.',
    byAgent:
      'Ohne Wirkung bei Agenten: Die Organisation lässt Agenten {{access}} hören, und nichts erweitert das. Der Wert bleibt erhalten.',
  },
  level: { none: 'Nichts', read: 'Lesen', write: 'Ändern' },
  callOperations: {
    none: 'Keine',
    answer: 'Anrufe annehmen',
    make: 'Anrufe tätigen',
    both: 'Anrufe annehmen und tätigen',
  },
  numbers: {
    count: '{{count}} von {{max}} Zeichen',
    tooLong:
      '{{count}} Zeichen, höchstens {{max}} sind möglich. Die Liste wird nicht gekürzt, denn eine gekürzte Nummer meint die Gespräche einer anderen: Nehmen Sie einige Nummern heraus.',
    meaning: 'Was die Nummern bedeuten',
    unknown:
      'Keine Nebenstelle, Gruppe oder Leitung, die hier bekannt ist. Sie gilt trotzdem für Gespräche, die sie als Kontonummer tragen.',
    and: 'und',
    kind: {
      extension: 'Nebenstelle',
      group: 'Gruppe',
      line: 'Leitung',
      account: 'Kontonummer',
    },
    named: {
      extension: 'Nebenstelle von {{name}}',
      group: 'Gruppe {{name}}',
      line: 'Leitung {{name}}',
      account: 'Kontonummer {{name}}',
    },
    doubtful: 'Sie ist {{count}} Dinge zugleich, und die Gespräche von allen sind gewährt.',
    noPattern:
      'Sie gilt genau so, wie sie dasteht: Semikolon trennt Nummern, und nichts ist ein Platzhalter.',
  },
  organisationName,
  organisationEffect: {
    screenRecordings:
      'Den Bildschirmteil von Aufnahmen sieht, wer „View screen recordings“ hat. Aus: niemand.',
    conversationAnalysis: 'Abschriften liest, wer das Gespräch hören darf. Aus: niemand.',
    agentAccess:
      'Was Personen mit dem Profil Agent hören. Nichts in ihren eigenen Einstellungen erweitert es.',
    standardHears:
      'Was das Recht Media Manager Standard hören lässt: was die eigenen Einstellungen sagen, oder jede Gesprächsaufnahme.',
    callReporting: 'Öffnet „Enable historical call reporting“ in den Einstellungen von Personen.',
  },
  agentAccess: { none: 'nichts', own: 'ihre eigenen Gespräche', all: 'alle Gespräche' },
  agentAccessOption: { none: 'Nichts', own: 'Ihre eigenen Gespräche', all: 'Alle Gespräche' },
  standardHears: { ownSettings: 'Was ihre eigenen Einstellungen sagen', all: 'Jede Gesprächsaufnahme' },
  component: { ...component, others: 'Weitere Komponenten' },
  rightName,
  rightEffect: {
    mediaManagerAdministrator:
      'Liest und ändert diese Seiten und hört jede Aufnahme der Organisation, jeder Art und Richtung. Speichern, Löschen und Bildschirm brauchen zusätzlich ihre eigenen Einstellungen.',
    mediaManagerStandard:
      'Liest diese Seiten und ändert nichts. Hört, was die eigenen Einstellungen sagen, oder jedes Gespräch, wo die Organisation es so will.',
    reporterAdministrator: 'Richtet die Anrufberichte ein: ob es welche gibt und wer sie hat.',
    managementApiRead: 'Auf der Befehlszeile: Aufrufe, die die Einrichtung lesen.',
    managementApiWrite: 'Auf der Befehlszeile: Aufrufe, die die Einrichtung ändern.',
    webControlSecurity: 'Ändert, wer sich unter welchem Namen anmelden darf, Passwörter und Rechtegruppen.',
    webControlAdministrator: 'Aufbewahrt; gibt kein Recht an diesem Archiv.',
    voicemailProBasic: 'Aufbewahrt; gibt kein Recht an diesem Archiv.',
    voicemailProStandard: 'Aufbewahrt; gibt kein Recht an diesem Archiv.',
    voicemailProAdministrator: 'Aufbewahrt; gibt kein Recht an diesem Archiv.',
    oneXPortalAdministrator: 'Aufbewahrt; gibt kein Recht an diesem Archiv.',
    oneXPortalSuperUser: 'Aufbewahrt; gibt kein Recht an diesem Archiv.',
    webRtcGatewayAdministrator: 'Aufbewahrt; gibt kein Recht an diesem Archiv.',
    oneXCtiApi: 'Aufbewahrt; hier ohne Wirkung.',
    adjunctServerConnection: 'Aufbewahrt; hier ohne Wirkung.',
    turnServerConnection: 'Aufbewahrt; hier ohne Wirkung.',
  },
};
