/** How each action was decided, in the Access section: found from elsewhere in the pane. */
import type { Action } from '../../../shared/model';

export function toDecisionId(action: Action): string {
  return `decision-${action}`;
}

/** Opens the steps of this action's decision, whatever they stand behind, and goes there. */
export function showDecision(action: Action): void {
  const line = document.getElementById(toDecisionId(action));
  for (let at = line?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true;
  line?.focus();
}
