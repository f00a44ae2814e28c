export const health = {
  about:
    'What became of every file of your archive, what to look after, and what to do about it. Nothing is left out without a word: files seen are recordings, what belongs to them, call history, and findings.',
  never: 'No scan of this source has come to its end yet.',
  asOf: 'As of the scan of {{moment}}',
  files: 'Files',
  seen_one: '{{count, number}} file seen',
  seen_other: '{{count, number}} files seen',
  part: {
    recordings: 'Recordings',
    attached: 'Belong to a recording',
    histories: 'Call history',
    others: 'No recordings (findings)',
  },
  lookAfter: 'To look after',
  missing: 'Recordings whose file is gone',
  missingAbout:
    'They stay in every list and are found again when the file comes back. If they were moved on purpose, scan the folder they were moved to.',
  callsWithoutRecording: 'Answered calls without a recording',
  callsWithoutRecordingAbout:
    'Call history tells of them, and no recording belongs to them. Look whether they should have been recorded, and whether a folder is missing here.',
  recordingsWithoutHistory: 'Recordings without call history',
  recordingsWithoutHistoryAbout:
    'Their parties and direction come from the file alone. Look whether a file of call history is missing from this source.',
  soundChecked_one: 'Sound checked: {{count, number}} of {{of, number}} recordings',
  soundChecked_other: 'Sound checked: {{count, number}} of {{of, number}} recordings',
  soundCheckedAbout:
    'Whether recordings are silent, or only one side is heard. This goes on quietly after each scan while a window is open, newest recordings first; MP3, Opus, AAC, FLAC and Vorbis are not looked at.',
  clock: {
    title: 'Clock',
    agrees:
      'The times of the recordings agree with those of their files: of {{agreeing, number}} of the {{looked, number}} that were looked at.',
    unsaid:
      'Whether it is right cannot be told. Recordings looked at: {{looked, number}}; these are too few, or their files bear other times, as copies do.',
    zone: 'The time zone of this source is probably wrong.',
    clock: 'The clock of the phone system, or of the drive that it writes to, is probably wrong.',
    off: 'Of {{looked, number}} recordings that were looked at, the files of {{agreeing, number}} were written {{offsets}} the end that the recordings tell.',
    before: '{{span}} before',
    after: '{{span}} after',
    zones: 'By the clock of these zones both would agree: {{zones}}.',
    clockAbout:
      'Let both keep time by a time server. What was recorded stays listed at the time that it tells; where the file tells another, the details of the recording show both.',
    choose: 'Choose the time zone …',
  },
  findings: 'Findings by kind',
  noFindings: 'No findings: every file was understood.',
  kind: 'Kind',
  count: 'Number',
  examples: 'For example',
  whatToDo: 'What it means, and what to do',
  showAll: 'Show all of the kind “{{kind}}”',
  show: 'Show all',
  noSources: 'There is no source yet. Add one on the page Sources.',
} as const;
