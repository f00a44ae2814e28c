/** Which numbers and names a sentence may be filled with: one that names another number than the call's would accuse the wrong person. */
import type { Step } from '../../shared/model';
import type { StepReason } from '../../shared/step-reasons';
import { STEP_REASONS } from '../../shared/step-reasons';
import type { ExtensionHolding, RecordingFacts, Viewer } from './viewer';

type Details = NonNullable<Step['details']>;

/** Null where every gap of the step's sentence is filled, with what is so, and with nothing else. */
export function findUntrueDetail(viewer: Viewer, facts: RecordingFacts, step: Step): string | null {
  const details = step.details ?? {};
  const gaps = [...STEP_REASONS[step.reason].matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const unfilled = gaps.find((gap) => !Object.hasOwn(details, gap));
  if (unfilled !== undefined) return `${step.reason} does not say its ${unfilled}`;
  const isTrue = DETAILS[step.reason];
  return isTrue === undefined || isTrue(details, viewer, facts)
    ? null
    : `${step.reason} names something else`;
}

const DETAILS: Partial<
  Record<StepReason, (details: Details, viewer: Viewer, facts: RecordingFacts) => boolean>
> = {
  scopeOwn: ({ number }, { holdings }, facts) => tookPart(number, facts) && had(holdings, number, facts),
  scopeParty: ({ number }, { holdings }, facts) => tookPart(number, facts) && had(holdings, number, facts),
  scopeOwner: ({ number }, { holdings }, facts) => number === facts.owner && had(holdings, number, facts),
  scopeGroup: ({ number }, { groups }, facts) =>
    groups.some(({ extension }) => extension === number) &&
    [...facts.groups, ...facts.extensions].some((each) => each === number),
  scopeMember: ({ number, group }, { groups }, facts) =>
    tookPart(number, facts) &&
    groups.some(
      (chosen) =>
        chosen.extension === group && chosen.withMembers && had(chosen.memberHoldings, number, facts),
    ),
  scopeOther: ({ number }, { otherNumbers }, facts) =>
    otherNumbers.some((each) => each === number) &&
    [...facts.extensions, ...facts.groups, ...facts.lines, ...facts.accountCodes].some(
      (each) => each === number,
    ),
  scopeLine: ({ number }, { lines }, facts) =>
    lines.some((each) => each === number) && facts.lines.some((each) => each === number),
  scopeShare: ({ owner, number, kind }, { sharedWithMe }, facts) =>
    (facts.kind === 'history' ? tookPart(number, facts) : number === facts.owner) &&
    sharedWithMe.some(
      (share) => share.ownerName === owner && share.kind === kind && had(share.holdings, number, facts),
    ),
};

const tookPart = (number: unknown, { extensions }: RecordingFacts) =>
  extensions.some((each) => each === number);

function had(holdings: readonly ExtensionHolding[], number: unknown, facts: RecordingFacts): boolean {
  return holdings.some(
    ({ extension, fromSec, untilSec }) =>
      extension === number &&
      !(fromSec !== null && facts.startedAtSec < fromSec) &&
      !(untilSec !== null && facts.startedAtSec >= untilSec),
  );
}
