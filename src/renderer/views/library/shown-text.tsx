/** Text of the archive on the page: safe to lay out, isolated in its direction, with what was searched for marked. */
import { toDisplayText } from '../../format/display-text';
import { splitHits } from '../../format/hits';

interface Props {
  readonly text: string;
  /** From `toSearchWords`; none marks nothing. */
  readonly words?: readonly string[];
  readonly className?: string | undefined;
  /** The tooltip, where it is more than the text. */
  readonly hint?: string;
}

const NO_WORDS: readonly string[] = [];

export function ShownText({ text, words = NO_WORDS, className, hint = text }: Props) {
  const shown = toDisplayText(text);
  const parts = splitHits(shown, words);
  return (
    <bdi className={className} title={hint === text ? shown : toDisplayText(hint)}>
      {parts.some((part) => part.isHit)
        ? parts.map((part, index) =>
            // Parts have no identity but their place.
            part.isHit ? <mark key={index}>{part.text}</mark> : part.text,
          )
        : // One text instead of a list of one: the page changes it in place.
          shown}
    </bdi>
  );
}
