import type { FindingKind, ScanState } from '../../../shared/source-model';

export const sources = {
  about:
    'Folders with recordings, each with a reader for its phone system and the time zone of its clock. Hearback only reads them.',
  none: 'There is no source yet. Add the folder that holds the recordings.',
  gone: 'This source does not exist any more: somebody removed it.',
  add: 'Add a source',
  addTitle: 'Add a source',
  addAbout:
    'Choose the folder that holds the recordings, or one above it. What is in it is shown before anything is added.',
  addNow: 'Add and scan',
  name: 'Name',
  nameAbout: 'As it is shown to people; a name that says where the recordings come from.',
  folder: 'Folder',
  folderAbout: 'The whole path, as this computer writes it. Network drives and discs too.',
  reader: 'Reader',
  readerAbout: 'Which phone system wrote the files. Choose one only where the wrong one was found.',
  zone: 'Time zone',
  recordings: 'Recordings',
  notCounted: 'Counted only for those who hear every recording.',
  findings: 'Findings',
  number: '{{value, number}}',
  noFindings: 'none',
  showFindings_one: '{{count, number}} finding: look at it',
  showFindings_other: '{{count, number}} findings: look at them',
  presence: { present: 'there', away: 'not reachable' },
  awayAbout:
    'The folder cannot be reached now. Its recordings stay listed and can be found; they play again when it is back.',
  readOnly: 'read-only',
  change: 'Change …',
  changeAbout: 'What a change touches is scanned anew. Files are never changed.',
  save: 'Save source',
  remove: 'Remove …',
  removeNow: 'Remove source',
  removeTitle: 'Remove the source {{name}}?',
  removeText_one:
    'Its {{count, number}} recording is taken out of the lists. The file stays where it is, untouched. The folder can be added again later.',
  removeText_other:
    'Its {{count, number}} recordings are taken out of the lists. The files stay where they are, untouched. The folder can be added again later.',
  rescan: 'Scan for changes',
  rescanAll: 'Scan everything anew',
  rescanAbout:
    'Scanning for changes reads the folders, and only files that are new or different. Everything anew reads each file once more.',
  stop: 'Stop the scan',
  stopAbout: 'What has been found stays. The next scan goes on from there.',
  scan: {
    waiting: 'The scan is waiting for its turn.',
    surveying: 'Looking through the folders …',
    reading: 'Reading files …',
    joining: 'Joining files and call history …',
    done: 'Scanned.',
    stopped: 'The scan was stopped.',
    failed: 'The scan failed.',
  } satisfies Readonly<Record<ScanState, string>>,
  lastScan: 'Last scan: {{when}}, it took {{lasted}}.',
  underSecond: 'less than a second',
  filesOf: '{{seen, number}} of {{total, number}} files',
  filesOpen: '{{seen, number}} files so far',
  filesSeen_one: '{{count, number}} file',
  filesSeen_other: '{{count, number}} files',
  recordingsSeen_one: '{{count, number}} recording',
  recordingsSeen_other: '{{count, number}} recordings',
  findingsSeen_one: '{{count, number}} finding',
  findingsSeen_other: '{{count, number}} findings',
  speed: '{{value, number}} files a second',
  left: 'about {{left}} left',
  findingsOf: 'Findings of {{name}}',
  findingsAbout:
    'Files that could not be taken in, or were taken in with a doubt. Nothing is left out silently.',
  finding: {
    title: 'Kind of finding',
    all: 'All kinds',
    file: 'File',
    wholeSource: 'The whole source',
    detail: 'What was found',
    hear: 'Hear it',
    hearFile: 'Hear it: {{file}}',
    pauseFile: 'Pause: {{file}}',
    meanings: 'What the kinds mean, and what to do',
    kind: {
      empty: 'Empty file',
      'cut-off': 'Cut off',
      'not-media': 'Not sound',
      unreadable: 'Not readable',
      'not-understood': 'Not understood',
      unsupported: 'Not supported',
      'clock-off': 'Clock in doubt',
      'orphan-sidecar': 'Without its recording',
      'bad-sidecar': 'Companion file damaged',
      'bad-call-history': 'Call history incomplete',
      'unsafe-name': 'Unsafe name',
      greeting: 'Greeting',
      unverified: 'Authenticity in doubt',
      duplicate: 'There twice',
      changed: 'Changed',
      silent: 'Silent',
      'one-sided': 'One side only',
    } satisfies Readonly<Record<FindingKind, string>>,
    about: {
      empty:
        'The file holds nothing. The phone system made it and never wrote to it; if there are many, look at its disk space.',
      'cut-off':
        'The file ends before the sound that it announces, often because the recording or a copy was interrupted. What is there plays. Look whether another copy is whole.',
      'not-media':
        'The file has the name of a recording, but what is in it is none. Look whether it was encrypted or damaged by a copy.',
      unreadable:
        'The file could not be read. Check the rights on it and the health of the drive, then scan again.',
      'not-understood': 'Nothing here knows what this file is, so it was left alone. Links are not followed.',
      unsupported:
        'It is sound or video in a form that cannot be read or played here. It can still be used with another program; converted to WAV or MP3, or video to MP4 with H.264, it plays.',
      'clock-off':
        'What tells the time does not go together: the names, the call history, the ids of the phone system, or the times of the files. Check the time zone of the source, and the clock of the phone system.',
      'orphan-sidecar':
        'A file that belongs to a recording, such as a transcript, but the recording is not there. Look whether it was moved or deleted.',
      'bad-sidecar': 'A file beside a recording could not be understood. The recording is listed without it.',
      'bad-call-history':
        'A file of call history could not be read, or some of its lines, or they do not say to which call they belong. Recordings are listed; names and directions out of it may be missing. Asterisk writes the ids of calls where loguniqueid is on in cdr.conf.',
      'unsafe-name':
        'The name has characters that mislead or do harm. The file was left alone; rename it if it is a recording.',
      greeting: 'A greeting or prompt of the phone system, no call. Nothing is to be done.',
      unverified:
        'A file that is signed, and whose signature could not be checked or does not fit, or a recording that is not the file for which its vCon was written. What is told was taken in; ask where it comes from before you rely on it.',
      duplicate:
        'The same recording, byte for byte, is listed twice. Both are listed with the same rights; remove one copy from the archive if it is not wanted.',
      silent:
        'The whole recording holds nothing to hear: no sample of it is louder than -55 dBFS. Make a call and listen to its recording; often the phone system does not pass the sound on to its recorder, or both sides were muted.',
      'one-sided':
        'The recording has two channels, and on one of them there is nothing to hear. If most calls of a line or an extension are like that, look at how its sound reaches the recorder: a firewall or a missing port often lets one direction through only.',
      changed:
        'The file was written to after it had been at rest. A recording is written once: look who or what changed it. What is listed and played is the file as it is now.',
    } satisfies Readonly<Record<FindingKind, string>>,
  },
} as const;
