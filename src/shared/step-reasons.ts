/**
 * The sentences of an explanation, one for each way a step of a decision can end. Views translate them under `policy.step.<reason>`;
 * the command line prints these. Placeholders in braces come with the step's details.
 */
export const STEP_REASONS = {
  sameOrganisation: 'The recording belongs to the same organisation.',
  otherOrganisation: 'The recording belongs to another organisation.',

  maySignIn: 'This person may sign in.',
  notActive: 'This person is not active.',
  noWayIn: "'Enable user portal' is off, and no right over Media Manager or security lets this person in.",

  kindCall: 'It is a call recording.',
  kindVoicemail: 'It is a voicemail: it belongs to the owner of its extension.',
  kindUnavailableVoicemail:
    'It is a voicemail left while its owner was unavailable: it belongs to the owner of its extension.',
  kindFax: 'It is a fax: it belongs to the owner of its extension.',
  kindHistory: 'It is a call of call history: it belongs to those who took part.',
  kindNever: 'This cannot be done with a recording of this kind.',

  masterOn: "'Enable Media Manager Replay' is on.",
  masterOff: "'Enable Media Manager Replay' is off.",
  masterAgentNone: 'Agents of this organisation hear no recordings.',
  masterByRight: "A service right stands in for 'Enable Media Manager Replay'.",
  masterNotAsked: "'Enable Media Manager Replay' is about call recordings only.",

  scopeAdministrator: 'As Media Manager Administrator this person hears every recording of the organisation.',
  scopeStandardAll:
    'As Media Manager Standard this person hears every call recording: the organisation says so.',
  scopeAll: "'Replay all recordings' is on.",
  scopeOwn: "It is a call of this person's own extension {number}, and 'Replay own recordings' is on.",
  scopeGroup: "It is a call of the group {number}, which is chosen in 'Replay recordings for group'.",
  scopeMember: 'It is a call of {number}, whose owner was a member of the group {group} then.',
  scopeOther: "It is a call of {number}, which is listed in 'Replay recordings for others'.",
  scopeLine: "It is a call on the line {number}, which is chosen in 'Line permissions'.",
  scopeAgentAll: 'Agents of this organisation hear all calls.',
  scopeAgentOwn: 'Agents of this organisation hear their own calls.',
  scopeOwner: "It belongs to the extension {number}, which was this person's then.",
  scopeShare: '{owner} shares what the extension {number} owns with this person.',
  scopeParty: "The extension {number}, which was this person's then, took part.",
  scopeNone: 'No setting puts this call within what this person hears.',
  scopeOwnOff: "Groups or other numbers would include this call, but 'Replay own recordings' is off.",
  scopeOnlyShared:
    'It is only shared with this person: what is only shared is never downloaded, deleted or its screen seen.',
  scopeNotParty: "No extension that was this person's then took part.",
  scopeNotOwner: "It belongs to an extension that was not this person's then.",

  notOutbound: 'The call is not outbound.',
  outboundOn: "The call is outbound or of unknown direction, and 'View outbound call recordings' is on.",
  outboundOff: "The call is outbound, and 'View outbound call recordings' is off.",
  directionUnknown: "The direction of the call is not known, and 'View outbound call recordings' is off.",
  outboundByRight: 'A service right includes outbound calls.',

  agentByRight: 'A service right goes beyond what agents hear.',
  agentAll: 'Agents of this organisation hear all calls.',
  agentOwn: 'The agent took part in the call.',
  agentNotOwn: 'Agents of this organisation hear their own calls only, and this is not one.',

  downloadOn: "'Download recordings' is on.",
  downloadOff: "'Download recordings' is off.",
  deleteOn: "'Delete call recordings' is on.",
  deleteOff: "'Delete call recordings' is off.",
  screenOrganisationOn: 'The organisation has screen recordings.',
  screenOrganisationOff: 'The organisation has no screen recordings.',
  screenOn: "'View screen recordings' is on.",
  screenOff: "'View screen recordings' is off.",
  screenThere: 'The call has a screen recording.',
  screenNone: 'The call has no screen recording.',
  analysisOn: 'The organisation has conversation analysis.',
  analysisOff: 'The organisation has no conversation analysis.',

  beingDeleted: 'It is being deleted.',
  notHeld: 'There is no legal hold on it.',
  held: 'There is a legal hold on it: nobody can delete it.',
  retentionPassed: 'No retention lock keeps it.',
  retentionLocked: 'The retention lock of its line or group has not passed.',
} as const;

export type StepReason = keyof typeof STEP_REASONS;
