/** What others share with a person at this moment, as his extensions and groups stand on the page. */
import { SHARED_KINDS } from '../../../../shared/model';
import type { ShareRow } from '../../../../shared/shares';
import type { MayHearFacts, Sentence } from './may-hear';

/** One sentence a kind, with the names of those who share it. */
export function tellShared(facts: MayHearFacts): readonly Sentence[] {
  // An administrator lists all of it anyway.
  if (facts.rights.has('mediaManagerAdministrator')) return [];
  const reaching = facts.shares.filter((share) => isInForce(share) && reaches(share, facts));
  return SHARED_KINDS.flatMap((kind): readonly Sentence[] => {
    if (kind === 'call' && !mayHearShared(facts)) return [];
    const items = [...new Set(reaching.filter((share) => share.kind === kind).map((share) => share.name))];
    return items.length === 0 ? [] : [{ key: 'shared', kind, items }];
  });
}

/** That it reaches nobody is of no matter here: who is asked about may be the one whom this page makes a receiver. */
function isInForce({ obstacles }: ShareRow): boolean {
  return obstacles.every((obstacle) => obstacle === 'nobody-there');
}

function reaches({ userId, audience, groups }: ShareRow, facts: MayHearFacts): boolean {
  if (userId === facts.userId) return false;
  const isNow = (period: { readonly fromSec: number | null; readonly untilSec: number | null }) =>
    (period.fromSec === null || period.fromSec <= facts.nowSec) &&
    (period.untilSec === null || period.untilSec > facts.nowSec);
  if (audience === 'everyone') {
    const withVoicemail = new Set(
      facts.extensions.filter((one) => one.voicemail).map((one) => one.extension),
    );
    return facts.person.extensions.some((held) => isNow(held) && withVoicemail.has(held.extension.trim()));
  }
  const chosen = new Set(groups.map((group) => group.groupId));
  return facts.groups.some(
    (group) =>
      chosen.has(group.groupId) &&
      group.members.some((member) => member.userId === facts.userId && isNow(member)),
  );
}

/** A shared call still needs the master switch; to an agent a share adds nothing. */
function mayHearShared({ person }: MayHearFacts): boolean {
  return person.settings.replay && person.profile !== 'agent';
}
