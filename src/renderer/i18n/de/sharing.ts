export const sharing = {
  about:
    'Teilen Sie mit anderen Ihrer Organisation, was Ihren eigenen Nebenstellen gehört, jede Art für sich. Eine Änderung gilt sofort, auch für das, was gerade jemand abspielt.',
  kind: {
    call: 'Gesprächsaufnahmen',
    voicemail: 'Sprachnachrichten',
    unavailableVoicemail: 'Nachrichten aus der Zeit, als Sie nicht erreichbar waren',
    fax: 'Eingehende Faxe',
    history: 'Anrufliste',
  },
  kindShort: {
    call: 'Gesprächsaufnahmen',
    voicemail: 'Sprachnachrichten',
    unavailableVoicemail: 'Abwesenheitsnachrichten',
    fax: 'Faxe',
    history: 'Anrufliste',
  },
  kindAbout: {
    call: 'Wer sie erhält, braucht dazu ‚Enable Media Manager Replay‘ in den eigenen Einstellungen, und für ausgehende Anrufe ‚View outbound call recordings‘.',
    voicemail: 'Nachrichten, die man Ihnen hinterlassen hat, ohne die des Fachs darunter.',
    unavailableVoicemail: 'Ein Fach für sich: Teilen Sie es mit anderen Personen oder gar nicht.',
    fax: 'Die Seiten der Faxe, die Ihre Nebenstellen empfangen haben.',
    history: 'Dass es einen Anruf gab, mit wem, wann und wie lange. Keine Aufnahme davon.',
  },
  audience: { nobody: 'Aus', groups: 'Nur einige', everyone: 'Alle' },
  audienceAbout: {
    nobody: 'Niemand erhält dies von Ihnen.',
    groups: 'Die jetzigen Mitglieder der Benutzergruppen, die Sie wählen.',
    everyone: 'Alle in Ihrer Organisation, die eine Nebenstelle mit Voicemail haben.',
  },
  groups: 'Benutzergruppen',
  members_one: '{{count, number}} Mitglied',
  members_other: '{{count, number}} Mitglieder',
  noGroups: 'Es gibt noch keine Benutzergruppen. Bitten Sie Ihre Administration um eine.',
  inForce_one: 'In Kraft: {{count, number}} Person erhält dies jetzt.',
  inForce_other: 'In Kraft: {{count, number}} Personen erhalten dies jetzt.',
  notInForce: 'Geteilt, aber nicht in Kraft:',
  missing: 'Bevor Sie dies teilen können:',
  afterSaving: 'Speichern Sie, damit dies in Kraft tritt.',
  obstacle: {
    inactive: 'Die Person ist deaktiviert.',
    'not-aware': '‚Multi-user aware‘ ist in den Einstellungen der Person aus.',
    'no-extension':
      'Sie haben keine Nebenstelle, deshalb gehört Ihnen nichts zum Teilen. Bitten Sie Ihre Administration um eine.',
    'feature-off': {
      voicemail:
        'Voicemail ist auf Ihrer Nebenstelle {{extensions}} nicht eingeschaltet. Bitten Sie Ihre Administration darum.',
      fax: 'Fax ist auf Ihrer Nebenstelle {{extensions}} nicht eingeschaltet. Bitten Sie Ihre Administration darum.',
      callRecording:
        'Das Aufnehmen von Gesprächen ist auf Ihrer Nebenstelle {{extensions}} nicht eingeschaltet. Bitten Sie Ihre Administration darum.',
    },
    'no-group': 'Keine der gewählten Gruppen ist vorhanden. Wählen Sie eine andere.',
    'nobody-there': {
      groups: 'In den gewählten Gruppen ist sonst niemand.',
      everyone: 'Sonst hat niemand eine Nebenstelle mit Voicemail. Die Administration kann sie einschalten.',
    },
  },
  partly: {
    voicemail: 'Ohne das, was {{extensions}} gehört: Voicemail ist dort nicht eingeschaltet.',
    fax: 'Ohne das, was {{extensions}} gehört: Fax ist dort nicht eingeschaltet.',
    callRecording:
      'Ohne das, was {{extensions}} gehört: Das Aufnehmen von Gesprächen ist dort nicht eingeschaltet.',
  },
  gives: 'Was das Teilen gibt',
  givesList: {
    listen:
      'Die anderen finden es, öffnen es und spielen es ab, mit dem Transkript, wo Ihre Organisation Transkripte hat.',
    ends: 'Es gilt, solange die Bedingungen gelten: Ohne die Gruppe, die Funktion der Nebenstelle oder Ihre Einstellung endet es sofort.',
  },
  givesNot: 'Was es nicht gibt',
  givesNotList: {
    keep: 'Kein Herunterladen, kein Löschen und keine Bildschirmaufnahme.',
    on: 'Niemand kann weitergeben, was Sie teilen.',
    own: 'Wer eine Aufnahme nach eigenen Rechten hören darf, darf damit, was diese geben.',
  },
  overview: {
    about:
      'Was Personen vom Eigenen teilen, mit wem, und ob es in Kraft ist. Teilen kann nur die Person selbst; beenden kann es auch die Administration.',
    none: 'Niemand teilt etwas.',
    who: 'Wer',
    what: 'Was',
    with: 'Mit',
    receivers: 'Erhalten es jetzt',
    state: 'Stand',
    inForce: 'In Kraft',
    notInForce: 'Nicht in Kraft',
    partly: 'Ohne {{extensions}}',
    withoutReplay_one:
      '{{count, number}} davon erhält keine: ‚Enable Media Manager Replay‘ ist in den Einstellungen der Person aus.',
    withoutReplay_other:
      '{{count, number}} davon erhalten keine: ‚Enable Media Manager Replay‘ ist in ihren Einstellungen aus.',
    obstacle: {
      inactive: 'Die Person ist deaktiviert.',
      'not-aware': '‚Multi-user aware‘ ist in den Einstellungen der Person aus. Das Geteilte bleibt gemerkt.',
      'no-extension': 'Die Person hat keine Nebenstelle.',
      'feature-off': 'Die Funktion ist auf keiner Nebenstelle der Person eingeschaltet.',
      'no-group': 'Keine der gewählten Gruppen ist noch vorhanden.',
      'nobody-there': 'Niemand ist da, der es erhielte.',
    },
    end: 'Beenden …',
    endOf: 'Beenden: {{name}}, {{kind}}',
    endTitle: 'Das Teilen beenden?',
    endText:
      '{{kind}} von {{name}} werden mit niemandem mehr geteilt, auch wo gerade etwas abgespielt wird. {{name}} kann sie wieder teilen.',
    endNow: 'Teilen beenden',
    column: { action: 'Aktion' },
  },
};
