/** The sharing page of a person, and the administrator's overview of all sharing. */
export const sharing = {
  about:
    'Share what your own extensions own with others of your organisation, kind by kind. A change counts at once, also for what somebody is playing.',
  kind: {
    call: 'Call recordings',
    voicemail: 'Voicemails',
    unavailableVoicemail: 'Messages left while you were unavailable',
    fax: 'Incoming faxes',
    history: 'Call history',
  },
  kindShort: {
    call: 'Call recordings',
    voicemail: 'Voicemails',
    unavailableVoicemail: 'Unavailable messages',
    fax: 'Faxes',
    history: 'Call history',
  },
  kindAbout: {
    call: 'Those who receive them also need ‘Enable Media Manager Replay’ in their own settings, and for outbound calls ‘View outbound call recordings’.',
    voicemail: 'Messages that callers left you, but not those of the box below.',
    unavailableVoicemail: 'A box of their own: share them with other people, or not at all.',
    fax: 'The pages of faxes that your extensions received.',
    history: 'That there was a call, with whom, when and how long. No recording of it.',
  },
  audience: { nobody: 'Off', groups: 'Some users only', everyone: 'Everyone' },
  audienceAbout: {
    nobody: 'Nobody receives this from you.',
    groups: 'The present members of the user groups that you choose.',
    everyone: 'Everybody in your organisation who has an extension with voicemail.',
  },
  groups: 'User groups',
  members_one: '{{count, number}} member',
  members_other: '{{count, number}} members',
  noGroups: 'There are no user groups yet. Ask your administrator to make one.',
  inForce_one: 'In force: {{count, number}} person receives this now.',
  inForce_other: 'In force: {{count, number}} people receive this now.',
  notInForce: 'Shared, but not in force:',
  missing: 'Before you can share this:',
  afterSaving: 'Save to put this into force.',
  obstacle: {
    inactive: 'The person is deactivated.',
    'not-aware': '‘Multi-user aware’ is off in the person’s settings.',
    'no-extension': 'You have no extension, so nothing is yours to share. Ask your administrator for one.',
    'feature-off': {
      voicemail:
        'Voicemail is not enabled on your extension {{extensions}}. Ask your administrator to enable it.',
      fax: 'The fax centre is not enabled on your extension {{extensions}}. Ask your administrator to enable it.',
      callRecording:
        'Call recording is not enabled on your extension {{extensions}}. Ask your administrator to enable it.',
    },
    'no-group': 'None of the groups that you chose is there. Choose another.',
    'nobody-there': {
      groups: 'Nobody else is in the groups that you chose.',
      everyone: 'Nobody else has an extension with voicemail. An administrator can enable it.',
    },
  },
  partly: {
    voicemail: 'Without what {{extensions}} owns: voicemail is not enabled there.',
    fax: 'Without what {{extensions}} owns: the fax centre is not enabled there.',
    callRecording: 'Without what {{extensions}} owns: call recording is not enabled there.',
  },
  gives: 'What sharing gives',
  givesList: {
    listen: 'The others find, open and play it, with its transcript where your organisation has transcripts.',
    ends: 'It lasts while its conditions last: without the group, the extension’s feature or your setting it ends at once.',
  },
  givesNot: 'What it does not give',
  givesNotList: {
    keep: 'No download, no delete, and no screen recording.',
    on: 'Nobody can share on what you share.',
    own: 'Whoever may hear a recording by his own rights may do with it what those give him.',
  },
  overview: {
    about:
      'What people share of their own, with whom, and whether it is in force. Only the person himself can share; an administrator can end a share.',
    none: 'Nobody shares anything.',
    who: 'Who',
    what: 'What',
    with: 'With',
    receivers: 'Receive it now',
    state: 'State',
    inForce: 'In force',
    notInForce: 'Not in force',
    partly: 'Without {{extensions}}',
    withoutReplay_one:
      '{{count, number}} of them gets none: ‘Enable Media Manager Replay’ is off in that person’s settings.',
    withoutReplay_other:
      '{{count, number}} of them get none: ‘Enable Media Manager Replay’ is off in their settings.',
    obstacle: {
      inactive: 'The person is deactivated.',
      'not-aware': '‘Multi-user aware’ is off in the person’s settings. The share is kept.',
      'no-extension': 'The person has no extension.',
      'feature-off': 'The feature is enabled on none of the person’s extensions.',
      'no-group': 'None of the chosen groups is there any more.',
      'nobody-there': 'There is nobody who would receive it.',
    },
    end: 'End …',
    endOf: 'End: {{name}}, {{kind}}',
    endTitle: 'End this share?',
    endText:
      '{{kind}} of {{name}} will be shared with nobody any more, also where one is playing. {{name}} can share them again.',
    endNow: 'End the share',
    column: { action: 'Action' },
  },
} as const;
