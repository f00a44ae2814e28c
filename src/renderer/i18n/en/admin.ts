/** The administration pages: what they share, and the smaller ones. People, sources and the trail have files of their own. */
export const admin = {
  unsavedChanges: 'There are unsaved changes.',
  noChanges: 'Nothing is changed.',
  saved: 'Saved.',
  discard: 'Drop changes',
  add: 'Add',
  tooLong: 'Too long: {{max}} characters are the most.',
  showMore: 'Show more',
  shownOf: '{{shown, number}} of {{total, number}} are shown.',
  andMore_one: 'and {{count, number}} more',
  andMore_other: 'and {{count, number}} more',
  unsaved: {
    title: 'Leave without saving?',
    text: 'What you changed here is not saved. If you leave, it is lost.',
    discard: 'Leave, lose changes',
    stay: 'Stay here',
  },
  moved: {
    text: 'Somebody else saved this while you were changing it. What you typed is still here; saving it puts your state in place of the other.',
    keep: 'Keep mine and go on',
    discard: 'Show the other state',
  },
  value: { on: 'on', off: 'off', none: 'none' },
  detail: {
    id: 'Entry in the log',
    name: 'Name',
    extension: 'Extension',
    count: 'Length',
    max: 'At most',
    right: 'Right',
    zone: 'Time zone',
    min: 'At least',
  },
  period: {
    open: 'open',
    from: 'From',
    until: 'To, that day included',
    reversed: 'The period ends before it begins.',
    half: 'This is no whole date. Complete it, or clear it for an open end.',
  },
  groups: {
    about:
      'Groups of people with an extension of their own. Who may hear the calls of a group is set with each person.',
    new: 'New group',
    none: 'There are no groups yet.',
    gone: 'This group does not exist any more: somebody removed it.',
    extension: 'Group extension',
    extensionAbout: 'The number that calls to the group are made to.',
    extensionNeeded: 'A group extension is needed.',
    extensionTaken: 'Another group has this extension.',
    nameAbout: 'Renaming changes no right.',
    nameTaken: 'Another group has this name.',
    members: 'Members',
    membersAbout:
      'A call of a member counts as the group’s for those who may hear ‘the calls of its members’, if the person was a member when it was made.',
    membersNow: 'Members now',
    member: 'Member',
    nobody: 'Nobody',
    addMember: 'Add a member',
    addMemberHint: 'Name or sign-in name',
    typeMore: 'Type more of the name to see others.',
    removeMember: 'Remove the membership of {{name}}',
    save: 'Save group',
    remove: 'Remove group …',
    removeTitle: 'Remove the group {{name}}?',
    removeText:
      'Every right that names this group has no effect from then on. It cannot be taken back: its id is never used again, and a new group of the same name and number inherits nothing. The recordings of its calls stay.',
  },
  lines: {
    about:
      'Trunks and numbers that calls come in or go out by, with what you call them. A right names the number, so that renaming changes no right.',
    none: 'No line has a name yet.',
    number: 'Line number',
    add: 'Add line',
    remove: 'Remove line {{number}}',
    save: 'Save lines',
    problem: {
      missing: 'A number is needed.',
      twice: 'This number is above already.',
      tooLong: 'At most 64 characters for the number and 200 for the name.',
    },
  },
  rightsGroups: {
    about:
      'Service rights come in groups, and people are put into groups on their own pages. A right belongs to one component and says nothing about any other. In this version the groups themselves cannot be changed.',
    right: 'Right',
    meaning: 'What it means here',
  },
  organisation: {
    about: 'What holds for everybody. Nothing crosses the organisation, for anybody.',
    settings: 'Settings',
    default: 'Default: {{value}}.',
    save: 'Save organisation',
  },
  protects: {
    about: 'What Hearback can promise, and what no program can that keeps its recordings as plain files.',
    promiseTitle: 'What is promised',
    promise: {
      kept: 'Nothing that was acknowledged as saved is lost.',
      denied: 'Nobody hears, sees, counts or saves through Hearback what the settings of people do not give.',
      trail: 'What was done is written down in a trail in which later changes show.',
    },
    limit:
      'These promises are about Hearback. Somebody who can open the folder of the recordings with another program does not go through Hearback; how far that is possible is the level of protection.',
    levelsTitle: 'Levels of protection',
    inForce: 'in force',
    byHand: 'can be set up by you',
    later: 'not in this version',
    against: 'Holds against',
    notAgainst: 'Does not hold against',
    level: {
      cooperative: {
        title: 'Level 0: cooperative',
        how: 'The recordings are plain files, and the settings are kept to inside Hearback.',
        against: 'people inside Hearback, also those who try to get round its windows',
        notAgainst:
          'anyone who can read the disk: other programs, other users of this computer with access to the folder',
      },
      apart: {
        title: 'Level 1: kept apart',
        how: 'The archive belongs to another account of the operating system, or is closed by the rights of the network drive.',
        against: 'a user of this computer who is no administrator of it',
        notAgainst: 'an administrator of the computer, a stolen disk',
      },
      vault: {
        title: 'Level 2: vault',
        how: 'Recordings are encrypted; keys are given out by what each person may hear.',
        against: 'reading outside one’s rights even with a changed program; a thief of the disk',
        notAgainst:
          'copying what one may play; deletion, which is noticed only; an administrator while the vault is open',
      },
    },
    stepsTitle: 'To get to level 1',
    stepsAbout: 'This is done in the operating system or on the network drive, not in Hearback:',
    step: {
      account: 'Make an account of its own for the archive, which nobody works with day by day.',
      folder:
        'Give the folder of the recordings, and Hearback’s own data folder, to that account, and take the rights to read them from all others.',
      run: 'Let people start Hearback under that account only, for example on a computer or remote desktop that does nothing else.',
      check:
        'Check it: sign in to the computer as one of those people and try to open the folder. It must be refused.',
    },
  },
} as const;
